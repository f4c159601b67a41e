import { pairOf } from '../records/node';
import { compareDates, type CalendarDate } from '../reference/calendar';
import type { EventData, NextStepData } from '../reference/data';
import type { Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { capitalised, listed } from '../text/words';
import { monthInWords } from './dates';
import { estimate } from './estimate';
import { graded } from './previous';
import { runOf, textOf } from './runs';
import type { Line, Run, TableSection } from './view';

/** A step that follows from an inspection: this one, or the last one that was graded. */
interface Due {
  step: NextStepData;
  of: Inspection;
}

/**
 * What usually comes after an inspection: with the dates that the record gives, with the inspection that came, or else with an
 * estimate, which is called one. Undefined where nothing is known to follow.
 * @param journey the records of the authority, this one among them, in order of date
 */
export function nextStepsSection(inspection: Inspection, journey: readonly Inspection[], today: Required<CalendarDate>): TableSection | undefined {
  const rows = dueAfter(inspection, journey).flatMap(due => row(due, inspection, journey, today) ?? []);
  if (!rows.length) return undefined;
  const title = rows.some(({ isOpen }) => isOpen) ? 'What happens next' : 'What happened next';
  return { id: 'next', title, style: 'table', columns: ['Step', 'When', 'Why'], rows: rows.map(({ cells }) => cells) };
}

interface Row {
  cells: readonly Line[];
  /** Nothing is known to have come of it yet. */
  isOpen: boolean;
}

/** A visit changes nothing about the inspection that is to come. */
function dueAfter(inspection: Inspection, journey: readonly Inspection[]): Due[] {
  const own = stepsAfter(inspection).map(step => ({ step, of: inspection }));
  if (matched(inspection.event?.match)?.result !== 'none') return own;
  const last = journey.slice(0, Math.max(0, journey.indexOf(inspection))).findLast(other => isGraded(other) && sameInspectorate(other, inspection));
  return last ? [...own, ...stepsAfter(last).filter(step => isInspection(step, last)).map(step => ({ step, of: last }))] : own;
}

function stepsAfter(inspection: Inspection): NextStepData[] {
  const event = matched(inspection.event?.match);
  return event ? inspection.reference.nextSteps.filter(step => step.after.includes(event.id) && holds(step.when ?? {}, inspection)) : [];
}

function holds({ frameworks, overall, any, outcome, field }: NonNullable<NextStepData['when']>, inspection: Inspection): boolean {
  const { edition, judgements } = inspection;
  const isOneOf = (ids: readonly string[], isMeant: (level: string) => boolean) =>
    judgements.some(({ counts, gradeMatch: match }) => counts && isMeant(counts.level) && (match?.kind === 'exact' || match?.kind === 'spelling') && ids.includes(match.grade.id));
  return (!frameworks || (edition?.kind === 'one' && frameworks.includes(edition.framework.id)))
    && (!overall || isOneOf(overall, level => level === 'overall'))
    && (!any || isOneOf(any, level => level !== 'separate'))
    && (!outcome || outcome.includes(outcomeId(inspection) ?? ''))
    && (!field || wordsIn(inspection, field) !== '');
}

function outcomeId(inspection: Inspection): string | undefined {
  const { event, reference } = inspection;
  const scale = reference.grades.scale(matched(event?.match)?.outcome_scale ?? '');
  const match = scale && reference.grades.match(wordsIn(inspection, 'outcome'), scale);
  return match && match.kind !== 'unknown' ? match.grade.id : undefined;
}

function wordsIn({ fields }: Inspection, field: string): string {
  const value = fields.get(field)?.value;
  return value ? textOf(value) : '';
}

function row({ step, of }: Due, inspection: Inspection, journey: readonly Inspection[], today: Required<CalendarDate>): Row | undefined {
  const what: Run = { text: nameOf(step, of), from: of === inspection ? startOf(step, of) : undefined };
  const told = (when: Line, isOpen = false): Row => ({ cells: [[what], when, [{ text: `${step.reason} Source: ${step.source}.` }]], isOpen });
  const stated = statedIn(of, step);
  if (stated.length) return told(stated);
  const later = journey.slice(journey.indexOf(inspection) + 1).filter(other => other.on && sameInspectorate(other, of));
  const came = later.find(other => fulfils(other, step, of));
  if (came) return told(cameAs(came, what.text, journey));
  // What did not come before the next inspection is not to be expected any more; area inspections have a time of their own.
  if (matched(of.event?.match)?.result !== 'outcome' && later.some(isGraded)) return undefined;
  return told([expected(step, of, today)], true);
}

/** Where the record says what a step is counted from: the publication, or the days on site; else what the event was. */
function startOf({ due }: NextStepData, { published, fieldwork: [stay], on, event }: Inspection): number | undefined {
  const counted = due?.since === 'published' || on?.basis === 'published' ? published : stay?.start;
  return (counted ?? event)?.node.start;
}

function expected(step: NextStepData, of: Inspection, today: Required<CalendarDate>): Run {
  if (!step.due) return { text: 'no day is laid down' };
  const { text, latest } = estimate(step.due, of);
  if (!latest) return { text };
  return { text, mark: compareDates(latest, today) < 0 ? 'estimated; there is no record of it' : 'estimated' };
}

/** Where the record itself tells of the step: "Action plan due 9 March 2017". */
function statedIn({ fields }: Inspection, { follow_up: kinds = [] }: NextStepData): Run[] {
  const list = fields.get('follow_up')?.value;
  const entries = list?.kind === 'list' ? list.items : [];
  const told = entries.flatMap(entry => {
    const kind = entry.kind === 'map' ? runOf(pairOf(entry, 'kind')?.value) : undefined;
    const date = entry.kind === 'map' ? runOf(pairOf(entry, 'date')?.value, 'date') : undefined;
    return kind && date && kinds.includes(kind.text) ? [[{ ...kind, text: `${capitalised(kind.text)}: ` }, date]] : [];
  });
  return told.flatMap((runs, index) => (index ? [{ text: '; ' }, ...runs] : runs));
}

/** "June 2019, ILACS standard inspection": what it was is said where it is not what was to be expected. */
function cameAs(came: Inspection, name: string, journey: readonly Inspection[]): Line {
  const event = matched(came.event?.match)!.name;
  return [{ ...monthInWords(came.on!.date), record: journey.indexOf(came) }, ...(event === name ? [] : [{ text: `, ${event}` }])];
}

/** A graded inspection of whatever kind takes the place of the one that was to be expected. */
function fulfils(other: Inspection, step: NextStepData, of: Inspection): boolean {
  const event = matched(other.event?.match);
  return event !== undefined && ((step.events ?? []).includes(event.id) || (isInspection(step, of) && isGraded(other)));
}

function nameOf(step: NextStepData, of: Inspection): string {
  return step.name ?? listed(eventsOf(step, of).map(({ name }) => name)).replace(' and ', ' or ');
}

/** Whether the step is a graded inspection. */
function isInspection(step: NextStepData, of: Inspection): boolean {
  return eventsOf(step, of).some(({ result }) => result === 'grades');
}

function eventsOf({ events = [] }: NextStepData, { reference }: Inspection): EventData[] {
  return events.flatMap(id => reference.events.withId(id) ?? []);
}

/** Whether services were graded, and not another body alone. */
function isGraded(inspection: Inspection): boolean {
  const known = graded(inspection);
  return known !== undefined && known.framework.judgements.some(({ id, level }) => level !== 'separate' && known.grades.has(id));
}

function sameInspectorate(a: Inspection, b: Inspection): boolean {
  return matched(a.event?.match)?.inspectorate === matched(b.event?.match)?.inspectorate;
}
