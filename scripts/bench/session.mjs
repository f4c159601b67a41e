// One editing session with a language server over stdio, and how long a person at the keyboard waits in it.
import fs from 'node:fs';
import path from 'node:path';
import { memoryOf, quantile, sleep, startServer, timed } from './client.mjs';
import { CAPABILITIES, measureRequests, REST } from './requests.mjs';

/** Nobody waits longer for an answer, in milliseconds. */
const PATIENCE = 60_000;

const READY_MADE = path.join(import.meta.dirname, 'ready-made.mjs');

/** How often each other kind of request is made at most. */
const REQUESTED = 25;

/**
 * Opens `file`, misspells a field and mends it again `edits` times all over the file; figures in milliseconds and megabytes. Where the
 * server does not answer in time, those that follow are absent.
 * @param withRequests also every kind of request, each after key presses; else symbols only
 */
export function measureSession(server, file, edits, withRequests = false) {
  return measured(server, file, async (session, text, figures) => {
    figures.open = await session.open(text);
    const { typing, completion } = await session.edit(text, edits);
    Object.assign(figures, { typing: quantile(typing, 0.5), typing95: quantile(typing, 0.95), completion: quantile(completion, 0.5) });
    figures.requests = await measureRequests(session, Math.min(REQUESTED, edits), withRequests ? undefined : ['documentSymbol']);
    figures.symbols = figures.requests.documentSymbol;
  });
}

/** How long the first findings on a file take, in milliseconds, and the memory for it, in megabytes; without an answer in time, the memory only. */
export function measureOpening(server, file) {
  return measured(server, file, async (session, text, figures) => { figures.open = await session.open(text); });
}

/** The figures that `work` notes in a session with a server that has come to rest, as far as it gets, and the most memory that it took. */
async function measured(server, file, work) {
  const figures = {};
  const running = startServer(server, { folder: path.dirname(file) });
  const session = new Session(running, `file://${file}`);
  try {
    await session.initialize();
    await sleep(500);
    await work(session, fs.readFileSync(file, 'utf8'), figures);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
  } finally {
    figures.memory = memoryOf(running.pid).peak;
    await running.end();
  }
  return figures;
}

/** Milliseconds from a server's start to its answer to `initialize`, of several starts of each server in turn; the first of each, which may read from a cold disk, does not count. */
export async function measureStarts(servers, folder, starts) {
  const times = servers.map(() => []);
  for (let n = 0; n <= starts; n++) {
    for (const [i, server] of servers.entries()) {
      const start = performance.now();
      const running = startServer(server, { folder });
      await running.initialize();
      if (n > 0) times[i].push(performance.now() - start);
      await running.end();
    }
  }
  return times.map(all => quantile(all, 0.5));
}

/** Key press → findings from a server that is asked for them, as VS Code asks; in milliseconds. The same edits as in `measureSession`. */
export async function measureAsked(server, file, edits) {
  const text = fs.readFileSync(file, 'utf8');
  return inSession(server, file, async session => {
    await session.open(text);
    const times = await session.editAsking(text, edits);
    return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
  }, { diagnostic: {} });
}

