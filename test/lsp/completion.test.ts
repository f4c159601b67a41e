import assert from 'node:assert/strict';
import type { ClientCapabilities, CompletionItem, CompletionList, CompletionParams } from 'vscode-languageserver-protocol';
import { Editor, PULLS } from '../support/editor';

const URI = 'file:///records/kirklees.inspection.yaml';

/** A client that does all that is of use to lists, as VS Code does. */
const ABLE: ClientCapabilities = {
  ...PULLS,
  textDocument: {
    ...PULLS.textDocument,
    completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true, commitCharactersSupport: true, documentationFormat: ['markdown', 'plaintext'], resolveSupport: { properties: ['documentation'] } } },
  },
};

describe('completion over stdio', () => {
  let editor: Editor;
  const start = async (capabilities: ClientCapabilities, text: string) => {
    editor = await Editor.start(capabilities);
    await editor.open(URI, text);
  };
  afterEach(() => editor.stop());

  const list = (context?: CompletionParams['context']) =>
    editor.connection.sendRequest<CompletionList>('textDocument/completion', { textDocument: { uri: URI }, position: editor.documents.get(URI)!.positionAt(editor.text(URI).length), context });
  const item = async (label: string): Promise<CompletionItem> => (await list()).items.find(each => each.label === label)!;

  it('tells details beside the label, and explains an item when it is shown', async () => {
    await start(ABLE, 'authority: K');
    const { labelDetails, detail, documentation, filterText } = await item('Kirklees');
    assert.deepEqual([labelDetails, detail, documentation], [{ description: 'E08000034 · Yorkshire and the Humber' }, undefined, undefined]);
    assert.match(filterText!, /^Kirklees 382 E08000034 /);
    const resolved = await editor.connection.sendRequest<CompletionItem>('completionItem/resolve', await item('Kirklees'));
    assert.match((resolved.documentation as { value: string }).value, /\*\*Kirklees\*\*/);
  });

  it('tells a client that can do less all the same', async () => {
    await start(PULLS, '{event: ILACS st');
    const { labelDetails, detail, documentation, commitCharacters } = await item('ILACS standard inspection');
    assert.deepEqual([labelDetails, detail, commitCharacters], [undefined, 'since 2018', undefined]);
    assert.match((documentation as { value: string }).value, /two weeks on site/);
  });

  it('explains an item in plain text to a client that does not say it shows more', async () => {
    await start(PULLS, 'auth');
    const { kind, value } = (await item('authority')).documentation as { kind: string; value: string };
    assert.deepEqual([kind, value.split('\n')[0]], ['plaintext', 'Authority — required']);
  });

  it('lets a value in braces be ended by what ends it', async () => {
    await start(ABLE, '{event: ILACS st');
    assert.deepEqual((await item('ILACS standard inspection')).commitCharacters, [',', '}']);
  });

  it('is asked again with every letter, and ends with the last one', async () => {
    await start(ABLE, 'authority: Kirklee');
    const narrowed = { triggerKind: 3 } as const;
    assert.deepEqual([(await list(narrowed)).isIncomplete, (await list(narrowed)).items.length > 100], [true, true]);
    await editor.replace(URI, 'Kirklee', 'Kirklees');
    assert.deepEqual((await list(narrowed)).items, []);
    assert.ok((await list({ triggerKind: 1 })).items.length > 100, 'whoever asks for it gets it');
  });

  it('leads on to what has values of its own, without a word where there are none', async () => {
    await start(ABLE, 'auth');
    assert.deepEqual((await item('authority')).command, { command: 'editor.action.triggerSuggest', title: 'Show the values', arguments: [{ auto: true }] });
  });
});
