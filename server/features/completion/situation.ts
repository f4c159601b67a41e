import { blankOut, linesAround } from '../../records/fault';
import { readRecord } from '../../records/read';
import type { Slice } from '../../records/slice';
import type { Checker } from '../../findings/checker';
import type { CalendarDate } from '../../reference/calendar';
import type { EventData } from '../../reference/data';
import type { DecidingDate } from '../../reference/frameworks';
import { readInspection, type Inspection } from '../../reference/inspection';
import { matched } from '../../reference/match';
import type { Reference } from '../../reference/reference';
import type { Span } from '../../text/span';
import type { Caret } from '../caret';
import type { Vocabulary } from './vocabulary';

/** A caret in a record, with all that a source of choices may want to know. What is read, is read when first asked for. */
export class Situation<C extends Caret = Caret> {
  /**
   * @param vocabulary what other records say
   * @param read what was read of the record, shared by all views of one situation
   */
  constructor(readonly slice: Slice, readonly caret: C, private readonly checker: Checker, readonly vocabulary?: Vocabulary, private readonly read: { inspection?: Inspection | null } = {}) {}

  /** The same situation with the caret seen differently. */
  as<D extends Caret>(caret: D): Situation<D> {
    return new Situation(this.slice, caret, this.checker, this.vocabulary, this.read);
  }

  get reference(): Reference {
    return this.checker.reference;
  }

  get today(): Required<CalendarDate> {
    return this.checker.context.today;
  }

  /** The line break that the record uses. */
  get lineBreak(): string {
    return /\r\n|[\n\r]/.exec(this.slice.text)?.[0] ?? '\n';
  }

  /** What the record says beside the caret; undefined where it says nothing yet. */
  get inspection(): Inspection | undefined {
    if (this.read.inspection === undefined) this.read.inspection = this.inspect() ?? null;
    return this.read.inspection ?? undefined;
  }

  get event(): EventData | undefined {
    return matched(this.inspection?.event?.match);
  }

  /** The day that decides what was in force. */
  get on(): DecidingDate | undefined {
    return this.inspection?.on;
  }

  /** Whether words of the record are what is written at the caret, and so would be replaced. */
  isAtCaret({ start, end }: Span): boolean {
    const { span } = this.caret;
    return start <= span.end && span.start <= end;
  }

  private inspect(): Inspection | undefined {
    const { slice, caret } = this;
    // Behind the end of a document there is no record yet.
    if (/^\.\.\.(?:\s|$)/m.test(slice.text.slice(0, caret.caret))) return undefined;
    // A key that is being written spoils the reading of its neighbours: the record is read without its line.
    const isHalfWritten = caret.place === 'key' && !caret.hasColon && !caret.flow;
    if (!isHalfWritten) return this.checker.inspection(slice);
    const line = linesAround(slice.text, { start: caret.caret, end: caret.caret });
    return readInspection(readRecord(blankOut(slice.text, line)), this.reference);
  }
}
