import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PULLS } from '../../support/editor';
import { goesRed, trial, type Trial } from '../trial';
import { NOTIFICATIONS, RECORD, URI, VALID } from './methods';
import { spoilt } from './spoilt';
import { CODES, framed, Wire, type Id, type Message, type WireOptions } from './wire';

/** One thing that a client does; numbers choose among what there is, modulo how much that is. */
type Step =
  | { does: 'ask'; method: number; spoilt?: number; cancels: 0 | 1 | 2 }
  | { does: 'tell'; method: number; spoilt?: number }
  | { does: 'ask the unknown' } | { does: 'initialize' } | { does: 'shutdown' }
  | { does: 'change'; how: 'open' | 'edit' | 'close'; at: number; text: string }
  | { does: 'babble'; body: string };

/** What comes before the client introduces itself, after that, and after it has asked for the end. */
interface Talk { early: Step[]; steps: Step[]; late: Step[]; ends: boolean; piece: number }

const WAITS = 'workspace/diagnostic';
const number = fc.nat(9999);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ does: fc.constant('ask' as const), method: number, spoilt: fc.option(number, { nil: undefined }), cancels: fc.constantFrom(0 as const, 0 as const, 1 as const, 2 as const) }, { requiredKeys: ['does', 'method', 'cancels'] }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('tell' as const), method: number, spoilt: fc.option(number, { nil: undefined }) }, { requiredKeys: ['does', 'method'] }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('change' as const), how: fc.constantFrom('open' as const, 'edit' as const, 'edit' as const, 'edit' as const, 'close' as const), at: fc.nat(20), text: fc.constantFrom('', '\n', '---\n', 'Good', ': ', '- x\n', '"', '\t', '😀', RECORD) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('ask the unknown' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('initialize' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('babble' as const), body: fc.oneof(fc.string(), fc.json()) }) },
);
const few = fc.array(step, { maxLength: 3 });
const talks: Trial<Talk>['cases'] = fc.record({ early: few, steps: fc.array(step, { maxLength: 80, size: 'max' }), late: few, ends: fc.boolean(), piece: fc.integer({ min: 1, max: 5000 }) });

/** A client that does as it is told, and knows what it must be answered. */
class Speaker {
  private readonly bytes: Buffer[] = [];
  private readonly expected = new Map<Id, { what: string; codes: readonly (number | undefined)[] }>();
  private stage: 'before' | 'served' | 'over' = 'before';
  private id = 0;
  private version = 1;
  private unnamed = 0;

  constructor(private readonly wire: Wire) {}

  do(step: Step): void {
    if (step.does === 'ask' || step.does === 'tell') {
      const among = Object.entries(step.does === 'ask' ? VALID : NOTIFICATIONS);
      const [method, valid] = among[step.method % among.length]!;
      const ways = step.spoilt === undefined ? [] : [...spoilt(valid)];
      const params = ways.length ? ways[step.spoilt! % ways.length] : valid;
      if (step.does === 'tell') return this.say({ method, params });
      this.ask(method, params, [undefined, CODES.failed, ...(ways.length ? [CODES.invalidParams] : []), ...(step.cancels || method === WAITS ? [CODES.cancelled] : [])]);
      for (let i = method === WAITS ? 2 : step.cancels; i > 0; i--) this.say({ method: '$/cancelRequest', params: { id: this.id } });
    } else if (step.does === 'ask the unknown') {
      this.ask('no/suchMethod', {}, [CODES.methodNotFound]);
    } else if (step.does === 'initialize') {
      this.introduce();
    } else if (step.does === 'shutdown') {
      this.ask('shutdown', undefined, [undefined]);
      if (this.stage === 'served') this.stage = 'over';
    } else if (step.does === 'babble') {
      this.babble(step.body);
    } else {
      this.change(step);
    }
  }

  introduce(): void {
    const isFirst = this.stage === 'before';
    this.id++;
    this.expected.set(this.id, { what: 'initialize', codes: [isFirst ? undefined : CODES.invalidRequest] });
    this.say({ id: this.id, method: 'initialize', params: { processId: null, rootUri: null, capabilities: PULLS } });
    if (!isFirst) return;
    this.stage = 'served';
    this.say({ method: 'initialized', params: {} });
  }

