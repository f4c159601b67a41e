import assert from 'node:assert/strict';
import type { ClientCapabilities, Hover, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { manyRecords, oneRecord } from '../../scripts/many-records.mjs';
import type { Reference } from '../../server/reference/reference';
import { reference } from '../support/checker';
import { PULLS } from '../support/editor';
import { ROOT, startInProcess, type Client } from '../support/in-process';
import { takeTurns } from '../support/turns';

const FILES = 5000;
const folder = new Map(Array.from({ length: FILES }, (_, n) => [`${ROOT}/${n % 50}/${n}.inspection.yaml`, oneRecord(n)]));
const OPEN = `${ROOT}/open.inspection.yaml`;
const SHOWS: ClientCapabilities = { ...PULLS, window: { workDoneProgress: true } };

/**
 * A clock that runs by what is done, not by the sun: it is a millisecond later each time that somebody looks. So turns are as long on a
 * slow machine as on a fast one, and what matters can be held: how much is done from one look to the next, and how often anybody looks
 * before others have their turn.
 */
class WorkClock {
  recordsRead = 0;
  /** The most looks in one turn of the event loop, and the most records that were read between two looks. */
  longestTurn = 0;
  longestStep = 0;
  private looks = 0;
  private readBefore = 0;
  private readonly reference: Reference;

  constructor() {
    // Whoever reads a record looks its authority up, once.
    const count = () => this.recordsRead++;
    this.reference = Object.create(reference, { authorities: { get: () => { count(); return reference.authorities; } } }) as Reference;
  }

  private readonly now = () => {
    this.longestStep = Math.max(this.longestStep, this.recordsRead - this.readBefore);
    this.readBefore = this.recordsRead;
    return this.looks++;
  };

  /** To be handed in where the world is. */
  get host() {
    return { reference: this.reference, now: this.now };
  }

  get time(): number {
    return this.looks;
  }

  /** Follows the turns of the event loop until something has happened. */
  async until(happens: Promise<unknown>): Promise<void> {
    let isOver = false;
    void happens.then(() => { isOver = true; });
    while (!isOver) {
      const before = this.looks;
      await takeTurns();
      this.longestTurn = Math.max(this.longestTurn, this.looks - before);
    }
  }
}

describe('the first pass over a folder of 5000 files', () => {
  const ask = (client: Client, previousResultIds: { uri: string; value: string }[] = [], partialResultToken?: string) =>
    client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds, partialResultToken });
  const open = (client: Client, text = oneRecord(FILES)) => client.notify('textDocument/didOpen', { textDocument: { uri: OPEN, languageId: 'inspection-record', version: 1, text } });

  it('is made in short turns, and a request is answered between two of them', async () => {
    const time = new WorkClock();
    const client = await startInProcess(folder, { host: time.host });
    open(client);
    const all = ask(client);
    const waits: number[] = [];
    let isOver = false;
    const asking = (async () => {
      while (!isOver) {
        const before = time.time;
        assert.ok((await client.request<Hover>('textDocument/hover', { textDocument: { uri: OPEN }, position: { line: 2, character: 10 } })).contents);
        waits.push(time.time - before);
        await takeTurns();
      }
    })();
    await time.until(all);
    isOver = true;
    await asking;
    assert.equal(time.recordsRead, FILES + 1);
    assert.ok(time.longestStep <= 2, `${time.longestStep} records read between two looks at the clock`);
    assert.ok(time.longestTurn <= 40, `${time.longestTurn} looks in one turn`);
    assert.ok(waits.length > 100, `${waits.length} requests meanwhile`);
    // Eight turns of the event loop at 10 each, for the message to get in, to be taken, and the answer to get out; then the request's own.
    assert.ok(Math.max(...waits) <= 95, `${Math.max(...waits)} until an answer`);
  });

  it('is made in short turns where all records stand in one file', async () => {
    const time = new WorkClock();
    const client = await startInProcess(new Map([[`${ROOT}/all.inspection.yaml`, manyRecords(2000)]]), { host: time.host });
    await time.until(ask(client));
    assert.equal(time.recordsRead, 2000);
    assert.ok(time.longestStep <= 2, `${time.longestStep} records read between two looks at the clock`);
    assert.ok(time.longestTurn <= 40, `${time.longestTurn} looks in one turn`);
  });

  it('is told of in parts, each file as it is done, and then the answer itself is empty', async () => {
    const wrong = new Map([...folder].slice(0, 400).map(([name, text]) => [name, text.replace('authority: ', 'authority: X')]));
    const client = await startInProcess(wrong);
    const parts: WorkspaceDiagnosticReport[] = [];
    client.hear('$/progress', ({ token, value }: { token: string; value: WorkspaceDiagnosticReport }) => { if (token === 'w') parts.push(value); });
    const { items } = await ask(client, [], 'w');
    assert.deepEqual(items, []);
    assert.equal(parts.flatMap(part => part.items).length, 400);
    assert.equal(new Set(parts.flatMap(part => part.items.map(({ uri }) => uri))).size, 400);
    assert.equal((await ask(await startInProcess(wrong))).items.length, 400, 'a client that takes no parts gets them at once');
  });

  describe('is shown', () => {
    interface Shown { token: string; value: { kind: string; title?: string; cancellable?: boolean; message?: string; percentage?: number } }

    /** The clock of a machine on which each look takes a while. */
    async function start(capabilities = SHOWS) {
      let time = 0;
      const client = await startInProcess(folder, { host: { now: () => (time += 0.5) }, capabilities });
      const shown: Shown[] = [];
      const created: string[] = [];
      client.answer('window/workDoneProgress/create', ({ token }: { token: string }) => { created.push(token); return null; });
      client.hear('$/progress', (progress: Shown) => { shown.push(progress); });
      return { client, shown, created };
    }
    const found = (client: Client) => client.request<unknown[]>('workspace/symbol', { query: 'made-up-4999' });

    it('with how far it is, from when it has lasted till it ends', async () => {
      const { client, shown, created } = await start();
      await ask(client);
      assert.deepEqual([...new Set(shown.map(({ token }) => token))], created);
      const values = shown.map(({ value }) => value);
      const [begin, ...more] = values;
      assert.deepEqual([begin!.kind, begin!.title, begin!.cancellable], ['begin', 'Reading inspection records', true]);
      assert.equal(more.at(-1)!.kind, 'end');
      assert.ok(more.slice(0, -1).every(({ kind, message }) => kind === 'report' && /^\d+ of 5000 files$/.test(message!)));
      const far = values.slice(0, -1).map(({ percentage }) => percentage!);
      assert.ok(far.length > 2 && far.every((each, i) => each >= (far[i - 1] ?? 0) && each <= 100));
    });

    it('to no client that cannot show it', async () => {
      const { client, shown, created } = await start(PULLS);
      await ask(client);
      assert.deepEqual([shown, created], [[], []]);
    });

    it('not when it is over before anybody would have seen it', async () => {
      const client = await startInProcess(new Map([...folder].slice(0, 20)), { capabilities: SHOWS });
      const created: unknown[] = [];
      client.answer('window/workDoneProgress/create', params => { created.push(params); });
      await ask(client);
      assert.deepEqual(created, []);
    });

    it('and stops when the user wants that: what is known by then is told, nothing is said of what is missing, and whoever needs all files has them read', async () => {
      const { client, shown } = await start();
      await new Promise<void>(resolve => client.hear('$/progress', (progress: Shown) => { shown.push(progress); if (progress.value.kind === 'begin') resolve(); }));
      client.notify('window/workDoneProgress/cancel', { token: shown[0]!.token });
      open(client, `${oneRecord(FILES)}follows: made-up-4999\n`);
      const pull = () => client.request<{ items: { code: string }[] }>('textDocument/diagnostic', { textDocument: { uri: OPEN } });
      assert.deepEqual((await pull()).items.map(({ code }) => code), [], 'the record may stand in a file that was not read');
      await ask(client);
      assert.equal(shown.at(-1)!.value.kind, 'end');
      assert.equal((await found(client)).length, 1, 'found, although nobody had read it');
      assert.deepEqual((await pull()).items.map(({ code }) => code), []);
    });
  });
});
