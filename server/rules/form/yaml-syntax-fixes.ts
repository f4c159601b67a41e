import { oddSpaces, spaced } from '../../records/before-parsing';
import { bulletedListAt } from '../../records/bullets';
import { linesAround, type Fault, type FaultKind } from '../../records/fault';
import { tabbedIndents } from '../../records/parser-errors';
import { readRecord, type RecordText } from '../../records/read';
import { fieldsAt } from '../../reference/fields';
import { readKeys } from '../../reference/keys';
import { applyEdits } from '../../text/edits';
import { lineBreakOf } from '../../text/lines';
import type { Span } from '../../text/span';
import type { Fix, TextEdit } from '../rule';
import { scalarText } from '../scalar-text';

/** Fixes are tried on the text before they are offered: not in records with many faults, nor in very large ones, where that takes time. */
const MOST_FAULTS = 3;
const LARGEST_TRIED = 64 * 1024;

/** The ways to mend a fault after which it is gone and nothing else in the record is broken; the first that does so. */
export function mendsOf(fault: Fault, record: RecordText): Fix[] {
  const { faults, text } = record;
  const sure = SURE_MENDERS[fault.kind]?.(fault, text);
  if (sure) return sure;
  if (faults.length > MOST_FAULTS || text.length > LARGEST_TRIED) return [];
  const tries = MENDERS[fault.kind]?.(fault, text) ?? [];
  if (!tries.length) return [];
  const strays = straysIn(record);
  const fix = tries.find(({ edits }) => {
    const mended = readRecord(applyEdits(text, edits), faults.length);
    const remains = mended.faults.some(({ kind, start, end }) => kind === fault.kind && mended.text.slice(start, end) === text.slice(fault.start, fault.end));
    return mended.faults.length < faults.length && (!remains || fault.kind === 'tab') && straysIn(mended) <= strays;
  });
  return fix ? [fix] : [];
}

/** How many keys of a record are no fields of it: words that belong elsewhere, or to nothing. */
function straysIn({ root }: RecordText): number {
  return root?.kind === 'map' ? readKeys(root, fieldsAt([])).unknown.length : 0;
}

/** The mends that the record was read as if they had been made: these need no trying. */
const SURE_MENDERS: Readonly<Partial<Record<FaultKind, Mender>>> = {
  'odd-space': putCommonSpaces,
  'unseen-space': putCommonSpaces,
};

/** Ways to try, likeliest first. */
type Mender = (fault: Fault, text: string) => Fix[];

