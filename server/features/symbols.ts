import type { Checker } from '../findings/checker';
import { trimmed } from '../records/fault';
import type { Pair } from '../records/node';
import type { Slice } from '../records/slice';
import { valueAt } from '../reference/fields';
import type { Inspection } from '../reference/inspection';
import { shorten } from '../text/quote';
import type { Span } from '../text/span';
import { gradeInWords, headline, spokenName } from './headline';

/** One line of an outline. Offsets in the slice. */
export interface RecordSymbol extends Span {
  kind: 'record' | 'judgement' | 'list';
  /** In the words of the field; never empty. */
  name: string;
  /** The words to put the cursor on; within the symbol. */
  selection: Span;
  children: RecordSymbol[];
}

/** More judgements than this no framework has: who pastes nonsense need not see all of it in the outline. */
const MOST_CHILDREN = 60;

/** The record of a slice as an outline shows it, with its judgements and lists under it; undefined for a slice that is blank. */
export function recordSymbol(slice: Slice, checker: Checker, withChildren = true): RecordSymbol | undefined {
  if (slice.isBlank) return undefined;
  const { text, record: { root } } = slice;
  const start = root?.start ?? trimmed(text, { start: 0, end: text.length }).start;
  const inspection = checker.inspection(slice);
  const named = inspection && (inspection.fields.get('authority') ?? inspection.fields.get('event') ?? inspection.root.pairs[0]);
  const selection = named ? spanOf(named.key) : { start, end: start };
  const under = inspection && withChildren ? children(inspection, text) : [];
  // A key that is still being written may end in the white space that the record is trimmed of.
  const end = under.reduce((last, child) => Math.max(last, child.end), contentEnd(text, selection, text.length));
  return { kind: 'record', name: inspection ? headline(inspection) : 'Not a record', start, end, selection, children: under };
}

/** Judgements and lists, in the order of the text. */
function children(inspection: Inspection, text: string): RecordSymbol[] {
  const found: RecordSymbol[] = [];
  for (const [name, pair] of inspection.fields) {
    if (found.length >= MOST_CHILDREN) break;
    if (name === 'judgements') found.push(...judgements(inspection, text));
    else if (pair.value.kind === 'list' && pair.value.items.length) found.push(listSymbol(name, pair, pair.value.items.length, text));
  }
  return found.slice(0, MOST_CHILDREN).sort((a, b) => a.start - b.start);
}

function judgements({ judgements: written }: Inspection, text: string): RecordSymbol[] {
  return written.slice(0, MOST_CHILDREN).map(({ pair, match, counts, grade, gradeMatch }) => {
    const judgement = match.kind === 'elsewhere' ? match.judgement : counts;
    const name = judgement ? spokenName(judgement) : shorten(pair.key.text) || 'Judgement';
    return symbol('judgement', grade ? `${name} — ${gradeInWords(grade.text, gradeMatch)}` : name, pair, text);
  });
}

function listSymbol(name: string, pair: Pair, length: number, text: string): RecordSymbol {
  return symbol('list', `${valueAt([name])?.title ?? name} (${length})`, pair, text);
}

function symbol(kind: RecordSymbol['kind'], name: string, { key, value }: Pair, text: string): RecordSymbol {
  return { kind, name, start: key.start, end: contentEnd(text, key, value.end), selection: spanOf(key), children: [] };
}

/** Where the words of a span end: before white space, but not before the end of `first`, which may be empty. */
function contentEnd(text: string, first: Span, end: number): number {
  return Math.max(first.end, trimmed(text, { start: first.start, end }).end);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
