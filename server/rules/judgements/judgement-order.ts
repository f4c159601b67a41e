import type { Pair } from '../../records/node';
import type { Framework } from '../../reference/frameworks';
import type { Inspection } from '../../reference/inspection';
import type { WrittenJudgement } from '../../reference/judgements';
import { frameworkInForce } from '../beginning';
import { reordering } from '../pair-edits';
import { NOTHING, type Fix, type InspectionRule } from '../rule';

export const judgementOrder: InspectionRule = {
  id: 'judgement-order',
  severity: 'hint',
  summary: 'The judgements do not stand in the order in which the report prints them.',
  why: 'Records are easier to compare with their reports, and with each other, in printed order: leaders first and overall effectiveness last in ILACS, overall effectiveness first in SIF.',
  fix: 'all',
  check(inspection, context) {
    const framework = frameworkInForce(inspection, context);
    if (!framework) return NOTHING;
    const lines = firstOfEach(inspection.judgements);
    if (lines.every((line, index) => index === 0 || place(lines[index - 1]!, framework) <= place(line, framework))) return NOTHING;
    const order = [...lines].sort((a, b) => place(a, framework) - place(b, framework));
    const odd = firstOdd(lines, order);
    if (!odd) return NOTHING;
    const { key } = odd.pair;
    const before = order[order.indexOf(odd) - 1];
    return [{
      start: key.start, end: key.end,
      message: `The report prints '${odd.counts!.name}' ${before ? `after '${before.counts!.name}'` : 'first'}.`,
      fixes: reorder(inspection, lines.map(({ pair }) => pair), order.map(({ pair }) => pair)),
    }];
  },
};

/** The lines that count as a judgement; where one stands twice, that is another mistake. */
function firstOfEach(lines: readonly WrittenJudgement[]): WrittenJudgement[] {
  const seen = new Set<string>();
  return lines.filter(({ counts }) => counts && !seen.has(counts.id) && seen.add(counts.id));
}

function place({ counts }: WrittenJudgement, { judgements }: Framework): number {
  return judgements.findIndex(({ id }) => id === counts!.id);
}

/** The first line that has to move, if as few as possible do; undefined where all are in order. */
function firstOdd(lines: readonly WrittenJudgement[], order: readonly WrittenJudgement[]): WrittenJudgement | undefined {
  const staying = longestRise(lines.map(line => order.indexOf(line)));
  return lines.find(line => !staying.has(order.indexOf(line)));
}

/** The members of a longest rising subsequence; of several, the one that ends last: what is written below it joins it, and the line that is odd stays so. */
function longestRise(numbers: readonly number[]): Set<number> {
  const best: number[][] = [];
  for (const number of numbers) {
    const longest = best.filter(rise => rise.at(-1)! < number).reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
    best.push([...longest, number]);
  }
  return new Set(best.reduce((a, b) => (b.length >= a.length ? b : a), []));
}

function reorder({ record, fields }: Inspection, lines: Pair[], order: Pair[]): Fix[] {
  const map = fields.get('judgements')?.value;
  const edits = map?.kind === 'map' ? reordering(record, map, lines, order) : undefined;
  return edits ? [{ title: 'Put the judgements in printed order', edits, all: true }] : [];
}
