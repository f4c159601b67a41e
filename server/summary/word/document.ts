import { HeadingLevel, type FileChild, type Paragraph, type Table } from 'docx';
import type { Chapter } from '../document';
import { aboutPrevious, plainChange, plainDetail, plainRun, plainSpeaker } from '../plain';
import type { GuideView, Item, JourneyStrip, JudgementTable, Line, ListSection, Problem, RecordView, Section, TableSection } from '../view';
import { QUIET } from './colours';
import { wordFile } from './file';
import { gradeCell, paragraph, prose, runs, table, words, type Cell } from './pieces';

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;

/** Records as a Word file for committee papers, with real headings, lists and tables. */
export function writeWord(chapters: readonly Chapter[], title: string): Promise<Uint8Array> {
  const several = chapters.length > 1;
  const children = chapters.flatMap((chapter, index) => new ChapterWriter(chapter, several ? 1 : 0).blocks(index > 0));
  return wordFile(title, several ? [paragraph([words(title)], { heading: HeadingLevel.TITLE }), ...children] : children);
}

class ChapterWriter {
  /** @param depth of the record's own heading, from 0 */
  constructor(private readonly chapter: Chapter, private readonly depth: number) {}

  blocks(startsPage: boolean): FileChild[] {
    const { view } = this.chapter;
    const content = view.kind === 'record' ? this.record(view, startsPage) : this.guide(view, startsPage);
    return [...content, ...(view.problems.length ? this.problems(view.problems) : [])];
  }

  private record(view: RecordView, startsPage: boolean): FileChild[] {
    const { authority, event, about, headline, summary, facts, outcome, judgements, journey, sections } = view;
    return [
      this.heading(0, [authority, { text: ': ' }, ...event], startsPage),
      ...(about.length ? [paragraph([words(about.join(' · '), { colour: QUIET })])] : []),
      ...(headline ? [paragraph(runs([headline], { bold: true }))] : []),
      ...(summary ? prose(summary) : []),
      ...facts.map(({ label, line }) => paragraph([words(`${label}: `, { bold: true }), ...runs(line)], { spacing: { after: 40 } })),
      ...(outcome ? [this.heading(1, [{ text: outcome.label }]), table(outcome.label, ['Outcome', 'Meaning'], [[gradeCell(outcome.grade), cell([{ text: outcome.meaning ?? '' }])]], [2, 3])] : []),
      ...(judgements ? this.judgements(judgements) : []),
      ...(journey ? this.journey(journey) : []),
      ...sections.flatMap(section => this.section(section)),
    ];
  }

  private guide({ title, intro, needs }: GuideView, startsPage: boolean): FileChild[] {
    return [this.heading(0, [{ text: title }], startsPage), paragraph([words(intro)]), ...needs.map(({ name, description }) => paragraph([words(`${name}: `, { bold: true }), words(description)]))];
  }

  private judgements({ title, rows, previous }: JudgementTable): FileChild[] {
    const changes = rows.some(({ change }) => change);
    const cells = rows.map(({ name, level, grade, absent, change, summary }): Cell[] => [
      { children: [paragraph(runs([name], { bold: level === 'overall' })), ...(summary ? [paragraph(runs([summary], { colour: QUIET }))] : [])] },
      grade ? gradeCell(grade) : cell([{ text: absent ?? '' }]),
      ...(changes ? [cell([{ text: plainChange(change) }])] : []),
    ]);
    return [
      this.heading(1, [{ text: title }]),
      table(title, ['Judgement', 'Grade', ...(changes ? [`Since ${previous!.when}`] : [])], cells, changes ? [5, 3, 3] : [3, 2]),
      ...(previous ? [paragraph([words(aboutPrevious(previous), { colour: QUIET })], { spacing: { before: 120 } })] : []),
    ];
  }

  /** A table and no picture: it is read out, and can be corrected and copied. */
  private journey({ steps, count, earlier, later }: JourneyStrip): FileChild[] {
    const rows = steps.map(({ when, event, grade, isThis }): Cell[] => [
      cell([{ text: when.text }]),
      { children: [paragraph([words(event, { bold: isThis }), ...(isThis ? [words(' (this record)', { colour: QUIET })] : [])])] },
      grade ? gradeCell(grade) : cell([{ text: 'not graded' }]),
    ]);
    const others = [...(earlier ? [`${earlier} earlier`] : []), ...(later ? [`${later} later`] : [])].join(', ');
    return [
      this.heading(1, [{ text: 'Journey' }]),
      ...(others ? [paragraph([words(`${steps.length} of ${count} inspections and visits; there are ${others}.`, { colour: QUIET })], { keepNext: true })] : []),
      table('Journey', ['When', 'What', 'Grade'], rows, [2, 5, 3]),
    ];
  }

  private section(section: Section): FileChild[] {
    return [this.heading(1, [{ text: section.title }]), ...(section.style === 'table' ? this.table(section) : this.groups(section))];
  }

  private table({ title, note, columns, rows }: TableSection): (Paragraph | Table)[] {
    // The last of three says why, or what else there is to know: in sentences.
    const shares = columns.map((_, index) => (columns.length === 3 ? (index === 2 ? 5 : 3) : index === 0 ? 3 : 2));
    return [...(note === undefined ? [] : [paragraph([words(note)], { keepNext: true })]), table(title, columns, rows.map(cells => cells.map(cell)), shares)];
  }

  private groups({ style, groups }: ListSection): Paragraph[] {
    return groups.flatMap(({ title, items }) => [
      ...(title ? [this.heading(2, [{ text: title }])] : []),
      ...items.flatMap(item => (style === 'quotes' ? quote(item) : style === 'text' ? prose(item.main) : [listItem(item)])),
    ]);
  }

  private problems(problems: readonly Problem[]): Paragraph[] {
    const { lineOf } = this.chapter;
    return [this.heading(1, [{ text: 'Problems' }]), ...problems.map(({ severity, message, rule, at }) => bullet([{ text: `${severity}, line ${lineOf(at) + 1}: ${message} (${rule})` }]))];
  }

  private heading(deeper: number, line: Line, pageBreakBefore = false): Paragraph {
    return paragraph(runs(line), { heading: HEADINGS[Math.min(this.depth + deeper, HEADINGS.length - 1)], pageBreakBefore });
  }
}

function cell(line: Line): Cell {
  return { children: line.length ? [paragraph(runs(line))] : [] };
}

function bullet(line: Line): Paragraph {
  return paragraph(runs(line), { bullet: { level: 0 }, spacing: { after: 60 } });
}

function listItem({ main, details }: Item): Paragraph {
  const more = details.map(plainDetail).join('; ');
  return bullet(more ? [main, { text: ` (${more})` }] : [main]);
}

function quote(item: Item): Paragraph[] {
  const by = plainSpeaker(item);
  return [
    paragraph([words(`“${plainRun({ ...item.main, trace: undefined })}”`)], { style: 'Quoted' }),
    ...(by || item.main.trace ? [paragraph([words(`${by ? `— ${by}` : ''}${item.main.trace ? ` (${item.main.trace})` : ''}`, { colour: QUIET })], { indent: { left: 567, right: 567 } })] : []),
  ];
}
