import { visible } from '../text/visible';
import { columnsOf } from './terminal';

/** How long work may last before anything is said of it, and how often that is renewed; in milliseconds. */
const PATIENCE = 1000;
const RENEWED = 100;

const ERASE_LINE = '\r\x1b[K';

/** Tells on standard error how far the work is, where that is a terminal and the work is long. */
export class Progress {
  private readonly isShown: boolean;
  private readonly start = performance.now();
  private last = this.start;
  private isDrawn = false;
  private isListening = false;

  constructor({ isQuiet }: { isQuiet: boolean }) {
    this.isShown = process.stderr.isTTY && !isQuiet;
  }

  /** To be called often. Now and then it lets the system have a turn, so that Ctrl-C works: then there is something to wait for. */
  step(describe: () => string): Promise<void> | undefined {
    const now = performance.now();
    if (now - this.last < RENEWED) return undefined;
    this.last = now;
    if (this.isShown && now - this.start > PATIENCE) this.draw(describe());
    return new Promise(resolve => setImmediate(resolve));
  }

  /** Takes the line away, for other output to be written. */
  clear(): void {
    if (this.isDrawn) process.stderr.write(ERASE_LINE);
    this.isDrawn = false;
  }

  private draw(text: string): void {
    if (!this.isListening) process.once('SIGINT', this.interrupted);
    this.isListening = this.isDrawn = true;
    process.stderr.write(ERASE_LINE + visible(text).slice(0, columnsOf(process.stderr) - 1));
  }

  /** Ctrl-C ends the program as it always does, but leaves no half line. */
  private readonly interrupted = () => {
    this.clear();
    process.kill(process.pid, 'SIGINT');
  };
}
