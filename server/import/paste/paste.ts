import { toValue } from '../../records/node';
import type { Slice } from '../../records/slice';
import type { Inspection } from '../../reference/inspection';
import type { TextEdit } from '../../rules/rule';
import { applyEdits } from '../../text/edits';
import type { Draft } from '../draft';
import { entryEdits, fieldEdit, listAddition } from '../merge-edits';
import type { Point } from '../report/sections';
import { fieldLines } from '../write-record';
import { pastedJudgements } from './pasted-judgements';
import { pastedPoints } from './pasted-points';

/** What is made of a pasted text. */
export interface Pasted {
  /** What it was taken for. */
  as: 'judgements' | 'findings';
  /** How many of them were in it. */
  count: number;
  /** The slice with it. */
  text: string;
}

/**
 * A text that was pasted into a record, made part of it: a table of judgements under the names of the edition in force, a list as findings.
 * What the record says already stays. Undefined where the text is neither, or nothing is added by it.
 * @param field the list that findings belong to
 */
export function paste(slice: Slice, inspection: Inspection, pasted: string, field: 'strengths' | 'needs_improvement' | 'priority_actions'): Pasted | undefined {
  if (inspection.root.flow) return undefined;
  const judgements = withJudgements(slice, inspection, pasted);
  if (judgements) return judgements.text === slice.text ? undefined : { as: 'judgements', ...judgements };
  const points = pastedPoints(pasted, inspection.reference);
  if (points.length === 0) return undefined;
  const edit = listEdit(inspection, field, points);
  return edit && { as: 'findings', count: points.length, text: applyEdits(slice.text, [edit]) };
}

/** Points that are in the list already are not added again. */
function listEdit(inspection: Inspection, field: string, points: readonly Point[]): TextEdit | undefined {
  const pair = inspection.fields.get(field);
  const own = pair?.value.kind === 'list' ? pair.value.items.map(item => JSON.stringify(toValue(item))) : [];
  const entries = points.map(point => (point.national_framework === undefined ? point.text : point)).filter(entry => !own.includes(JSON.stringify(entry)));
  if (entries.length === 0) return undefined;
  const draft = draftOf({ [field]: entries });
  if (pair?.value.kind !== 'list' || pair.value.items.length === 0) return fieldEdit(inspection, draft, field, { evidence: false });
  return pair.value.flow ? undefined : listAddition(inspection, { ...pair, value: pair.value }, fieldLines(draft, field, { evidence: false }));
}

/** Undefined where the text holds no judgements of the edition in force. */
function withJudgements(slice: Slice, inspection: Inspection, pasted: string): Pick<Pasted, 'count' | 'text'> | undefined {
  const { edition, reference } = inspection;
  const found = edition?.kind === 'one' ? pastedJudgements(pasted, edition.framework, reference) : [];
  if (found.length === 0) return undefined;
  const draft = draftOf({ judgements: Object.fromEntries(found.map(({ judgement, grade }) => [judgement.name, grade.name])) });
  return { count: found.length, text: applyEdits(slice.text, judgementEdits(inspection, draft)) };
}

function judgementEdits(inspection: Inspection, draft: Draft): TextEdit[] {
  const pair = inspection.fields.get('judgements');
  if (pair?.value.kind !== 'map') return [fieldEdit(inspection, draft, 'judgements', { evidence: false }) ?? []].flat();
  const own = new Map(inspection.judgements.map(({ pair: entry, counts, match }) => [counts?.name ?? (match.kind === 'elsewhere' ? match.judgement.name : entry.key.text), entry]));
  return entryEdits(inspection, pair.value, own, draft, 'judgements', { evidence: false });
}

function draftOf(value: Record<string, unknown>): Draft {
  return { value, remarks: [], origin: '' };
}
