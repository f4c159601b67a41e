import { attributes, html, type Markup } from '../markup';
import { textWidth } from '../journey/figure/measure';
import type { GradeRun } from '../view';

/** A part of a bar: how many, of what. */
export interface Share {
  grade: Pick<GradeRun, 'text' | 'letter' | 'tone'>;
  count: number;
}

const HEIGHT = 24;
const SIZE = 12;
/** The narrowest that a bar is shown, for what can be read in its parts. */
const NARROWEST = 250;

/**
 * Counts as a bar, each part with its letter and number where there is room; what they are is said in words beside it, and by its label.
 * @param all what takes the whole width: more than the sum of the counts where other bars are longer
 */
export function bar(shares: readonly Share[], label: string, all = totalOf(shares)): Markup {
  let before = 0;
  const parts = shares.filter(({ count }) => count).map(({ grade, count }) => {
    const [x, width] = [(before / all) * 100, (count / all) * 100];
    before += count;
    const words = [`${grade.letter ?? '–'} ${count}`, String(count)].find(text => textWidth(text, SIZE) + 4 <= (width / 100) * NARROWEST);
    const rect = html`<rect class="bar ${grade.tone}"${attributes({ x: `${rounded(x)}%`, width: `${rounded(width)}%`, height: HEIGHT - 2, y: 1 })}><title>${grade.text}: ${count}</title></rect>`;
    return html`${rect}${words && html`<text class="${grade.tone}"${attributes({ x: `${rounded(x + width / 2)}%`, y: HEIGHT / 2 + 4, 'text-anchor': 'middle', 'font-size': SIZE })}>${words}</text>`}`;
  });
  return html`<svg class="shares" role="img" width="100%"${attributes({ height: HEIGHT, 'aria-label': label })}>${parts}</svg>`;
}

export function totalOf(shares: readonly Share[]): number {
  return shares.reduce((sum, { count }) => sum + count, 0);
}

/** "Good 70, Inadequate 12". */
export function sharesInWords(shares: readonly Share[]): string {
  return shares.filter(({ count }) => count).map(({ grade, count }) => `${grade.text} ${count}`).join(', ') || 'none';
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}
