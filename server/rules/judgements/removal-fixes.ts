import type { Inspection } from '../../reference/inspection';
import type { WrittenJudgement } from '../../reference/judgements';
import { removal } from '../pair-edits';
import type { Fix, TextEdit } from '../rule';

/** The edits that take judgements out of a record; undefined where that is not safe, or would leave none. */
export function removals({ record, fields, judgements }: Inspection, lines: readonly WrittenJudgement[]): TextEdit[] | undefined {
  const map = fields.get('judgements')?.value;
  if (map?.kind !== 'map' || lines.length >= judgements.length) return undefined;
  const edits = lines.map(({ pair }) => removal(record, map, pair));
  return edits.every(edit => edit !== undefined) ? edits : undefined;
}

/** The fix that takes judgements out of a record, if that is safe. */
export function removalFixes(inspection: Inspection, lines: readonly WrittenJudgement[]): Fix[] {
  const edits = removals(inspection, lines);
  return edits ? [{ title: lines.length > 1 ? 'Remove these judgements' : 'Remove this judgement', edits }] : [];
}
