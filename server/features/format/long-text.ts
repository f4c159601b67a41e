import type { ScalarNode } from '../../records/node';
import type { Span } from '../../text/span';
import { STEP, type Block } from './blocks';
import type { LayoutEdit } from './layout-edit';

/**
 * Moves the lines of a plain or quoted text below its first one, and takes white space off their ends: YAML reads neither as part
 * of the text.
 * @param column the new column of a line that has some
 */
export function moveContinuation(text: string, { start, end, style }: ScalarNode, column: (old: number) => number, edits: LayoutEdit[]): void {
  // In double quotes the first space behind a backslash is text.
  const trailing = style === 'double' ? /(?<=\\[ \t])[ \t]+$|(?<![\\ \t])[ \t]+$/ : /(?<![ \t])[ \t]+$/;
  for (const line of linesOf(text, start, end)) {
    const content = line.start + /^[ \t]*/.exec(text.slice(line.start, line.end))![0].length;
    if (line.start > start && content < line.end) indent(text, line.start, content, column(widthOf(text, line.start, content)), edits);
    if (line.end === end) return;
    const space = trailing.exec(text.slice(line.start, line.end));
    if (space) edits.push({ start: line.end - space[0].length, end: line.end, text: '', moves: false });
  }
}

/** Moves the lines of a block text with the key or dash that it belongs to, all by the same: its value stays. */
export function moveBlockText(text: string, { start, end }: Span, parent: Block, edits: LayoutEdit[]): void {
  const [header, ...body] = linesOf(text, start, end);
  const [, written] = /^[|>][-+]?(\d?)/.exec(text.slice(start, header!.end))!;
  const [space] = /(?<![ \t])[ \t]*$/.exec(text.slice(start, header!.end))!;
  if (space) edits.push({ start: header!.end - space.length, end: header!.end, text: '', moves: false });
  const old = written ? parent.old + Number(written) : spacesOfFirst(text, body);
  const now = written ? parent.now + Number(written) : parent.now + STEP;
  if (old === undefined || old === now) return;
  for (const line of body) {
    const spaces = spacesAt(text, line.start, line.end);
    if (spaces >= old && line.end > line.start) indent(text, line.start, line.start + old, now, edits);
    // A blank line must not become longer than the others are indented: its end would count as text.
    else if (spaces > now) indent(text, line.start, line.start + spaces, now, edits);
  }
}

/** Puts spaces in the place of a line's indentation. */
export function indent(text: string, start: number, end: number, column: number, edits: LayoutEdit[]): void {
  const spaces = ' '.repeat(column);
  if (text.slice(start, end) !== spaces) edits.push({ start, end, text: spaces, moves: true });
}

/** Columns of an indentation; a tab counts as one level. */
export function widthOf(text: string, start: number, end: number): number {
  let width = 0;
  for (let i = start; i < end; i++) width += text[i] === '\t' ? STEP : 1;
  return width;
}

/** The lines that a span is on, from its beginning, without their line breaks. */
function linesOf(text: string, start: number, end: number): Span[] {
  let from = start;
  return text.slice(start, end).split('\n').map(line => {
    const span = { start: from, end: from + line.length - (line.endsWith('\r') ? 1 : 0) };
    from += line.length + 1;
    return span;
  });
}

function spacesOfFirst(text: string, lines: readonly Span[]): number | undefined {
  const first = lines.find(({ start, end }) => spacesAt(text, start, end) < end - start);
  return first && spacesAt(text, first.start, first.end);
}

function spacesAt(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text[at] === ' ') at++;
  return at - start;
}
