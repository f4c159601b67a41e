import { once } from 'node:events';
import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import type { Paint, Style } from '../reports/text';
import { visibleLines } from '../text/visible';

/** Writes to standard output, and waits where whoever reads it is slower. */
export async function print(text: string | Uint8Array, out: WriteStream = process.stdout): Promise<void> {
  if (text !== '' && !out.write(text)) await once(out, 'drain');
}

/**
 * Writes what is data and not words of ours: as it is, but to a terminal with hidden characters written out. That would do what they say;
 * and nobody reads data from there but people.
 */
export async function printData(text: string | Uint8Array): Promise<void> {
  await print(shownIn(process.stdout, text));
}

function shownIn<T extends string | Uint8Array>(out: WriteStream, data: T): T | string {
  return out.isTTY && typeof data === 'string' ? visibleLines(data) : data;
}

/** Output is handed to the system in pieces of about this many characters: to write every line by itself takes longer than to make it. */
const PIECE = 1 << 16;

/** Writes what comes in many small parts. */
export class Printer {
  private waiting = '';

  constructor(private readonly out: WriteStream) {}

  /** Where enough has come together to be written, there is something to wait for. */
  print(text: string): Promise<void> | undefined {
    this.waiting += text;
    return this.waiting.length >= PIECE ? this.flush() : undefined;
  }

  /** As `printData` does. */
  printData(text: string): Promise<void> | undefined {
    return this.print(shownIn(this.out, text));
  }

  /** To be called after the last part. */
  async flush(): Promise<void> {
    const text = this.waiting;
    this.waiting = '';
    await print(text, this.out);
  }
}

/** Writes a line to standard error: everything that is not the result itself. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

const FORMATS: Record<Style, Parameters<typeof styleText>[0]> = {
  error: ['red', 'bold'], warning: ['yellow', 'bold'], information: ['blue', 'bold'], hint: ['cyan'],
  place: ['bold'], rule: ['dim'], frame: ['dim'],
};

const plain: Paint = (_, text) => text;
// The last argument is for later versions of Node, which otherwise decide for themselves.
const coloured: Paint = (style, text) => (styleText as (...args: unknown[]) => string)(FORMATS[style], text, { validateStream: false });

/** Colours where the stream is a terminal that has them, and nobody said otherwise (`NO_COLOR`, `FORCE_COLOR`, an option). */
export function paintFor(stream: WriteStream, options: { noColor: boolean }): Paint {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (options.noColor || NO_COLOR) return plain;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === '0' || FORCE_COLOR === 'false' ? plain : coloured;
  return stream.isTTY && stream.hasColors() ? coloured : plain;
}

/** Columns that text may take: those of the terminal, which may not know them; where there is none, as many as read well in a log. */
export function columnsOf(stream: WriteStream): number {
  return stream.isTTY ? Math.max(40, stream.columns || 80) : 120;
}
