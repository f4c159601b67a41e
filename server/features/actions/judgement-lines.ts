import type { MapNode, Node, Pair } from '../../records/node';
import type { JudgementData } from '../../reference/data';
import type { Framework } from '../../reference/frameworks';
import type { Inspection } from '../../reference/inspection';
import { frameworkInForce } from '../../rules/beginning';
import { fieldInsertion } from '../../rules/field-insertion';
import { lacking, mayBeMisnamed } from '../../rules/judgements/lacking';
import { addition } from '../../rules/pair-edits';
import type { RuleContext, TextEdit } from '../../rules/rule';
import { scalarText } from '../../rules/scalar-text';
import { lineBreakOf, lineStartAt } from '../../text/lines';
import { GAP, withoutGaps } from '../gaps';
import { below, holdsNothing } from './below-key';
import { comesTo, newMap, newNothing, newWord, withNode, withPairs } from './intended';

/** Judgements to be added to a record. */
export interface JudgementLines {
  missing: readonly JudgementData[];
  /** With a gap for each grade. */
  edits: TextEdit[];
}

const FIELD = 'judgements';

/**
 * The lines for the judgements that a record lacks under the framework in force, each where the report prints it; the grades are
 * left to be filled in. Undefined where nothing is missing, where it is not known what is, and where there is no place for it.
 */
export function missingLines(inspection: Inspection, context: RuleContext): JudgementLines | undefined {
  const framework = frameworkInForce(inspection, context);
  if (!framework || inspection.record.faults.length || mayBeMisnamed(framework, inspection.judgements)) return undefined;
  const missing = lacking(framework, inspection.judgements);
  const edits = missing.length ? insert(missing, framework, inspection) : [];
  return edits.length && comesTo(inspection.record, withoutGaps(edits), intended(missing, inspection)) ? { missing, edits } : undefined;
}

function insert(missing: readonly JudgementData[], framework: Framework, inspection: Inspection): TextEdit[] {
  const { root, fields } = inspection;
  const pair = fields.get(FIELD);
  const lines = missing.map(judgement => entry(judgement, inspection));
  if (!pair) return [fieldInsertion(inspection, FIELD, root.flow ? [`${keyText(FIELD, inspection)}: {${lines.join(', ')}}`] : [`${FIELD}:`, ...lines.map(line => `  ${line}`)])];
  if (holdsNothing(pair.value)) return root.flow ? [] : below(pair, lines, inspection.record.text);
  return pair.value.kind === 'map' ? among(pair.value, missing, framework, inspection) : [];
}

/** Each behind the last that the report prints before it; in front of all where there is none. */
function among(map: MapNode, missing: readonly JudgementData[], framework: Framework, inspection: Inspection): TextEdit[] {
  const groups = new Map<Pair | undefined, string[]>();
  for (const judgement of missing) {
    const before = framework.judgements.slice(0, framework.judgements.indexOf(judgement));
    const last = before.map(({ id }) => inspection.judgements.find(({ counts }) => counts?.id === id)?.pair).findLast(pair => pair !== undefined);
    groups.set(last, [...(groups.get(last) ?? []), entry(judgement, inspection)]);
  }
  return [...groups].map(([last, lines]) => (last ? addition(inspection.record, map, last, lines) : inFront(map, lines, inspection)));
}

function inFront(map: MapNode, lines: readonly string[], { record: { text } }: Inspection): TextEdit {
  const at = map.pairs[0]!.key.start;
  const between = map.flow ? ', ' : lineBreakOf(text) + text.slice(lineStartAt(text, at), at);
  return { start: at, end: at, text: lines.map(line => line + between).join('') };
}

/** A line with no grade yet: nothing at all would be no value between braces. */
function entry({ name }: JudgementData, inspection: Inspection): string {
  return `${keyText(name, inspection)}: ${isFlow(inspection) ? 'null' : GAP}`;
}

function keyText(name: string, inspection: Inspection): string {
  const { root } = inspection;
  return scalarText(name, root.flow ? root.pairs[0]!.key.style : 'plain', isFlow(inspection));
}

function isFlow({ root, fields }: Inspection): boolean {
  const value = fields.get(FIELD)?.value;
  return root.flow || (value?.kind === 'map' && value.flow && value.pairs.length > 0);
}

function intended(missing: readonly JudgementData[], inspection: Inspection): Node {
  const { root, fields } = inspection;
  const pairs = missing.map(({ name }) => ({ key: newWord(name), value: newNothing(isFlow(inspection) ? 'null' : '') }));
  const value = fields.get(FIELD)?.value;
  if (!value) return withPairs(root, [{ key: newWord(FIELD), value: newMap(pairs) }]);
  return withNode(root, value, value.kind === 'map' ? withPairs(value, pairs) : newMap(pairs));
}
