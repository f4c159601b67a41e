import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Wire } from './wire';

const RECORD = (id: string, follows = '') => `id: ${id}\nauthority: Kent\nevent: Focused visit\n${follows && `follows: ${follows}\n`}`;
const PULLS = { textDocument: { diagnostic: {} } };

describe('folders and files that come and go', () => {
  let root: string;
  let wire: Wire;
  beforeEach(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'protocol-'));
    fs.mkdirSync(path.join(root, 'inner one'));
    fs.writeFileSync(path.join(root, 'inner one', 'a #1.inspection.yaml'), RECORD('twice'));
    fs.writeFileSync(path.join(root, 'b.inspection.yaml'), RECORD('twice'));
    wire = new Wire();
  });
  afterEach(() => { wire.process.kill(); fs.rmSync(root, { recursive: true }); });

  const at = (...names: string[]) => pathToFileURL(path.join(root, ...names)).href;

  /** What is found in all files, once all are read: the words of one rule by file. */
  async function duplicates(): Promise<Record<string, number>> {
    await wire.request('workspace/symbol', { query: '' });
    const { result } = await wire.request('workspace/diagnostic', { previousResultIds: [] });
    const items = (result as { items: { uri: string; items: { code: string }[] }[] }).items;
    return Object.fromEntries(items.map(({ uri, items }) => [decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)), items.filter(({ code }) => code === 'duplicate-id').length]).filter(([, count]) => count));
  }

  const names = async () => ((await wire.request('workspace/symbol', { query: '' })).result as { location: { uri: string } }[]).map(({ location }) => location.uri).sort();
  const change = (added: string[], removed: string[]) => wire.notify('workspace/didChangeWorkspaceFolders', { event: { added: added.map(uri => ({ uri, name: '' })), removed: removed.map(uri => ({ uri, name: '' })) } });

  it('are told of once where two folders overlap, or one is there twice', async () => {
    await wire.start({ capabilities: PULLS, folders: [at(), at('inner one'), at(), `${at()}/`] });
    assert.deepEqual(await duplicates(), { 'a #1.inspection.yaml': 1, 'b.inspection.yaml': 1 });
    assert.equal((await names()).length, 2);
  });

  it('stay while one of the folders that hold them does', async () => {
    await wire.start({ capabilities: PULLS, folders: [at(), at('inner one')] });
    assert.equal((await names()).length, 2);
    change([], [at()]);
    assert.deepEqual(await names(), [at('inner one', 'a #1.inspection.yaml')]);
    change([], [at()]);
    change([at()], []);
    change([at()], [at()]);
    assert.equal((await names()).length, 2);
    change([], [at(), at('inner one'), 'file:///never/there', 'no address']);
    assert.deepEqual(await names(), []);
    assert.deepEqual(wire.failures, []);
  });

  it('may be gone before anybody looks', async () => {
    await wire.start({ capabilities: PULLS, folders: [at(), 'file:///not/there', 'file:////odd', 'C:\\records', '', 'untitled:x', 'file://server/share'] });
    fs.rmSync(path.join(root, 'b.inspection.yaml'));
    const changes = [at('b.inspection.yaml'), at('never.inspection.yaml'), at('inner one', 'a #1.inspection.yaml'), 'no address', at()].flatMap(uri => [1, 2, 3, 4711].map(type => ({ uri, type })));
    wire.notify('workspace/didChangeWatchedFiles', { changes });
    wire.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: at('inner one', 'a #1.inspection.yaml'), type: 1 }] });
    assert.deepEqual(await names(), [at('inner one', 'a #1.inspection.yaml')]);
    assert.deepEqual(wire.failures, []);
  });
});

