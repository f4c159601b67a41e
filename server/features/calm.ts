import type { Checker } from '../findings/checker';
import type { Finding } from '../findings/finding';
import { linesAround } from '../records/fault';
import { isEmpty } from '../records/node';
import type { Slice } from '../records/slice';
import { touches, type Span } from '../text/span';
import { fold } from '../text/spelling';
import { caretAt, type Caret } from './caret';
import { complete, type CompletionItem } from './completion';
import { walk } from './place';

/** What a date or a web address begins with, however far it is typed. */
const BEGINNINGS = [/^\d{1,4}$/, /^\d{4}-(?:\d{1,2}(?:-\d?)?)?$/, /^h(?:t(?:t(?:ps?(?::\/?\/?)?)?)?)?$/];

/**
 * The findings that are fair to show, of those that are not shown yet, while someone types at `caret` (an offset in the slice). What is
 * certainly wrong shows at once. What is missing in that record may be written next; a word that the caret stands at the end of may be
 * the beginning of a right one, and what is wrong elsewhere only because of it may then be right too; a line that cannot be read may
 * only be half written: these wait.
 */
export function calm(findings: readonly Finding[], slice: Slice, caret: number, checker: Checker): Finding[] {
  const { text } = slice;
  const line = linesAround(text, { start: caret, end: caret });
  const doubtful = findings.filter(finding => !finding.missing && !(finding.unfinished && finding.start <= line.end && line.start <= finding.end));
  if (!doubtful.length) return [];
  const candidates = complete(slice, caret, checker).items.map(named);
  const isElsewhereFair = !isHalfWritten(caretAt(slice, caret), candidates);
  return doubtful.filter(finding => {
    if (!isAt(finding, text, caret)) return isElsewhereFair;
    // A hint is advice about a finished text.
    return finding.severity !== 'hint' && !mayGoOn(text.slice(finding.start, finding.end), candidates);
  });
}

/** Whether the caret stands where a word is to be written, or at the end of one that may go on. */
function isHalfWritten(caret: Caret | undefined, candidates: readonly Candidate[]): boolean {
  if (!caret || caret.typed.trimEnd() !== caret.written) return false;
  return caret.written === '' ? caret.place === 'value' || caret.hasColon : mayGoOn(caret.written, candidates);
}

/** Whether a finding is about words on the caret's line that end at the caret, but for a colon. */
function isAt({ end }: Finding, text: string, caret: number): boolean {
  return end <= caret && /^[^\S\n\r]*(?::[^\S\n\r]*)?$/.test(text.slice(end, caret));
}

/** What may be written, folded. */
interface Candidate {
  name: string;
  /** What else it goes by, where it is understood so. */
  goesBy: readonly string[];
  /** As it would be written. */
  text: string;
}

function named({ label, goesBy = [], edit }: CompletionItem): Candidate {
  return { name: fold(label), goesBy: goesBy.map(fold), text: edit.text.trim() };
}

/** Whether words that are typed may be the beginning of others that are right there. */
function mayGoOn(typed: string, candidates: readonly Candidate[]): boolean {
  if (typed.trim() === '' || BEGINNINGS.some(pattern => pattern.test(typed))) return true;
  const word = fold(typed);
  const others = candidates.filter(({ name, text }) => name !== word || text !== typed);
  // A right word is one even where it begins a spelling of another that is only understood.
  const isRight = others.length < candidates.length;
  return others.some(({ name, goesBy }) => name.startsWith(word) || (!isRight && goesBy.some(other => other.startsWith(word))));
}

/**
 * How many fields and judgements without a value a span of a record's slice has. A text that was put there in one go, with several of
 * them, is a form: what is missing in its record, its writer has before their eyes.
 */
export function gapsIn({ record: { root } }: Slice, span: Span): number {
  let gaps = 0;
  if (root) walk(root, (value, _path, pair) => { if (pair && isEmpty(value) && touches(span, pair.key.start)) gaps++; });
  return gaps;
}
