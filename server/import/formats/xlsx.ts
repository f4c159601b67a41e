import { addDays, isoDate } from '../../reference/calendar';
import { printable } from '../../text/printable';
import { Budget, MOST_CELLS, RowCollector, Unreadable, type Cell, type Sheet } from '../table/cells';
import { linkInFormula } from './formula';
import { readXml, type XmlListener } from './xml';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';

/** Whether a part of an archive belongs to a spreadsheet of this kind. */
export function isXlsxPart(name: string): boolean {
  return [WORKBOOK, RELATIONS, STRINGS, STYLES].includes(name) || /^xl\/worksheets\/(?:_rels\/)?[^/]+$/.test(name);
}

/** Reads the sheets of an Office Open XML spreadsheet from its parts, in their order. */
export function readXlsx(parts: ReadonlyMap<string, Uint8Array>): Sheet[] {
  const workbook = parts.get(WORKBOOK);
  if (!workbook) throw new Unreadable('it is an archive, but no spreadsheet.');
  const files = targetsOf(parts.get(RELATIONS));
  const strings = sharedStrings(parts.get(STRINGS));
  const isDay = dayStyles(parts.get(STYLES));
  const sheets: { name: string; part: string }[] = [];
  let startsIn1904 = false;
  collect(workbook, {
    open(name, attributes) {
      if (name === 'sheet') sheets.push({ name: attributes.name ?? '', part: partName(files.get(attributes.id ?? '') ?? '') });
      if (name === 'workbookPr') startsIn1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
    },
  });
  const budget = new Budget();
  const done = new Set<string>();
  return sheets.flatMap(({ name, part }) => {
    const content = parts.get(part);
    // Programs never name one sheet twice.
    if (!content || done.has(part)) return [];
    done.add(part);
    const links = targetsOf(parts.get(part.replace(/([^/]+)$/, '_rels/$1.rels')));
    return [{ name, rows: readSheet(content, { strings, isDay, links, startsIn1904, budget }) }];
  });
}

interface Context {
  strings: readonly string[];
  /** Whether numbers in a style are days. */
  isDay(style: number): boolean;
  links: ReadonlyMap<string, string>;
  startsIn1904: boolean;
  budget: Budget;
}

function readSheet(content: Uint8Array, context: Context): Cell[][] {
  const links = linksOf(content, context.links);
  const collector = new RowCollector(context.budget);
  let [rowNumber, column] = [0, 0];
  let cell: { type: string; style: number; value: string; formula: string; place: string } | undefined;
  let field: 'value' | 'formula' | undefined;
  collect(content, {
    open(name, attributes) {
      if (name === 'row') {
        const number = Number(attributes.r ?? rowNumber + 1);
        if (number > rowNumber + 1) collector.endRow(number - rowNumber - 1);
        [rowNumber, column] = [number, 0];
      } else if (name === 'c') {
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', formula: '', place: attributes.r ?? '' };
        const at = attributes.r === undefined ? column : columnNumber(attributes.r);
        if (at > column) collector.addCell({ text: '' }, at - column);
        column = at + 1;
      } else if (name === 'v' || name === 't') field = 'value';
      else if (name === 'f') field = 'formula';
    },
    text(text) {
      if (cell && field) cell[field] += text;
    },
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') field = undefined;
      else if (name === 'row') collector.endRow();
      else if (name === 'c' && cell) {
        const link = linkInFormula(cell.formula) ?? links.get(cell.place);
        const text = printable(cellText(cell, context));
        collector.addCell(link === undefined ? { text } : { text, link });
        cell = undefined;
      }
    },
  });
  return collector.rows;
}

function cellText({ type, style, value }: { type: string; style: number; value: string }, { strings, isDay, startsIn1904 }: Context): string {
  if (type === 's') return (strings[Number(value)] ?? '').trim();
  if (type !== 'n' || value === '' || !isDay(style)) return value.trim();
  // Days are counted from the end of 1899; the program for the Macintosh once counted from 1904.
  const start = startsIn1904 ? { year: 1904, month: 1, day: 1 } : { year: 1899, month: 12, day: 30 };
  return isoDate(addDays(start, Math.floor(Number(value)) || 0));
}

function sharedStrings(content: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  let [isText, isReading] = [false, 0];
  if (content) collect(content, {
    open(name) {
      if (name === 'si' && strings.push('') > MOST_CELLS) throw new Unreadable('it has far more texts than any table of inspections; nothing of it was read.');
      // How a word is read aloud is no part of it.
      if (name === 'rPh') isReading++;
      isText = name === 't' && isReading === 0;
    },
    text(text) {
      if (isText && strings.length > 0) strings[strings.length - 1] += text;
    },
    close(name) {
      if (name === 'rPh') isReading--;
      isText = false;
    },
  });
  return strings;
}

/** The formats of days that are built in, by number. */
const BUILT_IN_DAYS = [14, 15, 16, 17, 22];

function dayStyles(content: Uint8Array | undefined): (style: number) => boolean {
  const formats = new Map<number, string>();
  const used: number[] = [];
  let inCells = false;
  if (content) collect(content, {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) used.push(Number(attributes.numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  // A format with a day or a year in it, words in quotation marks and colours left aside.
  const isDay = (format: number) => BUILT_IN_DAYS.includes(format) || /[dy]/i.test((formats.get(format) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
  return style => isDay(used[style] ?? 0);
}

/** Links of cells by their place. They stand behind the cells in the file, so they are read first. */
function linksOf(content: Uint8Array, targets: ReadonlyMap<string, string>): Map<string, string> {
  const links = new Map<string, string>();
  if (targets.size > 0) collect(content, {
    open(name, { ref, id }) {
      const target = name === 'hyperlink' && id !== undefined ? targets.get(id) : undefined;
      if (target !== undefined && ref !== undefined) links.set(ref, target);
    },
  });
  return links;
}

function targetsOf(relations: Uint8Array | undefined): Map<string, string> {
  const targets = new Map<string, string>();
  if (relations) collect(relations, {
    open(name, { Id, Target }) {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined) targets.set(Id, Target);
    },
  });
  return targets;
}

function partName(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** The number of a column by the letters of a place, from 0: "C12" is 2. */
function columnNumber(place: string): number {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0] ?? 'A';
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function collect(content: Uint8Array, listener: Partial<XmlListener>): void {
  readXml(content, { open: () => {}, close: () => {}, text: () => {}, ...listener });
}
