import { longDate } from '../reference/calendar';
import type { JudgementData } from '../reference/data';
import { fieldsAt } from '../reference/fields';
import type { Framework } from '../reference/frameworks';
import type { Inspection } from '../reference/inspection';
import type { WrittenJudgement } from '../reference/judgements';
import { readKeys } from '../reference/keys';
import { matched } from '../reference/match';
import { changeOf } from './change';
import { monthInWords } from './dates';
import { gradeRun } from './grade-run';
import { comparable, type Graded } from './previous';
import { runOf } from './runs';
import type { JudgementRow, JudgementTable } from './view';

const TITLE = 'Judgements';

/**
 * The judgements of a record: in printed order where the edition is known, with those that it prints and the record lacks; what the
 * edition does not have comes last. Undefined where none belong and none are written.
 */
export function judgementTable(inspection: Inspection, previous: Graded | undefined): JudgementTable | undefined {
  const { judgements: written, edition } = inspection;
  if (edition?.kind !== 'one') return written.length ? { title: TITLE, rows: written.map(entry => row(entry, undefined)) } : undefined;
  const { framework } = edition;
  const compared = previous && comparable(framework, previous.framework) ? previous : undefined;
  const printed = framework.judgements.flatMap(judgement => {
    const entry = written.findLast(({ counts }) => counts?.id === judgement.id);
    if (entry) return [row(entry, compared)];
    return judgement.required ? [missing(judgement, inspection, compared)] : [];
  });
  const others = written.filter((entry, index) => !entry.counts || written.findLastIndex(({ counts }) => counts?.id === entry.counts!.id) !== index);
  return {
    title: TITLE,
    rows: [...printed, ...others.map(entry => row(entry, undefined)), ...notReported(inspection, framework, compared)],
    previous: previous && about(previous, compared !== undefined),
  };
}

function row(entry: WrittenJudgement, compared: Graded | undefined): JudgementRow {
  const { pair, match, counts, grade, gradeMatch } = entry;
  const known = match.kind === 'exact' || match.kind === 'spelling' ? match.judgement : undefined;
  const summary = pair.value.kind === 'map' ? runOf(readKeys(pair.value, fieldsAt(['judgements', ''])).fields.get('summary')?.value) : undefined;
  const onScale = gradeMatch?.kind === 'exact' || gradeMatch?.kind === 'spelling' ? gradeMatch.grade : undefined;
  return {
    name: { text: match.kind === 'spelling' ? match.judgement.name : pair.key.text, at: pair.key.start, mark: doubt(entry) },
    level: (known ?? counts)?.level ?? 'key',
    summary,
    grade: grade && gradeRun(grade, gradeMatch),
    absent: grade ? undefined : 'not given',
    change: known && compared && changeOf(known, onScale, compared),
  };
}

function doubt({ match }: WrittenJudgement): string | undefined {
  if (match.kind === 'elsewhere') return 'not in this framework';
  return match.kind === 'unknown' ? 'no such judgement' : undefined;
}

function missing(judgement: JudgementData, { judgements, published, fields }: Inspection, compared: Graded | undefined): JudgementRow {
  const absent = judgements.length || published ? 'not given' : 'not published yet';
  return { name: { text: judgement.name, from: fields.get('judgements')?.key.start }, level: judgement.level, absent, change: compared && changeOf(judgement, undefined, compared) };
}

/** The headline of earlier editions, where this one has none and the record does not give it all the same. */
function notReported({ event, reference, judgements }: Inspection, framework: Framework, compared: Graded | undefined): JudgementRow[] {
  const isOverall = ({ level }: JudgementData) => level === 'overall';
  const kind = matched(event?.match);
  if (!kind || framework.judgements.some(isOverall)) return [];
  const editions = reference.frameworks.of(kind);
  const earlier = editions.slice(0, editions.indexOf(framework));
  const last = earlier.findLastIndex(edition => edition.judgements.some(isOverall));
  const overall = earlier[last]?.judgements.find(isOverall);
  if (!overall || judgements.some(({ match }) => match.kind === 'elsewhere' && match.judgement.id === overall.id)) return [];
  const since = monthInWords(editions[last + 1]!.from).text;
  return [{ name: { text: overall.name, from: event!.node.start }, level: 'overall', absent: `not reported since ${since}`, change: compared && changeOf(overall, undefined, compared) }];
}

function about({ inspection: { event, on } }: Graded, isComparable: boolean): JudgementTable['previous'] {
  const { year, month } = on!.date;
  return { event: matched(event?.match)!.name, when: longDate({ year, month }), comparable: isComparable };
}
