import type { Slice } from '../../records/slice';
import type { Inspection } from '../../reference/inspection';
import { applyEdits } from '../../text/edits';
import type { Draft } from '../draft';
import { entryEdits, fieldEdit } from '../merge-edits';
import { pastedJudgements } from './pasted-judgements';
import { pastedPoints } from './pasted-points';

/** What is made of a pasted text. */
export interface Pasted {
  /** What it was taken for. */
  as: 'judgements' | 'findings';
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
  const text = withJudgements(slice, inspection, pasted);
  if (text !== undefined) return text === slice.text ? undefined : { as: 'judgements', text };
  const points = pastedPoints(pasted, inspection.reference);
  if (points.length === 0) return undefined;
  const value = { [field]: points.map(point => (point.national_framework === undefined ? point.text : point)) };
  const edit = fieldEdit(inspection, draftOf(value), field, { evidence: false });
  return edit && { as: 'findings', text: applyEdits(slice.text, [edit]) };
}

/** Undefined where the text holds no judgements of the edition in force. */
function withJudgements(slice: Slice, inspection: Inspection, pasted: string): string | undefined {
  const { edition, reference, fields } = inspection;
  const found = edition?.kind === 'one' ? pastedJudgements(pasted, edition.framework, reference) : [];
  if (found.length === 0) return undefined;
  const draft = draftOf({ judgements: Object.fromEntries(found.map(({ judgement, grade }) => [judgement.name, grade.name])) });
  const pair = fields.get('judgements');
  if (pair?.value.kind !== 'map') {
    const edit = fieldEdit(inspection, draft, 'judgements', { evidence: false });
    return edit ? applyEdits(slice.text, [edit]) : slice.text;
  }
  if (pair.value.flow) return slice.text;
  const own = new Map(inspection.judgements.map(({ pair: entry, counts, match }) => [counts?.name ?? (match.kind === 'elsewhere' ? match.judgement.name : entry.key.text), entry]));
  return applyEdits(slice.text, entryEdits(inspection, pair.value, own, draft, 'judgements', { evidence: false }));
}

function draftOf(value: Record<string, unknown>): Draft {
  return { value, remarks: [], origin: '' };
}
