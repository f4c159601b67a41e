import { calm, gapsIn } from '../features/calm';
import type { Checker } from '../findings/checker';
import type { Finding } from '../findings/finding';
import type { Slice } from '../records/slice';
import type { Position } from '../text/span';
import type { OpenDocument } from './documents';
import { DEFAULTS } from './settings';

/** Where someone types in a document. */
interface Typing {
  record: number;
  /** Offset in the record's slice behind what was typed last; undefined while the keys rest. */
  caret?: number;
  /** What was shown in that record already: it stays until it is mended, so that nothing flickers. */
  shown: ReadonlySet<string>;
  /** The record holds a form that is being filled in: what is missing waits until the cursor leaves it. */
  form: boolean;
  /** Whether something waits to be shown. */
  waiting: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

/** Knows where each document is being typed in, and which findings are fair to show meanwhile. */
export class TypingWatch {
  private readonly typing = new Map<string, Typing>();

  /**
   * @param rested told when the keys rest in a document and something waited for that
   * @param pause how long they must rest before everything is shown, in milliseconds; 0: nothing waits
   */
  constructor(private readonly rested: (uri: string) => void, private readonly pause = () => DEFAULTS.typingPause) {}

  /** Something was typed, or put in at once; `caret` is behind it, in the new text. */
  typed(before: OpenDocument, after: OpenDocument, caret: Position, text: string, checker: Checker): void {
    const pause = this.pause();
    if (pause === 0) return this.closed(after.uri);
    const last = this.typing.get(after.uri);
    clearTimeout(last?.timer);
    const { index, slice, offset } = after.stream.locate(caret);
    const known = last?.record === index ? last : undefined;
    const shown = known?.shown ?? shownIn(before.stream.slices.length === after.stream.slices.length ? before.stream.slices[index] : undefined, checker);
    const form = gapsIn(slice, { start: offset - text.length, end: offset }) > 1 || (!!known?.form && gapsIn(slice, { start: 0, end: slice.text.length }) > 0);
    const typing: Typing = { record: index, caret: offset, shown, form, waiting: false };
    typing.timer = setTimeout(() => {
      typing.caret = undefined;
      if (typing.waiting) this.rested(after.uri);
    }, pause);
    this.typing.set(after.uri, typing);
  }

  /** The cursor is in this document, at this place: records that it has left are shown with all that is missing. */
  cursorAt({ uri, stream }: OpenDocument, place: Position): void {
    for (const [other, { record }] of [...this.typing]) if (other !== uri || stream.locate(place).index !== record) this.settled(other);
  }

  /** A document is as its writer wants it, for the time being: nothing waits any more. */
  settled(uri: string): void {
    const wasWaiting = this.typing.get(uri)?.waiting;
    this.closed(uri);
    if (wasWaiting) this.rested(uri);
  }

  closed(uri: string): void {
    clearTimeout(this.typing.get(uri)?.timer);
    this.typing.delete(uri);
  }

  /** Changes whenever the answer of `visible` may change without an edit. */
  state(uri: string): string {
    const typing = this.typing.get(uri);
    return typing?.caret !== undefined ? 'typing' : typing?.form ? 'filling in' : 'rested';
  }

  /** Number of the record that a document is typed in; undefined where the keys rest. */
  recordIn(uri: string): number | undefined {
    return this.typing.get(uri)?.record;
  }

  /** The findings of record number `index` that are fair to show now. The one that is typed in is asked for whenever the document is told of. */
  visible(document: OpenDocument, index: number, findings: readonly Finding[], checker: Checker): readonly Finding[] {
    const typing = this.typing.get(document.uri);
    if (typing?.record !== index) return findings;
    const isShown = (finding: Finding) => typing.shown.has(keyOf(finding));
    const others = findings.filter(finding => !isShown(finding) && !(typing.form && finding.missing));
    const fair = typing.caret === undefined ? others : calm(others, document.stream.slices[index]!, typing.caret, checker);
    const visible = findings.filter(finding => isShown(finding) || fair.includes(finding));
    // Of what cannot be read nothing is found: once it can be again, what was shown is not new.
    const silenced = document.stream.slices[index]!.record.faults.length ? typing.shown : [];
    typing.shown = new Set([...visible.map(keyOf), ...silenced]);
    typing.waiting = visible.length < findings.length;
    return visible;
  }
}

/** A record that was shown before anyone typed in it was shown with all its findings. */
function shownIn(slice: Slice | undefined, checker: Checker): ReadonlySet<string> {
  return new Set(slice && checker.hasChecked(slice) ? checker.findings(slice).map(keyOf) : []);
}

/** A missing thing moves with the text around it; every other finding keeps its place while text behind it is typed. */
function keyOf(finding: Finding): string {
  return finding.missing ? finding.rule : `${finding.rule}@${finding.start}`;
}