  /** Sends all in pieces, and asserts that it is answered as it must be. */
  async check(piece: number, ends: boolean): Promise<void> {
    const all = Buffer.concat(this.bytes);
    for (let at = 0; at < all.length; at += piece) this.wire.write(all.subarray(at, at + piece));
    const isAnswered = () => this.wire.answers.length >= this.expected.size + this.unnamed;
    await Promise.race([this.wire.until(isAnswered), new Promise(resolve => { setTimeout(resolve, 10_000).unref(); })]);
    if (ends) this.wire.notify('exit');
    else this.wire.process.stdin!.end();
    assert.equal(await this.wire.ended, this.stage === 'over' ? 0 : 1, this.wire.stderr);
    const ids = this.wire.answers.map(({ id }) => id).filter(id => id !== null);
    assert.deepEqual([...ids].sort(), [...this.expected.keys()].sort(), 'each is answered once, and nothing else');
    assert.equal(this.wire.answers.length - ids.length, this.unnamed, 'what is no message is answered so');
    for (const { id, error } of this.wire.answers) {
      const expected = this.expected.get(id!);
      if (expected) assert.ok(expected.codes.includes(error?.code), `${expected.what}: ${JSON.stringify(error)}`);
    }
    assert.deepEqual(this.wire.failures.filter(failure => !/^\S+: params.* must be /.test(failure)), []);
    assert.equal(this.wire.stderr, '');
  }

  private ask(method: string, params: unknown, codes: readonly (number | undefined)[]): void {
    this.id++;
    this.expected.set(this.id, { what: `${method} ${JSON.stringify(params)}`, codes: this.stage === 'before' ? [CODES.notInitialized] : this.stage === 'over' ? [CODES.invalidRequest] : codes });
    this.say({ id: this.id, method, params });
  }

  /** What happens to be a message is not said: it is not known what it would be answered. */
  private babble(body: string): void {
    let said: unknown;
    try { said = JSON.parse(body); } catch { said = undefined; }
    if (typeof said === 'object' && said !== null && !Array.isArray(said)) return;
    this.unnamed++;
    this.bytes.push(framed(body));
  }

  private change({ how, at, text }: Extract<Step, { does: 'change' }>): void {
    const textDocument = { uri: URI, version: ++this.version, languageId: 'inspection-record', text: RECORD };
    if (how === 'open') this.say({ method: 'textDocument/didOpen', params: { textDocument } });
    else if (how === 'close') this.say({ method: 'textDocument/didClose', params: { textDocument } });
    else this.say({ method: 'textDocument/didChange', params: { textDocument, contentChanges: [{ range: { start: { line: at, character: at }, end: { line: at + 1, character: 0 } }, text }] } });
  }

  private say(message: Message): void {
    this.bytes.push(framed({ jsonrpc: '2.0', ...message }));
  }
}

async function talk({ early, steps, late, ends, piece }: Talk, options?: WireOptions): Promise<void> {
  const wire = new Wire(options);
  try {
    const speaker = new Speaker(wire);
    for (const step of early) speaker.do(step);
    speaker.introduce();
    for (const step of steps) speaker.do(step);
    speaker.do({ does: 'shutdown' });
    for (const step of late) speaker.do(step);
    await speaker.check(piece, ends);
  } finally {
    wire.process.kill('SIGKILL');
  }
}

const sequences: Trial<Talk> = { cases: talks, holds: theTalk => talk(theTalk), short: 12, long: 2000 };

describe('any talk with the server', () => {
  trial('protocol', sequences);

  const isAnswer = ({ method, id }: Message) => method === undefined && id !== null;
  const faults: Readonly<Record<string, () => NonNullable<WireOptions['tamper']>>> = {
    'an answer that does not come': () => heard => (isAnswer(heard) && heard.id === 3 ? [] : [heard]),
    'an answer that comes twice': () => heard => (isAnswer(heard) && heard.id === 2 ? [heard, heard] : [heard]),
    'answers that are mixed up': () => heard => [isAnswer(heard) && (heard.id === 1 || heard.id === 2) ? { ...heard, id: 3 - Number(heard.id) } : heard],
    'a failure that only the log tells of': () => heard => (heard.id === 2 ? [heard, { method: 'window/logMessage', params: { type: 1, message: 'hover failed: TypeError' } }] : [heard]),
  };
  for (const [name, tamper] of Object.entries(faults)) it(`is found at fault: ${name}`, () => goesRed({ ...sequences, short: 10 }, theTalk => talk(theTalk, { tamper: tamper() })));
});
