import type { Slice } from '../records/slice';
import { valueAt } from '../reference/fields';
import { lastAtOrBelow } from '../text/lines';
import type { Span } from '../text/span';
import { entriesUnder, openersOf, pathOf, type Holding, type Opener } from './caret/block';
import { flowPlace } from './caret/flow';
import { firstPart, isFlow, isMarked, plainText, trimEnd, type WrittenLine, type WrittenText } from './caret/line';
import { Lines, type LineBelow } from './caret/lines';
import type { Path } from './place';

/** What is written where the caret is, and how something else takes its place. Offsets in the slice. */
interface Written {
  caret: number;
  /** The words there, without quotes, and the part of them before the caret. */
  written: string;
  typed: string;
  /** What is replaced. */
  span: Span;
  /** What has to stand before and behind the new words: corrected indentation, a missing space, a closing quote. */
  before: string;
  after: string;
  quote?: '"' | "'";
  /** Between braces on one line. */
  flow: boolean;
}

/** The caret is where a key of a mapping stands or may stand. */
export interface KeyCaret extends Written {
  place: 'key';
  /** Of the mapping. */
  path: Path;
  /** Where the key begins: what stands under it is indented further. */
  column: number;
  /** The other keys of the mapping. */
  keys: readonly string[];
  /** The mapping's lines are entries of a list instead: a key needs a dash before it. */
  inList: boolean;
  /** Nothing but this line stands there yet. */
  isFirst: boolean;
  hasColon: boolean;
  /** What the key holds already, and the keys in it: of its mapping, or of the first entry of its list. */
  holds: Holding;
  heldKeys: readonly string[];
  /** The line is indented too far, under a key with this path and value; unless that goes on here. */
  continues?: Continued;
}

export interface Continued {
  path: Path;
  value: string;
}

/** The caret is where the value of a key stands or may stand. */
export interface ValueCaret extends Written {
  place: 'value';
  /** Of the value; its last step is the key. */
  path: Path;
  /** Where the key begins. */
  column: number;
  /** Offset of the key's colon. */
  colon: number;
  /** Nothing else stands on the line, so that lines can be added under the key. */
  opensBlock: boolean;
}

export type Caret = KeyCaret | ValueCaret;

/**
 * Where an offset of a slice is within its record. It is found by the lines and their indentation, not by parsing: so it is known
 * while a line is half typed and whatever else is broken. Undefined in comments, texts of several lines, on markers, and wherever
 * an insertion might break something.
 */
export function caretAt(slice: Slice, offset: number): Caret | undefined {
  if (isUnread(slice)) return undefined;
  const index = lastAtOrBelow(slice.lineStarts, offset);
  const lines = new Lines(slice, index);
  if (lines.beforeMarker || lines.isOnMarkerLine || lines.marker(index)) return undefined;
  const line = lines.at(index);
  const isInComment = line.comment !== undefined && (offset > line.comment || line.comment === line.content);
  if (isInComment || offset < line.start || offset > line.end || slice.text.slice(line.start, line.content).includes('\t')) return undefined;
  if (line.key && offset > line.colon!) return inValue(lines, index, offset, line.key, line.colon!, line.value);
  const tight = line.key ? undefined : withoutSpace(lines, index, line);
  if (tight) return offset > tight.colon ? inValue(lines, index, offset, tight.key, tight.colon, tight.value) : undefined;
  if (!line.key && isFlow(slice.text, line.value)) return inFlow(lines, index, offset, line.value, line.value.start);
  return inKey(lines, index, offset);
}

/** Whether a slice is too large to be read as a record: nobody waits for what stands around an offset of it. */
function isUnread({ record }: Slice): boolean {
  return record.faults.some(({ kind }) => kind === 'too-large' || kind === 'too-many-records');
}

