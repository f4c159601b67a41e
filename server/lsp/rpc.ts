import type { Message } from './messages';

/** The way to a client, over which whole messages go. */
export interface Transport {
  /** Each message says which protocol it is of. */
  send(message: Message & { jsonrpc: '2.0' }): void;
  /** To be called once; undefined stands for a message that could not be read. */
  receive(take: (message: Message | undefined) => void): void;
  /** Resolves when everything else that waits has had its turn, and what has arrived is received. */
  yield(): Promise<void>;
}

/** Tells whether nobody waits for an answer any more. */
export interface Cancellation { readonly isCancellationRequested: boolean }

/** Gives the answer to a request, or a promise of it; of a notification, nobody hears what it returns. */
export type Handler<P> = (params: P, token: Cancellation) => unknown;

/** A refusal, or a failure: its message is for the user. */
export class ResponseError extends Error {
  constructor(readonly code: number, message: string) {
    super(message);
  }
}

const CODES = { parseError: -32700, methodNotFound: -32601, internalError: -32603 };

interface Pending { resolve(result: unknown): void; reject(error: Error): void }

/**
 * JSON-RPC 2.0 as LSP uses it. Messages are taken one by one in the order in which they come, each in a turn of its own; only that
 * nobody waits for an answer any more is heard at once, and spares those who have not begun with it.
 */
export class Rpc {
  private readonly handlers = new Map<string, Handler<never>>();
  /** What the client asked for and still waits for. */
  private readonly running = new Map<Message['id'], { isCancellationRequested: boolean }>();
  /** What we asked the client for, by the number of the request. */
  private readonly asked = new Map<Message['id'], Pending>();
  private readonly queue: { message: Message; token: Cancellation }[] = [];
  private requests = 0;

  constructor(private readonly transport: Transport) {
    transport.receive(message => this.take(message));
  }

  on(method: string, handle: Handler<never>): void {
    this.handlers.set(method, handle);
  }

  /** Rejects when the client refuses. */
  request<R>(method: string, params?: unknown): Promise<R> {
    return new Promise((resolve, reject) => {
      const id = ++this.requests;
      this.asked.set(id, { resolve: resolve as Pending['resolve'], reject });
      this.send({ id, method, params });
    });
  }

  notify(method: string, params: unknown): void {
    this.send({ method, params });
  }

  private take(message: Message | undefined): void {
    if (!message) return this.send({ id: null, error: { code: CODES.parseError, message: 'This is no JSON.' } });
    if (message.method === '$/cancelRequest') return this.cancel((message.params as Message).id);
    const token = { isCancellationRequested: false };
    if (message.method !== undefined && message.id !== undefined) this.running.set(message.id, token);
    if (this.queue.push({ message, token }) === 1) void this.work();
  }

  private async work(): Promise<void> {
    do {
      await this.transport.yield();
      const { message, token } = this.queue[0]!;
      if (message.method === undefined) this.settle(message);
      else void this.handle(message, token);
      this.queue.shift();
    } while (this.queue.length);
  }

  private async handle({ id, method, params }: Message, token: Cancellation): Promise<void> {
    const answer = (outcome: Message) => { if (id !== undefined) this.send({ id, ...outcome }); };
    try {
      const handler = this.handlers.get(method!);
      if (!handler) throw new ResponseError(CODES.methodNotFound, `There is no method '${method}'.`);
      answer({ result: await handler(params as never, token) ?? null });
    } catch (error) {
      answer({ error: { code: error instanceof ResponseError ? error.code : CODES.internalError, message: error instanceof Error ? error.message : String(error) } });
    }
    this.running.delete(id);
  }

  private cancel(id: Message['id']): void {
    const token = this.running.get(id);
    if (token) token.isCancellationRequested = true;
  }

  private send(message: Message): void {
    this.transport.send({ jsonrpc: '2.0', ...message });
  }

  private settle({ id, result, error }: Message): void {
    const request = this.asked.get(id);
    this.asked.delete(id);
    if (error) request?.reject(new ResponseError(error.code, error.message));
    else request?.resolve(result);
  }
}
