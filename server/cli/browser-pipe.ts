import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

interface Answer {
  id?: number;
  method?: string;
  sessionId?: string;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/**
 * Speaks with a browser that was started with `--remote-debugging-pipe`, in the Chrome DevTools Protocol: messages are JSON, each ended by a
 * null byte, written to its file descriptor 3 and read from 4.
 */
export class BrowserPipe {
  private readonly asked = new Map<number, { resolve(result: Record<string, unknown>): void; reject(error: Error): void }>();
  private readonly awaited = new Map<string, () => void>();
  private readonly writer: Writable;
  private count = 0;
  private rest = '';

  /** @param child with pipes at 3 and 4 */
  constructor(child: ChildProcess) {
    this.writer = child.stdio[3] as Writable;
    const reader = child.stdio[4] as Readable;
    reader.setEncoding('utf8').on('data', (chunk: string) => this.take(chunk)).on('close', () => this.fail());
    // Both ends are told of a browser that is gone by the end of its output.
    this.writer.on('error', () => this.fail());
    reader.on('error', () => this.fail());
  }

  /** Asks for something to be done; rejected where the browser refuses, or is gone. */
  ask(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      this.asked.set(id, { resolve, reject });
      this.writer.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Resolves when the browser next tells of something. */
  heard(method: string): Promise<void> {
    return new Promise(resolve => { this.awaited.set(method, resolve); });
  }

  private take(chunk: string): void {
    const messages = (this.rest + chunk).split('\0');
    this.rest = messages.pop()!;
    for (const message of messages) this.receive(JSON.parse(message) as Answer);
  }

  private receive({ id, method, result, error }: Answer): void {
    if (method !== undefined) {
      this.awaited.get(method)?.();
      this.awaited.delete(method);
    }
    const asked = id === undefined ? undefined : this.asked.get(id);
    if (!asked) return;
    this.asked.delete(id!);
    if (error) asked.reject(new Error(error.message));
    else asked.resolve(result ?? {});
  }

  private fail(): void {
    for (const { reject } of this.asked.values()) reject(new Error('it has ended'));
    this.asked.clear();
  }
}
