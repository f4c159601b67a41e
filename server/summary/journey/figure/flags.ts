import type { Stretch } from '../view';
import { LEADING, laneName, SMALL, SPACE, TEXT } from './layout';
import { textWidth } from './measure';
import type { TimeScale } from './scale';
import type { Part, Shape } from './shapes';

const HEIGHT = 2 * LEADING + 6;

/** An inspection with its place from left to right, as its grades have it. */
export interface Column {
  x: number;
  /** "SIF inspection", "September 2016". */
  lines: readonly [string, string];
  place: Stretch['place'];
}

/** What inspections are called, above their grades: each like a flag on a pole, which is drawn with the lanes. */
export function drawFlags(columns: readonly Column[], { left, right }: TimeScale): Part & { /** Where each pole begins. */ poles: readonly number[] } {
  if (!columns.length) return { height: 0, shapes: [], poles: [] };
  const placed: { from: number; to: number; row: number }[] = [];
  // From right to left, each above those behind it: no pole goes through the words of another flag.
  for (const { x, lines } of [...columns].reverse()) {
    const width = Math.max(textWidth(lines[0], TEXT), textWidth(lines[1], SMALL)) + SPACE;
    const from = Math.min(x, right - width);
    const extent = { from, to: from + width };
    const above = placed.filter(other => extent.from < other.to && extent.to > other.from).map(({ row }) => row + 1);
    placed.push({ ...extent, row: Math.max(0, ...above) });
  }
  placed.reverse();
  const rows = Math.max(...placed.map(({ row }) => row)) + 1;
  const tops = placed.map(({ row }) => (rows - 1 - row) * HEIGHT);
  const shapes = columns.flatMap(({ lines, place }, i): Shape[] => {
    const x = placed[i]!.from + 4;
    return [
      { kind: 'text', x, y: tops[i]! + TEXT, text: lines[0], size: TEXT, class: 'flag', place },
      { kind: 'text', x, y: tops[i]! + TEXT + LEADING, text: lines[1], size: SMALL, class: 'flag quiet', place },
    ];
  });
  return { height: rows * HEIGHT, shapes: [...laneName('Inspections', HEIGHT, left), ...shapes], poles: tops };
}
