import { keep } from '../features/kept';
import type { Slice } from '../records/slice';
import type { RecordStream } from '../records/stream';
import { ByteRun } from '../text/byte-run';
import { sameEnds } from '../text/same-ends';
import { asciiJson } from '../text/visible';

/**
 * A list as an answer that is JSON in UTF-8 already, each entry behind a comma. Only a connection that writes bytes can send it
 * (`Host.writesBytes`).
 */
export class PreparedList {
  constructor(readonly entries: ByteRun) {}
}

/** A document at one version, and what is the same at all of them. */
interface Document {
  stream: RecordStream;
  session: object;
}

/** A list about a whole file, as it was made last. */
interface Made<Rest> {
  stream: RecordStream;
  rest: Rest;
  entries: ByteRun;
  /** Where the entries about each slice end. */
  ends: number[];
}

type Of<T, Rest extends unknown[]> = (slice: Slice, line: number, ...rest: Rest) => readonly T[];

/**
 * Lists about whole files, such as their outlines. Of a long one that is mostly as it was before, writing all entries anew takes longer
 * than anything else that is done for a key press: so where bytes can be sent, those about records that stayed are kept while the file is open.
 * @param of the entries about a slice that begins on a line of the text; depends on its arguments alone, and is kept with the slice
 */
export function fileList<T extends object, Rest extends unknown[]>(writesBytes: boolean, of: Of<T, Rest>): (document: Document, ...rest: Rest) => T[] {
  if (!writesBytes) {
    const entries = keep(of);
    return ({ stream }, ...rest) => stream.slices.flatMap((slice, index) => entries(slice, stream.firstLines[index]!, ...rest));
  }
  const known = new WeakMap<object, Made<Rest>>();
  // Between two places at which a text was edited, one after the other, nothing has changed.
  const written = keep((slice: Slice, line: number, ...rest: Rest) => prepared(of(slice, line, ...rest)));
  return ({ stream, session }, ...rest) => {
    const made = make(stream, rest, written, known.get(session));
    known.set(session, made);
    // The library hands on what it is given, whatever it is.
    return new PreparedList(made.entries) as unknown as T[];
  };
}

/**
 * The same where the entries about a slice depend on what is not the same for all of them: each is kept with the slice, as long as that
 * has not changed.
 * @param of the entries about a slice; depends on its arguments alone
 */
export function keptList<T extends object, Rest extends readonly unknown[]>(writesBytes: boolean, of: (slice: Slice, ...rest: Rest) => readonly T[]): (slices: readonly Slice[], restOf: (index: number) => Rest) => T[] {
  if (!writesBytes) {
    const entries = keep(of);
    return (slices, restOf) => slices.flatMap((slice, index) => entries(slice, ...restOf(index)));
  }
  const written = keep((slice: Slice, ...rest: Rest) => prepared(of(slice, ...rest)));
  return (slices, restOf) => new PreparedList(ByteRun.of(slices.map((slice, index) => written(slice, ...restOf(index))))) as unknown as T[];
}

/**
 * @param written the entries about a slice that begins on a line
 * @param last the same list about the text before, where there is one
 */
function make<Rest extends unknown[]>(stream: RecordStream, rest: Rest, written: (slice: Slice, line: number, ...rest: Rest) => Uint8Array, last: Made<Rest> | undefined): Made<Rest> {
  const before = last?.rest.every((each, i) => each === rest[i]) ? last : undefined;
  const { first, last: kept } = before ? sameParts(before.stream, stream) : { first: 0, last: 0 };
  const tail = stream.slices.length - kept;
  const pieces = stream.slices.slice(first, tail).map((slice, i) => written(slice, stream.firstLines[first + i]!, ...rest));
  const ends = before?.ends.slice(0, first) ?? [];
  let end = ends.at(-1) ?? 0;
  const head = before?.entries.between(0, end) ?? [];
  for (const piece of pieces) ends.push(end += piece.length);
  const tailBefore = before ? before.ends.length - kept : 0;
  const shift = end - (before?.ends[tailBefore - 1] ?? 0);
  if (before) for (let i = tailBefore; i < before.ends.length; i++) ends.push(before.ends[i]! + shift);
  return { stream, rest, ends, entries: ByteRun.of([...head, ...pieces, ...before?.entries.between(end - shift) ?? []]) };
}

/** The slices that two texts share at their beginnings, and at their ends where these stand on the same lines. */
function sameParts(before: RecordStream, after: RecordStream): { first: number; last: number } {
  const { first, last } = sameEnds(before.slices, after.slices);
  return { first, last: before.firstLines[before.slices.length - last] === after.firstLines[after.slices.length - last] ? last : 0 };
}

const utf8 = new TextEncoder();

/** Whoever reads a long list in ASCII reads it in four fifths of the time. */
function prepared(entries: readonly object[]): Uint8Array {
  return utf8.encode(entries.map(entry => `,${asciiJson(entry)}`).join(''));
}
