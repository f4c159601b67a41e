import { BorderStyle, ExternalHyperlink, Paragraph, ShadingType, StringValueElement, Table, TableCell, TableProperties, TableRow, TextRun, WidthType, type IParagraphOptions, type ITableOptions, type ParagraphChild } from 'docx';
import { visible } from '../../text/visible';
import { count, listed } from '../../text/words';
import { isWebAddress } from '../address';
import { paragraphs, plainNote } from '../plain';
import type { GradeRun, Line, Run } from '../view';
import { GRADE_COLOURS, HEAD, QUIET, RULE } from './colours';

/** Of the text between the margins, in twentieths of a point: A4 without 2 cm on either side. */
const WIDTH = 11906 - 2 * 1134;

interface Look {
  bold?: boolean;
  colour?: string;
  italics?: boolean;
}

/** Pieces of text; addresses of web pages become links. */
export function runs(line: Line, look: Look = {}): ParagraphChild[] {
  return line.flatMap(run => [
    run.url !== undefined && isWebAddress(run.url) ? new ExternalHyperlink({ link: run.url, children: [words(run.text, look, 'Hyperlink')] }) : words(run.text, look),
    ...(plainNote(run) ? [words(plainNote(run), { ...look, bold: false, colour: QUIET })] : []),
  ]);
}

/** On one line, with nothing hidden. */
export function words(text: string, { bold, colour, italics }: Look = {}, style?: string): TextRun {
  return new TextRun({ text: visible(text.replace(/[ \t\r\n]+/g, ' ')), bold, italics, color: colour, style });
}

export function paragraph(children: readonly ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, children });
}

/** A longer text, as its writer divided it. */
export function prose(run: Run): Paragraph[] {
  return paragraphs({ text: run.text }).map((text, index, all) => paragraph([words(text), ...(index === all.length - 1 && plainNote(run) ? [words(plainNote(run), { colour: QUIET })] : [])]));
}

export interface Cell {
  children: readonly Paragraph[];
  /** Colour behind it. */
  ground?: string;
  /** Columns that it takes, where these are several. */
  columns?: number;
}

/**
 * A table whose first row is repeated on each page. Whoever does not see it is told what it holds.
 * @param title what it is about
 * @param shares of the width that the columns have
 */
export function table(title: string, names: readonly string[], rows: readonly (readonly Cell[])[], shares: readonly number[]): Table {
  const whole = sum(shares);
  const widths = shares.map(share => Math.round((WIDTH * share) / whole));
  const row = (cells: readonly Cell[], isHead = false) => new TableRow({
    tableHeader: isHead, cantSplit: true,
    children: cells.map(({ children, ground, columns = 1 }, index) => new TableCell({
      children: children.length ? children : [new Paragraph('')], columnSpan: columns, width: { size: sum(widths.slice(index, index + columns)), type: WidthType.DXA }, margins: { top: 60, bottom: 60, left: 100, right: 100 },
      shading: ground === undefined ? undefined : { type: ShadingType.CLEAR, color: 'auto', fill: ground },
    })),
  });
  const line = { style: BorderStyle.SINGLE, size: 4, color: RULE };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return new DescribedTable(visible(`${title}: a table of ${count(rows.length, 'row')}, with ${listed(names.map(name => `'${name}'`))}`), {
    width: { size: WIDTH, type: WidthType.DXA }, columnWidths: widths,
    borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
    rows: [row(names.map(name => ({ children: [paragraph([words(name, { bold: true })], { keepNext: true })], ground: HEAD })), true), ...rows.map(cells => row(cells))],
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

/** The library has no option for the text that is read out instead of a table. */
class DescribedTable extends Table {
  constructor(description: string, options: ITableOptions) {
    super(options);
    this.root.find(part => part instanceof TableProperties)!.addChildElement(new StringValueElement('w:tblDescription', description));
  }
}

/** A grade by its word, on the colour of its family. */
export function gradeCell(grade: GradeRun): Cell {
  const { letters, ground } = GRADE_COLOURS[grade.tone] ?? GRADE_COLOURS.none!;
  return { children: [paragraph([words(grade.text, { bold: true, colour: letters }), ...(plainNote(grade) ? [words(plainNote(grade), { colour: letters })] : [])])], ground };
}
