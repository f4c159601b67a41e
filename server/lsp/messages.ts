/** A message of JSON-RPC 2.0: a request has a method and an id, a notification a method only, an answer an id only. */
export interface Message {
  id?: number | string | null;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { code: number; message: string };
}

/** Takes messages out of bytes that arrive in pieces of any size: each is a header that says how long it is, a blank line, and JSON. */
export class MessageReader {
  private pieces: Buffer[] = [];
  private size = 0;
  /** How many bytes are needed before it is worth looking again. */
  private wanted = 1;

  /** The messages that are complete with these bytes; undefined for one that is no JSON. Throws where a header does not say how long its message is. */
  *read(bytes: Buffer): Generator<Message | undefined> {
    this.pieces.push(bytes);
    this.size += bytes.length;
    while (this.size >= this.wanted) {
      const all = this.pieces.length === 1 ? this.pieces[0]! : Buffer.concat(this.pieces);
      const body = bodyIn(all);
      const isComplete = body !== undefined && body.end <= all.length;
      this.keep(isComplete ? all.subarray(body.end) : all, isComplete ? 1 : body?.end ?? all.length + 1);
      if (isComplete) yield parsed(all.toString('utf8', body.start, body.end));
    }
  }

  private keep(rest: Buffer, wanted: number): void {
    this.pieces = rest.length ? [rest] : [];
    this.size = rest.length;
    this.wanted = wanted;
  }
}

/** Where the first message stands in some bytes; undefined while its header is not whole. */
function bodyIn(bytes: Buffer): { start: number; end: number } | undefined {
  const blank = bytes.indexOf('\r\n\r\n');
  if (blank < 0) return undefined;
  const length = /^content-length: *(\d+) *$/im.exec(bytes.toString('latin1', 0, blank))?.[1];
  if (length === undefined) throw new Error('A message came without a header Content-Length.');
  const start = blank + 4;
  return { start, end: start + Number(length) };
}

function parsed(text: string): Message | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return message !== null && typeof message === 'object' ? message : undefined;
  } catch {
    return undefined;
  }
}

/** A message as it goes over the wire. */
export function framed(message: Message): string {
  const text = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}
