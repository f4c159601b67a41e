// One editing session with a language server over stdio, and how long a person at the keyboard waits in it.
import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

const PATIENCE = 120_000;

/** What is asked after a key press, apart from completion: what it takes to offer it, and what is asked for at a place. */
const REQUESTS = {
  hover: ['hoverProvider', position => ({ position })],
  codeAction: ['codeActionProvider', position => ({ range: { start: position, end: position }, context: { diagnostics: [] } })],
  documentSymbol: ['documentSymbolProvider', () => ({})],
  definition: ['definitionProvider', position => ({ position })],
  references: ['referencesProvider', position => ({ position, context: { includeDeclaration: true } })],
  documentHighlight: ['documentHighlightProvider', position => ({ position })],
  selectionRange: ['selectionRangeProvider', position => ({ positions: [position] })],
  inlayHint: ['inlayHintProvider', ({ line }) => ({ range: linesAround(line) })],
  'semanticTokens/range': ['semanticTokensProvider', ({ line }) => ({ range: linesAround(line) })],
  'semanticTokens/full': ['semanticTokensProvider', () => ({})],
  foldingRange: ['foldingRangeProvider', () => ({})],
  documentLink: ['documentLinkProvider', () => ({})],
  codeLens: ['codeLensProvider', () => ({})],
  formatting: ['documentFormattingProvider', () => ({ options: { tabSize: 2, insertSpaces: true } })],
};

/** Opens `file`, misspells a field and mends it again `edits` times all over the file; figures in milliseconds and megabytes. */
export async function measureSession({ command, settings = {} }, file, edits) {
  const text = fs.readFileSync(file, 'utf8');
  const start = performance.now();
  const child = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'ignore'], cwd: path.dirname(file) });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const server = new Session(connection, `file://${file}`, settings);
  connection.listen();
  try {
    await server.initialize(path.dirname(file));
    const initialise = performance.now() - start;
    await new Promise(resolve => setTimeout(resolve, 500));
    const open = await server.open(text);
    const { typing, completion } = await server.edit(text, edits);
    const requests = await server.afterKeyPresses(edits);
    return { initialise, open, typing: quantile(typing, 0.5), typing95: quantile(typing, 0.95), completion: quantile(completion, 0.5), symbols: requests.documentSymbol, memory: peakMemory(child.pid), requests };
  } finally {
    connection.dispose();
    child.kill();
  }
}

class Session {
  version = 1;
  published = new Map();
  waiting = () => {};

  constructor(connection, uri, settings) {
    Object.assign(this, { connection, uri });
    const section = (name = '') => name.split('.').filter(Boolean).reduce((value, key) => value?.[key], settings) ?? null;
    connection.onRequest('workspace/configuration', ({ items }) => items.map(item => section(item.section)));
    for (const method of ['client/registerCapability', 'client/unregisterCapability', 'window/workDoneProgress/create', 'workspace/diagnostic/refresh']) connection.onRequest(method, () => null);
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      if (decodeURIComponent(uri) === decodeURIComponent(this.uri)) this.waiting(diagnostics.length);
    });
  }

  async initialize(folder) {
    const { capabilities } = await this.connection.sendRequest('initialize', {
      processId: process.pid, rootUri: `file://${folder}`, workspaceFolders: [{ uri: `file://${folder}`, name: 'bench' }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: {
          publishDiagnostics: {}, completion: { completionItem: { snippetSupport: true } }, documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          hover: { contentFormat: ['markdown'] }, foldingRange: { lineFoldingOnly: true }, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } } },
        },
      },
    });
    this.capabilities = capabilities;
    this.incremental = capabilities.textDocumentSync === 2 || capabilities.textDocumentSync?.change === 2;
    await this.connection.sendNotification('initialized', {});
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
  }

  async open(text) {
    this.text = text;
    const start = performance.now();
    const listed = this.findings(() => true);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: this.uri, languageId: 'yaml', version: 1, text } });
    this.base = await listed;
    return performance.now() - start;
  }

  /** The misspelling is a field that the schema does not know: every server that checks at all has to say so. */
  async edit(text, edits) {
    const fields = [...text.matchAll(/^published(?=:)/gm)].map(match => match.index + match[0].length);
    const [typing, completion] = [[], []];
    for (let i = 0; i < edits; i++) {
      const at = fields[Math.floor(((i + 0.5) / edits) * fields.length)];
      typing.push(await this.change(at, at, 'xq', count => count > this.base));
      completion.push(await timed(() => this.ask('textDocument/completion', { position: this.place(at + 2) })));
      typing.push(await this.change(at, at + 2, '', count => count === this.base));
    }
    return { typing, completion };
  }

  /** The median of each request right after a key press, in milliseconds; undefined where the server does not offer it. */
  async afterKeyPresses(edits) {
    const medians = {};
    for (const [method, [capability, params]] of Object.entries(REQUESTS)) {
      if (!this.capabilities[capability]) continue;
      const times = [];
      // One more: the first answer is made from nothing.
      for (let i = 0; i <= edits; i++) times.push(await this.afterKeyPress(`textDocument/${method}`, params, (i + 0.5) / (edits + 1)));
      medians[method] = quantile(times.slice(1), 0.5);
    }
    return medians;
  }

  /** Types a comment behind an authority somewhere in the file, asks, and takes the comment away. */
  async afterKeyPress(method, params, part) {
    const at = this.text.indexOf('\n', this.text.indexOf('authority: ', Math.floor(part * this.text.length * 0.9)));
    const place = this.place(at);
    await this.type(at, at, ' # x');
    const time = await timed(() => this.ask(method, params({ line: place.line, character: place.character - 2 })));
    await this.type(at, at + 4, '');
    await this.ask('textDocument/hover', { position: place });
    return time;
  }

  /** Milliseconds until the findings show the change. */
  async change(start, end, text, shows) {
    const began = performance.now();
    const listed = this.findings(shows);
    await this.type(start, end, text);
    await listed;
    return performance.now() - began;
  }

  async type(start, end, text) {
    const range = { start: this.place(start), end: this.place(end) };
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.uri, version: ++this.version }, contentChanges: [this.incremental ? { range, text } : { text: this.text }] });
  }

  findings(fits) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE);
      this.waiting = count => { if (fits(count)) { clearTimeout(timer); resolve(count); } };
    });
  }

  ask(method, params) {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri }, ...params });
  }

  place(offset) {
    const before = this.text.slice(0, offset);
    const line = before.split('\n').length - 1;
    return { line, character: offset - before.lastIndexOf('\n') - 1 };
  }
}

/** The lines of a window around one. */
function linesAround(line) {
  return { start: { line: Math.max(0, line - 25), character: 0 }, end: { line: line + 25, character: 0 } };
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function quantile(values, q) {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))];
}

/** In megabytes; where the system does not say, nothing. */
function peakMemory(pid) {
  try { return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024; } catch { return undefined; }
}
