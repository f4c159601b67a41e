import assert from 'node:assert/strict';
import { manyRecords } from '../../scripts/many-records.mjs';
import { Editor, LISTENS, PULLS } from '../support/editor';

const URI = 'file:///records/kirklees.inspection.yaml';
const RECORD = `authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07-19
published: 2024-08-28
judgements:
  The impact of leaders on social work practice with children and families: Good
  The experiences and progress of children who need help and protection: Good
  The experiences and progress of children in care: Good
  The experiences and progress of care leavers: Requires improvement to be good
  Overall effectiveness: Good
`;

describe('diagnostics over stdio', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  it('are pulled by a client that pulls, and never pushed to it', async () => {
    editor = await Editor.start(PULLS);
    assert.ok(editor.initialized.capabilities.diagnosticProvider);
    await editor.open(URI, RECORD.replace('Overall effectiveness: Good', 'Overall effectiveness: Goood'));
    const [finding, ...others] = await editor.findings(URI);
    assert.deepEqual(others, []);
    assert.equal(finding!.code, 'unknown-grade');
    assert.equal(finding!.source, 'inspection-records');
    assert.match(finding!.codeDescription!.href, /unknown-grade/);
    assert.deepEqual(finding!.range, { start: { line: 11, character: 25 }, end: { line: 11, character: 30 } });
    assert.deepEqual(editor.published, []);
  });

  it('are pushed to a client that only listens, with the version they are about', async () => {
    editor = await Editor.start(LISTENS);
    assert.equal(editor.initialized.capabilities.diagnosticProvider, undefined);
    await editor.open(URI, RECORD);
    assert.deepEqual(await editor.listen(URI), []);
    await editor.replace(URI, 'start: 2024-07-08', 'start: 8/7/2024');
    const [finding] = await editor.listen(URI, diagnostics => diagnostics.length > 0);
    assert.equal(finding!.code, 'date-format');
    assert.equal(editor.published.at(-1)!.version, 2);
  });

  it('are marked as superfluous where they are, for clients that show it', async () => {
    for (const tagSupport of [{ valueSet: [1 as const, 2 as const] }, undefined]) {
      editor = await Editor.start({ textDocument: { ...PULLS.textDocument, publishDiagnostics: { tagSupport } } });
      await editor.open(URI, RECORD.replace('2024-08-28', '2024-08-28 # inspection-records: ignore date-format').replace('effectiveness: Good', 'effectiveness: Goood'));
      assert.deepEqual((await editor.findings(URI)).map(({ code, tags }) => [code, tags]), [['unused-ignore', tagSupport && [1]], ['unknown-grade', undefined]]);
      if (tagSupport) await editor.stop();
    }
  });

  it('are called unchanged when nothing changed', async () => {
    editor = await Editor.start(PULLS);
    await editor.open(URI, RECORD);
    const first = await editor.pull(URI);
    const second = await editor.pull(URI, first.resultId);
    assert.equal(second.kind, 'unchanged');
    await editor.replace(URI, 'Kirklees', 'Kirkleess');
    assert.equal((await editor.pull(URI, second.resultId)).kind, 'full');
  });

  it('after many edits are those of the same text opened afresh, once the keys rest', async () => {
    editor = await Editor.start(PULLS);
    await editor.open(URI, manyRecords(30));
    for (const [old, text] of [['Barnet', 'Barnt'], ['---\n', ''], ['fieldwork:\n', 'feildwork:\r\n'], ['Outstanding', 'Adequate'], ['\n---', '\n---\n---'], ['summary: >-', 'summary: "'], ['  - text', '\t- text']] as const) {
      await editor.replace(URI, old, text);
      await editor.pull(URI);
    }
    await new Promise(resolve => setTimeout(resolve, 1000));
    const fresh = await Editor.start(PULLS);
    await fresh.open(URI, editor.text(URI));
    const findings = await fresh.findings(URI);
    await fresh.stop();
    assert.ok(findings.length > 5);
    assert.deepEqual(await editor.findings(URI), findings);
  });

  it('treat a document of any language id as records, and say nothing of unknown ones', async () => {
    editor = await Editor.start(PULLS);
    await editor.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: 'untitled:Untitled-1', languageId: 'yaml', version: 1, text: 'authority: Kent\n' } });
    assert.ok((await editor.findings('untitled:Untitled-1')).some(({ code }) => code === 'missing-field'));
    assert.deepEqual(await editor.findings('file:///nowhere'), []);
  });

  it('let other requests through while a long file is checked, and stop when the client no longer waits', async () => {
    editor = await Editor.start(PULLS);
    await editor.open(URI, manyRecords(2000));
    const order: string[] = [];
    const cancelled = editor.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } }).then(() => order.push('findings'));
    await editor.connection.sendRequest('inspectionRecords/preview', { preview: 'a', textDocument: { uri: URI } }).then(() => order.push('preview'));
    await cancelled;
    assert.deepEqual(order, ['preview', 'findings']);
  });

  it('of a file of nothing but mistakes end where nobody reads on, and say so; what comes below is told of when there is less above', async () => {
    editor = await Editor.start(PULLS);
    const wrong = 'authority: Nowhere\n---\n';
    await editor.open(URI, wrong.repeat(6000));
    const found = await editor.findings(URI);
    const last = found.pop()!;
    assert.ok(found.length >= 5000 && found.length < 6000, `${found.length} findings`);
    assert.match(String(last.message), /have not been checked/);
    assert.equal(last.severity, 3);
    assert.ok(last.range.start.line > found.at(-1)!.range.start.line);
    await editor.replace(URI, wrong.repeat(4000), '');
    assert.ok((await editor.findings(URI)).every(({ code }) => code !== undefined));
  });

  it('answer a request that failed or was cancelled, and go on', async () => {
    editor = await Editor.start(PULLS);
    await editor.open(URI, RECORD);
    await assert.rejects(editor.connection.sendRequest('textDocument/unknown', {}));
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const source = new CancellationTokenSource();
    const request = editor.connection.sendRequest('textDocument/completion', { textDocument: { uri: URI }, position: { line: 0, character: 0 } }, source.token);
    source.cancel();
    await request.catch(error => assert.equal((error as { code: number }).code, -32800));
    assert.deepEqual(await editor.complete(URI, { line: 10_000, character: 10_000 }).then(items => Array.isArray(items)), true);
    assert.deepEqual(await editor.findings(URI), []);
  });
});
