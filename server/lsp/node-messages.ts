import type { Readable, Writable } from 'node:stream';
import { AbstractMessageReader, AbstractMessageWriter, Disposable, ErrorCodes, type DataCallback, type Message, type MessageReader, type MessageWriter, type RequestMessage, type ResponseMessage } from 'vscode-languageserver/node';
import { PreparedList } from './file-list';
import { framed, Frames } from './node-frames';

/** What a body may be, before anything is known of it. */
type Said = Partial<Record<'id' | 'method' | 'params', unknown>>;

/**
 * Reads the messages of a client from a stream. What is no message is answered so; where the stream is not what it should be, its reader
 * is told, as nothing that follows could be understood. A client that is gone is taken to have said exit, behind all that it said before.
 */
export class NodeMessages extends AbstractMessageReader implements MessageReader {
  private readonly frames = new Frames();

  /** Resolves when everything has had its turn that was said till now: the library takes up one message each time that Node goes around. */
  heard = Promise.resolve();

  /**
   * @param answer sends an answer
   * @param lost told in words why no more can be read
   */
  constructor(private readonly stream: Readable, private readonly answer: (message: Message) => void, private readonly lost: (why: string) => void) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const take = (piece: Buffer) => {
      try {
        for (const body of this.frames.take(piece)) this.read(body, callback);
      } catch (error) {
        this.stream.off('data', take);
        this.lost(error instanceof Error ? error.message : String(error));
      }
    };
    const end = () => callback({ jsonrpc: '2.0', method: 'exit' } as Message);
    this.stream.on('data', take).once('end', end).once('error', end);
    return Disposable.create(() => this.stream.off('data', take).off('end', end).off('error', end));
  }

  private read(body: Buffer, callback: DataCallback): void {
    let said: unknown;
    try {
      said = JSON.parse(body.toString('utf8'));
    } catch {
      return this.refuse(null, ErrorCodes.ParseError, 'This is no JSON.');
    }
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return this.refuse(null, ErrorCodes.InvalidRequest, 'A message is an object; several at once are not taken.');
    const { id, method, params } = said as Said;
    // Without a method it is an answer. One that cannot be understood must not be answered: that could be taken for an answer to something else.
    if (method !== undefined && (typeof method !== 'string' || (id !== undefined && !isId(id)))) return this.refuse(isId(id) ? id : null, ErrorCodes.InvalidRequest, 'The method must be a text, and the id a text or a number.');
    // The library trusts it to name what is cancelled.
    if (method === '$/cancelRequest' && !isId((params as { id?: unknown } | null | undefined)?.id)) return;
    callback(said as Message);
    this.heard = this.heard.then(nextRound);
  }

  private refuse(id: RequestMessage['id'], code: number, message: string): void {
    this.answer({ jsonrpc: '2.0', id, error: { code, message } } as Message);
  }
}

/** Resolves when Node has gone around once: what was to be done at once is done then, and what came in meanwhile is read. */
export function nextRound(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

function isId(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** Writes messages to a client, who may be gone. */
export class NodeWriter extends AbstractMessageWriter implements MessageWriter {
  /** Resolves when everything is written that was to be till now. */
  written = Promise.resolve();

  /** @param gone told when nobody reads any more */
  constructor(private readonly stream: Writable, private readonly gone: () => void) {
    super();
    stream.on('error', gone);
  }

  write(message: Message): Promise<void> {
    const frame = framed(bodyOf(message));
    // Written one by one, they would wake their reader each.
    this.stream.cork();
    this.written = new Promise(resolve => frame.forEach((piece, i) => this.stream.write(piece, i < frame.length - 1 ? undefined : error => {
      if (error) this.gone();
      resolve();
    })));
    this.stream.uncork();
    return this.written;
  }

  end(): void {
    this.stream.end();
  }
}

/** The body of a message, in pieces. */
function bodyOf(message: Message): Uint8Array[] {
  const { result, ...rest } = message as Partial<ResponseMessage>;
  if (!(result instanceof PreparedList)) return [Buffer.from(JSON.stringify(message))];
  return [Buffer.from(`${JSON.stringify(rest).slice(0, -1)},"result":[`), ...result.entries.between(1), Buffer.from(']}')];
}
