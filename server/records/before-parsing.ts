import type { Span } from '../text/span';
import { holdsTooMany } from './cut';
import { blankOut, linesAround, trimmed, type Fault } from './fault';

/** Larger records are not read: no report needs half a megabyte, and nothing may make an editor wait. */
const LARGEST_RECORD = 512 * 1024;

/** What is seen without parsing: faults, and the text with what they make unreadable blanked out; null where it is hopeless. */
export function screen(text: string): { faults: Fault[]; text: string | null } {
  if (text.length > LARGEST_RECORD) return { faults: [{ kind: holdsTooMany(text) ? 'too-many-records' : 'too-large', ...linesAround(text, { start: 0, end: 0 }) }], text: null };
  const nul = text.indexOf('\0');
  if (nul >= 0) return { faults: [{ kind: 'binary', start: nul, end: nul + 1 }], text: null };
  const faults: Fault[] = [];
  let readable = asMeant(text);
  for (const blank of [blankOddSpaces, blankConflicts, blankSeparators, blankMarkerLine, blankControlCharacters]) readable = blank(readable, faults, text);
  return { faults, text: readable };
}

/** What looks like a space and is none, as people paste it along with words; and what cannot be seen at all. */
const ODD_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000]+|(?<!^)\ufeff+/g;

/** The text with common spaces in the place of odd ones. */
export function spaced(text: string): string {
  return text.replace(ODD_SPACE, ' ');
}

/** The text as its values are quoted: with common spaces, and a line break for a lone CR, which ends a line for YAML and for every editor, but not for the parser. */
export function asMeant(text: string): string {
  return spaced(text).replace(/\r(?!\n)/g, '\n');
}

/** Where odd spaces stand, each run by itself. */
export function oddSpaces(text: string): Span[] {
  return [...text.matchAll(ODD_SPACES)].map(({ index, 0: run }) => ({ start: index, end: index + run.length }));
}

/** Odd spaces on one line are one mistake. Those without width have no place in the reading: what they part belongs together. */
function blankOddSpaces(readable: string, faults: Fault[], text: string): string {
  let line = 0;
  for (const span of oddSpaces(text)) {
    if (span.start < line) continue;
    line = linesAround(text, span).end;
    faults.push({ kind: /[\u200b\u2060\ufeff]/.test(text.slice(span.start, line)) ? 'unseen-space' : 'odd-space', ...span });
  }
  return faults.length ? readable.replace(/[\u200b\u2060]|(?<!^)\ufeff/g, ' ') : readable;
}

/** A line of dashes that was meant to part two records, as some programs make of it what is typed. */
function blankSeparators(readable: string, faults: Fault[]): string {
  return readable.replace(/(?<=^|[\n\r])(?:--|-{4,}|[\u2010-\u2015]+-*)(?=[ \t]*(?:[\n\r]|$))/g, (dashes: string, start: number) => {
    faults.push({ kind: 'separator', start, end: start + dashes.length });
    return ' '.repeat(dashes.length);
  });
}

/** A field on the line of the `---`, where YAML takes none. Looked for from the marker on, so that its cost is that of the text. */
function blankMarkerLine(readable: string, faults: Fault[]): string {
  const match = /(?:^|[\n\r])---[ \t]+([\p{L}_][^\n\r:]*:(?!\S)[^\n\r]*)/u.exec(readable);
  if (!match) return readable;
  const end = match.index + match[0].length;
  const span = trimmed(readable, { start: end - match[1]!.length, end });
  faults.push({ kind: 'on-marker-line', ...span });
  return blankOut(readable, span);
}

/**
 * A merge conflict is one mistake: its markers and the second of its halves are left out of the reading. Where both sides added
 * records, the markers of one conflict stand in several: then the first in each is at fault.
 */
function blankConflicts(text: string, faults: Fault[]): string {
  const left: Span[] = [];
  let theirs: Span | undefined;
  let open = false;
  for (const match of text.matchAll(/(?:^|(?<=[\n\r]))(<{7}|\|{7}|={7}|>{7})(?: [^\n\r]*)?(?=[\n\r]|$)/g)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const marker = match[1]![0];
    if (marker === '<' || !open) faults.push({ kind: 'conflict', ...span });
    open = marker !== '>';
    if (marker === '=' || marker === '|') theirs ??= span;
    else {
      if (theirs) left.push(marker === '>' ? { start: theirs.start, end: span.start } : theirs);
      left.push(span);
      theirs = undefined;
    }
  }
  if (theirs) left.push(theirs);
  return leftOut(text, left);
}

/** The text with spans, in order, replaced by as many empty lines: unlike spaces they are no indentation of a text that begins there. */
function leftOut(text: string, spans: readonly Span[]): string {
  let [result, at] = ['', 0];
  for (const { start, end } of spans) {
    result += text.slice(at, start) + '\n'.repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}

const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function blankControlCharacters(text: string, faults: Fault[]): string {
  const at = text.search(CONTROL);
  if (at < 0) return text;
  faults.push({ kind: 'control-character', start: at, end: at + 1 });
  return text.replace(CONTROL, ' ');
}
