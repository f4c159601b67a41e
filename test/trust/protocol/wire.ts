import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

export type Id = number | string;
export interface Message { id?: Id | null; method?: string; params?: unknown; result?: unknown; error?: { code: number; message: string } }
export type Answer = Required<Pick<Message, 'id'>> & Pick<Message, 'result' | 'error'>;

/** The codes of LSP and JSON-RPC. */
export const CODES = {
  parseError: -32700, invalidRequest: -32600, methodNotFound: -32601, invalidParams: -32602, internalError: -32603, notInitialized: -32002, failed: -32803, cancelled: -32800,
};

/** A body with its header. */
export function framed(body: object | string | Buffer): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
}

export interface WireOptions {
  /** What is answered to what the server asks; undefined: nothing is. */
  answers?: (asked: Message) => Pick<Message, 'result' | 'error'> | undefined;
  /** Does something to what the server says before it is heard: for faults that are planted. */
  tamper?: (heard: Message) => Message[];
  /** Further arguments of Node. */
  node?: readonly string[];
}

/** Both ends of a pipe to a server process, with nothing of a protocol library between. */
export class Wire {
  readonly process: ChildProcess;
  /** All answers of the server, in order. */
  readonly answers: Answer[] = [];
  /** What it told or asked. */
  readonly said: Message[] = [];
  stderr = '';
  /** Resolves to the exit code; null where it was killed. */
  readonly ended: Promise<number | null>;
  private readonly byId = new Map<Id | null, Answer>();
  private readonly waiting = new Set<() => void>();
  private lastId = 0;
  private hasEnded = false;
  private pending = Buffer.alloc(0);

  constructor(private readonly options: WireOptions = {}) {
    this.process = spawn(process.execPath, [...options.node ?? [], path.resolve('dist/server.js'), '--stdio'], { stdio: 'pipe' });
    this.process.stdout!.on('data', (piece: Buffer) => this.read(piece));
    this.process.stderr!.on('data', (piece: Buffer) => { this.stderr += piece.toString(); });
    this.process.stdin!.on('error', () => undefined);
    this.ended = new Promise(resolve => this.process.once('close', code => { this.hasEnded = true; resolve(code); this.wake(); }));
  }

  write(bytes: Buffer | string): void {
    this.process.stdin!.write(bytes);
  }

  send(message: Message): void {
    this.write(framed({ jsonrpc: '2.0', ...message }));
  }

  notify(method: string, params?: unknown): void {
    this.send({ method, params });
  }

  /** Sends a request; its id. */
  ask(method: string, params?: unknown): Id {
    const id = ++this.lastId;
    this.send({ id, method, params });
    return id;
  }

  cancel(id: Id): void {
    this.notify('$/cancelRequest', { id });
  }

  /** Sends a request, and waits for its answer. */
  request(method: string, params?: unknown): Promise<Answer> {
    return this.answerTo(this.ask(method, params));
  }

  /** The first answer to a request. */
  async answerTo(id: Id | null): Promise<Answer> {
    await this.until(() => this.byId.has(id), `an answer to ${id}`);
    return this.byId.get(id)!;
  }

  /** Waits for something that the server does; fails where it has ended before. */
  async until(holds: () => boolean, what = 'what was expected'): Promise<void> {
    while (!holds()) {
      if (this.hasEnded) throw new Error(`The server has ended before ${what}. ${this.stderr}`);
      await new Promise<void>(resolve => this.waiting.add(resolve));
    }
  }

  /** Introduces the client. */
  async start({ capabilities = {}, folders = [] }: { capabilities?: object; folders?: readonly string[] } = {}): Promise<Answer> {
    const answer = await this.request('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders: folders.map(uri => ({ uri, name: '' })) });
    this.notify('initialized', {});
    return answer;
  }

  open(uri: string, text: string, version = 1): void {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'inspection-record', version, text } });
  }

  /** Ends the server as the protocol has it; its exit code. By then everything that it had to say is heard. */
  async stop(): Promise<number | null> {
    await this.request('shutdown');
    this.notify('exit');
    return this.ended;
  }

  /** What it wrote to the log as a failure. */
  get failures(): string[] {
    return this.said.filter(({ method, params }) => method === 'window/logMessage' && (params as { type: number }).type === 1).map(({ params }) => (params as { message: string }).message);
  }

  private read(piece: Buffer): void {
    let rest = Buffer.concat([this.pending, piece]);
    for (;;) {
      const start = rest.indexOf('\r\n\r\n') + 4;
      const length = Number(/Content-Length: (\d+)/.exec(rest.subarray(0, start).toString())?.[1]);
      if (start < 4 || rest.length < start + length) break;
      const message = JSON.parse(rest.subarray(start, start + length).toString()) as Message;
      rest = rest.subarray(start + length);
      for (const heard of this.options.tamper?.(message) ?? [message]) this.hear(heard);
    }
    this.pending = rest;
    this.wake();
  }

  private hear(message: Message): void {
    if (message.method === undefined) {
      this.answers.push(message as Answer);
      if (!this.byId.has(message.id!)) this.byId.set(message.id!, message as Answer);
      return;
    }
    this.said.push(message);
    if (message.id === undefined) return;
    const { answers = () => ({ result: null }) } = this.options;
    const answer = answers(message);
    if (answer) this.send({ id: message.id, ...answer });
  }

  private wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