describe('addresses', () => {
  const wire = new Wire();
  before(() => wire.start({ capabilities: PULLS }));
  after(() => wire.process.kill());

  const spellings: Readonly<Record<string, readonly [string, string]>> = {
    'a space': ['file:///r/a%20b.inspection.yaml', 'file:///r/a b.inspection.yaml'],
    'letters that need no sign': ['file:///r/%61.inspection.yaml', 'file:///r/a.inspection.yaml'],
    'letters beyond ASCII': ['file:///r/%C3%A9.inspection.yaml', 'file:///r/é.inspection.yaml'],
    'small and large signs': ['file:///r/%c3%a9.inspection.yaml', 'file:///r/%C3%A9.inspection.yaml'],
    'a drive': ['file:///c%3A/r/a.inspection.yaml', 'file:///C:/r/a.inspection.yaml'],
    'a share': ['file://Server/r/a.inspection.yaml', 'file://server/r/a.inspection.yaml'],
    'brackets': ['file:///r/%28a%29.inspection.yaml', 'file:///r/(a).inspection.yaml'],
    'another scheme': ['vscode-vfs://github/r/a%20b.inspection.yaml', 'vscode-vfs://github/r/a b.inspection.yaml'],
  };
  for (const [name, [one, other]] of Object.entries(spellings)) {
    it(`are one, spelt either way: ${name}`, async () => {
      wire.open(one, RECORD('x'));
      for (const uri of [one, other]) assert.notDeepEqual((await wire.request('textDocument/documentSymbol', { textDocument: { uri } })).result, [], uri);
      const told = JSON.stringify((await wire.request('workspace/symbol', { query: '' })).result);
      assert.ok(told.includes(JSON.stringify(one)), 'as the client spells it');
      wire.notify('textDocument/didClose', { textDocument: { uri: other } });
      assert.deepEqual((await wire.request('textDocument/documentSymbol', { textDocument: { uri: one } })).result, []);
    });
  }

  const different = [
    'file:///r/a.inspection.yaml', 'file:///r/a%23b.inspection.yaml', 'file:///r/a%3Fb.inspection.yaml', 'file:///r/a%25b.inspection.yaml', 'file:///r/a%2520b.inspection.yaml', 'git:/r/a.inspection.yaml?%7B%22ref%22%3A%22HEAD%22%7D', 'git:/r/a.inspection.yaml?%7B%22ref%22%3A%22~%22%7D',
    'untitled:Untitled-1', 'untitled:/r/a.inspection.yaml', 'memfs:/r/a.inspection.yaml', 'vscode-notebook-cell:/r/a.inspection.yaml#X1', 'no address', 'a b:c', 'file:////odd//one', '%', '', 'C:\\r\\a.inspection.yaml', '/r/b.inspection.yaml', 'javascript:alert(1)', `file:///${'x'.repeat(4000)}`,
  ];
  it('that are not one stay apart, whatever they look like', async () => {
    for (const [i, uri] of different.entries()) wire.open(uri, `id: "${i}"\nauthority: Kent\nevent: Focused visit\n`);
    for (const [i, uri] of different.entries()) {
      const { result } = await wire.request('textDocument/diagnostic', { textDocument: { uri } });
      assert.equal((result as { kind: string }).kind, 'full', uri);
      const hover = await wire.request('textDocument/formatting', { textDocument: { uri } });
      assert.equal(hover.error, undefined, uri);
      const references = await wire.request('textDocument/references', { textDocument: { uri }, position: { line: 0, character: 5 }, context: { includeDeclaration: true } });
      assert.deepEqual((references.result as { uri: string }[]).map(place => place.uri), [uri], `${i}`);
    }
    for (const uri of different) wire.notify('textDocument/didClose', { textDocument: { uri } });
    assert.deepEqual((await wire.request('workspace/symbol', { query: '' })).result, []);
    assert.deepEqual(wire.failures, []);
  });

  const places = [[0, 1e9], [1e9, 0], [1e300, 1e300], [0, 2 ** 31 - 1], [2, 7], [99, 0]] as const;
  it('and places outside a text are the nearest in it', async () => {
    const uri = 'file:///r/places.inspection.yaml';
    wire.open(uri, 'id: 😀\nauthority: Kent\nevent: x');
    for (const [line, character] of places) {
      for (const method of ['textDocument/hover', 'textDocument/completion', 'textDocument/documentHighlight', 'textDocument/prepareRename']) {
        const { error } = await wire.request(method, { textDocument: { uri }, position: { line, character } });
        assert.ok(error === undefined || error.code === -32803, `${method} ${line}:${character}`);
      }
    }
    // In the middle of a surrogate pair; from behind to before; beyond the end.
    const edit = (start: readonly [number, number], end: readonly [number, number], text: string, version: number) => wire.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range: { start: { line: start[0], character: start[1] }, end: { line: end[0], character: end[1] } }, text }] });
    edit([0, 5], [0, 5], 'x', 2);
    edit([0, 5], [0, 6], '', 3);
    edit([2, 8], [2, 7], 'y', 4);
    edit([99, 99], [1e300, 0], '\n', 5);
    const { result } = await wire.request('inspectionRecords/export', { textDocument: { uri }, format: 'json', style: 'record' });
    assert.match(JSON.stringify(result), /😀/u);
    const symbols = JSON.stringify((await wire.request('textDocument/documentSymbol', { textDocument: { uri } })).result);
    assert.ok(symbols.includes('"line":3') || symbols.includes('"line":2'), symbols);
    assert.deepEqual(wire.failures, []);
  });
});
