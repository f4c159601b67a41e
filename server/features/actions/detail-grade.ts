import { isEmpty, type MapNode, type Pair, type ScalarNode } from '../../records/node';
import { removal } from '../../rules/pair-edits';
import type { TextEdit } from '../../rules/rule';
import { scalarText } from '../../rules/scalar-text';
import { lineBreakOf, lineStartAt } from '../../text/lines';
import { STEP } from '../format/blocks';
import { tokensOf, type Token } from '../format/tokens';
import { pairSpan } from '../place';
import { comesTo, newMap, newWord, withNode } from './intended';
import { isIn, rewrite, type Refactoring, type Selected } from './refactoring';

const FIELD = 'grade';

/** Gives a grade lines of its own, so that a summary or findings can stand beside it; and takes them away where there is nothing else. */
export const detailGrade: Refactoring = selected => {
  const pair = selected.inspection.judgements.find(line => isIn(selected, pairSpan(line.pair)))?.pair;
  if (!pair || isEmpty(pair.value)) return [];
  if (pair.value.kind === 'scalar') return expand(pair, pair.value, selected);
  return pair.value.kind === 'map' && !isAlias(pair.value, selected) ? collapse(pair, pair.value, selected) : [];
};

function expand({ key }: Pair, value: ScalarNode, selected: Selected) {
  const { record, root } = selected.inspection;
  const colon = colonEnd(record.text, key);
  const first = tokensBehind(colon, selected).find(({ kind }) => kind !== 'comment');
  const map = newMap([{ key: newWord(FIELD), value }]);
  const edits = first ? opened(key, value, colon, first, selected) : [];
  return edits.length && comesTo(record, edits, withNode(root, value, map)) ? [rewrite('Make room beside the grade for a summary and findings', edits)] : [];
}

function opened(key: ScalarNode, value: ScalarNode, colon: number, first: Token, { inspection: { fields, root }, slice: { text } }: Selected): TextEdit[] {
  const map = fields.get('judgements')?.value;
  if (root.flow || (map?.kind === 'map' && map.flow)) {
    return [{ start: first.start, end: first.start, text: `{${scalarText(FIELD, key.style, true)}: ` }, { start: value.end, end: value.end, text: '}' }];
  }
  if (/[\n\r]/.test(text.slice(colon, first.start))) return [{ start: first.start, end: first.start, text: `${FIELD}: ` }];
  const indent = ' '.repeat(key.start - lineStartAt(text, key.start) + STEP);
  return [{ start: colon, end: first.start, text: `${lineBreakOf(text)}${indent}${FIELD}: ` }];
}

function collapse({ key }: Pair, map: MapNode, selected: Selected) {
  const { record, root } = selected.inspection;
  const [only, ...others] = map.pairs;
  if (!only || others.length || only.key.text !== FIELD || only.value.kind !== 'scalar' || isEmpty(only.value)) return [];
  const edits = closed(colonEnd(record.text, key), map, only, only.value, selected);
  return edits && comesTo(record, edits, withNode(root, map, only.value)) ? [rewrite('Write the grade alone, beside its judgement', edits)] : [];
}

function closed(colon: number, map: MapNode, only: Pair, grade: ScalarNode, selected: Selected): TextEdit[] | undefined {
  const { record } = selected.inspection;
  const before = tokensBehind(colon, selected).filter(({ start }) => start < only.key.start);
  const first = tokensBehind(colonEnd(record.text, only.key), selected)[0];
  if (!first || before.some(({ kind }) => kind === 'property')) return undefined;
  if (map.flow) return [{ start: map.start, end: first.start, text: '' }, { start: grade.end, end: map.end, text: '' }];
  if (!before.length && first.kind !== 'comment') return [{ start: colon, end: first.start, text: ' ' }];
  // A comment stands between: it stays where it is, and so does one behind the grade, on a line of its own.
  const rest = removal(record, map, only);
  return rest && [{ start: colon, end: colon, text: ` ${record.text.slice(first.start, grade.end)}` }, rest];
}

function tokensBehind(offset: number, { inspection: { record, root } }: Selected): Token[] {
  return tokensOf(record.text, root).filter(({ start }) => start >= offset);
}

function colonEnd(text: string, key: ScalarNode): number {
  return key.end + (/^\s*:/.exec(text.slice(key.end))?.[0].length ?? 0);
}

function isAlias({ start }: MapNode, { slice: { text } }: Selected): boolean {
  return text[start] === '*';
}