const MENDERS: Readonly<Partial<Record<FaultKind, Mender>>> = {
  'tab': (fault, text) => [2, 4, 8, 1].map(width => ({
    title: 'Change tabs to spaces', all: true,
    edits: tabbedIndents(text, fault.start).map(span => ({ ...span, text: text.slice(span.start, span.end).replaceAll('\t', ' '.repeat(width)) })),
  })),
  'missing-space': (fault, text) => [...spaceEachColon(fault, text), insert('Put a space after the colon', fault.start + text.slice(fault.start).indexOf(':') + 1, ' ')],
  'missing-comma': ({ end }) => [insert('Put a comma behind it', end, ',')],
  'missing-colon': putColon,
  'colon-in-value': inQuotes,
  'reserved-start': inQuotes,
  'unknown-alias': inQuotes,
  'tag': inQuotes,
  'after-value': quoteAll,
  'unclosed-quote': (fault, text) => [
    ...withoutComment(text, fault).filter(end => end > fault.start + 1 && /["'“”‘’]/.test(text[end - 1]!)).map(end => ({ title: 'Change the last quotation mark to match the first', edits: [{ start: end - 1, end, text: text[fault.start]! }] })),
    ...withoutComment(text, fault).map(end => insert('Close the quotation marks at the end of the line', end, text[fault.start]!)),
    ...(text[fault.end - 1] === ',' ? [insert('Close the quotation marks before the comma', fault.end - 1, text[fault.start]!)] : []),
  ],
  'unclosed-bracket': (fault, text) => withoutComment(text, fault).map(end => insert('Close the bracket at the end of the line', end, text[fault.start] === '{' ? '}' : ']')),
  'bad-escape': fault => [insert('Write two backslashes', fault.start, '\\')],
  'separator': ({ start, end }) => [{ title: "Change to '---'", edits: [{ start, end, text: '---' }] }],
  'on-marker-line': (fault, text) => [{ title: 'Begin the record on its own line', edits: [{ start: text.slice(0, fault.start).trimEnd().length, end: fault.start, text: lineBreakOf(text) }] }],
  'list-on-field-line': startOnNextLine,
  'bullet': putDashes,
  'indentation': lineUp,
  'control-character': (_, text) => [{
    title: 'Take out what cannot be seen',
    edits: [...text.matchAll(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g)].map(({ index }) => ({ start: index, end: index + 1, text: '' })),
  }],
};

/** On the whole line: a common space for each run of odd ones, nothing for those without width. */
function putCommonSpaces(fault: Fault, text: string): Fix[] {
  const line = linesAround(text, fault);
  const edits = oddSpaces(text.slice(line.start, line.end)).map(({ start, end }) => ({ start: line.start + start, end: line.start + end, text: spaced(text.slice(line.start + start, line.start + end)).replace(/[^ ]/g, '') }));
  return [{ title: edits.every(edit => edit.text === '') ? 'Take out what cannot be seen' : 'Change to common spaces', edits, all: true }];
}

function insert(title: string, at: number, text: string): Fix {
  return { title, edits: [{ start: at, end: at, text }] };
}

/** `authority:Kent` and more such lines below it. */
function spaceEachColon({ start }: Fault, text: string): Fix[] {
  const lines = /^(?:\w+:\S[^\n\r]*(?:\r\n|[\n\r]|$))+/.exec(text.slice(start))?.[0] ?? '';
  const edits = [...lines.matchAll(/^\w+:/gm)].map(({ index, 0: name }) => ({ start: start + index + name.length, end: start + index + name.length, text: ' ' }));
  return edits.length > 1 ? [{ title: 'Put a space after each colon', edits }] : [];
}

/** `authority Kent`: a colon behind the name of a field. */
function putColon(fault: Fault, text: string): Fix[] {
  const name = /^\w+(?=[ \t]+\S)/.exec(text.slice(fault.start, fault.end))?.[0];
  const known = name !== undefined && text[fault.start - 1] !== ' ' && fieldsAt([]).some(field => field.name === name);
  return known ? [insert(`Put a colon after '${name}'`, fault.start + name.length, ':')] : [];
}

/** The rest of the line as one text in quotes; a comment behind it stays one, or else belongs to the text. */
function inQuotes({ start }: Span, text: string): Fix[] {
  return withoutComment(text, { start, end: start }).map(end => {
    const words = text.slice(start, end);
    return { title: 'Put the value in quotes', edits: [{ start, end, text: scalarText(words, /["\\]/.test(words) ? 'single' : 'double', false) }] };
  });
}

/** `"Good" in parts`: the whole value in quotes, with those it has as part of it. Brackets are more likely one too many. */
function quoteAll(fault: Fault, text: string): Fix[] {
  const start = valueStart(text, fault);
  return /[[{]/.test(text[start]!) ? [] : inQuotes({ start, end: fault.end }, text);
}

/** Where the words of a line end: before its comment if it has one, then at the end of the line. */
function withoutComment(text: string, { start }: Span): number[] {
  const end = linesAround(text, { start, end: start }).end;
  const words = text.slice(start, end);
  const comment = words.search(/(?<!\s)\s+#/);
  return [...(comment > 0 ? [start + comment] : []), start + words.trimEnd().length];
}

/** Where the value on the line of a fault begins: behind its colon or dash. */
function valueStart(text: string, { start }: Fault): number {
  const line = linesAround(text, { start, end: start });
  return line.start + (/^[ ]*(?:- +)*(?:[^\s:"']+:[ ]+)?/.exec(text.slice(line.start, start))?.[0].length ?? 0);
}

/** `strengths: - one`: the list begins on the next line, where its further entries stand. */
function startOnNextLine(fault: Fault, text: string): Fix[] {
  const line = linesAround(text, { start: fault.start, end: fault.start });
  const own = /^[ ]*/.exec(text.slice(line.start))![0];
  const next = /^(?:\r\n|[\n\r])([ ]*)- /.exec(text.slice(line.end))?.[1];
  const before = text.slice(line.start, fault.start).trimEnd().length;
  return [{ title: 'Begin the list on the next line', edits: [{ start: line.start + before, end: fault.start, text: lineBreakOf(text) + (next ?? `${own}  `) }] }];
}

/** `• One` below `- Another`: a dash in the place of each such mark, in the column of the others. */
function putDashes(fault: Fault, text: string): Fix[] {
  const list = bulletedListAt(text, fault.start);
  if (!list) return [];
  return [{
    title: 'Begin each entry with a dash and a space',
    edits: list.entries.map(({ mark, words, goesOn }) => {
      const entry = goesOn || words.start === words.end ? undefined : scalarText(text.slice(words.start, words.end), 'plain', false);
      return { start: mark.start, end: entry === undefined ? mark.end : words.end, text: `${' '.repeat(list.column)}- ${entry ?? ''}` };
    }),
  }];
}

/** The line and those that are moved in under it, in the column of the line above or below. */
function lineUp(fault: Fault, text: string): Fix[] {
  const line = linesAround(text, { start: fault.start, end: fault.start });
  const above = [...text.slice(0, line.start).matchAll(/^[ ]*[^\s#].*$/gm)].at(-1)?.[0];
  const below = /[\n\r]([ ]*)[^\s#]/.exec(text.slice(line.end))?.[1];
  const tries = [
    { column: above?.search(/\S/), title: 'Line it up with the line above' },
    { column: above === undefined ? undefined : behindDashes(above), title: 'Line it up with the line above' },
    { column: below?.length, title: 'Line it up with the line below' },
  ];
  return tries.flatMap(({ column, title }) => {
    if (column === undefined || column === fault.start - line.start) return [];
    const edits = moved(text, line.start, column);
    return [{ title, edits }, { title, edits: edits.slice(0, 1) }];
  });
}

/** The column of the words of a list entry, behind its dash. */
function behindDashes(line: string): number {
  return /^ *(?:- +)*/.exec(line)![0].length;
}

/** The edits that bring a line, with the lines moved in under it, to a column. */
function moved(text: string, start: number, column: number): TextEdit[] {
  const edits: TextEdit[] = [];
  const line = /([ ]*)([^\n\r]*)(?:\r\n|[\n\r]|$)/y;
  line.lastIndex = start;
  let first: number | undefined;
  for (let match = line.exec(text); match && match[0]; match = line.exec(text)) {
    const width = match[1]!.length;
    if (match[2] === '') continue;
    if (first !== undefined && width <= first) break;
    first ??= width;
    edits.push({ start: match.index, end: match.index + width, text: ' '.repeat(Math.max(0, width - first + column)) });
  }
  return edits;
}
