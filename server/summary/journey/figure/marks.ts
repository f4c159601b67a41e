import type { Gap, Mark, Period } from '../view';
import { LEADING, laneName, SMALL, SPACE, TEXT } from './layout';
import { shortened, textWidth } from './measure';
import { rowsFor } from './room';
import type { TimeScale } from './scale';
import type { Part, Shape } from './shapes';

const HEIGHT = 2 * LEADING + 6;
const RADIUS = 5.5;

/** Marks with words beside them, in as many rows as it takes for none to cover another. */
export function drawMarks(name: string, marks: readonly Mark[], form: 'circle' | 'diamond', scale: TimeScale): Part {
  if (!marks.length) return { height: 0, shapes: [] };
  const labels = marks.map(mark => labelled(scale.at(mark.day), scale, [mark.name, [mark.detail, mark.when].filter(text => text !== undefined).join(', ')]));
  const rows = rowsFor(labels, SPACE);
  const shapes = marks.flatMap((mark, i) => {
    const y = rows[i]! * HEIGHT + HEIGHT / 2;
    const { x } = labels[i]!;
    return [...uncertainty(mark, y, scale), symbol(mark, x, y, form), ...words(labels[i]!, y, mark.place)];
  });
  return { height: (Math.max(...rows) + 1) * HEIGHT + 4, shapes: [...laneName(name, HEIGHT, scale.left), ...shapes] };
}

/** Times of silence as hatched bars with their words in them; what else lacks as a mark. */
export function drawGaps(gaps: readonly Gap[], scale: TimeScale): Part {
  if (!gaps.length) return { height: 0, shapes: [] };
  const labels = gaps.map(({ short, span, day }) => (span ? inside(scale.at(span.from), scale.at(span.to), scale, short) : labelled(scale.at(day), scale, short)));
  const rows = rowsFor(labels.map(({ from, to }) => ({ from, to })), SPACE);
  const shapes = gaps.flatMap(({ span, text }, i): Shape[] => {
    const top = rows[i]! * HEIGHT;
    const label = labels[i]!;
    if (!span) return [{ kind: 'text', x: label.x, y: top + HEIGHT / 2 + 4, text: '?', size: TEXT, anchor: 'middle', class: 'question', title: text }, ...words(label, top + HEIGHT / 2)];
    const [x, end] = [scale.at(span.from), scale.at(span.to)];
    return [{ kind: 'rect', x: x + 4, y: top + 2, width: Math.max(end - x - 8, 2), height: HEIGHT - 4, round: 3, class: 'gap', title: text }, ...words(label, top + HEIGHT / 2)];
  });
  return { height: (Math.max(...rows) + 1) * HEIGHT + 4, shapes: [...laneName('Gaps in the records', HEIGHT, scale.left), ...shapes] };
}

/** Times in which somebody ran the services in the authority's place. */
export function drawTrusts(trusts: readonly Period[], scale: TimeScale): Part {
  if (!trusts.length) return { height: 0, shapes: [] };
  const rows = rowsFor(trusts, 0);
  const shapes = trusts.flatMap(({ name, from, to }, i): Shape[] => {
    const [x, width, y] = [scale.at(from), scale.at(to) - scale.at(from), rows[i]! * 26 + 3];
    const text = shortened(name, SMALL, width - 12);
    return [
      { kind: 'rect', x, y, width, height: 20, class: 'ribbon', title: name },
      ...(text.length > 2 ? [{ kind: 'text' as const, x: x + 6, y: y + 14, text, size: SMALL, class: 'edition', title: name }] : []),
    ];
  });
  return { height: (Math.max(...rows) + 1) * 26 + 2, shapes: [...laneName('Services run by', 26, scale.left), ...shapes] };
}

/** Words beside a point: to its right, or to its left where there is no room. */
interface Label {
  x: number;
  textX: number;
  anchor?: 'end' | 'middle';
  lines: readonly [string, string];
  from: number;
  to: number;
}

function labelled(x: number, { right }: TimeScale, lines: readonly [string, string]): Label {
  const width = Math.max(textWidth(lines[0], TEXT), textWidth(lines[1], SMALL)) + SPACE;
  const beside = RADIUS + 4;
  if (x + beside + width <= right) return { x, textX: x + beside, lines, from: x - RADIUS, to: x + beside + width };
  return { x, textX: x - beside, anchor: 'end', lines, from: x - beside - width, to: x + RADIUS };
}

function inside(from: number, to: number, { left, right }: TimeScale, lines: readonly [string, string]): Label {
  const middle = (from + to) / 2;
  const width = Math.max(textWidth(lines[0], TEXT), textWidth(lines[1], SMALL)) + SPACE;
  const x = Math.min(Math.max(middle, left + width / 2), right - width / 2);
  return { x, textX: x, anchor: 'middle', lines, from: Math.min(from, x - width / 2), to: Math.max(to, x + width / 2) };
}

function words({ textX: x, anchor, lines }: Label, y: number, place?: Mark['place']): Shape[] {
  return [
    { kind: 'text', x, y: y - 2, text: lines[0], size: TEXT, anchor, class: 'label', place },
    { kind: 'text', x, y: y - 2 + LEADING, text: lines[1], size: SMALL, anchor, class: 'label quiet', place },
  ];
}

function symbol({ name, when, undated, place }: Mark, x: number, y: number, form: 'circle' | 'diamond'): Shape {
  const common = { class: undated ? 'mark undated' : 'mark', place, title: `${name}, ${when}` };
  if (form === 'circle') return { kind: 'circle', x, y, radius: RADIUS, ...common };
  return { kind: 'polygon', points: [[x, y - RADIUS - 1], [x + RADIUS + 1, y], [x, y + RADIUS + 1], [x - RADIUS - 1, y]], ...common };
}

/** A date that may mean several days is a line as long as these. */
function uncertainty({ range }: Mark, y: number, scale: TimeScale): Shape[] {
  return range ? [{ kind: 'line', x1: scale.at(range.from), y1: y, x2: scale.at(range.to), y2: y, class: 'range' }] : [];
}
