import { hang, length, pad, shown, wrap } from '../columns';
import type { GradeRun } from '../view';
import { aboutInWords, authoritiesInWords, movementInWords, movementShares } from './words';
import type { Distribution, OverviewView, Part, Standing } from './view';

const WIDTH = 80;

/** An overview for a terminal or an e-mail: no line longer than 80 characters, and every hidden character written out. */
export function overviewText(view: OverviewView): string {
  const { title, tally, parts, overdue, coverage, left } = view;
  const name = wrap(title, WIDTH);
  const blocks = [
    [...name, '='.repeat(Math.max(...name.map(length))), ...wrap(tally, WIDTH), ...wrap(aboutInWords(view), WIDTH)],
    ...parts.flatMap(partBlocks),
    overdue.length ? headed(`Overdue actions (${overdue.length})`, overdue.flatMap(({ action, authority, owner, due, late, status, standsIn }) => hang('- ', `${authority}: ${action}${owner ? ` (${owner})` : ''}, due ${due}, ${late} late: ${status} [${standsIn}]`, WIDTH))) : [],
    coverage.known < coverage.all ? headed(`Authorities without a record (${coverage.all - coverage.known})`, coverage.regions.flatMap(({ region, known, all, without }) => hang('- ', `${region}, ${known} of ${all} with a record${without.length ? `; without: ${without.join(', ')}` : ''}`, WIDTH))) : [],
    left.length ? headed(`Records that are not counted (${left.length})`, left.flatMap(({ name: record, why, standsIn }) => hang('- ', `${record || 'Record'}: ${why} [${standsIn}]`, WIDTH))) : [],
  ];
  return `${blocks.filter(block => block.length).map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function partBlocks({ inspectorate, grades, topics, standings, former, held, regions, movements, years }: Part): string[][] {
  const heading = (text: string) => shown(inspectorate ? `${inspectorate}: ${text}` : text);
  const names = topics.map(({ name }) => name);
  const shares = movementShares(movements.counts);
  return [
    ...(standings.length ? [
      headed(heading(`Grades that ${authoritiesInWords(standings.length)} ${standings.length === 1 ? 'holds' : 'hold'}`), counts(held, grades)),
      headed(heading('Latest grades by authority'), standings.flatMap(standing => standingLines(standing, names))),
      ...(shares.length ? [headed(heading('Changes since the inspection before'), wrap(`${shares.map(({ grade, count }) => `${grade.text}: ${count}`).join(', ')}.`, WIDTH))] : []),
      headed(heading(`${names[0]!}: grades by region`), counts(regions, grades)),
    ] : []),
    ...years.map(({ topic, rows }) => headed(heading(`${topic.name}: grades given, year by year`), counts(rows, grades))),
    ...(former.length ? [headed(heading('Authorities that are no more'), former.flatMap(standing => standingLines(standing, names)))] : []),
  ];
}

/** A line for the authority, and its grades under it: those that are alike together. */
function standingLines({ authority, region, life, when, event, cells, movement }: Standing, topics: readonly string[]): string[] {
  const byGrade = new Map<string, string[]>();
  cells.forEach((cell, i) => {
    const text = cell?.text ?? 'not graded';
    byGrade.set(text, [...(byGrade.get(text) ?? []), topics[i]!]);
  });
  const change = movement.since ? [`since ${movement.since}: ${movementInWords(movement).toLowerCase()}`] : [];
  return [
    ...hang('- ', `${authority} (${[region, life].filter(part => part !== undefined).join(', ')}): ${event}, ${when}`, WIDTH),
    ...[...byGrade].flatMap(([grade, names]) => hang('    ', `${grade}: ${names.join(', ')}`, WIDTH)),
    ...change.flatMap(text => hang('    ', text, WIDTH)),
  ];
}

function counts(rows: readonly Distribution[], grades: readonly GradeRun[]): string[] {
  const width = Math.min(30, Math.max(...rows.map(({ name }) => length(name))));
  return rows.flatMap(row => {
    const parts = [...grades.map(({ text }, i) => [row.counts[i]!, text] as const), [row.without, 'not graded'] as const].filter(([number]) => number);
    return hang(`${pad(shown(row.name), width)}  `, parts.map(([number, text]) => `${text} ${number}`).join(', '), WIDTH);
  });
}

function headed(title: string, lines: readonly string[]): string[] {
  return [title, '-'.repeat(length(title)), ...lines];
}
