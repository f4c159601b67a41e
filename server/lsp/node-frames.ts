/** The longest message that is taken, in bytes: no text that can be worked with comes near. */
const LONGEST = 256 * 1024 * 1024;

/** The longest header, in bytes. */
const LONGEST_HEADER = 4096;

const END_OF_HEADER = '\r\n\r\n';

/** A body in pieces, behind the header that announces it. */
export function framed(body: readonly Uint8Array[]): Uint8Array[] {
  const length = body.reduce((sum, piece) => sum + piece.length, 0);
  return [Buffer.from(`Content-Length: ${length}${END_OF_HEADER}`, 'latin1'), ...body];
}

/** Cuts what comes in pieces of any size into the bodies of messages, each announced by a header with its length. */
export class Frames {
  private pieces: Buffer[] = [];
  private size = 0;
  /** Length of the body that is next; undefined while its header is not known. */
  private wanted?: number;

  /** The bodies that are whole with this piece. Throws in words where no header can be made out: then nobody knows where the next message begins. */
  *take(piece: Buffer): Generator<Buffer> {
    this.pieces.push(piece);
    this.size += piece.length;
    for (;;) {
      if (this.wanted === undefined && !this.readHeader()) return;
      if (this.size < this.wanted!) return;
      const body = this.cut(this.wanted!);
      this.wanted = undefined;
      yield body;
    }
  }

  /** Whether there is a whole one. */
  private readHeader(): boolean {
    const end = this.joined().indexOf(END_OF_HEADER);
    if (end > LONGEST_HEADER || (end < 0 && this.size > LONGEST_HEADER)) throw new Error(`no header ends within ${LONGEST_HEADER} bytes`);
    if (end < 0) return false;
    this.wanted = lengthIn(this.cut(end + END_OF_HEADER.length).toString('latin1'));
    return true;
  }

  private joined(): Buffer {
    if (this.pieces.length !== 1) this.pieces = [Buffer.concat(this.pieces)];
    return this.pieces[0]!;
  }

  /** Takes the first bytes away. */
  private cut(length: number): Buffer {
    const all = this.joined();
    this.pieces = [all.subarray(length)];
    this.size -= length;
    return all.subarray(0, length);
  }
}

/** The length that a header tells. */
function lengthIn(header: string): number {
  const lengths = new Set([...header.matchAll(/^content-length:(.*)$/gim)].map(([, value]) => value!.trim()));
  const [length = ''] = lengths;
  if (lengths.size !== 1 || !/^\d+$/.test(length)) throw new Error(`a header tells no length: ${JSON.stringify(header.trimEnd())}`);
  if (Number(length) > LONGEST) throw new Error(`a message of ${length} bytes is announced, more than the ${LONGEST} that are taken`);
  return Number(length);
}
