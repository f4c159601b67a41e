import type { Finding } from '../findings/finding';
import { longDate, type CalendarDate } from '../reference/calendar';
import { fieldsAt } from '../reference/fields';
import { fieldText, type Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { shorten } from '../text/quote';
import { capitalised } from '../text/words';
import { fieldworkInWords, monthInWords, publishedInWords } from './dates';
import { followedInWords } from './followed';
import { gradeRun } from './grade-run';
import { journeyStrip } from './journey-strip';
import { judgementTable } from './judgement-table';
import { nextStepsSection } from './next-steps';
import { previousGraded } from './previous';
import { runOf } from './runs';
import { sectionsOf } from './sections';
import { gradesInOneSentence } from './sentence';
import type { Fact, Line, Outcome, Problem, RecordView, Run, Section } from './view';

/** What is known of a record beside what it says itself. */
export interface Surroundings {
  findings: readonly Finding[];
  /** All records of the same authority, this one among them, in order of date. */
  journey: readonly Inspection[];
  today: Required<CalendarDate>;
}

/** Everything that is shown of a record. Whatever it lacks or gets wrong, something is shown in its place. */
export function viewRecord(inspection: Inspection, { findings, journey, today }: Surroundings): RecordView {
  const next = nextStepsSection(inspection, journey, today);
  const authority = authorityRun(inspection);
  const event = eventLine(inspection);
  const month = inspection.on && monthInWords(inspection.on.date).text;
  return {
    kind: 'record',
    title: `${authority.text}: ${event.map(({ text }) => text).join('')}`,
    shortTitle: month ? `${shorten(authority.text)}, ${month}` : shorten(authority.text),
    authority, event,
    about: aboutAuthority(inspection),
    headline: headlineOf(inspection),
    summary: runOf(inspection.fields.get('summary')?.value),
    facts: factsOf(inspection, journey),
    judgements: judgementTable(inspection, previousGraded(inspection, journey)),
    outcome: outcomeOf(inspection),
    journey: journeyStrip(inspection, journey),
    sections: withNextSteps(sectionsOf(inspection, today), next),
    problems: problemsOf(findings),
  };
}

/** What is to come stands behind what was done, and before where all that was read. */
function withNextSteps(sections: readonly Section[], next: Section | undefined): Section[] {
  const end = sections.findIndex(({ id }) => id === 'sources' || id === 'notes');
  const at = end < 0 ? sections.length : end;
  return next ? [...sections.slice(0, at), next, ...sections.slice(at)] : [...sections];
}

function headlineOf(inspection: Inspection): Run | undefined {
  const text = gradesInOneSentence(inspection);
  return text === undefined ? undefined : { text, from: inspection.fields.get('judgements')?.key.start };
}

/** Findings as the page tells them. */
export function problemsOf(findings: readonly Finding[]): Problem[] {
  return findings.map(({ severity, message, rule, start }) => ({ severity, message, rule, at: start }));
}

function authorityRun({ authority, fields }: Inspection): Run {
  const known = matched(authority?.match);
  if (known) return { text: known.name, at: authority!.node.start };
  const typed = runOf(fields.get('authority')?.value);
  return typed ? { ...typed, mark: 'no such authority' } : { text: 'Authority not given' };
}

function eventLine({ event, fields, on }: Inspection): Line {
  const kind = matched(event?.match);
  const typed = runOf(fields.get('event')?.value);
  const name: Run = kind ? { text: kind.name, at: event!.node.start } : typed ? { ...typed, mark: 'no such event' } : { text: 'Event not given' };
  return on ? [name, { text: ', ' }, monthInWords(on.date)] : [name];
}

function aboutAuthority({ authority }: Inspection): string[] {
  const known = matched(authority?.match);
  if (!known) return [];
  return [capitalised(known.type), known.region, known.gss_code, known.to && `until ${longDate(known.to)}`].filter(text => text !== undefined);
}

/** Fields whose value is shown as it stands, in the order of the page; the rest of the facts stand before and after them. */
const PLAIN_FACTS = { before: ['trust', 'theme', 'ordinal'], after: ['lead_inspector', 'report', 'provider_page'] };

function factsOf(inspection: Inspection, journey: readonly Inspection[]): Fact[] {
  const fact = (name: string, line: Line | undefined): Fact[] => (line ? [{ id: name, label: titleOf(name), line }] : []);
  const plain = (name: string) => {
    const run = runOf(inspection.fields.get(name)?.value);
    return fact(name, run && [run]);
  };
  const framework = frameworkInForce(inspection);
  return [
    ...PLAIN_FACTS.before.flatMap(plain),
    ...fact('fieldwork', fieldworkInWords(inspection) ?? lineOf(runOf(inspection.fields.get('fieldwork')?.value))),
    ...fact('published', publishedInWords(inspection) ?? lineOf(runOf(inspection.fields.get('published')?.value, 'date'))),
    ...(framework ? [{ id: 'framework', label: 'Framework', line: [framework] }] : []),
    ...PLAIN_FACTS.after.flatMap(plain),
    ...fact('follows', followedInWords(inspection, journey)),
    ...plain('id'),
  ];
}

function lineOf(run: Run | undefined): Line | undefined {
  return run && [run];
}

function titleOf(name: string): string {
  return fieldsAt([]).find(field => field.name === name)!.title;
}

function frameworkInForce({ edition, event }: Inspection): Run | undefined {
  const from = event?.node.start;
  if (edition?.kind === 'one') return { text: edition.framework.short_name, from };
  if (edition?.kind === 'several') return { text: edition.frameworks.map(({ short_name }) => short_name).join(' or '), from, mark: 'the date does not tell which' };
  return edition && { text: 'none in force for this event', from, mark: 'check event and date' };
}

function outcomeOf(inspection: Inspection): Outcome | undefined {
  const node = fieldText(inspection, 'outcome');
  if (!node) return undefined;
  const kind = matched(inspection.event?.match);
  const scale = kind?.outcome_scale === undefined ? undefined : inspection.reference.grades.scale(kind.outcome_scale);
  const match = scale && inspection.reference.grades.match(node.text.trim(), scale);
  const run = gradeRun(node, match);
  if (match?.kind === 'exact' || match?.kind === 'spelling') return { label: titleOf('outcome'), grade: { ...run, text: capitalised(run.text) }, meaning: match.grade.meaning };
  const mark = scale ? 'no such outcome' : kind && 'not for this event';
  return { label: titleOf('outcome'), grade: { ...run, mark } };
}
