import type { Checker } from '../findings/checker';
import type { Slice } from '../records/slice';
import type { Framework } from '../reference/frameworks';
import type { Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { frameworkInForce } from '../rules/beginning';
import { lacking } from '../rules/judgements/lacking';
import type { TextEdit } from '../rules/rule';
import { followUpEntry } from './actions/follow-up-entry';
import { missingLines } from './actions/judgement-lines';

/** What can be added to a record, with gaps to be filled in; or, for whoever asked for it, why not. */
export type Insertion = { edits: readonly TextEdit[] } | { refusal: string };

export type Insertable = 'judgements' | 'followUp';

const WAYS: Readonly<Record<Insertable, (inspection: Inspection, checker: Checker) => Insertion>> = {
  judgements(inspection, { context }) {
    const lines = missingLines(inspection, context);
    return lines ? { edits: lines.edits } : { refusal: noJudgements(inspection, frameworkInForce(inspection, context)) };
  },
  followUp(inspection) {
    const edits = followUpEntry(inspection);
    return edits ? { edits } : { refusal: "There is no place for it: 'follow_up' is to be a list with every entry on lines of its own." };
  },
};

/** @param slice the record into which it is to go */
export function insertion(what: Insertable, slice: Slice, checker: Checker): Insertion {
  const inspection = checker.inspection(slice);
  if (!inspection) return { refusal: 'Put the cursor in a record first.' };
  if (inspection.record.faults.length) return { refusal: 'This record has a mistake in its YAML. Mend it first.' };
  return WAYS[what](inspection, checker);
}

function noJudgements({ event, judgements }: Inspection, framework: Framework | undefined): string {
  const kind = matched(event?.match);
  if (kind && kind.result !== 'grades') return `A record of the event '${kind.name}' has no judgements.`;
  if (!framework) return 'Which judgements belong here follows from the event and the first day of fieldwork. Put those right first.';
  return lacking(framework, judgements).length ? 'Mend the judgements that are underlined first: one of them may be what is missing.' : 'All judgements of the framework in force are there.';
}
