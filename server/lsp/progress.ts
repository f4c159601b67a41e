import type { ClientCapabilities } from 'vscode-languageserver';
import type { Connection } from './connection';
import { guardNotification } from './guard';
import type { Clock } from './turns';

/** How long work must have lasted to be worth a word, and from one word to the next; in milliseconds. */
const WORTH_A_WORD = 500, FROM_WORD_TO_WORD = 200;

/** Shows work that takes long, with a way to stop it, to clients that can show it. One piece of work goes on at a time. */
export class Progress {
  /** The user wants no more of it. */
  isStopped = false;
  private count = 0;
  /** What the client knows the work by; undefined while there is none. */
  private token?: string;
  private isShown = false;
  private nextWord = Infinity;

  /** @param title what is done: "Reading inspection records" */
  constructor(private readonly connection: Connection, private readonly client: ClientCapabilities, private readonly clock: Pick<Clock, 'now'>, private readonly title: string) {
    connection.onNotification('window/workDoneProgress/cancel', guardNotification<{ token: string }>(connection, 'stopping', ({ token }) => {
      if (token === this.token) this.isStopped = true;
    }));
  }

  begin(): void {
    this.token = `inspection-records-${++this.count}`;
    this.isStopped = this.isShown = false;
    this.nextWord = this.client.window?.workDoneProgress ? this.clock.now() + WORTH_A_WORD : Infinity;
  }

  /** To be told often how far it is; `what` are "files". */
  isAt(done: number, all: number, what: string): void {
    if (this.clock.now() < this.nextWord) return;
    this.nextWord = this.clock.now() + FROM_WORD_TO_WORD;
    const far = { message: `${done} of ${all} ${what}`, percentage: Math.floor((100 * done) / all) };
    if (this.isShown) this.say({ kind: 'report', ...far });
    else this.show(far);
  }

  end(): void {
    if (this.isShown) this.say({ kind: 'end' });
    this.token = undefined;
  }

  /** Not before the client has agreed, and then only if the work still goes on. */
  private show(far: object): void {
    const { token } = this;
    this.nextWord = Infinity;
    this.connection.sendRequest('window/workDoneProgress/create', { token }).then(() => {
      if (token !== this.token) return;
      this.isShown = true;
      this.nextWord = this.clock.now() + FROM_WORD_TO_WORD;
      this.say({ kind: 'begin', title: this.title, cancellable: true, ...far });
    }, () => undefined);
  }

  private say(value: object): void {
    void this.connection.sendNotification('$/progress', { token: this.token, value });
  }
}
