import type { EventData } from '../../reference/data';
import type { DecidingDate, Framework } from '../../reference/frameworks';
import { matched } from '../../reference/match';
import type { Reference } from '../../reference/reference';
import { alternatives } from '../../text/did-you-mean';
import { quote } from '../../text/quote';
import type { DraftMaker } from '../draft';
import { meaningIn, namesFrameworkAlone, onlyEventIn } from './names';
import type { Row, TableContext } from './row';

/**
 * Decides what kind of inspection a row is about, and sets it: as its own cell says; else as the headings or the title of the table say;
 * else it follows from what the row has, with a doubt where that leaves several kinds. What the cell says is kept where it is no kind that is
 * known; the judgements are then those of the kind that the row fits.
 */
export function decideEvent(row: Row, on: DecidingDate, { event: given, titleEvent, title }: TableContext, maker: DraftMaker): EventData | undefined {
  const { reference, group } = row;
  const written = row.cell('event');
  if (written) {
    const event = matched(reference.events.match(written.cell.text));
    const named = event ?? onlyEventIn(written.cell.text, reference);
    const isOpen = named && namesFrameworkAlone(written.cell.text, named, reference);
    const doubt = !named ? 'no event of this name is known' : isOpen ? leftOpen(eventsBeside(named, on, reference)) : event ? undefined : `the table has ${quote(written.cell.text)}`;
    maker.set('event', named?.name ?? written.cell.text, { ...row.evidence(written.column, written.cell), doubt, ...(doubt !== undefined && !isOpen && { isSaid: true }) });
    return named ?? gradedEvents(row, on)[0];
  }
  // Titles of tables of graded inspections name the framework at most.
  const isUngraded = row.judgements.length === 0 && !group.roles.outcome && titleEvent?.result === 'none';
  const said = given ?? group.event ?? (isUngraded ? titleEvent : undefined);
  if (said) {
    // What the user says was read nowhere.
    const words = given ? undefined : group.event ? group.heading : title;
    const doubt = words !== undefined && namesFrameworkAlone(words, said, reference) ? leftOpen(eventsBeside(said, on, reference)) : undefined;
    maker.set('event', said.name, words === undefined ? {} : { evidence: { place: row.place, words }, doubt });
    return said;
  }
  const possible = group.roles.outcome ? reference.events.all.filter(event => event.result === 'outcome' && reference.frameworks.eventInForce(event, on)) : gradedEvents(row, on);
  const [event] = possible;
  if (event) maker.set('event', event.name, { doubt: leftOpen(possible) });
  else maker.remark(['event'], { doubt: 'the table does not say what kind of event this was' });
  return event;
}

/** What is to be said where several kinds are possible. */
function leftOpen(possible: readonly EventData[]): string | undefined {
  return possible.length > 1 ? `the table does not say whether this was ${alternatives(possible.map(({ name }) => name))}` : undefined;
}

/** The kinds of inspection that have an edition with an event in common, and that event. */
function eventsBeside(event: EventData, on: DecidingDate, reference: Reference): EventData[] {
  const ids = new Set(editionsOn(event, on, reference).flatMap(({ events }) => events));
  return reference.events.all.filter(({ id }) => ids.has(id));
}

/** The events with an edition in force on that day that has the judgements of the row: all, or as many of them as any. */
function gradedEvents(row: Row, on: DecidingDate): EventData[] {
  const { reference } = row;
  const known = (framework: Framework, event: EventData) => row.judgements.filter(({ column }) => meaningIn(column.heading, framework, reference.frameworks.of(event)).judgements.length > 0).length;
  const counts = reference.events.all.filter(({ result }) => result === 'grades')
    .map(event => ({ event, count: Math.max(0, ...editionsOn(event, on, reference).map(framework => known(framework, event))) }));
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return counts.filter(({ count }) => count === most).map(({ event }) => event);
}

/** The editions of an event that may have been in force. */
export function editionsOn(event: EventData, on: DecidingDate, { frameworks }: Reference): readonly Framework[] {
  const edition = frameworks.edition(event, on);
  return edition.kind === 'one' ? [edition.framework] : edition.kind === 'several' ? edition.frameworks : [];
}
