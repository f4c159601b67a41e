import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Diagnostic, SymbolInformation, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { runs } from '../support/property-tests';
import { startInProcess, type Client } from '../support/in-process';

// Few names and few records, so that much happens to each.
const FOLDERS = ['memory:/a', 'memory:/b'];
const NAMES = ['one.inspection.yaml', 'two.inspection.yaml', 'sub/one.inspection.yaml', 'sub/three.inspection.yml'];
const PACKS = ['memory:/a/packs/p.yaml', 'memory:/a/sub/packs/p.yaml', 'memory:/b/packs/q.yaml'];
const PACK_TEXTS = [
  'authorities:\n  - {name: Leedz, official_name: Leedz Council, region: Elsewhere, type: county, gss_code: W01000001}\n',
  'authorities:\n  - {name: Leedz, official_name: Leedz Council, region: Elsewhere, type: county, gss_code: N01000002}\n  - {name: Kent, official_name: Twice}\n',
  'authorities: [\n',
];
const CONFIGURATIONS = ['frameworks: ["packs/*.yaml"]\n', 'frameworks: ["**/p.yaml"]\nignore: ["two*"]\n', '', 'ignore: ["sub/**"]\n', 'ignore: ["two*"]\nrules: {unknown-authority: off}\n', 'ignore: [one.inspection.yaml]\n', 'rules: {duplicate-id: hint}\n'];
const RECORDS = [
  'id: kent\nauthority: Kent\nevent: ILACS standard inspection\nfieldwork: {start: 2022-05-09}\njudgements: {Overall effectiveness: Good}\n',
  'id: kent\nauthority: Kent\nevent: Monitoring visit\nfollows: leeds\nfieldwork: {start: 2022-09-05}\n',
  'id: leeds\nauthority: Leedz\nevent: ILACS short inspection\nfollows: kent\nfieldwork: {start: 2023-01-09}\n',
  'authority: Kent\nevent: ILACS standard inspection\nfieldwork: {start: 2022-05-09}\n',
  'authority: Kent\nevent: ILACS short inspection\nfieldwork: {start: 2023-05-08}\nnotes: "unclosed\n',
];
/** Something is always wrong here, so that there is always something to tell. */
const ALWAYS = 'memory:/b/always.inspection.yaml';
/** Folders of the workspace that come and go, and folders on disk: one may be both. */
const COMING = ['memory:/a', 'memory:/a/sub'];
const ON_DISK = ['memory:/a/sub', 'memory:/b/sub', 'memory:/a/packs'];

const uri = fc.record({ folder: fc.constantFrom(...FOLDERS), name: fc.constantFrom(...NAMES) }).map(({ folder, name }) => `${folder}/${name}`);
const text = fc.array(fc.constantFrom(...RECORDS), { maxLength: 3 }).map(records => records.join('---\n'));
const event = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), uri, text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), uri }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), uri, to: uri }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete a folder' as const), uri: fc.constantFrom(...ON_DISK) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replace a folder' as const), uri: fc.constantFrom(...ON_DISK), text }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('configure' as const), uri: fc.constantFrom(...PACKS), text: fc.constantFrom(undefined, ...PACK_TEXTS) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('configure' as const), uri: fc.constantFrom('memory:/a', 'memory:/b', 'memory:/a/sub').map(folder => `${folder}/inspection-records.config.yaml`), text: fc.constantFrom(undefined, ...CONFIGURATIONS) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), uri, text }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('change' as const), uri, text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const), uri }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('take a folder away, or put it back' as const), folder: fc.constantFrom(...COMING) }) },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** What there is besides the server: files, open documents, folders. */
class World {
  readonly files = new Map([[ALWAYS, 'authority: Nowhere\n'], ...FOLDERS.map((folder, i): [string, string] => [`${folder}/${NAMES[i]}`, RECORDS[i]!])]);
  readonly open = new Map<string, string>();
  folders = [...FOLDERS];

