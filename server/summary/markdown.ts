import { codeBlock, escapeMarkdown as escape, link } from '../text/markdown';
import { isWebAddress } from './address';
import { aboutPrevious, paragraphs, plainChange, plainDetail, plainJourney, plainLine, plainNote, plainRun, plainSpeaker } from './plain';
import type { Detail, GuideView, Item, JourneyStrip, JudgementTable, Line, ListSection, RecordView, Run, Section, TableSection, View } from './view';

/** How a view is to be written. */
export interface MarkdownOptions {
  /** Line (from 0) in its file of an offset in the record's slice. */
  lineOf(offset: number): number;
  /** Of the record's own heading. */
  level: number;
}

/** A record for a committee paper or a page of a wiki: Markdown with tables, in which nothing that was read works as markup. */
export function writeMarkdown(view: View, options: MarkdownOptions): string {
  const blocks = view.kind === 'record' ? record(view, options.level) : guide(view, options.level);
  const { problems } = view;
  if (problems.length) {
    const items = problems.map(({ severity, message, rule, at }) => `- ${severity}, line ${options.lineOf(at) + 1}: ${escape(message)} (${rule})`);
    blocks.push(heading(options.level + 1, `Problems (${problems.length})`), items.join('\n'));
  }
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

function record(view: RecordView, level: number): string[] {
  const { outcome } = view;
  return [
    heading(level, `${runMarkdown(view.authority)}: ${escape(plainLine(view.event))}`),
    escape(view.about.join(' · ')),
    view.headline ? bold(view.headline) : '',
    view.summary ? prose(view.summary) : '',
    view.facts.map(({ label, line }) => `- ${label}: ${lineMarkdown(line)}`).join('\n'),
    ...(outcome ? [heading(level + 1, outcome.label), bold(outcome.grade), escape(outcome.meaning ?? '')] : []),
    ...(view.judgements ? judgements(view.judgements, level + 1) : []),
    ...(view.journey ? journey(view.journey, level + 1) : []),
    ...view.sections.flatMap(section => sectionBlocks(section, level + 1)),
  ];
}

function guide({ title, intro, needs }: GuideView, level: number): string[] {
  return [heading(level, title), intro, ...needs.map(({ name, description, example }) => `${name}: ${description}\n\n${codeBlock(example, 'yaml')}`)];
}

function judgements({ title, rows, previous }: JudgementTable, level: number): string[] {
  const changes = rows.some(({ change }) => change);
  const cells = rows.map(({ name, grade, absent, change }) => [runMarkdown(name), grade ? runMarkdown(grade) : absent ?? '', ...(changes ? [escape(plainChange(change))] : [])]);
  const remarks = rows.flatMap(({ name, summary }) => (summary ? [`- ${runMarkdown({ ...name, trace: undefined })}: ${runMarkdown(summary)}`] : []));
  return [
    heading(level, title),
    table(['Judgement', 'Grade', ...(changes ? [`Since ${previous!.when}`] : [])], cells),
    previous ? escape(aboutPrevious(previous)) : '',
    remarks.join('\n'),
  ];
}

function journey(strip: JourneyStrip, level: number): string[] {
  return [heading(level, `Journey (${strip.count})`), plainJourney(strip).map(step => `- ${escape(step)}`).join('\n')];
}

function sectionBlocks(section: Section, level: number): string[] {
  const { title, count } = section;
  return [heading(level, count === undefined ? title : `${title} (${count})`), ...(section.style === 'table' ? tableBlocks(section) : groupBlocks(section, level + 1))];
}

function tableBlocks({ note, columns, rows }: TableSection): string[] {
  return [note ?? '', table(columns, rows.map(cells => cells.map(lineMarkdown)))];
}

function groupBlocks({ style, groups }: ListSection, level: number): string[] {
  return groups.flatMap(group => {
    const items = group.items.map(item => (style === 'quotes' ? quote(item) : style === 'text' ? prose(item.main) : listItem(item)));
    return [group.title ? heading(level, escape(group.title)) : '', items.join(style === 'list' ? '\n' : '\n\n')];
  });
}

/** Cells are Markdown already. */
function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

function prose(run: Run): string {
  return paragraphs(run).map(paragraph => escape(paragraph)).join('\n\n');
}

function listItem({ main, details }: Item): string {
  const more = details.map(detail => (detail.value.url === undefined ? escape(plainDetail(detail)) : linked(detail))).join('; ');
  return `- ${runMarkdown(main)}${more ? ` (${more})` : ''}`;
}

function linked({ label, value }: Detail): string {
  return `${label ? `${label}: ` : ''}${runMarkdown(value)}`;
}

function quote(item: Item): string {
  const by = plainSpeaker(item);
  return `> ${runMarkdown(item.main)}${by ? `\n>\n> — ${escape(by)}` : ''}`;
}

function heading(level: number, text: string): string {
  return `${'#'.repeat(level)} ${text}`;
}

/** Pieces of text are one text: what is markup at its beginning is none in its middle. */
function lineMarkdown(line: Line): string {
  return line.length === 1 ? runMarkdown(line[0]!) : escape(plainLine(line));
}

function runMarkdown(run: Run): string {
  if (run.url === undefined || !isWebAddress(run.url)) return escape(plainRun(run));
  return `${run.url === run.text ? `<${run.url}>` : link(run.text, run.url)}${escape(plainNote(run)) && ` ${escape(plainNote(run))}`}`;
}

/** Where a piece stands is no part of what is to be stressed. */
function bold({ trace, ...run }: Run): string {
  return `**${escape(plainRun(run))}**${trace === undefined ? '' : ` ${escape(`(${trace})`)}`}`;
}
