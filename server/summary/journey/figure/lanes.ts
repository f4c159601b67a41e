import type { Lane, Stretch } from '../view';
import { laneName, SMALL, TEXT } from './layout';
import { textWidth, wrapToWidth } from './measure';
import type { TimeScale } from './scale';
import { lowered, type Part, type Shape } from './shapes';

const HEIGHT = 35;
const BAR = 27;
/** Width of the part of a bar that holds the letter. */
export const LETTER = 22;
const TIP = 7;
/** From one line to the next where a word takes several. */
const CLOSE = 12.5;

/** Where the days on which something was graded stand: two that would cover one another stand beside each other. */
export interface Columns {
  (day: number): number;
  /** Whether something was graded on that day: its letter takes room. */
  has(day: number): boolean;
}

/** A lane for each topic: bars for as long as grades stood, each with its letter where it was given and its word where there is room. */
export function drawLanes(lanes: readonly Lane[], columns: Columns, { left, right }: TimeScale): Part {
  const rowOf = new Map(lanes.map(({ topic }, row) => [topic.id, row]));
  const rules = lanes.map((_, row): Shape => ({ kind: 'line', x1: 0, y1: row * HEIGHT, x2: right, y2: row * HEIGHT, class: 'rule' }));
  const shapes = lanes.flatMap(({ topic, stretches }, row): Shape[] => [
    ...lowered(laneName(topic.name, HEIGHT, left, topic.level === 'overall' ? 'name strong' : 'name'), row * HEIGHT),
    ...stretches.flatMap(stretch => blocks([row, ...stretch.together.flatMap(id => rowOf.get(id) ?? [])]).flatMap(({ first, last }) => bar(stretch, first, last, columns))),
  ]);
  return { height: lanes.length * HEIGHT + 4, shapes: [...rules, ...shapes] };
}

/** Rows that follow one another, taken together. */
function blocks(rows: readonly number[]): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const block = found.at(-1);
    if (block?.last === row - 1) block.last = row;
    else found.push({ first: row, last: row });
  }
  return found;
}

function bar({ from, to, open, grade, told, place }: Stretch, first: number, last: number, columns: Columns): Shape[] {
  const x = columns(from) - LETTER / 2;
  const y = first * HEIGHT + (HEIGHT - BAR) / 2;
  const height = (last - first) * HEIGHT + BAR;
  const end = Math.max(columns(to) - (open ? TIP : columns.has(to) ? LETTER / 2 + 2 : 0), x + LETTER);
  const title = `${grade.text}: ${told}`;
  const common = { place, title };
  const middle = y + height / 2 + TEXT * 0.36;
  return [
    { kind: 'rect', x, y, width: end - x, height, class: `bar ${grade.tone}`, ...common },
    ...(open ? [{ kind: 'polygon' as const, points: [[end, y], [end + TIP, y + height / 2], [end, y + height]] as const, class: `bar ${grade.tone}`, ...common }] : []),
    { kind: 'rect', x, y, width: LETTER, height, class: `block ${grade.tone}`, ...common },
    { kind: 'text', x: x + LETTER / 2, y: middle, text: grade.letter ?? '–', size: TEXT, anchor: 'middle', class: `initial ${grade.tone}`, ...common },
    ...wordLines(grade.text, end - x - LETTER - 8, height).map(({ text, size, below }): Shape => ({ kind: 'text', x: x + LETTER + 5, y: middle + below, text, size, class: `spelt ${grade.tone}`, ...common })),
  ];
}

/** The word of a grade as it fits into its bar: on one line, a little smaller, on several lines, or not at all. */
function wordLines(text: string, width: number, height: number): { text: string; size: number; below: number }[] {
  for (const size of [TEXT, SMALL]) if (textWidth(text, size) <= width) return [{ text, size, below: 0 }];
  const lines = wrapToWidth(text, SMALL, width, Infinity);
  if (lines.some(line => textWidth(line, SMALL) > width) || lines.length * CLOSE > height) return [];
  return lines.map((line, i) => ({ text: line, size: SMALL, below: (i - (lines.length - 1) / 2) * CLOSE }));
}
