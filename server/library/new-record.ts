import { leaveGaps } from '../features/gaps';
import { newRecord } from '../features/new-record';
import { checkerFor, type CheckOptions, type Level } from './options';

/** What a record is to be about. */
export interface Subject {
  /** A name, another name or a code: `Kirklees`, `E08000034`. */
  authority: string;
  /** A name, or another spelling of it. */
  event: string;
  /** First day of fieldwork, `YYYY-MM-DD`. */
  start: string;
}

/** A record that is still to be filled in. */
export interface NewRecord {
  text: string;
  /** What is wrong with what it is to be about: what is not known, or cannot have been. */
  doubts: { rule: string; severity: Exclude<Level, 'off'>; message: string }[];
}

/**
 * A record to be filled in, with a line for all that every such record has: down to the judgements of the framework in force on its first
 * day.
 * @throws RangeError where an option makes no sense
 */
export function writeNewRecord(subject: Subject, options: CheckOptions): NewRecord {
  const { text, doubts } = newRecord(subject, checkerFor(options));
  return { text: leaveGaps(text), doubts: doubts.map(({ rule, severity, message }) => ({ rule, severity, message })) };
}
