import { html, type Markup } from './markup';
import type { Change, GradeRun } from './view';

/** A grade: never by colour alone, the letter stands in the badge and the word beside it. */
export function gradeBadge({ text, letter, tone }: Pick<GradeRun, 'text' | 'letter' | 'tone'>): Markup {
  const initial = letter === undefined ? '' : html`<span class="letter" aria-hidden="true">${letter}</span>`;
  return html`<span class="grade ${tone}">${initial}<span class="word">${text}</span></span>`;
}

const ARROWS: Readonly<Record<Change['direction'], string>> = { up: '▲', down: '▼', same: '=', other: '' };

/** What became of a grade, with an arrow that says so at a glance. */
export function changeMarkup({ direction, text, then }: Change): Markup {
  const arrow = ARROWS[direction] && html`<span aria-hidden="true">${ARROWS[direction]}</span> `;
  return html`<span class="moved ${direction}">${arrow}${text}${then && html` (then ${then})`}</span>`;
}
