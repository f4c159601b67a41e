import assert from 'node:assert/strict';
import { PULLS } from '../../support/editor';
import { URI, VALID } from '../protocol/methods';
import { CODES, Wire, type Message, type WireOptions } from '../protocol/wire';
import { goesRed, trial, type Trial } from '../trial';
import { bombs, textWith, type Bomb } from './bombs';

/** What the server may take for itself, in megabytes: what grows without end meets an end. */
const MEMORY = 256;

/** How long an answer may take, in milliseconds: what takes longer never comes. */
const PATIENCE = 60_000;

/** How much may be said about a text, in characters: so much about any, and so much for each of its own. An edit of each line is some 130 characters long. */
const AT_MOST = (length: number) => 2_000_000 + 150 * length;

/** Those that are about a text; not those that wait for news, and those that are about another one. */
const REQUESTS = Object.entries(VALID).filter(([method, params]) => 'textDocument' in params && !/import|insertion|paste|newRecord/i.test(method));

class Server {
  private wire?: Wire;

  constructor(private readonly options: WireOptions = {}) {}

  /** Opens a text, asks all there is to ask about it, changes it, and lets go of it. */
  async bear(text: string): Promise<void> {
    const wire = this.wire ??= await this.start();
    const texts = [text, `${text.slice(0, -1)}x\n`];
    wire.open(URI, text);
    for (const [version, now] of texts.entries()) {
      if (version) wire.notify('textDocument/didChange', { textDocument: { uri: URI, version: version + 1 }, contentChanges: [{ text: now }] });
      const asked = REQUESTS.map(([method, params]) => ({ method, id: wire.ask(method, params) }));
      for (const { method, id } of asked) {
        const { error, result } = await this.within(wire, wire.answerTo(id), method);
        // What cannot be done is refused in words.
        assert.ok(error === undefined || error.code === CODES.failed, `${method}: ${error?.message}`);
        const { length } = JSON.stringify(result ?? null);
        assert.ok(length <= AT_MOST(now.length), `${method} says ${length} characters about ${now.length}`);
      }
    }
    wire.notify('textDocument/didClose', { textDocument: { uri: URI } });
    wire.answers.splice(0);
    assert.deepEqual(wire.failures, []);
  }

  async stop(): Promise<void> {
    this.wire?.process.kill('SIGKILL');
    await this.wire?.ended;
    this.wire = undefined;
  }

  private async start(): Promise<Wire> {
    const wire = new Wire({ ...this.options, node: [`--max-old-space-size=${MEMORY}`, ...this.options.node ?? []] });
    await wire.start({ capabilities: PULLS });
    return wire;
  }

  private async within<T>(wire: Wire, answer: Promise<T>, what: string): Promise<T> {
    let late: NodeJS.Timeout | undefined;
    const never = new Promise<never>((_, fail) => { late = setTimeout(() => { wire.process.kill('SIGKILL'); fail(new Error(`No answer to ${what}.`)); }, PATIENCE); });
    return Promise.race([answer, never]).finally(() => clearTimeout(late));
  }
}

describe('a record that is far too much', () => {
  let server = new Server();
  afterEach(() => server.stop());

  const survived: Trial<Bomb> = {
    cases: bombs, short: 12, long: 4000,
    async holds(bomb) {
      try {
        await server.bear(textWith(bomb));
      } catch (error) {
        await server.stop();
        throw error;
      }
    },
  };
  describe('nested, full of aliases, long or many times over, is borne by the server with little memory, and little is said about it', () => trial('hostile-bombs', survived));

  /** What the server says, with what it says of a text that is long become something else. */
  const faults: Readonly<Record<string, WireOptions>> = {
    'a server that runs out of memory': { node: ['--max-old-space-size=12'] },
    'an answer that grows with what is in it': { tamper: heard => [heard.result ? { ...heard, result: Array<unknown>(1000).fill(heard.result) } as Message : heard] },
  };
  for (const [fault, options] of Object.entries(faults)) {
    it(`would be found: ${fault}`, async () => {
      server = new Server(options);
      await goesRed(survived, survived.holds).finally(() => { server = new Server(); });
    });
  }
});
