import type { Span } from '../text/span';
import { blankOut, linesAround, trimmed, type Fault } from './fault';

/** Larger records are not read: no report needs half a megabyte, and nothing may make an editor wait. */
const LARGEST_RECORD = 512 * 1024;

/** What is seen without parsing: faults, and the text with what they make unreadable blanked out; null where it is hopeless. */
export function screen(text: string): { faults: Fault[]; text: string | null } {
  if (text.length > LARGEST_RECORD) return { faults: [{ kind: 'too-large', ...linesAround(text, { start: 0, end: 0 }) }], text: null };
  const nul = text.indexOf('\0');
  if (nul >= 0) return { faults: [{ kind: 'binary', start: nul, end: nul + 1 }], text: null };
  const faults: Fault[] = [];
  let readable = spaced(text);
  for (const blank of [blankOddSpaces, blankConflicts, blankSeparators, blankMarkerLine, blankControlCharacters]) readable = blank(readable, faults, text);
  return { faults, text: readable };
}

/** What looks like a space and is none, as people paste it along with words; and what cannot be seen at all. */
const ODD_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const ODD_SPACES = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000]+|(?<!^)\ufeff+/g;

/** The text with common spaces in the place of odd ones: values are read as they are meant. */
export function spaced(text: string): string {
  return text.replace(ODD_SPACE, ' ');
}

/** Where odd spaces stand, each run by itself. */
export function oddSpaces(text: string): Span[] {
  return [...text.matchAll(ODD_SPACES)].map(({ index, 0: run }) => ({ start: index, end: index + run.length }));
}

/** Odd spaces on one line are one mistake. Those without width have no place in the reading: what they part belongs together. */
function blankOddSpaces(readable: string, faults: Fault[], text: string): string {
  let line = -1;
  for (const span of oddSpaces(text)) {
    const { end } = linesAround(text, span);
    if (end === line) continue;
    line = end;
    faults.push({ kind: /[\u200b\u2060\ufeff]/.test(text.slice(span.start, end)) ? 'unseen-space' : 'odd-space', ...span });
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

/** A field on the line of the `---`, where YAML takes none. */
function blankMarkerLine(readable: string, faults: Fault[]): string {
  const match = /(?<=(?:^|[\n\r])---[ \t]+)[\p{L}_][^\n\r:]*:(?![^\s])[^\n\r]*/u.exec(readable);
  if (!match) return readable;
  const span = trimmed(readable, { start: match.index, end: match.index + match[0].length });
  faults.push({ kind: 'on-marker-line', ...span });
  return blankOut(readable, span);
}

/** A merge conflict is one mistake: its markers and the second of its halves are left out of the reading. */
function blankConflicts(text: string, faults: Fault[]): string {
  if (!/(?:^|[\n\r])(?:<{7}|>{7}) /.test(text)) return text;
  let readable = text;
  let theirs = -1;
  let open = false;
  for (const match of text.matchAll(/(?:^|(?<=[\n\r]))(<{7}|\|{7}|={7}|>{7})(?: [^\n\r]*)?(?=[\n\r]|$)/g)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const marker = match[1]![0];
    if (marker === '<' || (marker === '>' && !open)) faults.push({ kind: 'conflict', ...span });
    if (marker === '<') open = true;
    else if (open && (marker === '=' || marker === '|') && theirs < 0) theirs = span.start;
    else if (marker === '>') {
      if (theirs >= 0) readable = blankOut(readable, { start: theirs, end: span.end });
      theirs = -1;
      open = false;
    }
    if (marker === '<' || marker === '>') readable = blankOut(readable, span);
  }
  return theirs >= 0 ? blankOut(readable, linesAround(text, { start: theirs, end: theirs })) : readable;
}

const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function blankControlCharacters(text: string, faults: Fault[]): string {
  const at = text.search(CONTROL);
  if (at < 0) return text;
  faults.push({ kind: 'control-character', start: at, end: at + 1 });
  return text.replace(CONTROL, ' ');
}
