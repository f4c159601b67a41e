import assert from 'node:assert/strict';
import { PULLS } from '../../support/editor';
import { NOTIFICATIONS, RECORD, requestsOf, URI, VALID } from './methods';
import { spoilt } from './spoilt';
import { CODES, Wire, type Answer } from './wire';

/** It waits until there is something new to tell, so it is ended by its client. */
const WAITS = 'workspace/diagnostic';

/** What is answered to every valid request. */
async function allAnswers(wire: Wire): Promise<Record<string, Pick<Answer, 'result' | 'error'>>> {
  const answers: Record<string, Pick<Answer, 'result' | 'error'>> = {};
  for (const [method, params] of Object.entries(VALID)) {
    if (method === WAITS) continue;
    const { result, error } = await wire.request(method, params);
    answers[method] = { result: withoutNumbers(result), error };
  }
  return answers;
}

/** Answers that are numbered are the same but for that. */
function withoutNumbers(result: unknown): unknown {
  return JSON.parse(JSON.stringify(result ?? null, (name, value: unknown) => (['resultId', 'revision', 'since', 'html', 'places', 'reading', 'import'].includes(name) ? undefined : value)));
}

describe('params that are not what they should be', () => {
  let wire: Wire;
  beforeEach(async () => {
    wire = new Wire();
    const { result } = await wire.start({ capabilities: PULLS });
    const missing = requestsOf((result as { capabilities: Record<string, object> }).capabilities).filter(method => !(method in VALID));
    assert.deepEqual(missing, [], 'requests that nothing is tried with');
    wire.open(URI, RECORD);
  });
  afterEach(() => wire.process.kill());

  it('are refused for every request, or make no difference; none breaks anything', async () => {
    const before = await allAnswers(wire);
    const sent: { id: number | string; method: string; params: unknown }[] = [];
    for (const [method, params] of Object.entries(VALID)) {
      for (const odd of spoilt(params)) {
        const id = wire.ask(method, odd);
        if (method === WAITS) wire.cancel(id);
        sent.push({ id, method, params: odd });
      }
    }
    for (const { id, method, params } of sent) {
      const { error } = await wire.answerTo(id);
      assert.ok(!error || [CODES.invalidParams, CODES.failed, ...(method === WAITS ? [CODES.cancelled] : [])].includes(error.code), `${method} with ${JSON.stringify(params)}: ${JSON.stringify(error)}`);
    }
    assert.deepEqual(wire.failures, []);
    assert.deepEqual(await allAnswers(wire), before);
    assert.equal(await wire.stop(), 0);
    assert.equal(new Set(wire.answers.map(({ id }) => id)).size, wire.answers.length, 'each is answered once');
  });

  it('are ignored in every notification, with a word in the log', async () => {
    const before = await allAnswers(wire);
    for (const [method, params] of Object.entries(NOTIFICATIONS)) for (const odd of spoilt(params)) wire.notify(method, odd);
    assert.deepEqual(await allAnswers(wire), before);
    const others = wire.failures.filter(failure => !/^\S+: params.* must be /.test(failure));
    assert.deepEqual(others, []);
    assert.equal(await wire.stop(), 0);
  });

  it('name what is wrong', async () => {
    const { error } = await wire.request('textDocument/hover', { textDocument: { uri: URI }, position: { line: -1, character: 0 } });
    assert.deepEqual(error, { code: CODES.invalidParams, message: 'textDocument/hover: params.position.line must be a whole number, not below 0.' });
  });
});
