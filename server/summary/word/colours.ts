import type { GradeRun } from '../view';

/** Colours of letters and ground for each family of grades, as on the page (preview.css); on paper all grounds are light. */
export const GRADE_COLOURS: Readonly<Record<string, { letters: string; ground: string }>> = {
  outstanding: { letters: '005A30', ground: 'CCE2D8' },
  good: { letters: '4C5C26', ground: 'E7EDDC' },
  middling: { letters: '6E3619', ground: 'FCD6C3' },
  inadequate: { letters: '942514', ground: 'F6D7D2' },
  none: { letters: '383F43', ground: 'E8E8E8' },
} satisfies Record<GradeRun['tone'], object>;

export const QUIET = '505A5F';
export const RULE = 'B1B4B6';
export const HEAD = 'F3F4F5';
