import assert from 'node:assert/strict';
import { previewChangedNotification, previewClosedNotification, previewRequest, type PreviewResult } from '../../server/lsp/protocol';
import { Editor } from '../support/editor';

const URI = 'file:///records/kirklees.inspection.yaml';
const RECORD = 'authority: Kirklees\nevent: ILACS focused visit\npublished: 2024-08-28\n';

describe('the preview over stdio', () => {
  let editor: Editor;
  /** Told at every news of a changed preview. */
  let heard: () => void = () => undefined;
  beforeEach(async () => {
    editor = await Editor.start();
    editor.connection.onNotification(previewChangedNotification, () => heard());
    await editor.open(URI, RECORD);
  });
  afterEach(() => editor.stop());

  const ask = (line = 0) => editor.connection.sendRequest<PreviewResult>(previewRequest, { preview: 'one', textDocument: { uri: URI }, position: { line, character: 0 } });
  const htmlOf = ({ blocks }: PreviewResult) => blocks.map(({ html }) => html ?? '').join('');
  const rules = (result: PreviewResult) => [...htmlOf(result).matchAll(/\b(unknown-authority|missing-field|unknown-event|unknown-field)\b/g)].map(([rule]) => rule);
  const type = (at: string, was: string, text: string) => {
    const { end } = editor.rangeOf(URI, at);
    return editor.change(URI, { start: { ...end, character: end.character - was.length }, end }, text);
  };

  it('says nothing of a word that is half typed until the keys rest, and is asked for again then', async () => {
    assert.deepEqual(rules(await ask()), []);
    await type('Kirklees', 'lees', '');
    const typed = await ask();
    assert.match(htmlOf(typed), /Kirk/);
    assert.deepEqual(rules(typed), []);
    await new Promise<void>(rested => { heard = rested; });
    assert.deepEqual(rules(await ask()), ['unknown-authority']);
  });

  it('says at once what is certainly wrong, and what is wrong in another record', async () => {
    await type('published: 2024-08-28', '', '\n---\nauthority: Kirkleez\nevent: ILACS focused visit\npublished: 2024-08-28');
    await ask();
    await type('event: ILACS focused visit', 'visit', 'visx');
    assert.deepEqual(rules(await ask()), ['unknown-event']);
    assert.deepEqual(rules(await ask(5)), ['unknown-authority']);
  });

  it('keeps the problems that were shown already', async () => {
    await type('Kirklees', 'lees', 'lez');
    assert.deepEqual(rules(await ask()), ['unknown-authority']);
    await type('Kirklez', 'z', '');
    assert.deepEqual(rules(await ask()), ['unknown-authority']);
  });

  it('of one document is told of when another one changes, and not of an edit that the client knows of', async () => {
    const other = 'file:///records/other.inspection.yaml';
    await editor.open(other, RECORD);
    await ask();
    // By then the server has found that there is no folder to be read.
    await editor.findings(other);
    let news = 0;
    heard = () => { news++; };
    await type('Kirklees', '', ' ');
    // Answers come in order: by then, anything that was told would have been heard.
    await ask();
    assert.equal(news, 0);
    await editor.replace(other, 'published: 2024-08-28', 'published: 2023-08-28');
    await ask();
    assert.equal(news, 1);
  });

  describe('sends what has changed', () => {
    const LISTS = `${RECORD.replace('Kirklees', 'Leeds')}strengths:\n  - One\nneeds_improvement:\n  - Two\n`;
    const OTHER = 'file:///records/other.inspection.yaml';
    const askFor = (preview: string, revision?: number) => editor.connection.sendRequest<PreviewResult>(previewRequest, { preview, textDocument: { uri: OTHER }, position: { line: 0, character: 0 }, revision });
    const sent = ({ blocks }: PreviewResult) => blocks.flatMap(({ id, html, places }) => (html === undefined && places === undefined ? [] : [`${id}${html === undefined ? ' (places)' : ''}`]));
    beforeEach(() => editor.open(OTHER, LISTS));

    it('since the answer that the client has', async () => {
      const first = await askFor('a');
      assert.equal(first.since, null);
      assert.deepEqual(sent(first), ['note', 'head', 'facts', 'strengths', 'needs_improvement']);
      const again = await askFor('a', first.revision);
      assert.deepEqual([again.since, sent(again)], [first.revision, []]);
      assert.deepEqual(again.blocks.map(({ id }) => id), first.blocks.map(({ id }) => id));
      const { end } = editor.rangeOf(OTHER, '- One');
      await editor.change(OTHER, { start: end, end }, ' more');
      const typed = await askFor('a', again.revision);
      assert.deepEqual(sent(typed), ['strengths']);
      await editor.change(OTHER, { start: end, end }, '\n  - And another');
      assert.deepEqual(sent(await askFor('a', typed.revision)), ['strengths', 'needs_improvement (places)']);
    });

    it('and everything to a client that has another answer, or none', async () => {
      const { revision } = await askFor('a');
      assert.equal((await askFor('a', revision + 7)).since, null);
      assert.equal((await askFor('b', revision)).since, null);
      await editor.connection.sendNotification(previewClosedNotification, { preview: 'a' });
      assert.equal((await askFor('a', revision + 1)).since, null);
    });

    it('in few characters, however large the file is', async () => {
      await editor.change(OTHER, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, `${Array.from({ length: 300 }, (_, i) => RECORD.replace('2024-08-28', `20${10 + (i % 10)}-01-01`)).join('---\n')}---\n`);
      const ask300 = (revision?: number) => editor.connection.sendRequest<PreviewResult>(previewRequest, { preview: 'a', textDocument: { uri: OTHER }, position: editor.rangeOf(OTHER, '- One').end, revision });
      const { revision, lines } = await ask300();
      assert.deepEqual(lines, { first: 1199, last: 1207 });
      const { end } = editor.rangeOf(OTHER, '- One');
      await editor.change(OTHER, { start: end, end }, '!');
      const answer = await ask300(revision);
      assert.deepEqual(sent(answer), ['strengths']);
      assert.ok(JSON.stringify(answer).length < 700, String(JSON.stringify(answer).length));
    });
  });
});
