import { longDate } from '../reference/calendar';
import { matched } from '../reference/match';
import type { WorkspaceRecord } from '../workspace/record';
import { recordAt, type ServerContext } from './context';
import { guard } from './guard';
import { journeyRequest, type JourneyParams, type JourneyResult, type JourneyStep } from './protocol';

/** Answers what all records of an authority are, in order of date. */
export function registerJourney(context: ServerContext): void {
  const { connection, checkerFor, workspace } = context;
  connection.onRequest(journeyRequest, guard(connection, 'journey', null, async (params: JourneyParams): Promise<JourneyResult | null> => {
    await context.allRead();
    const at = recordAt(context, params);
    const authority = at && matched(checkerFor(params.textDocument.uri).inspection(at.slice)?.authority?.match)?.name;
    return authority === undefined ? null : { authority, steps: workspace.journey(authority).map(place => toStep(place, place.slice === at!.slice)) };
  }));
}

function toStep({ inspection, stream, index, uri }: WorkspaceRecord, current: boolean): JourneyStep {
  const overall = inspection.judgements.find(({ counts }) => counts?.level === 'overall')?.gradeMatch;
  return {
    event: matched(inspection.event?.match)?.name ?? inspection.event?.node.text ?? 'Record',
    date: inspection.on ? longDate(inspection.on.date) : '',
    grade: overall && 'grade' in overall ? overall.grade.name : '',
    uri, place: stream.positionOf(index, inspection.root.start), current,
  };
}