  /** Lets something happen, and tells a server of it as an editor would. */
  async happen(event: Event, server: Client): Promise<void> {
    const tell = (changes: { uri: string; type: 1 | 2 | 3 }[]) => server.notify('workspace/didChangeWatchedFiles', { changes });
    if (event.do === 'write' || event.do === 'configure') {
      const type = event.text === undefined ? 3 : this.files.has(event.uri) ? 2 : 1;
      if (event.text === undefined) this.files.delete(event.uri);
      else this.files.set(event.uri, event.text);
      tell([{ uri: event.uri, type }]);
    } else if (event.do === 'delete') {
      if (this.files.delete(event.uri)) tell([{ uri: event.uri, type: 3 }]);
    } else if (event.do === 'rename') {
      const text = this.files.get(event.uri);
      if (text === undefined || event.uri === event.to) return;
      this.files.delete(event.uri);
      this.files.set(event.to, text);
      tell([{ uri: event.to, type: 1 }, { uri: event.uri, type: 3 }]);
    } else if (event.do === 'delete a folder' || event.do === 'replace a folder') {
      for (const uri of [...this.files.keys()]) if (uri.startsWith(`${event.uri}/`)) this.files.delete(uri);
      if (event.do === 'replace a folder') this.files.set(`${event.uri}/three.inspection.yaml`, event.text);
      tell([{ uri: event.uri, type: 3 }, ...(event.do === 'replace a folder' ? [{ uri: event.uri, type: 1 as const }] : [])]);
    } else if (event.do === 'take a folder away, or put it back') {
      const [there, folders] = [this.folders.includes(event.folder), [{ uri: event.folder, name: '' }]];
      this.folders = there ? this.folders.filter(folder => folder !== event.folder) : [...this.folders, event.folder];
      server.notify('workspace/didChangeWorkspaceFolders', { event: { added: there ? [] : folders, removed: there ? folders : [] } });
    } else {
      this.edit(event, server);
    }
    await server.request('workspace/symbol', { query: '' });
  }

  private edit(event: Event & { do: 'open' | 'change' | 'close' }, server: Client): void {
    const { uri } = event;
    if (event.do === 'close') {
      if (this.open.delete(uri)) server.notify('textDocument/didClose', { textDocument: { uri } });
    } else if (!this.open.has(uri)) {
      if (event.do === 'open') this.show(uri, event.text, server);
    } else if (event.do === 'change') {
      this.open.set(uri, event.text);
      server.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: event.text }] });
    }
  }

  show(uri: string, text: string, server: Client): void {
    this.open.set(uri, text);
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'inspection-record', version: 1, text } });
  }

  /** A server that has never known anything else. */
  async fresh(): Promise<Client> {
    const server = await startInProcess(this.files, { folders: this.folders });
    for (const [uri, text] of this.open) this.show(uri, text, server);
    return server;
  }
}

/** All that a server can tell of the workspace. */
async function knowledge(server: Client): Promise<unknown> {
  const records = await server.request<SymbolInformation[]>('workspace/symbol', { query: '' });
  const { items } = await server.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
  const diagnostics = items.flatMap(item => (item.kind === 'full' ? item.items.map(each => [item.uri, each] as [string, Diagnostic]) : []));
  const sorted = <T>(all: readonly T[]) => all.map(each => JSON.stringify(each)).sort();
  return { records: sorted(records), diagnostics: sorted(diagnostics) };
}

describe('a server that has seen files, folders, configurations and documents come, change and go', () => {
  it('knows what one knows that finds them so', async () => {
    await fc.assert(fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 8 }), async events => {
      const world = new World();
      const server = await world.fresh();
      for (const each of events) {
        await world.happen(each, server);
        assert.deepEqual(await knowledge(server), await knowledge(await world.fresh()), each.do);
      }
    }), { numRuns: runs(40) });
  });
});
