import { isCollection, isNode, visit, type Document, type YAMLError } from 'yaml';
import type { Span } from '../text/span';
import { bulletedListAt } from './bullets';
import { linesAround, trimmed, type Fault, type FaultKind } from './fault';

/** A parser error as a fault, and what to blank out so that the rest of the record can be read (nothing, where the parser recovers). */
export interface Diagnosis {
  fault: Fault;
  blank?: Span[];
  /** What is to be blanked out stands where a field begins, and is read as its name instead. */
  asName?: boolean;
}

type Reader = (at: Span, text: string, document: Document.Parsed, all: readonly YAMLError[]) => Diagnosis;

/** By the parser's code, never by its words; `text` is what was parsed, offsets are the parser's. */
export function diagnose(error: YAMLError, text: string, document: Document.Parsed): Diagnosis {
  const at = { start: Math.min(error.pos[0], text.length), end: Math.min(error.pos[1], text.length) };
  const diagnosis = bullets(at, text) ?? (readers[error.code] ?? atToken('other'))(at, text, document, document.errors);
  return diagnosis.fault.end > diagnosis.fault.start ? diagnosis : { ...diagnosis, fault: { ...diagnosis.fault, ...someWords(text, at.start) } };
}

const readers: Partial<Record<YAMLError['code'], Reader>> = {
  TAB_AS_INDENT: (at, text) => tabs(at, text) ?? { fault: { kind: 'tab', ...at } },
  BAD_INDENT: (at, text, document) => tabs(at, text) ?? openBracket(at, text, document) ?? { fault: { kind: 'indentation', ...word(text, at.start) }, blank: standsOut(text, at) },
  MISSING_CHAR: (at, text, document) => {
    const quote = openDirective(at, text) ?? openQuote(at, text, document);
    if (quote) return quote;
    const bracket = openBracket(at, text, document);
    if (bracket) return bracket;
    const span = trimmed(text, at.end > at.start ? at : linesAround(text, at));
    const words = span.end > span.start ? span : word(text, at.start);
    const kind = withoutField(text, words);
    if (holdsUnread(at, document)) return { fault: { kind, ...words }, blank: [trimmed(text, linesAround(text, words))], asName: true };
    return { fault: { kind, ...words }, blank: kind === 'indentation' ? standsOut(text, words) : undefined };
  },
  MULTILINE_IMPLICIT_KEY: (at, text, document, all) => {
    const quote = openQuote(at, text, document) ?? quoteAt(text, document, ({ start, end }) => start === at.start && /:\s/.test(text.slice(start, end)));
    if (quote) return quote;
    const lines = linesAround(text, at);
    if (pairsWith('BLOCK_AS_IMPLICIT_KEY', at, all)) return indentedTooFar(at, text);
    const first = linesAround(text, { start: lines.start, end: lines.start });
    const last = linesAround(text, { start: at.end, end: at.end });
    if (at.start > trimmed(text, first).start && columnOf(text, last) !== at.start - first.start) return indentedTooFar(at, text);
    const shown = trimmed(text, { start: at.start, end: first.end });
    return { fault: { kind: withoutField(text, shown), ...shown }, blank: [{ start: at.start, end: linesBefore(text, at.end, first.end) }] };
  },
  BLOCK_AS_IMPLICIT_KEY: (at, text, _, all) => {
    const tooFar = pairsWith('MULTILINE_IMPLICIT_KEY', at, all);
    if (tooFar) return indentedTooFar(tooFar, text);
    const line = linesAround(text, { start: at.start, end: at.start });
    const value = trimmed(text, { start: at.start, end: line.end });
    if (isEntry(text, value.start)) return { fault: { kind: 'indentation', ...value }, blank: [value] };
    if (/^\?(?:\s|$)/.test(text.slice(value.start, value.end))) return { fault: { kind: 'reserved-start', ...value }, blank: [value] };
    const colon = text.slice(value.start, value.end).search(/:(?=\s|$)/);
    return { fault: { kind: 'colon-in-value', ...value }, blank: [colon < 0 ? value : { start: value.start + colon, end: value.start + colon + 1 }] };
  },
  UNEXPECTED_TOKEN: (at, text, document) => {
    const quote = swallowingQuote(at, text, document);
    if (quote) return quote;
    if (isEntry(text, at.start)) return { fault: { kind: 'list-on-field-line', ...at }, blank: [{ start: at.start, end: linesAround(text, at).end }] };
    return firstOutOfLine(at, text, document) ?? afterAlias(at, text) ?? wordsAtBeginning(at, text, document) ?? restOfLine('after-value')(at, text, document, []);
  },
  BAD_SCALAR_START: (at, text) => ({ fault: { kind: 'reserved-start', ...trimmed(text, { start: at.start, end: linesAround(text, at).end }) } }),
  BAD_DQ_ESCAPE: (at, text) => ({ fault: { kind: 'bad-escape', start: at.start, end: Math.min(at.start + 2, text.length) } }),
  TAG_RESOLVE_FAILED: at => ({ fault: { kind: 'tag', ...at } }),
  BAD_DIRECTIVE: (at, text) => directive(linesAround(text, { start: at.start, end: at.start }), text),
  // A colon at the end of a name: `*this:`.
  BAD_ALIAS: (at, text) => ({ fault: { kind: 'reserved-start', start: at.end - /\S*$/.exec(text.slice(linesAround(text, at).start, at.end))![0].length, end: at.end } }),
};

