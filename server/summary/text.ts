import { hang, length, pad, sideBySide, wrap } from './columns';
import { aboutPrevious, paragraphs, plainCells, plainChange, plainDetail, plainJourney, plainLine, plainRun, plainSpeaker } from './plain';
import type { Fact, GuideView, Item, JourneyStrip, JudgementTable, ListSection, Problem, RecordView, Run, Section, TableSection, View } from './view';

const WIDTH = 80;

/** A record for a terminal or an e-mail: no line longer than 80 characters, and every hidden character written out. */
export function writeText(view: View, lineOf: (offset: number) => number): string {
  const blocks = view.kind === 'record' ? record(view) : guide(view);
  if (view.problems.length) blocks.push([`Problems (${view.problems.length})`, ...view.problems.flatMap(problem => problemLines(problem, lineOf))]);
  return `${blocks.filter(block => block.length).map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function record(view: RecordView): string[][] {
  const { outcome } = view;
  const title = wrap(`${plainRun(view.authority)}: ${plainLine(view.event)}`, WIDTH);
  return [
    [...title, '='.repeat(Math.max(...title.map(length))), ...(view.about.length ? wrap(view.about.join(' · '), WIDTH) : [])],
    view.headline ? wrap(plainRun(view.headline), WIDTH) : [],
    view.summary ? prose(view.summary) : [],
    facts(view.facts),
    outcome ? [`${outcome.label}: ${plainRun(outcome.grade)}`, outcome.meaning ?? ''].flatMap(line => (line ? wrap(line, WIDTH) : [])) : [],
    view.judgements ? judgements(view.judgements) : [],
    view.journey ? journey(view.journey) : [],
    ...view.sections.map(section),
  ];
}

function guide({ title, intro, needs }: GuideView): string[][] {
  return [[title, '='.repeat(length(title))], wrap(intro, WIDTH), ...needs.map(({ name, description, example }) => [...wrap(`${name}: ${description}`, WIDTH), ...example.split('\n').map(line => `    ${line}`)])];
}

function facts(all: readonly Fact[]): string[] {
  const width = Math.max(0, ...all.map(({ label }) => length(label)));
  return all.flatMap(({ label, line }) => hang(`${pad(label, width)}  `, plainLine(line), WIDTH));
}

function judgements({ rows, previous }: JudgementTable): string[] {
  const changes = rows.some(({ change }) => change);
  const widths = changes ? [34, 20, 22] : [48, 30];
  const cells = rows.map(({ name, grade, absent, change }) => [plainRun(name), grade ? plainRun(grade) : absent ?? '', ...(changes ? [plainChange(change)] : [])]);
  const remarks = rows.flatMap(({ name, summary }) => (summary ? hang('- ', `${plainRun({ ...name, trace: undefined })}: ${plainRun(summary)}`, WIDTH) : []));
  return [
    ...sideBySide(['Judgement', 'Grade', ...(changes ? [`Since ${previous!.when}`] : [])], widths),
    widths.map(width => '-'.repeat(width)).join('  '),
    ...cells.flatMap(row => sideBySide(row, widths)),
    ...(previous ? ['', ...wrap(aboutPrevious(previous), WIDTH)] : []),
    ...(remarks.length ? ['', ...remarks] : []),
  ];
}

function journey(strip: JourneyStrip): string[] {
  return [`Journey (${strip.count})`, ...plainJourney(strip).flatMap(step => hang('- ', step, WIDTH))];
}

function section(part: Section): string[] {
  const { title, count } = part;
  return [count === undefined ? title : `${title} (${count})`, ...(part.style === 'table' ? table(part) : list(part))];
}

/** A line of 80 characters has no room for many columns: each row is an item, with its cells below it. */
function table({ note, columns, rows }: TableSection): string[] {
  const items = rows.flatMap(cells => [
    ...hang('- ', plainLine(cells[0]!), WIDTH), ...plainCells(cells, columns).flatMap(cell => hang('    ', cell, WIDTH)),
  ]);
  return [...(note === undefined ? [] : wrap(note, WIDTH)), ...items];
}

function list({ style, groups }: ListSection): string[] {
  return groups.flatMap((group, index) => [
    ...(group.title ? [...(index ? [''] : []), ...wrap(`${group.title}:`, WIDTH)] : []),
    ...group.items.flatMap(item => (style === 'list' ? listItem(item) : style === 'quotes' ? quote(item) : prose(item.main))),
  ]);
}

/** Paragraphs with a blank line between. */
function prose(run: Run): string[] {
  return paragraphs(run).flatMap((paragraph, index) => [...(index ? [''] : []), ...wrap(paragraph, WIDTH)]);
}

function listItem({ main, details }: Item): string[] {
  const more = details.map(plainDetail).join('; ');
  return hang('- ', more ? `${plainRun(main)} (${more})` : plainRun(main), WIDTH);
}

function quote(item: Item): string[] {
  const by = plainSpeaker(item);
  return [...hang('  ', `“${plainRun(item.main)}”`, WIDTH), ...(by ? hang('    — ', by, WIDTH) : [])];
}

function problemLines({ severity, message, rule, at }: Problem, lineOf: (offset: number) => number): string[] {
  return hang('- ', `${severity}, line ${lineOf(at) + 1}: ${message} (${rule})`, WIDTH);
}
