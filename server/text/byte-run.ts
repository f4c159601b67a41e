import { joinedBytes } from './joined-bytes';

/** Pieces that a run may consist of: enough for changes in many places, few enough to be written at once. */
const MOST_PIECES = 16;

/** Bytes in a row, in pieces: a change in the midst of many makes a new run without copying what stays. Immutable. */
export class ByteRun {
  private constructor(readonly pieces: readonly Uint8Array[]) {}

  /** @param pieces in their order; nobody changes their bytes any more */
  static of(pieces: readonly Uint8Array[]): ByteRun {
    const filled = pieces.filter(({ length }) => length > 0);
    return new ByteRun(filled.length > MOST_PIECES ? [joinedBytes(filled)] : filled);
  }

  /** The pieces of what lies between two offsets. */
  between(start: number, end = Infinity): Uint8Array[] {
    const found: Uint8Array[] = [];
    let at = 0;
    for (const piece of this.pieces) {
      if (at < end && at + piece.length > start) found.push(piece.subarray(Math.max(0, start - at), end - at));
      at += piece.length;
    }
    return found;
  }
}
