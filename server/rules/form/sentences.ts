import { linesAround, type Fault } from '../../records/fault';
import { fieldsAt, valueAt, type Field } from '../../reference/fields';
import { fieldMeant } from '../../reference/keys';
import { lineStartAt } from '../../text/lines';
import type { Span } from '../../text/span';
import type { Fix, Report } from '../rule';
import { scalarText } from '../scalar-text';
import { takesText } from './value-forms';

/** Lines of words below a field that takes a list of texts, as they are pasted from a report: without dashes. */
export interface Sentences extends Span {
  field: Field;
  lines: Line[];
}

interface Line extends Span {
  /** Where it begins, before its indentation. */
  from: number;
}

/**
 * The lines that one without a colon belongs to; undefined where no field above it takes a list of texts. They end where something
 * begins that may be a field, an entry, a comment or another record.
 */
export function sentencesAround(fault: Fault, text: string): Sentences | undefined {
  if (fault.kind !== 'missing-colon') return undefined;
  const own = lineAt(text, fault.start);
  if (!isSentence(text, own)) return undefined;
  const lines = [own];
  let above = lineBefore(text, own);
  for (; above && (isBlank(above) || isSentence(text, above)); above = lineBefore(text, above)) if (!isBlank(above)) lines.unshift(above);
  const field = above && listFieldOn(text.slice(above.from, above.end));
  if (!field) return undefined;
  for (let below = lineAfter(text, own); below && (isBlank(below) || isSentence(text, below)); below = lineAfter(text, below)) if (!isBlank(below)) lines.push(below);
  return { field, lines, start: lines[0]!.start, end: lines[0]!.end };
}

/** What stands before the entries of a list where they come from: a bullet, a dash or a number. */
const MARK = /^(?:[•·▪●◦‣*–—-][ \t]*|\(?\d{1,2}[.)][ \t]+)(?=\S)/;

/** What is said of them: once for all of them. */
export function reportOn({ field: { name }, lines, start, end }: Sentences, text: string): Report {
  const isMarked = lines.every(line => MARK.test(text.slice(line.start, line.end)));
  const each: Fix = {
    title: lines.length > 1 ? `Make each line an entry of '${name}'` : `Make it an entry of '${name}'`,
    edits: lines.map(line => ({ start: line.from, end: line.end, text: `  - ${scalarText(text.slice(line.start, line.end).replace(isMarked ? MARK : '', ''), 'plain', false)}` })),
  };
  return { start, end, message: `'${name}' takes a list, and each of its entries begins with a dash and a space. ${lines.length > 1 ? 'These lines have' : 'This line has'} none.`, fixes: [each], unfinished: true, covers: { start, end: lines.at(-1)!.end } };
}

/** A field without a value, at the beginning of its line, that takes a list of texts; misspelt or not. */
function listFieldOn(line: string): Field | undefined {
  const name = /^(\w[\w ]*):[ \t]*(?:#.*)?$/.exec(line)?.[1];
  const field = name === undefined ? undefined : fieldsAt([]).find(each => each.name === name) ?? fieldMeant(name, fieldsAt([]));
  const entry = field?.types.includes('array') ? valueAt([field.name, 0]) : undefined;
  return entry && takesText(entry, 'A text.') ? field : undefined;
}

/** Whether a line is words: nothing that YAML or this format has a meaning for begins there. Farther in than a field, a colon is part of them. */
function isSentence(text: string, { from, start, end }: Line): boolean {
  const words = text.slice(start, end);
  if (words === '' || /^(?:[-?](?:\s|$)|#|---|\.\.\.|\{|\[)/.test(words)) return false;
  const first = /^\w+/.exec(words)?.[0];
  return start > from || (!/^\S+:(?:\s|$)/.test(words) && !fieldsAt([]).some(({ name }) => name === first) && !listFieldOn(words));
}

function isBlank({ start, end }: Line): boolean {
  return start === end;
}

function lineBefore(text: string, { from }: Line): Line | undefined {
  return from > 0 ? lineAt(text, text[from - 1] === '\n' && text[from - 2] === '\r' ? from - 2 : from - 1) : undefined;
}

function lineAfter(text: string, { end }: Line): Line | undefined {
  const lineBreak = /[ \t]*(\r\n|[\n\r])/y;
  lineBreak.lastIndex = end;
  return lineBreak.test(text) ? lineAt(text, lineBreak.lastIndex) : undefined;
}

/** The line that an offset is on: its words without white space around them. */
function lineAt(text: string, offset: number): Line {
  const from = lineStartAt(text, offset);
  const { end } = linesAround(text, { start: from, end: from });
  const line = text.slice(from, end);
  const trimmedEnd = from + line.trimEnd().length;
  return { from, start: Math.min(trimmedEnd, from + /^[ \t]*/.exec(line)![0].length), end: trimmedEnd };
}
