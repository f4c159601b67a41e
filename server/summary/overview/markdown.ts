import { escapeMarkdown as escape } from '../../text/markdown';
import type { GradeRun } from '../view';
import { aboutInWords, authoritiesInWords, movementInWords, movementShares } from './words';
import type { Distribution, OverviewView, Part, Standing } from './view';

/** An overview for a committee paper or a page of a wiki: Markdown with tables, in which nothing that was read works as markup. */
export function overviewMarkdown(view: OverviewView): string {
  const { title, tally, parts, overdue, coverage, left } = view;
  const blocks = [
    `# ${escape(title)}`, escape(tally), escape(aboutInWords(view)),
    ...parts.flatMap(partBlocks),
    ...(overdue.length ? [`## Overdue actions (${overdue.length})`, table(['Action', 'Authority', 'Owner', 'Due', 'Status', 'Record'], overdue.map(({ action, authority, owner = '', due, late, status, standsIn }) => [action, authority, owner, `${due} (${late} late)`, status, standsIn]))] : []),
    ...(coverage.known < coverage.all ? [`## Authorities without a record (${coverage.all - coverage.known})`,
      table(['Region', 'With a record', 'Without'], coverage.regions.map(({ region, known, all, without }) => [region, `${known} of ${all}`, without.join(', ')]))] : []),
    ...(left.length ? [`## Records that are not counted (${left.length})`, left.map(({ name, why, standsIn }) => `- ${escape(`${name || 'Record'}: ${why} (${standsIn})`)}`).join('\n')] : []),
  ];
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

function partBlocks({ inspectorate, grades, topics, standings, former, held, regions, movements, years }: Part): string[] {
  const heading = (text: string) => `## ${escape(inspectorate ? `${inspectorate}: ${text}` : text)}`;
  const names = topics.map(({ name }) => name);
  const shares = movementShares(movements.counts);
  return [
    ...(standings.length ? [
      heading('Grades that authorities hold'), `${authoritiesInWords(standings.length)}, each by its latest graded inspection.`, counts('Judgement', held, grades),
      heading('Latest grades by authority'), standingsTable(standings, names),
      ...(shares.length ? [heading('Changes since the inspection before'), `${shares.map(({ grade, count }) => `${grade.text}: ${count}`).join(', ')}.`] : []),
      heading(`${names[0]!}: grades by region`), counts('Region', regions, grades),
    ] : []),
    ...years.flatMap(({ topic, rows }) => [heading(`${topic.name}: grades given, year by year`), counts('Year', rows, grades)]),
    ...(former.length ? [heading('Authorities that are no more'), standingsTable(former, names)] : []),
  ];
}

function standingsTable(standings: readonly Standing[], topics: readonly string[]): string {
  return table(['Authority', 'Region', 'Inspected', ...topics, 'Change'], standings.map(({ authority, region, life, when, event, cells, movement }) => [
    life ? `${authority} (${life})` : authority, region, `${when}, ${event}`, ...cells.map(cell => cell?.text ?? 'not graded'),
    movementInWords(movement) + (movement.since ? `, since ${movement.since}` : ''),
  ]));
}

/** Columns that nobody fills are left out. */
function counts(first: string, rows: readonly Distribution[], grades: readonly GradeRun[]): string {
  const used = grades.map((grade, i) => ({ text: grade.text, numberOf: (row: Distribution) => row.counts[i]! })).filter(({ numberOf }) => rows.some(numberOf));
  if (rows.some(({ without }) => without)) used.push({ text: 'Not graded', numberOf: ({ without }) => without });
  return table([first, ...used.map(({ text }) => text)], rows.map(row => [row.name, ...used.map(({ numberOf }) => String(numberOf(row)))]));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows.map(row => row.map(escape))].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
