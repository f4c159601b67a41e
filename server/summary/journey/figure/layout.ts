import { wrapToWidth } from './measure';
import type { Part, Shape } from './shapes';

/** Measures of the figure, in its own units: about a pixel where it is as wide as it is drawn. */
export const TEXT = 12;
export const SMALL = 11;
/** Between one line of text and the next. */
export const LEADING = 14;
/** Between things that stand beside one another. */
export const SPACE = 8;

/**
 * The name of a lane or of a group of marks, in as many lines as it takes; beside something of this height.
 * @param gutter where names end
 */
export function laneName(name: string, height: number, gutter: number, className = 'name'): Shape[] {
  const most = Math.max(1, Math.floor(height / LEADING));
  const lines = wrapToWidth(name, TEXT, gutter - SPACE, Math.min(most, 3));
  const top = height / 2 - ((lines.length - 1) * LEADING) / 2 + TEXT * 0.35;
  return lines.map((text, i) => ({ kind: 'text', x: 0, y: top + i * LEADING, text, size: TEXT, class: className, ...(text.endsWith('…') && { title: name }) }));
}

/** A line across all of the figure, above a part. */
export function ruled({ height, shapes }: Part, width: number): Part {
  return { height, shapes: [{ kind: 'line', x1: 0, y1: 0, x2: width, y2: 0, class: 'rule' }, ...shapes] };
}
