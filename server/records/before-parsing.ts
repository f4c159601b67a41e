import { blankOut, linesAround, type Fault } from './fault';

/** Larger records are not read: no report needs half a megabyte, and nothing may make an editor wait. */
const LARGEST_RECORD = 512 * 1024;

/** What is seen without parsing: faults, and the text with what they make unreadable blanked out; null where it is hopeless. */
export function screen(text: string): { faults: Fault[]; text: string | null } {
  if (text.length > LARGEST_RECORD) return { faults: [{ kind: 'too-large', ...linesAround(text, { start: 0, end: 0 }) }], text: null };
  const nul = text.indexOf('\0');
  if (nul >= 0) return { faults: [{ kind: 'binary', start: nul, end: nul + 1 }], text: null };
  const faults: Fault[] = [];
  const readable = blankControlCharacters(text.includes('\n<<<<<<< ') || /^(?:<{7}|>{7}) /.test(text) || text.includes('\n>>>>>>> ') ? blankConflicts(text, faults) : text, faults);
  return { faults, text: readable };
}

/** A merge conflict is one mistake: its markers and the second of its halves are left out of the reading. */
function blankConflicts(text: string, faults: Fault[]): string {
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
