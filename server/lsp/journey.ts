import { longDate } from '../reference/calendar';
import { matched } from '../reference/match';
import { eventsOf, type JourneyEvent } from '../workspace/events';
import { byDate, type WorkspaceRecord } from '../workspace/record';
import { recordAt, type ServerContext } from './context';
import { guard } from './guard';
import { journeyRequest, type JourneyParams, type JourneyResult, type JourneyStep } from './protocol';

/** Answers what became of an authority: its events in order of date, after those of the authorities in whose place it came. */
export function registerJourney(context: ServerContext): void {
  const { connection, checkerFor, workspace } = context;
  connection.onRequest(journeyRequest, guard(connection, 'journey', null, async (params: JourneyParams): Promise<JourneyResult | null> => {
    await context.allRead();
    const at = recordAt(context, params);
    const inspection = at && checkerFor(params.textDocument.uri).inspection(at.slice);
    const authority = matched(inspection?.authority?.match);
    if (!inspection || !authority) return null;
    const asked = workspace.record(at.slice);
    const earlier = inspection.reference.authorities.predecessors(authority)
      .flatMap(({ name }) => eventsOf(workspace.journey(name)).map(event => ({ event, predecessor: name })))
      .sort((a, b) => byDate(a.event[0], b.event[0]));
    const own = eventsOf(workspace.journey(authority.name)).map(event => ({ event }));
    return { authority: authority.name, steps: [...earlier, ...own].map(({ event, ...mark }) => ({ ...toStep(context, event, asked), ...mark })) };
  }));
}

function toStep({ documents }: ServerContext, event: JourneyEvent, asked: WorkspaceRecord | undefined): JourneyStep {
  const told = event.find(record => record === asked) ?? event.find(({ uri }) => uri === asked?.uri) ?? event[0];
  const { inspection, stream, index, uri } = told;
  const overall = inspection.judgements.find(({ counts }) => counts?.level === 'overall')?.gradeMatch;
  return {
    event: matched(inspection.event?.match)?.name ?? inspection.event?.node.text ?? 'Record',
    date: inspection.on ? longDate(inspection.on.date) : '',
    grade: overall && 'grade' in overall ? overall.grade.name : '',
    uri: documents.get(uri)?.uri ?? uri, place: stream.positionOf(index, inspection.root.start),
    told: event.length, current: told === asked,
  };
}