/** `key:value`, which YAML does not take for a key: it is one where such a field or judgement exists. */
function withoutSpace(lines: Lines, index: number, { value, start }: WrittenLine): { key: WrittenText; colon: number; value: WrittenText } | undefined {
  const { text } = lines;
  const match = /^([^\s:#'"{}[\],&*!|>%@`-][^:]*):(?=\S)/.exec(text.slice(value.start, value.end));
  if (!match || value.quote) return undefined;
  const colon = value.start + match[1]!.length;
  const openers = openersOf(lines, index, value.start - start);
  if (!valueAt([...pathOf(openers), match[1]!])) return undefined;
  return { key: plainText(value.start, colon), colon, value: plainText(colon + 1, value.end) };
}

function inValue(lines: Lines, index: number, caret: number, key: WrittenText, colon: number, whole: WrittenText): Caret | undefined {
  const { text } = lines;
  const line = lines.at(index);
  const flow = lines.areInBraces;
  const value = flow ? firstPart(text, whole) : whole;
  if (caret > value.end && value.end < whole.end) return undefined;
  if (isMarked(text, value) || isBehindQuote(value, caret)) return undefined;
  if (isFlow(text, value)) return inFlow(lines, index, caret, value, key.start, text.slice(key.inner.start, key.inner.end));
  const column = key.start - line.start;
  const openers = openersOf(lines, index, column);
  if (openers.some(isFilled) || heldBelow(lines.below(index), column) !== 'nothing') return undefined;
  const path = [...pathOf(openers), text.slice(key.inner.start, key.inner.end)];
  const isEmpty = value.end === value.start;
  const rest = value.end < whole.end ? value.end : line.comment ?? line.end;
  const written = isEmpty ? replacing(text, caret, plainText(caret, caret), rest) : replacing(text, caret, value, rest);
  return { place: 'value', path, column, colon, flow, ...spaced(text, written), opensBlock: !flow && line.comment === undefined };
}

function inFlow(lines: Lines, index: number, caret: number, value: WrittenText, keyStart: number, key?: string): Caret | undefined {
  const { text } = lines;
  const line = lines.at(index);
  const openers = openersOf(lines, index, keyStart - line.start);
  // What is not closed goes on below.
  if (heldBelow(lines.below(index), keyStart - line.start) !== 'nothing') return undefined;
  const found = caret > value.start ? flowPlace(text, value.start, line.comment ?? line.end, caret) : undefined;
  if (!found || openers.some(isFilled) || isMarked(text, found.word)) return undefined;
  const { place, keys, word, colon } = found;
  if (isBehindQuote(word, caret)) return undefined;
  const written = spaced(text, replacing(text, caret, word, word.end));
  const path = [...pathOf(openers), ...(key === undefined ? [] : [key]), ...found.path];
  const common = { ...written, path, column: 0, flow: true };
  if (place === 'value') return { ...common, place, colon: colon!, opensBlock: false };
  const isHalf = word.quote !== undefined && colon === undefined;
  if (isHalf && !/^[ \t]*(?:[,}#]|$)/.test(text.slice(word.end, line.end))) return undefined;
  return { ...common, ...(isHalf && withQuote(written, word)), place, keys, inList: false, isFirst: false, hasColon: colon !== undefined, holds: found.hasValue ? 'text' : 'nothing', heldKeys: [] };
}

function inKey(lines: Lines, index: number, caret: number): KeyCaret | undefined {
  const { text } = lines;
  const line = lines.at(index);
  const word = line.key ?? line.value;
  const isBlank = word.end === word.start;
  if (isMarked(text, word) || (!isBlank && caret < word.start) || (isBlank && line.dashes.length > 0 && caret <= line.dashes.at(-1)!)) return undefined;
  if (word.quote && (isBehindQuote(word, caret) || !line.key)) return undefined;
  const start = isBlank ? caret : word.start;
  const block = line.dashes.length ? behindDash(lines, index, start - line.start) : onOwnLine(lines, index, start - line.start, isBlank);
  if (!block) return undefined;
  const { column, opener, path, below } = block;
  const entries = entriesUnder(lines, opener, index);
  if (entries.are === 'text') return undefined;
  const written = replacing(text, caret, isBlank ? plainText(caret, caret) : word, line.key ? word.end : line.comment ?? line.end);
  return {
    place: 'key', path, flow: false, column,
    ...(line.dashes.length ? behind(line, written, column) : indented(line, written, start, column)),
    keys: entries.keys, inList: entries.are === 'list', isFirst: entries.are === 'nothing',
    hasColon: line.key !== undefined,
    ...(line.key && line.value.end > line.value.start ? { holds: 'text', heldKeys: [] } : { holds: below, heldKeys: heldKeys(lines, index, below, column) }),
    continues: block.continues,
  };
}

interface OwnBlock {
  opener?: Opener;
  path: Path;
  column: number;
  /** What the line's key would hold: the lines below it. */
  below: Holding;
  continues?: Continued;
}

function isFilled({ value }: Opener): boolean {
  return value !== undefined;
}

/** The mapping that begins behind a dash. */
function behindDash(lines: Lines, index: number, column: number): OwnBlock | undefined {
  const line = lines.at(index);
  const isBlank = line.value.end === line.value.start && !line.key;
  const [opener, ...others] = openersOf(lines, index, column);
  if (!opener || others.some(isFilled)) return undefined;
  const siblings = entriesUnder(lines, others[0], index);
  // Below a key, what is indented further belongs to this entry.
  const isAmongEntries = siblings.are === 'nothing' || (siblings.are === 'list' && siblings.column === opener.column) || (line.key && siblings.column! > opener.column);
  if (!isAmongEntries) return undefined;
  const below = lines.below(index);
  const path = pathOf([opener, ...others]);
  if (!below || below.column <= opener.column) return { opener, path, column: isBlank ? Math.max(column, opener.column + 2) : column, below: 'nothing' };
  if (isBlank) return below.isListEntry ? undefined : { opener, path, column: below.column, below: 'nothing' };
  return { opener, path, column, below: heldBelow(below, column) };
}

function onOwnLine(lines: Lines, index: number, column: number, isBlank: boolean): OwnBlock | undefined {
  const below = lines.below(index);
  const holds = heldBelow(below, column);
  const hasKey = lines.at(index).key !== undefined;
  if (below && holds !== 'nothing' && !hasKey) {
    // The lines below are indented further, or are a list: what is written here joins them, unless it is what is to open them.
    const openers = openersOf(lines, index, below.column, below.isListEntry);
    const joins = isBlank || openers[0]?.line === lines.above(index);
    if (joins && holds !== 'text' && openers[0] && !openers.some(isFilled)) return { opener: openers[0], path: pathOf(openers), column: below.column, below: 'nothing' };
    if (isBlank) return undefined;
  }
  let openers = openersOf(lines, index, column);
  let continues: Continued | undefined;
  const [over] = openers;
  if (!hasKey && over?.value && typeof over.step === 'string' && !over.value.quote) {
    continues = { path: pathOf(openers), value: lines.text.slice(over.value.start, over.value.end) };
    column = over.column;
    openers = openers.slice(1);
  }
  if (openers.some(isFilled)) return undefined;
  const [opener] = openers;
  const entries = entriesUnder(lines, opener, index);
  const aligned = entries.column ?? (opener ? opener.column + 2 : 0);
  return { opener, path: pathOf(openers), column: hasKey ? column : aligned, below: holds, continues };
}

/** What a key at `column` holds if these are the lines below it. */
function heldBelow(below: LineBelow | undefined, column: number): Holding {
  if (!below || below.column < column || (below.column === column && !below.isListEntry)) return 'nothing';
  return below.isListEntry ? 'list' : below.isKey ? 'mapping' : 'text';
}

/** The keys of the mapping, or of the list's first entry, that a key at `column` holds in the lines below it. */
function heldKeys(lines: Lines, index: number, holds: Holding, column: number): readonly string[] {
  const below = lines.below(index);
  if (!below || (holds !== 'list' && holds !== 'mapping')) return [];
  return entriesUnder(lines, holds === 'list' ? { step: 0, column: below.column, line: below.number } : { step: '', column, line: index }, index).keys;
}

function isBehindQuote({ quote, closed, inner, end }: WrittenText, caret: number): boolean {
  return quote !== undefined && caret > (closed ? inner.end : end);
}

/** The caret's words as something to be replaced; they end behind the caret, or before `limit` where only white space follows. */
function replacing(text: string, caret: number, word: WrittenText, limit: number): Omit<Written, 'flow'> {
  const { inner, quote, closed } = word;
  const isQuoted = quote !== undefined && caret >= inner.start;
  const start = Math.min(caret, isQuoted ? inner.start : word.start);
  const end = Math.max(caret, isQuoted ? inner.end : word.end);
  const isLast = trimEnd(text, end, limit) === end && /^[\n\r]?$/.test(text[limit] ?? '');
  return {
    caret, quote,
    written: text.slice(inner.start, inner.end),
    typed: text.slice(start, caret).trimStart(),
    span: { start, end: isLast && !isQuoted ? limit : end },
    before: quote && !isQuoted ? quote : '',
    after: quote && (!isQuoted || !closed) ? quote : text[end] === '#' ? ' ' : '',
  };
}

/** With the closing quote among what is replaced: the colon that is missing goes behind it. */
function withQuote({ span }: Omit<Written, 'flow'>, { end }: WrittenText): Pick<Written, 'span' | 'after'> {
  return { span: { ...span, end: Math.max(span.end, end) }, after: '' };
}

/** With the space that YAML wants behind a colon. */
function spaced<T extends Omit<Written, 'flow'>>(text: string, written: T): T {
  return text[written.span.start - 1] === ':' ? { ...written, before: ` ${written.before}` } : written;
}

/** With the indentation that the block's other lines have. */
function indented(line: WrittenLine, written: Omit<Written, 'flow'>, start: number, column: number): Omit<Written, 'flow'> {
  if (start - line.start === column) return written;
  return { ...written, span: { ...written.span, start: line.start }, before: ' '.repeat(column) + written.before };
}

/** With as much space behind the dash as the block's other lines have before them. */
function behind(line: WrittenLine, written: Omit<Written, 'flow'>, column: number): Omit<Written, 'flow'> {
  const missing = column - (written.span.start - line.start);
  return missing > 0 ? { ...written, before: ' '.repeat(missing) + written.before } : written;
}
