import { dayNumber, firstDay, fromDayNumber, isDay, lastDay, longDate } from '../../reference/calendar';
import { fieldText } from '../../reference/inspection';
import { textOf } from '../runs';
import { changeOf } from '../change';
import { comparable, graded, previousGraded, type Graded } from '../previous';
import { placeInWords, placeOf } from '../placed';
import { spokenName } from '../words';
import { capitalised } from '../../text/words';
import { whenInWords } from './days';
import { outcomeOf } from './lanes';
import { nameWithNumber, stepDate, type Step } from './marks';
import type { Happening, Subject } from './subject';
import type { EditionBand, Entry, EventEntry, Gap, JourneyView, Period, RemarkEntry, StepEntry } from './view';

/** All that a journey tells, in order of date; what has none comes last. */
export function chronicleOf(subject: Subject, steps: readonly Step[], { editions, gaps, trusts, from }: Pick<JourneyView, 'editions' | 'gaps' | 'trusts' | 'from'>): Entry[] {
  // A council that is no more was never inspected by what came after it.
  const last = subject.authority.to ? dayNumber(lastDay(subject.authority.to)) : Infinity;
  const entries: Entry[] = [
    ...editions.filter(edition => edition.from > from && edition.from <= last).map(editionEntry),
    ...lifeEntries(subject),
    ...trusts.flatMap(trustEntries),
    ...eventEntries(subject),
    ...steps.map(stepEntry),
    ...gaps.map(gapEntry),
  ];
  return entries.sort((a, b) => (a.day ?? Infinity) === (b.day ?? Infinity) ? 0 : (a.day ?? Infinity) - (b.day ?? Infinity));
}

/** The events alone, each with its grades set against the graded inspection before. */
export function eventEntries({ happenings }: Subject): EventEntry[] {
  const inspections = happenings.map(({ main: { inspection } }) => inspection);
  return happenings.map(happening => eventEntry(happening, previousGraded(happening.main.inspection, inspections)));
}

function eventEntry(happening: Happening, before: Graded | undefined): EventEntry {
  const { main, others, day, given } = happening;
  const { inspection } = main;
  const own = graded(inspection);
  const previous = own && before && comparable(own.framework, before.framework) ? before : undefined;
  const text = (name: string) => {
    const value = inspection.fields.get(name)?.value;
    return (value && textOf(value)) || undefined;
  };
  return {
    kind: 'event', when: whenInWords(inspection), day, name: nameWithNumber(happening), about: fieldText(inspection, 'theme')?.text.trim(),
    grades: given.map(({ judgement, grade }) => ({
      name: capitalised(spokenName(judgement)), overall: judgement.level === 'overall', grade: { text: grade.name, letter: grade.letter, tone: grade.tone },
      change: previous && changeOf(judgement, grade, previous),
    })),
    outcome: outcomeOf(happening), summary: text('summary'), place: placeOf(main), standsIn: placeInWords(main),
    alsoIn: others.map(other => ({ text: placeInWords(other), place: placeOf(other) })),
  };
}

function stepEntry(step: Step): StepEntry {
  const { name, note, day, place } = step;
  return { kind: 'step', when: stepDate(step), day, name, note, place };
}

function editionEntry({ name, from }: EditionBand): RemarkEntry {
  return { kind: 'edition', when: longDate(fromDayNumber(from)), day: from, text: `New framework: ${name}` };
}

function gapEntry({ text, when, day }: Gap): RemarkEntry {
  return { kind: 'gap', when, day, text };
}

function trustEntries({ name, from, to, open }: Period): RemarkEntry[] {
  const at = (day: number, text: string): RemarkEntry => ({ kind: 'trust', when: longDate(fromDayNumber(day)), day, text });
  return [at(from, `${name} runs the services`), ...(open ? [] : [at(to, `${name} runs the services for the last time`)])];
}

function lifeEntries({ authority: { name, from, to }, end }: Subject): RemarkEntry[] {
  return [
    ...(from ? [{ kind: 'life' as const, when: longDate(from), day: dayNumber(firstDay(from)), text: `${name} begins` }] : []),
    ...(to && isDay(to) && dayNumber(lastDay(to)) <= end ? [{ kind: 'life' as const, when: longDate(to), day: dayNumber(lastDay(to)), text: `Last day of ${name}` }] : []),
  ];
}
