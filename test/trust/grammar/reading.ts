import { parseAllDocuments } from 'yaml';
import { formatStream } from '../../../server/features/format';
import { tokensOf } from '../../../server/features/format/tokens';
import { linesAround, type FaultKind } from '../../../server/records/fault';
import type { Slice } from '../../../server/records/slice';
import { RecordStream } from '../../../server/records/stream';
import { applyEdits } from '../../../server/text/edits';

/** As many faults are looked for in one record, one reading each. */
const MANY_FAULTS = 15;

/** Faults with which more is left out than their lines: what a key of several parts or a bracket holds, or all there is. */
const WITH_MORE: ReadonlySet<FaultKind> = new Set<FaultKind>(['complex-key', 'unclosed-bracket', 'conflict', 'too-deep', 'binary']);

/** The `yaml` library's own reading of a text, with the options under which records are read. */
function documentsOf(text: string) {
  // It takes a lone CR for a character like any other, YAML (5.4) and every editor for the end of a line.
  const documents = parseAllDocuments(text.replace(/\r(?!\n)/g, '\n'), { version: '1.2', schema: 'core', uniqueKeys: false, resolveKnownTags: false, prettyErrors: false, logLevel: 'silent' });
  return 'empty' in documents ? [] : documents;
}

/** What the documents of a text say. */
export function sayings(text: string): unknown[] {
  return documentsOf(text).map(document => document.toJS() as unknown);
}

/** The library's errors in a text, by their codes. */
export function errorsIn(text: string): string[] {
  return documentsOf(text).flatMap(({ errors }) => errors.map(({ code }) => code)).filter(code => code !== 'KEY_OVER_1024_CHARS');
}

export function formatted(text: string): string {
  const stream = RecordStream.of(text);
  const edits = new Map(formatStream(stream).map(each => [each.index, each.edits]));
  return stream.slices.map((slice, index) => applyEdits(slice.text, edits.get(index) ?? [])).join('');
}

/** Fields of a record that are neither in its tree nor on a line with a fault: nobody is told that they are not read. */
export function unread({ text, record: { root, broken, faults } }: Pick<Slice, 'text' | 'record'>): string[] {
  if (faults.length >= MANY_FAULTS || faults.some(({ kind }) => WITH_MORE.has(kind))) return [];
  const lines = tokensOf(text, root).filter(({ kind }) => kind === 'other').map(token => linesAround(text, token));
  const untold = lines.filter(({ start, end }) => !broken.some(line => line.start <= start && end <= line.end));
  return [...new Set(untold.map(({ start, end }) => text.slice(start, end)))].filter(line => /^ *(?:- +)?[\w ]+:(?:\s|$)/.test(line));
}
