import assert from 'node:assert/strict';
import type { ClientCapabilities, CodeLens, InlayHint, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DEFAULTS, readSettings } from '../../server/lsp/settings';
import { Editor, PULLS } from '../support/editor';

const URI = 'file:///records/kirklees.inspection.yaml';
const RECORD = 'authority: Kirklees\nevent: Monitoring visit\nfieldwork:\n  start: 2016-12-06\n  end: 2016-12-07\npublished: 2017-01-11\n';
const ALL = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

/** A client that can be asked for its settings, and be told to show everything anew. */
const ASKED: ClientCapabilities = {
  textDocument: PULLS.textDocument,
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true }, inlayHint: { refreshSupport: true }, codeLens: { refreshSupport: true } },
};

describe('settings', () => {
  it('are the usual ones where a client says nothing, or nonsense', () => {
    for (const section of [undefined, null, 7, 'x', [], {}, { hints: 'no', lenses: 1, typingPause: '800', wrapColumn: -1 }]) assert.deepEqual(readSettings(section), DEFAULTS);
  });

  it('are read one by one', () => {
    assert.deepEqual(readSettings({ hints: { weekday: false, code: false }, lenses: false, typingPause: 0, wrapColumn: 80, preview: { followCursor: true } }), {
      ...DEFAULTS, hints: { ...DEFAULTS.hints, weekday: false, authorityCode: false }, lenses: false, typingPause: 0, wrapColumn: 80,
    });
  });
});

describe('settings over stdio', () => {
  let editor: Editor;
  afterEach(() => editor.stop());

  /**
   * Starts a client and opens a record.
   * @param section what it answers when it is asked; without it, it never does
   * @returns what waits until the server says that something is to be shown anew
   */
  async function start(capabilities: ClientCapabilities, section?: () => unknown): Promise<(what: 'inlayHint' | 'codeLens') => Promise<void>> {
    editor = await Editor.start(capabilities);
    editor.connection.onRequest('workspace/configuration', () => (section ? [section()] : new Promise(() => undefined)));
    const refreshes = new Map<string, () => void>();
    for (const what of ['inlayHint', 'codeLens']) {
      editor.connection.onRequest(`workspace/${what}/refresh`, () => {
        refreshes.get(what)?.();
        return null;
      });
    }
    await editor.open(URI, RECORD);
    return what => new Promise(resolve => refreshes.set(what, resolve));
  }

  const hints = async () => (await editor.connection.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: URI }, range: ALL })).map(({ label }) => label);
  const lenses = () => editor.connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
  const change = (settings: unknown) => editor.connection.sendNotification('workspace/didChangeConfiguration', { settings });

  it('hold from the start, and when they change', async () => {
    let section: unknown = {};
    const refreshed = await start(ASKED, () => section);
    assert.deepEqual(await hints(), ['E08000034', 'Tuesday', 'Wednesday, 2 working days on site', 'Wednesday, 22 working days after fieldwork']);
    assert.ok((await lenses()).length > 0);
    section = { hints: { weekday: false, workingDays: false, code: false }, lenses: false };
    const shownAnew = Promise.all([refreshed('inlayHint'), refreshed('codeLens')]);
    await change(null);
    await shownAnew;
    assert.deepEqual(await hints(), ['22 working days after fieldwork']);
    assert.deepEqual(await lenses(), []);
  });

  it('may be told by a client that cannot be asked', async () => {
    await start(PULLS);
    await change({ inspectionRecords: { hints: { code: false } }, yaml: { format: true } });
    assert.deepEqual((await hints())[0], 'Tuesday');
    await change({});
    assert.deepEqual((await hints())[0], 'E08000034');
  });

  it('are never waited for', async () => {
    await start(ASKED);
    assert.equal((await hints()).length, 4);
    await editor.replace(URI, 'Kirklees', 'Kirkless');
    assert.deepEqual((await editor.findings(URI)).map(({ code }) => code), ['unknown-authority']);
  });

  it('say how long the missing waits while someone types', async () => {
    await start(PULLS);
    const typed = async (uri: string) => {
      await editor.open(uri, 'authority: Kent\n');
      await editor.findings(uri);
      await editor.change(uri, { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, 'strengths:\n  - ');
      return (await editor.findings(uri)).map(({ code }) => code);
    };
    assert.ok(!(await typed('file:///records/calm.inspection.yaml')).includes('empty-value'));
    await change({ inspectionRecords: { typingPause: 0 } });
    assert.ok((await typed('file:///records/at-once.inspection.yaml')).includes('empty-value'));
  });

  it('say whether formatting puts fields in order', async () => {
    await start(PULLS);
    const record = 'event: ILACS focused visit\n# The county\nauthority:  Kent\n';
    await editor.replace(URI, RECORD, record);
    const formatted = async () => TextDocument.applyEdits(editor.documents.get(URI)!, await editor.connection.sendRequest<TextEdit[]>('textDocument/formatting', { textDocument: { uri: URI }, options: { tabSize: 2, insertSpaces: true } }));
    assert.equal(await formatted(), record.replace('  Kent', ' Kent'));
    await change({ inspectionRecords: { fieldOrder: true } });
    assert.equal(await formatted(), '# The county\nauthority: Kent\nevent: ILACS focused visit\n');
  });

  it('say where long texts are wrapped', async () => {
    await start(PULLS);
    await editor.replace(URI, RECORD, 'summary: Social workers know their children and families very well indeed.\n');
    const wrap = async () => (await editor.actions(URI, editor.rangeOf(URI, 'workers'), ['refactor'])).map(({ edit }) => editor.edited(URI, edit!));
    assert.deepEqual(await wrap(), []);
    await change({ inspectionRecords: { wrapColumn: 60 } });
    assert.deepEqual(await wrap(), ['summary: >-\n  Social workers know their children and families very well\n  indeed.\n']);
  });
});
