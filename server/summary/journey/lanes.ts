import type { EventData } from '../../reference/data';
import { matched } from '../../reference/match';
import { fieldText } from '../../reference/inspection';
import { capitalised } from '../../text/words';
import { gradeRun } from '../grade-run';
import { placeOf } from '../placed';
import { byWeight, type Topic } from '../topics';
import type { GradeRun } from '../view';
import { monthOf } from './days';
import { eventName, isFull, sameInspectorate, type Happening, type Subject } from './subject';
import type { Lane, Stretch } from './view';

/** The grades of an authority, lane by lane: those of judgements by topic, then the outcomes of inspections that have one instead. */
export function lanesOf(subject: Subject): Lane[] {
  const dated = subject.happenings.filter(isDated);
  const given = dated.flatMap(happening => gradesIn(happening, subject));
  const topics = subject.topics.ordered(subject.editionsUsed);
  const lanes = topics.map(topic => ({ topic, stretches: stretchesOf(given.filter(({ covers }) => covers[0] === topic.id), given, subject) }));
  const covered = new Set(lanes.flatMap(({ stretches }) => stretches.flatMap(({ together }) => together)));
  return [...lanes.filter(({ topic, stretches }) => stretches.length || covered.has(topic.id)), ...outcomeLanes(dated, subject)];
}

type Dated = Happening & { day: number };

/** A grade on its day, with the lanes that it stands in. */
interface Given {
  happening: Dated;
  grade: GradeRun;
  covers: readonly string[];
}

function isDated(happening: Happening): happening is Dated {
  return happening.day !== undefined;
}

/** Where two judgements of one record are about the same, the weightier stands in its lane, and the other one in a lane of its own. */
function gradesIn(happening: Dated, { topics }: Subject): Given[] {
  const taken = new Set<string>();
  const weightiestFirst = [...happening.given].sort((a, b) => byWeight(a.judgement, b.judgement));
  return weightiestFirst.map(({ judgement, grade: { name, letter, tone } }) => {
    const covers = topics.of(judgement).some(topic => taken.has(topic)) ? [judgement.id] : topics.of(judgement);
    for (const topic of covers) taken.add(topic);
    return { happening, covers, grade: { text: name, letter, tone } };
  });
}

function stretchesOf(own: readonly Given[], all: readonly Given[], subject: Subject): Stretch[] {
  return own.map(({ happening, grade, covers }) => {
    const next = all.find(other => other.happening.day > happening.day && other.covers.some(topic => covers.includes(topic)));
    const end = (next?.happening ?? endOf(happening, subject))?.day;
    return stretch(happening, grade, end, subject, covers.slice(1));
  });
}

/** The inspection after which a judgement that it does not make no longer stands. */
function endOf(happening: Dated, { happenings }: Subject): Dated | undefined {
  return happenings.filter(isDated).find(other => other.day > happening.day && isFull(other) && sameInspectorate(other, happening));
}

function stretch(happening: Dated, grade: GradeRun, end: number | undefined, subject: Subject, together: readonly string[] = []): Stretch {
  const { main, day } = happening;
  return {
    from: day, to: Math.max(end ?? subject.end, day), open: end === undefined && subject.authority.to === undefined, grade, together,
    told: `${eventName(happening)}, ${monthOf(main.inspection.on!.date)}`, place: placeOf(main),
  };
}

function outcomeLanes(dated: readonly Dated[], subject: Subject): Lane[] {
  const lanes = new Map<string, { topic: Topic; given: Given[] }>();
  for (const happening of dated) {
    const grade = outcomeOf(happening);
    if (!grade) continue;
    const event = matched(happening.main.inspection.event?.match)!;
    const id = event.outcome_scale!;
    const lane = lanes.get(id) ?? { topic: { id, name: event.name, level: 'key' as const }, given: [] };
    lanes.set(id, { ...lane, given: [...lane.given, { happening, grade, covers: [id] }] });
  }
  return [...lanes.values()].map(({ topic, given }) => ({
    topic, stretches: given.map(({ happening, grade }) => stretch(happening, grade, given.find(other => other.happening.day > happening.day)?.happening.day, subject)),
  }));
}

/** The outcome of an inspection that has one in the place of grades, where it is one of its scale. */
export function outcomeOf({ main: { inspection } }: Happening): GradeRun | undefined {
  const event: EventData | undefined = matched(inspection.event?.match);
  const scale = event?.outcome_scale === undefined ? undefined : inspection.reference.grades.scale(event.outcome_scale);
  const node = fieldText(inspection, 'outcome');
  if (!scale || !node) return undefined;
  const run = gradeRun(node, inspection.reference.grades.match(node.text.trim(), scale));
  return run.letter === undefined ? undefined : { ...run, text: capitalised(run.text) };
}
