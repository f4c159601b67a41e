import type { EventData, JudgementData } from '../../reference/data';
import { isoDate } from '../../reference/calendar';
import type { DecidingDate, Framework } from '../../reference/frameworks';
import type { GradeScale, ScaleGrade } from '../../reference/grades';
import { matched } from '../../reference/match';
import { missingJudgement } from '../../rules/judgements/missing-judgement';
import { quote } from '../../text/quote';
import { fold } from '../../text/spelling';
import { listed } from '../../text/words';
import type { DraftMaker } from '../draft';
import type { Cell } from './cells';
import type { Column } from './columns';
import { editionsOn } from './decide-event';
import { cellGrade } from './grades';
import { judgementsNamed, meaningIn } from './names';
import type { Row } from './row';

/** Sets the judgements of a row under the names of the edition in force, in printed order. What the source writes otherwise is noted. */
export function setJudgements(row: Row, event: EventData, on: DecidingDate, maker: DraftMaker): void {
  if (row.judgements.length === 0) return;
  // Where the day leaves several editions, it is the one that the row fits best.
  const [fit] = editionsOn(event, on, row.reference).map(framework => fitTo(row, framework, row.reference.frameworks.of(event))).sort((a, b) => a.misfit - b.misfit);
  if (!fit) {
    maker.remark(['judgements'], { doubt: `the table has judgements, but no framework of '${event.name}' was in force on that day` });
    return;
  }
  for (const { column, cell } of fit.foreign) row.says[column.heading] = cell.text;
  for (const judgement of fit.framework.judgements) {
    const entry = fit.cells.get(judgement);
    if (entry) setGrade(row, fit.framework, judgement, entry, on, maker);
  }
  for (const { heading, meant } of fit.left) maker.remark(['judgements'], { doubt: whyLeft(heading, meant) });
  for (const { column, cell, first } of fit.twice) {
    row.says[column.heading] = cell.text;
    maker.remark(['judgements'], { doubt: `the table has ${quote(cell.text)} under ${quote(column.heading)}, and ${quote(first.cell.text)} for the same judgement under ${quote(first.column.heading)}, which is taken` });
  }
  silenceOthers(row, fit, maker);
}

/** Where the heading of an inspection names some of the judgements, it was about these alone: the others are not missing. */
function silenceOthers({ group }: Row, { framework, cells }: Fit, maker: DraftMaker): void {
  const named = group.heading === undefined ? [] : judgementsNamed(group.heading, framework);
  const others = framework.judgements.filter(judgement => judgement.required && !named.includes(judgement));
  if (named.length === 0 || others.length === 0 || others.some(judgement => cells.has(judgement)) || !named.every(judgement => cells.has(judgement))) return;
  maker.silence(missingJudgement.id, `The source tells of a ${quote(framework.short_name)} inspection of ${listed(named.map(({ name }) => quote(name)))} alone`);
}

interface Entry {
  column: Column;
  cell: Cell;
}

/** How a row looks when it is taken for one of an edition. */
interface Fit {
  framework: Framework;
  cells: ReadonlyMap<JudgementData, Entry>;
  /** What stands under the heading of another edition's judgement. */
  foreign: readonly Entry[];
  /** Headings that have no one judgement of their own in the edition. */
  left: readonly { heading: string; meant: readonly JudgementData[] }[];
  /** Other grades of judgements that have one already. */
  twice: readonly (Entry & { first: Entry })[];
  /** How much has no place, or is missing. */
  misfit: number;
}

function fitTo(row: Row, framework: Framework, others: readonly Framework[]): Fit {
  const cells = new Map<JudgementData, Entry>();
  const foreign: Entry[] = [];
  const left: { heading: string; meant: readonly JudgementData[] }[] = [];
  const twice: (Entry & { first: Entry })[] = [];
  for (const entry of row.judgements) {
    const { judgements: meant, isOwn } = meaningIn(entry.column.heading, framework, others);
    if (!isOwn) foreign.push(entry);
    const [first] = meant.length === 1 ? meant.flatMap(judgement => cells.get(judgement) ?? []) : [];
    if (first && isOwn) {
      if (fold(first.cell.text) !== fold(entry.cell.text)) twice.push({ ...entry, first });
    } else if (meant.length === 1 && !first) cells.set(meant[0]!, entry);
    else left.push({ heading: entry.column.heading, meant });
  }
  const missing = framework.judgements.filter(judgement => judgement.required && !cells.has(judgement)).length;
  return { framework, cells, foreign, left, twice, misfit: missing + left.length + twice.length };
}

function whyLeft(heading: string, meant: readonly JudgementData[]): string {
  return meant.length > 1 ? `the table has one grade where the framework in force has ${listed(meant.map(({ name }) => quote(name)))}` : `the framework in force has no judgement of its own for ${quote(heading)}`;
}

function setGrade(row: Row, framework: Framework, { id, name }: JudgementData, { column, cell }: Entry, on: DecidingDate, maker: DraftMaker): void {
  const scale = row.reference.grades.scale(framework.grade_scale)!;
  const found = cellGrade(cell.text, scale, row.reference);
  const about = row.evidence(column, cell);
  if ('unknown' in found) {
    row.says[column.heading] = cell.text;
    maker.remark(['judgements'], { ...about, doubt: `under ${quote(column.heading)} the table has ${quote(cell.text)}, which is no grade of ${quote(framework.short_name)}` });
    return;
  }
  const printed = reportedGrade(row, id, found.grade, scale, on);
  if ('relabelled' in found || printed) row.says[column.heading] = cell.text;
  maker.setIn('judgements', name, (printed ?? found.grade).name, about);
}

/** What the report prints where a table is known to be wrong about it. */
function reportedGrade(row: Row, judgement: string, { id: says }: ScaleGrade, { grades }: GradeScale, { date, basis }: DecidingDate): ScaleGrade | undefined {
  const day = isoDate(date);
  const error = row.reference.data.known_errors.find(known => basis === 'fieldwork' && known.start === day && known.judgement === judgement && known.says === says);
  const written = error && (row.cell('authority') ?? row.cell('code'))!;
  if (!error || matched(row.reference.authorities.match(written!.cell.text, date))?.name !== error.authority) return undefined;
  return grades.find(({ id }) => id === error.report_says);
}

/** Sets the outcome of an inspection that has one instead of judgements. */
export function setOutcome(row: Row, event: EventData, maker: DraftMaker): void {
  const found = row.cell('outcome');
  const scale = event.outcome_scale === undefined ? undefined : row.reference.grades.scale(event.outcome_scale);
  if (!found || !scale) return;
  const outcome = cellGrade(found.cell.text, scale, row.reference);
  const about = row.evidence(found.column, found.cell);
  if ('grade' in outcome) maker.set('outcome', outcome.grade.name, about);
  else maker.remark(['outcome'], { ...about, doubt: `${quote(found.cell.text)} is no outcome that is known` });
}
