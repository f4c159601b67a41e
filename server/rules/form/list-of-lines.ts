import type { ScalarNode } from '../../records/node';
import type { Fix, TextEdit } from '../rule';
import { scalarText } from '../scalar-text';

/** A text of several lines where a list of texts belongs. */
export interface Lines {
  text: string;
  node: ScalarNode;
  /** Behind the colon of its key. */
  colon: number;
  /** Column of the dashes of the list. */
  column: number;
  lineBreak: string;
}

/**
 * The ways to make a list of such lines, as they are pasted from a report: each line an entry, or all of them one; first what the
 * lines look like. A line that goes on with the sentence before it begins with a small letter.
 */
export function listOfLines(lines: Lines): Fix[] {
  const each = { title: 'Make each line an entry of a list', edits: eachAnEntry(lines) };
  const one = { title: 'Make it a list of one', edits: oneEntry(lines) };
  const areEntries = contentOf(lines).every(({ words }) => !/^\p{Ll}/u.test(words)) && lines.node.style !== 'folded';
  return areEntries ? [each, one] : [one, each];
}

function eachAnEntry(lines: Lines): TextEdit[] {
  const content = contentOf(lines);
  return [...withoutHeader(lines, content[0]!.isOnKeyLine), ...content.map(({ start, indentedFrom, words }) => {
    const entry = scalarText(words, 'plain', false);
    const isAsItWas = entry === words;
    return { start: indentedFrom, end: isAsItWas ? start : start + words.length, text: `${beginning(lines, indentedFrom)}- ${isAsItWas ? '' : entry}` };
  })];
}

/** The lines stay what they are, behind one dash. */
function oneEntry(lines: Lines): TextEdit[] {
  const { node, text, colon } = lines;
  const content = contentOf(lines);
  if (isBlock(node)) return [{ start: colon, end: node.start, text: `${beginning(lines, colon)}- ` }, ...content.map(({ indentedFrom }) => ({ start: indentedFrom, end: indentedFrom, text: '  ' }))];
  return content.map(({ start, indentedFrom }, i) => ({ start: indentedFrom, end: start, text: `${beginning(lines, indentedFrom)}${i === 0 ? '- ' : '  '}` })).filter(edit => text.slice(edit.start, edit.end) !== edit.text);
}

/** What stands before an entry: on a line of its own nothing but its indentation. */
function beginning({ colon, column, lineBreak }: Lines, from: number): string {
  return (from === colon ? lineBreak : '') + ' '.repeat(column);
}

interface Line {
  /** Of its words. */
  start: number;
  words: string;
  /** Where its indentation begins; the colon, for words behind it. */
  indentedFrom: number;
  isOnKeyLine: boolean;
}

/** The lines with words in them. */
function contentOf({ text, node, colon }: Lines): Line[] {
  const found: Line[] = [];
  let from = node.start;
  for (const line of text.slice(node.start, node.end).split(/(?<=\r\n|\n|\r(?!\n))/)) {
    const words = line.trim();
    const start = from + line.length - line.trimStart().length;
    const isFirst = from === node.start;
    const isOnKeyLine = isFirst && !/[\n\r]/.test(text.slice(colon, start));
    if (words && !(isFirst && isBlock(node))) found.push({ start, words, isOnKeyLine, indentedFrom: isOnKeyLine ? colon : isFirst ? lineStart(text, start) : from });
    from += line.length;
  }
  return found;
}

/** The mark of a block text has nothing to mark any more; its comment stays. */
function withoutHeader({ node, text, colon }: Lines, isOnKeyLine: boolean): TextEdit[] {
  return isBlock(node) && !isOnKeyLine ? [{ start: colon, end: node.start + /^[|>][-+\d]*/.exec(text.slice(node.start))![0].length, text: '' }] : [];
}

function isBlock({ style }: ScalarNode): boolean {
  return style === 'literal' || style === 'folded';
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\n\r]/.test(text[start - 1]!)) start--;
  return start;
}