/** Values that lie too deep, from an offset on: their lines, up to the next that begins with the name of a field, are left out. */
export function tooDeepAt(text: string, at: number): Diagnosis & { blank: Span[] } {
  const line = linesAround(text, { start: at, end: at });
  const next = /[\n\r](?=[\p{L}_"'])/u.exec(text.slice(line.end));
  return { fault: { kind: 'too-deep', start: at, end: at + 1 }, blank: [{ start: line.start, end: next ? line.end + next.index : text.length }] };
}

/** A list whose entries go on with other marks than dashes: one mistake, however many they are. */
function bullets(at: Span, text: string): Diagnosis | undefined {
  const list = bulletedListAt(text, at.start);
  return list && { fault: { kind: 'bullet', ...trimmed(text, list.lines[0]!) }, blank: [...list.lines] };
}

/** The last of the lines with a percent sign that stand above the parser's place and nothing else: no `---` ends them. */
function openDirective(at: Span, text: string): Diagnosis | undefined {
  const above = text.slice(0, at.start);
  const start = above.lastIndexOf('\n%') + 1;
  return text[start] === '%' && !/^[^\S\n\r]*[^\s#%]/m.test(above) ? directive(linesAround(text, { start, end: start }), text) : undefined;
}

function directive(line: Span, text: string): Diagnosis {
  return { fault: { kind: 'directive', ...trimmed(text, line) }, blank: [line] };
}

function tabs(at: Span, text: string): Diagnosis | undefined {
  const indents = tabbedIndents(text, at.start);
  return indents[0] && { fault: { kind: 'tab', ...indents[0] }, blank: indents };
}

/** The other error that the parser reports where a line is indented under a field that has its value already. */
function pairsWith(code: YAMLError['code'], at: Span, all: readonly YAMLError[]): Span | undefined {
  const other = all.find(error => error.code === code && error.pos[0] === at.start);
  return other && { start: other.pos[0], end: Math.max(at.end, other.pos[1]) };
}

function indentedTooFar(at: Span, text: string): Diagnosis {
  const last = linesAround(text, { start: at.end, end: at.end });
  const content = trimmed(text, last);
  return { fault: { kind: 'indentation', ...(isEntry(text, content.start) ? content : keyOf(text, last)) }, blank: [last] };
}

/** Whether the parser has left out what stands behind or below a name that has no colon. */
function holdsUnread(at: Span, document: Document.Parsed): boolean {
  let unread = false;
  visit(document, {
    Pair(_, { key, srcToken }) {
      const isAt = isNode(key) && key.range?.[0] === at.start;
      unread ||= isAt && srcToken?.value !== undefined && !srcToken.sep?.some(({ type }) => type === 'map-value-ind');
    },
  });
  return unread;
}

/** A line that stands in another column than the lines above and below it, so that these fit together without it. */
function standsOut(text: string, at: Span): Span[] | undefined {
  const line = linesAround(text, { start: at.end, end: at.end });
  const above = [...text.slice(0, line.start).matchAll(/^[ ]*(?=[^\s#])/gm)].at(-1)?.[0].length;
  const below = /[\n\r]([ ]*)(?=[^\s#])/.exec(text.slice(line.end))?.[1]!.length;
  return above === below && above !== columnOf(text, line) ? [line] : undefined;
}

function columnOf(text: string, line: Span): number {
  return trimmed(text, line).start - line.start;
}

/** Lines behind the end of all that was read: its first line is out of line with the rest, or its entries are with fields; so the rest belongs to nothing. */
function firstOutOfLine(at: Span, text: string, document: Document.Parsed): Diagnosis | undefined {
  const range = document.contents?.range;
  const line = linesAround(text, { start: at.start, end: at.start });
  if (!isCollection(document.contents) || document.contents.flow || !range || range[2] > at.start || trimmed(text, line).start !== at.start) return undefined;
  const isIndented = range[0] > linesAround(text, { start: range[0], end: range[0] }).start;
  if (!isIndented && !/^[^\s:]+:(?:\s|$)/.test(text.slice(at.start, line.end))) return undefined;
  const first = linesAround(text, { start: range[0], end: range[0] });
  const words = isEntry(text, range[0]) ? trimmed(text, first) : keyOf(text, first);
  return { fault: { kind: 'indentation', ...words }, blank: [{ start: range[0], end: line.start }] };
}

/** A record that begins with words of their own, behind which fields follow. */
function wordsAtBeginning(at: Span, text: string, document: Document.Parsed): Diagnosis | undefined {
  const range = document.contents?.range;
  const isBlock = isCollection(document.contents) && !document.contents.flow;
  if (isBlock || !range || range[1] > at.start || !/[\n\r][\w ]+:\s/.test(text.slice(range[0]))) return undefined;
  const words = trimmed(text, linesAround(text, { start: range[0], end: range[1] }));
  const first = trimmed(text, linesAround(text, { start: words.start, end: words.start }));
  return { fault: { kind: 'missing-colon', ...first }, blank: [words], asName: words.end === first.end };
}

/** A value that begins with a word like `*this`, which is read as the name of an anchor, though a text was meant. */
function afterAlias(at: Span, text: string): Diagnosis | undefined {
  const line = linesAround(text, { start: at.start, end: at.start });
  const alias = /(?<=[:-] +)\*\S+\s+$/.exec(text.slice(line.start, at.start));
  const value = alias && trimmed(text, { start: at.start - alias[0].length, end: line.end });
  return value ? { fault: { kind: 'reserved-start', ...value }, blank: [value] } : undefined;
}

/** Whether a list entry begins there: a dash and a space. */
function isEntry(text: string, at: number): boolean {
  return text[at] === '-' && /^(?:\s|$)/.test(text.slice(at + 1, at + 2));
}

/** What is wrong with a line that is no field. */
function withoutField(text: string, { start, end }: Span): FaultKind {
  const line = text.slice(start, linesAround(text, { start, end: start }).end);
  if (isEntry(text, start) || /^[^\s:]+:(?:\s|$)/.test(line)) return 'indentation';
  return /\w:\S/.test(text.slice(start, end)) ? 'missing-space' : 'missing-colon';
}

function atToken(kind: FaultKind): Reader {
  return (at, text) => ({ fault: { kind, ...word(text, at.start) }, blank: [linesAround(text, at)] });
}

function restOfLine(kind: FaultKind): Reader {
  return (at, text) => {
    const rest = trimmed(text, { start: at.start, end: linesAround(text, { start: at.start, end: at.start }).end });
    return { fault: { kind, ...(rest.end > rest.start ? rest : word(text, at.start)) }, blank: [rest] };
  };
}

/** A quoted text that never ends: shown on its own first line, though the parser finds out at the end of the file. */
function openQuote(at: Span, text: string, document: Document.Parsed): Diagnosis | undefined {
  return quoteAt(text, document, ({ start, end }) => end >= at.start && !closesWith(text, start, end));
}

/** A quoted text whose missing end was found in a later field's opening quote: it has swallowed a line that looks like a field. */
function swallowingQuote(at: Span, text: string, document: Document.Parsed): Diagnosis | undefined {
  return quoteAt(text, document, ({ start, end }) => end <= at.start && isOverFields(text, start, end) && !/[\n\r]/.test(text.slice(end, at.start)));
}

/** Whether a line in a text looks like a field. */
function isOverFields(text: string, start: number, end: number): boolean {
  return /[\n\r][ \t]*(?:- )?[\w ]+:\s/.test(text.slice(start, end));
}

function quoteAt(text: string, document: Document.Parsed, fits: (span: Span) => boolean): Diagnosis | undefined {
  let found: Span | undefined;
  visit(document, {
    Scalar(_, node) {
      if ((node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE') || !node.range) return;
      const span = { start: node.range[0], end: node.range[1] };
      if (fits(span)) found = span;
    },
  });
  if (!found) return undefined;
  const line = linesAround(text, { start: found.start, end: found.start });
  const isName = trimmed(text, line).start === found.start && (/:(?:\s|$)/.test(text.slice(found.start, line.end)) || !opensValue(text.slice(0, line.start)));
  return { fault: { kind: 'unclosed-quote', ...trimmed(text, { start: found.start, end: line.end }) }, blank: [{ start: found.start, end: found.start + 1 }], asName: isName };
}

/** Whether the last line of a text with anything on it is a field without a value. */
function opensValue(text: string): boolean {
  return /(?:^|[\n\r])[^\n\r#]*:[^\S\n\r]*(?:#[^\n\r]*)?$/.test(text.trimEnd());
}

function closesWith(text: string, start: number, end: number): boolean {
  return end - start > 1 && text[end - 1] === text[start];
}

/** The innermost list in [] or mapping in {} before the error that has no end. */
function openBracket(at: Span, text: string, document: Document.Parsed): Diagnosis | undefined {
  let found: Span | undefined;
  visit(document, (_, node) => {
    if (!isCollection(node) || !node.flow || !node.range || node.range[0] > at.start) return;
    const end = text.slice(node.range[0], node.range[1]).trimEnd();
    if (!/[\]}]$/.test(end) || end.length < 2) found = { start: node.range[0], end: node.range[1] };
  });
  if (!found) return undefined;
  const line = linesAround(text, { start: found.start, end: found.start });
  return { fault: { kind: 'unclosed-bracket', ...trimmed(text, { start: found.start, end: line.end }) }, blank: [{ start: found.start, end: Math.max(line.end, Math.min(found.end, at.start)) }] };
}

/** The indentations of the run of lines, from the one at fault on, that are indented with tabs. */
export function tabbedIndents(text: string, at: number): Span[] {
  const indents: Span[] = [];
  const line = /([ \t]*)[^\n\r]*(?:\r\n|[\n\r]|$)/y;
  line.lastIndex = linesAround(text, { start: at, end: at }).start;
  for (let match = line.exec(text); match?.[1]!.includes('\t'); match = line.exec(text)) {
    indents.push({ start: match.index, end: match.index + match[1]!.length });
  }
  return indents;
}

/** The word at an offset, or the next one: never an empty span where there is any text. */
function word(text: string, at: number): Span {
  const line = linesAround(text, { start: at, end: at });
  const next = text.slice(at, line.end).search(/\S/);
  if (next < 0) return trimmed(text, line);
  const start = at + next;
  const length = /^[^\s:,[\]{}]+/.exec(text.slice(start, line.end))?.[0].length ?? 1;
  return { start, end: start + length };
}

/** The word at an offset, else the last one before it: never nothing. */
function someWords(text: string, at: number): Span {
  const next = word(text, at);
  if (next.end > next.start) return next;
  const end = Math.max(1, text.slice(0, at).trimEnd().length);
  return { start: end - 1, end };
}

/** The key of a line: what stands before its colon. */
function keyOf(text: string, line: Span): Span {
  const content = trimmed(text, line);
  const colon = text.slice(content.start, content.end).indexOf(':');
  return colon > 0 ? { start: content.start, end: content.start + colon } : content;
}

/** End of the line before the one that holds `at`, at least `least`. */
function linesBefore(text: string, at: number, least: number): number {
  const last = linesAround(text, { start: at, end: at }).start;
  return Math.max(least, last - 1);
}
