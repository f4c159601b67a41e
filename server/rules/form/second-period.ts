import type { MapNode } from '../../records/node';
import { periodsIn, type Inspection } from '../../reference/inspection';
import type { Report, TextEdit } from '../rule';

/** What is said of a fieldwork whose fields stand there again, because inspectors came back; undefined where they do not. */
export function secondPeriod({ fields, record }: Inspection, map: MapNode): Report | undefined {
  if (map !== fields.get('fieldwork')?.value) return undefined;
  const periods = periodsIn(map);
  if (periods.length < 2 || periods.some(({ pairs }) => new Set(pairs.map(({ key }) => key.text)).size < pairs.length)) return undefined;
  const first = periods[0]!.pairs[0]!.key;
  const second = periods[1]!.pairs[0]!.key;
  return {
    start: second.start, end: second.end, message: 'A second period of fieldwork seems to begin here. Where inspectors came back, each period is an entry of a list, with a dash before it.',
    related: [{ start: first.start, end: first.end, message: 'The first begins here.' }],
    fixes: record.faults.length ? [] : [{ title: `Make it a list of ${periods.length}`, edits: map.flow ? inBrackets(map, periods) : withDashes(periods) }],
  };
}

function withDashes(periods: readonly MapNode[]): TextEdit[] {
  return periods.flatMap(({ pairs }) => pairs.map(({ key: { start } }, index) => ({ start, end: start, text: index > 0 ? '  ' : '- ' })));
}

function inBrackets({ start, end }: MapNode, periods: readonly MapNode[]): TextEdit[] {
  const between = periods.slice(1).map((period, index) => ({ start: periods[index]!.end, end: period.start, text: '}, {' }));
  return [{ start, end: start, text: '[' }, ...between, { start: end, end, text: ']' }];
}