/** The median of requests for symbols after key presses, in milliseconds, from a server that has the answer of `server` ready: nobody can be sooner. */
export async function measureReadyMade(server, file) {
  const text = fs.readFileSync(file, 'utf8');
  const answer = await inSession(server, file, async session => {
    await session.open(text);
    return session.ask('textDocument/documentSymbol', {});
  });
  const ready = path.join(path.dirname(file), 'symbols.json');
  fs.writeFileSync(ready, JSON.stringify(answer).replace(/[\u0080-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`));
  return inSession({ command: [process.execPath, READY_MADE, ready] }, file, async session => {
    await session.open(text);
    return (await measureRequests(session, REQUESTED, ['documentSymbol'])).documentSymbol;
  });
}

async function inSession(server, file, work, textDocument) {
  const running = startServer(server, { folder: path.dirname(file) });
  try {
    const session = new Session(running, `file://${file}`);
    await session.initialize(textDocument);
    return await work(session);
  } finally {
    await running.end();
  }
}

class NoAnswer extends Error {}

class Session {
  version = 1;
  waiting = () => {};

  constructor(server, uri) {
    Object.assign(this, { server, connection: server.connection, uri });
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri: of, diagnostics }) => {
      if (decodeURIComponent(of) === decodeURIComponent(uri)) this.waiting(diagnostics.length);
    });
  }

  /** @param textDocument what the client can do beside the usual */
  async initialize(textDocument = {}) {
    this.capabilities = await this.server.initialize({
      publishDiagnostics: {}, completion: { completionItem: { snippetSupport: true } }, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, ...CAPABILITIES, ...textDocument,
    });
    this.isAsked = 'diagnostic' in textDocument;
    const { textDocumentSync } = this.capabilities;
    this.incremental = textDocumentSync === 2 || textDocumentSync?.change === 2;
  }

  async open(text) {
    this.text = text;
    const start = performance.now();
    const listed = this.isAsked ? undefined : this.findings(() => true);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: this.uri, languageId: 'yaml', version: 1, text } });
    this.base = await (listed ?? this.askForFindings());
    return performance.now() - start;
  }

  /** How many there are. */
  async askForFindings() {
    const { resultId, items } = await this.ask('textDocument/diagnostic', { previousResultId: this.resultId });
    this.resultId = resultId;
    return items.length;
  }

  /** The misspelling is a field that the schema does not know: every server that checks at all has to say so. */
  async edit(text, edits) {
    const [typing, completion] = [[], []];
    for (const at of fieldsIn(text, edits)) {
      typing.push(await this.change(at, at, 'xq', count => count > this.base));
      const position = this.place(at + 2);
      completion.push(await timed(() => this.ask('textDocument/completion', { position })));
      typing.push(await this.change(at, at + 2, '', count => count === this.base));
    }
    return { typing, completion };
  }

  /** The same, where the findings are asked for after each key press. */
  async editAsking(text, edits) {
    const times = [];
    for (const at of fieldsIn(text, edits)) {
      for (const [end, typed, more] of [[at, 'xq', 1], [at + 2, '', 0]]) {
        const began = await this.type(at, end, typed);
        const found = await this.askForFindings();
        times.push(performance.now() - began);
        if (found !== this.base + more) throw new Error(`${found} findings where there should be ${this.base + more}`);
        await sleep(REST);
      }
    }
    return times;
  }

  /** Milliseconds until the findings show the change. */
  async change(start, end, text, shows) {
    const listed = this.findings(shows);
    const began = await this.type(start, end, text);
    await listed;
    return performance.now() - began;
  }

  /** Returns when the change was sent. */
  async type(start, end, text) {
    const range = { start: this.place(start), end: this.place(end) };
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    const began = performance.now();
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.uri, version: ++this.version }, contentChanges: [this.incremental ? { range, text } : { text: this.text }] });
    return began;
  }

  findings(fits) {
    return inTime(new Promise(resolve => { this.waiting = count => { if (fits(count)) resolve(count); }; }));
  }

  ask(method, params) {
    return inTime(this.connection.sendRequest(method, { textDocument: { uri: this.uri }, ...params }));
  }

  place(offset) {
    const before = this.text.slice(0, offset);
    const line = before.split('\n').length - 1;
    return { line, character: offset - before.lastIndexOf('\n') - 1 };
  }
}

/** Ends of fields all over a text. */
function fieldsIn(text, count) {
  const fields = [...text.matchAll(/^published(?=:)/gm)].map(match => match.index + match[0].length);
  return Array.from({ length: count }, (_, i) => fields[Math.floor(((i + 0.5) / count) * fields.length)]);
}

/** What is promised, unless that takes too long. */
async function inTime(promise) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new NoAnswer()), PATIENCE); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
