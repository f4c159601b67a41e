import { harmlessCell } from '../text/harmless-cell';
import { visible } from '../text/visible';
import { plainChange, plainLine, plainRun } from './plain';
import type { GradeRun, JudgementRow, RecordView, View } from './view';

/**
 * The judgements of records as a table of tab-separated values, for spreadsheets and for tables of a text: with the change since the graded
 * inspection before, where there is one. A table about several records says in each row which one it is about.
 */
export function writeTsv(views: readonly View[]): string {
  const records = views.filter(view => view.kind === 'record');
  const isOne = views.length === 1;
  const changes = records.some(({ judgements }) => judgements?.rows.some(({ change }) => change));
  const about = isOne ? [] : ['Authority', 'Event'];
  const since = isOne ? records[0]?.judgements?.previous?.when : undefined;
  const head = [...about, 'Judgement', 'Grade', ...(changes ? [since === undefined ? 'Change' : `Since ${since}`] : [])];
  const rows = records.flatMap(view => rowsOf(view).map(cells => [...(isOne ? [] : [plainRun(view.authority), plainLine(view.event)]), ...(changes ? cells : cells.slice(0, 2))]));
  return [head, ...rows].map(cells => `${cells.map(cell).join('\t')}\n`).join('');
}

/** Judgement, grade and change; an outcome stands like a judgement. */
function rowsOf({ judgements, outcome }: RecordView): string[][] {
  const rows = judgements?.rows.map(({ name, grade, absent, change }: JudgementRow) => [plainRun(name), gradeText(grade, absent), plainChange(change)]) ?? [];
  return outcome ? [...rows, [outcome.label, plainRun(outcome.grade), '']] : rows;
}

function gradeText(grade: GradeRun | undefined, absent = ''): string {
  return grade ? plainRun(grade) : absent;
}

/** In one line, with nothing hidden. */
function cell(text: string): string {
  return harmlessCell(visible(text.replace(/\s+/g, ' ').trim()));
}
