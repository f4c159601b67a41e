import assert from 'node:assert/strict';
import fs from 'node:fs';
import { bundles, type Bundle } from './bundles';
import { powersOf, type Powers } from './forbidden';

const SERVERS = ['server.js', 'server.browser.js', 'cli.js'];
const CLIENTS = ['client.js', 'client.browser.js'];
const TABLES = ['server.browser.js', 'read-source.mjs'];

/** Every package of which a part is in what people download, where, and what it is there for. A further one is a decision: it is written down here. */
const PACKAGES: Readonly<Record<string, { in: readonly string[]; for: string }>> = {
  'yaml': { in: SERVERS, for: 'reads YAML; only server/records imports it' },
  'vscode-languageserver': { in: SERVERS, for: 'speaks the Language Server Protocol with editors' },
  'vscode-languageserver-protocol': { in: [...SERVERS, ...CLIENTS], for: 'the same protocol, for server and client' },
  'vscode-languageserver-types': { in: [...SERVERS, ...CLIENTS], for: 'its values' },
  'vscode-jsonrpc': { in: [...SERVERS, ...CLIENTS], for: 'its messages' },
  'vscode-uri': { in: SERVERS, for: 'addresses of files, as editors write them' },
  'picomatch': { in: SERVERS, for: 'patterns of file names in configurations' },
  'saxes': { in: TABLES, for: 'reads the XML of spreadsheets that are imported' },
  'xmlchars': { in: TABLES, for: 'what characters XML has, for saxes' },
  'fflate': { in: TABLES, for: 'unpacks spreadsheets that are imported' },
  'unpdf': { in: ['pdfjs.mjs'], for: 'pdf.js: reads reports that are imported' },
  'docx': { in: ['word.js'], for: 'writes Word files' },
  'vscode-languageclient': { in: CLIENTS, for: 'starts the server and hands VS Code what it says' },
  'vscode-languageserver-textdocument': { in: CLIENTS, for: 'texts, for vscode-languageclient' },
  'minimatch': { in: CLIENTS, for: 'patterns of file names, for vscode-languageclient' },
  'brace-expansion': { in: CLIENTS, for: 'the same, for minimatch' },
  'balanced-match': { in: CLIENTS, for: 'the same, for brace-expansion' },
  'semver': { in: ['client.js'], for: 'the version of VS Code, for vscode-languageclient' },
  'morphdom': { in: ['media/preview.js', 'media/pages.js'], for: 'changes of a page what has changed' },
};

/** Modules of Node with which a program reaches beyond its files, where they are loaded, and what for. */
const MODULES: Readonly<Record<string, { in: readonly string[]; for: string }>> = {
  'child_process': { in: ['cli.js', 'client.js'], for: 'client: starts the server; command line: the browser that prints PDF, found or named by the user' },
  'net': { in: ['server.js', 'cli.js', 'client.js'], for: 'part of the protocol packages, for editors that talk over a pipe or a local socket' },
  'worker_threads': { in: ['server.js', 'cli.js', 'read-source.mjs'], for: 'files that are imported are read in a thread of their own, within bounds' },
};

const REACHING = new Set([...Object.keys(MODULES), 'cluster', 'dgram', 'dns', 'http', 'http2', 'https', 'inspector', 'repl', 'tls', 'vm', 'wasi']);

type Known = Bundle & Powers;

describe('what people download', () => {
  let all: readonly Known[];
  before(async () => {
    all = (await bundles()).map(bundle => {
      const { calls, modules } = powersOf(bundle.code);
      return { ...bundle, calls, modules: [...new Set([...modules, ...bundle.loads])].sort() };
    });
  });

  it('is made with no packages but these', () => {
    assert.deepEqual(byFile(all, ({ packages }) => packages), tableByFile(all, PACKAGES));
  });

  it('makes no code of texts and reaches no network', () => {
    assert.deepEqual(all.filter(({ calls }) => calls.length).map(({ file, calls }) => `${file}: ${calls.join(', ')}`), []);
  });

  it('loads modules that reach beyond its files only where they are needed', () => {
    assert.deepEqual(byFile(all, ({ modules }) => modules.filter(name => REACHING.has(name.split('/')[0]!))), tableByFile(all, MODULES));
  });

  it('runs nothing when it is installed, and neither does what it is made with', () => {
    const { dependencies, scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { dependencies?: object; scripts: object };
    assert.equal(dependencies, undefined, 'all that is needed is in the bundles');
    assert.deepEqual(Object.keys(scripts).filter(name => /^(pre|post)?install$/.test(name)), []);
    for (const name of Object.keys(PACKAGES)) {
      const { scripts: theirs = {} } = JSON.parse(fs.readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { scripts?: object };
      assert.deepEqual(Object.keys(theirs).filter(each => /^(pre|post)?install$/.test(each)), [], name);
    }
  });
});

describe('the look at what a program can do', () => {
  it('finds code made of a text, however it is written', () => {
    const found = (code: string) => powersOf(code).calls;
    assert.deepEqual(found('eval("1"); (0, eval)("1"); globalThis.eval("1")'), ['eval']);
    assert.deepEqual(found('const f = new Function("return 1"); Function("x", "y")'), ['Function']);
    assert.deepEqual(found('setTimeout("x()", 5); setTimeout(() => x(), 5)'), ['setTimeout of a text']);
  });

  it('finds networks and modules', () => {
    assert.deepEqual(powersOf('await fetch(url); new window.XMLHttpRequest()').calls, ['XMLHttpRequest', 'fetch']);
    assert.deepEqual(powersOf('import net from "node:net"; require("http"); __require("vm"); import("dns")').modules, ['dns', 'http', 'net', 'vm']);
  });

  it('takes words in texts, comments, names of one\'s own for what they are', () => {
    assert.deepEqual(powersOf('// eval(1)\nconst a = "new Function()"; reader.fetch(1); x instanceof Function; ({ eval: 1 })').calls, []);
  });
});

/** By file, what it has; files that have nothing are left out. */
function byFile(all: readonly Known[], have: (bundle: Known) => readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(all.map(bundle => [bundle.file, have(bundle)] as const).filter(([, names]) => names.length));
}

function tableByFile(all: readonly Known[], table: typeof PACKAGES): Record<string, readonly string[]> {
  return byFile(all, ({ file }) => Object.keys(table).filter(name => table[name]!.in.includes(file)).sort());
}
