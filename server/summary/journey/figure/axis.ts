import { fromDayNumber, longDate } from '../../../reference/calendar';
import { SMALL } from './layout';
import { textWidth } from './measure';
import { rowsFor } from './room';
import type { TimeScale } from './scale';
import type { Part, Shape } from './shapes';

/** A day that is marked across the whole figure. */
export interface Landmark {
  day: number;
  text: string;
  class: string;
}

const YEARS = 20;
const ROW = 15;

/** The years, and under them what single days are. */
export function drawAxis(scale: TimeScale, landmarks: readonly Landmark[]): Part {
  const years = scale.years(34);
  const labels = landmarks.map(({ day, text }) => {
    const half = textWidth(text, SMALL) / 2;
    const x = Math.min(Math.max(scale.at(day), scale.left + half), scale.right - half);
    return { x, from: x - half, to: x + half };
  });
  const rows = rowsFor(labels, 6);
  const height = YEARS + (landmarks.length ? (Math.max(...rows) + 1) * ROW : 0) + 4;
  return {
    height,
    shapes: [
      { kind: 'line', x1: scale.left, y1: 0, x2: scale.right, y2: 0, class: 'axis' },
      ...years.flatMap(({ year, x }): Shape[] => [
        { kind: 'line', x1: x, y1: 0, x2: x, y2: 4, class: 'axis' },
        { kind: 'text', x: x + 3, y: 15, text: String(year), size: SMALL, class: 'year' },
      ]),
      ...landmarks.map(({ text, class: className }, i): Shape => ({ kind: 'text', x: labels[i]!.x, y: YEARS + rows[i]! * ROW + 11, text, size: SMALL, anchor: 'middle', class: `label ${className}` })),
    ],
  };
}

/** "today, 21 November 2026" */
export function today(day: number): Landmark {
  return { day, text: `today, ${longDate(fromDayNumber(day))}`, class: 'today' };
}
