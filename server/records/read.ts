import { isCollection, type Document } from 'yaml';
import type { Span } from '../text/span';
import { asMeant, screen } from './before-parsing';
import { faultInBraces, isInBraces } from './braces';
import { convert } from './convert';
import { blankOut, linesAround, readAsName, trimmed, type Fault } from './fault';
import type { Node } from './node';
import { parse, type Parsed } from './parse';
import { diagnose, tooDeepAt } from './parser-errors';
import { readPlain } from './plain';

/** One record's text, read: its tree as far as it could be read, and what is wrong with its YAML. Offsets are in the slice. */
export interface RecordText {
  /** The text itself, as it was read. */
  text: string;
  root: Node | null;
  /** In order of place, at most one on a line. */
  faults: readonly Fault[];
  /** The lines that have a fault: nothing said of what stands there can be relied on. */
  broken: readonly Span[];
  /** Whether it is written as nearly all are: nothing is wrong with its YAML, nothing stands there by an alias, and no key stands twice. */
  isPlain: boolean;
}

/** How often a broken record is read again with the line at fault left out; large ones less often, so that nobody waits. */
const READINGS = { usual: 16, large: 3, largeFrom: 16 * 1024 };

/** More faults than this in one record are not told one by one. */
const MOST_FAULTS = 50;

/** A text with more errors than this is no record with mistakes in it: nothing of it is understood. */
const MOST_ERRORS = 500;

/**
 * Reads the text of one record. Never throws. Where the YAML is broken, the line at fault is noted once, left out, and the rest
 * read again: so one mistake is one fault, and everything else in the record stays known.
 * @param enough as many faults as are of interest: where there are more, reading ends there
 */
export function readRecord(text: string, enough = MOST_FAULTS): RecordText {
  const plain = readPlain(text);
  return plain ? { text, root: plain, faults: [], broken: [], isPlain: true } : readParsed(text, enough);
}

/** Reads a record with the parser, whatever is in it: the yardstick for {@link readPlain}. */
export function readParsed(text: string, enough = MOST_FAULTS): RecordText {
  const { faults, text: screened } = screen(text);
  if (screened === null) return { text, root: null, faults, broken: faults.map(fault => linesAround(text, fault)), isPlain: false };
  // A line with an odd space in it is read as it is meant, and is understood.
  const broken = faults.filter(({ kind }) => kind !== 'odd-space').map(fault => linesAround(text, fault));
  const most = text.length > READINGS.largeFrom ? READINGS.large : READINGS.usual;
  const parsed = readings(screened, faults, broken, most, faults.length + enough);
  const root = parsed ? rootOf(parsed.document, parsed.readable, asMeant(text), faults, broken) : null;
  return { text, root, faults: faults.sort((a, b) => a.start - b.start), broken, isPlain: false };
}

/** Parses a text over and over, each time without what was at fault; the last of these documents, or undefined where nothing can be understood. */
function readings(readable: string, faults: Fault[], broken: Span[], most: number, enough: number): { document: Document.Parsed; readable: string } | undefined {
  for (let reading = 1; ; reading++) {
    const parsed = parse(readable);
    const isLast = reading >= most || faults.length >= enough;
    if ('document' in parsed) {
      const { document } = parsed;
      if (document.errors.length > MOST_ERRORS) {
        if (!faults.length) note(diagnose(document.errors[0]!, readable, document).fault, readable, faults, broken);
        return undefined;
      }
      if (isLast || document.errors.length === 0) return { document, readable };
      if (isInBraces(readable)) {
        noteInBraces(document, readable, faults, broken);
        return isCollection(document.contents) && document.contents.flow ? { document, readable } : undefined;
      }
    }
    const again = withoutNextFault(readable, parsed, faults, broken, enough);
    if (isLast || again === readable) return 'document' in parsed ? { document: parsed.document, readable } : undefined;
    readable = again;
  }
}

/** Notes what is wrong with a record in braces. No line of it can be left out, and whatever stands behind a mistake hangs on it: so that is one fault, and the rest is broken. */
function noteInBraces(document: Document.Parsed, text: string, faults: Fault[], broken: Span[]): void {
  const fault = faultInBraces(text) ?? parsersFault(document, text);
  note(fault, text, faults, broken);
  broken.push({ start: linesAround(text, fault).start, end: text.length });
}

/** The parser's first, but for what it says of columns: these mean nothing in braces. */
function parsersFault(document: Document.Parsed, text: string): Fault {
  const first = document.errors.reduce((a, b) => (b.pos[0] < a.pos[0] ? b : a));
  const { fault } = diagnose(first, text, document);
  return fault.kind === 'indentation' ? { ...fault, kind: 'other' } : fault;
}

/** The tree of a document, with what is wrong with it besides the parser's errors. */
function rootOf(document: Document.Parsed, readable: string, text: string, faults: Fault[], broken: Span[]): Node | null {
  for (const warning of document.warnings) note(diagnose(warning, readable, document).fault, readable, faults, broken);
  const unreadable: Fault[] = [];
  const root = convert(document, text, unreadable);
  for (const fault of unreadable) if (faults.length < MOST_FAULTS) note(fault, text, faults, broken);
  return root;
}

/** Notes the faults up to the first that has to be blanked out to read on; the text without that one, or as it was if none is left. */
function withoutNextFault(text: string, parsed: Parsed, faults: Fault[], broken: Span[], enough: number): string {
  if ('tooDeep' in parsed) {
    const { fault, blank } = tooDeepAt(text, parsed.tooDeep);
    note(fault, text, faults, broken);
    return blank.reduce(blankOut, text);
  }
  const { document } = parsed;
  for (const error of [...document.errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const { fault, blank, asName } = diagnose(error, text, document);
    const isNew = note(fault, text, faults, broken);
    if (faults.length >= enough) return text;
    if (!blank) continue;
    // A line that is at fault a second time is left out as a whole.
    if (isNew && !asName) broken.push(...blank.filter(span => isWholeLines(text, span)));
    const next = isNew ? blank.reduce(asName ? readAsName : blankOut, text) : blankOut(text, linesAround(text, fault));
    if (next !== text) return next;
  }
  return text;
}

/** Whether nothing but white space stands beside a span on its lines. */
function isWholeLines(text: string, span: Span): boolean {
  const lines = trimmed(text, linesAround(text, span));
  return span.start <= lines.start && lines.end <= span.end;
}

/** Adds a fault unless its line has one already; whether it was added. */
function note(fault: Fault, text: string, faults: Fault[], broken: Span[]): boolean {
  // A line may be as long as the record, and have thousands of faults: it is looked for once.
  if (broken.some(({ start, end }) => start <= fault.start && fault.start <= end)) return false;
  const lines = linesAround(text, fault);
  if (broken.some(({ start, end }) => lines.start <= end && start <= lines.end)) return false;
  faults.push(fault);
  broken.push(lines);
  return true;
}
