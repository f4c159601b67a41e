import type { ScalarNode } from '../../records/node';
import { readRecord, type RecordText } from '../../records/read';
import type { TextEdit } from '../../rules/rule';
import { applyEdits } from '../../text/edits';
import { STEP } from './blocks';
import { sameContent } from './same-content';
import { tokensOf, type Token } from './tokens';

/** What cannot be written in a block text: controls, and what some programs take for the end of a line. */
const NEEDS_QUOTES = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/;

/**
 * The edits that write a value as a folded text (`>-`) with lines of at most `wrapAt` columns, where it has longer ones: its value
 * and its comment stay. None where it is no text, stands in braces or brackets, or cannot be written so.
 * @param value of the tree of `record`
 */
export function wrapText(record: RecordText, value: ScalarNode, wrapAt: number): TextEdit[] {
  const { text, root, faults } = record;
  if (faults.length || typeof value.value !== 'string' || value.style === 'literal' || !isTooLong(text, value, wrapAt)) return [];
  const tokens = tokensOf(text, root);
  const index = tokens.findIndex(({ node }) => node === value);
  const parent = index < 0 ? undefined : parentColumn(tokens, index);
  const folded = parent === undefined ? undefined : fold(value.value, wrapAt, ' '.repeat(parent + STEP));
  if (!folded) return [];
  const edits = write(text, value, folded.header, folded.lines);
  return sameContent(record, readRecord(applyEdits(text, edits))) ? edits : [];
}

function isTooLong(text: string, { start, end }: ScalarNode, wrapAt: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  return text.slice(lineStart, end).split(/\r?\n/).some(line => line.length > wrapAt);
}

/** The column of the key or dash that a value belongs to; undefined for keys and in braces or brackets. */
function parentColumn(tokens: readonly Token[], index: number): number | undefined {
  const depth = tokens.slice(0, index).reduce((sum, { kind }) => sum + (kind === 'open' ? 1 : kind === 'close' ? -1 : 0), 0);
  if (depth > 0 || (tokens[index + 1]?.kind === 'colon')) return undefined;
  let holder = index - 1;
  while (tokens[holder]?.kind === 'property' || tokens[holder]?.kind === 'comment') holder--;
  if (tokens[holder]?.kind === 'colon') holder--;
  else if (tokens[holder]?.kind !== 'dash') return undefined;
  const first = tokens.findLast(({ lineStart }, i) => i <= holder && lineStart !== undefined);
  return first && tokens[holder]!.start - first.lineStart!;
}

/** A text as the header and the lines of a folded text; undefined where its own spaces or line breaks do not allow that. */
function fold(value: string, wrapAt: number, indent: string): { header: string; lines: string[] } | undefined {
  const [breaks] = /(?<!\n)\n*$/.exec(value)!;
  const body = value.slice(0, value.length - breaks.length);
  const paragraphs = body.split('\n');
  if (breaks.length > 1 || !paragraphs[0] || NEEDS_QUOTES.test(value) || paragraphs.some(paragraph => /^[ \t]|[ \t]$/.test(paragraph))) return undefined;
  // A line break of the text is a blank line here.
  const lines = paragraphs.flatMap((paragraph, i) => [
    ...(i > 0 ? [''] : []), ...(paragraph ? wrap(paragraph, wrapAt - indent.length).map(line => indent + line) : []),
  ]);
  return { header: breaks ? '>' : '>-', lines };
}

/** Breaks a paragraph where single spaces are, so that no line is longer than `width` if that can be. */
function wrap(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(/(?<=[^ \t]) (?=[^ \t])/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function write(text: string, { start, end, style }: ScalarNode, header: string, lines: readonly string[]): TextEdit[] {
  const lineBreak = /\r?\n/.exec(text)?.[0] ?? '\n';
  const written = text.slice(start, end);
  if (style === 'folded') {
    const comment = /^[|>][-+\d]*([ \t]+#[^\n\r]*)/.exec(written)?.[1] ?? '';
    return [{ start, end, text: [header + comment, ...lines, ''].join(lineBreak) }];
  }
  const rest = /^[^\n\r]*/.exec(text.slice(end))![0];
  return [{ start, end, text: header }, { start: end + rest.length, end: end + rest.length, text: lines.map(line => lineBreak + line).join('') }];
}
