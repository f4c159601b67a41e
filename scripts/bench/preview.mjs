// How long a person at the keyboard waits for the preview: from the key press to the page that is patched, in a real browser.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../cache.mjs';
import { launchChromium } from '../chromium.mjs';
import { quantile, sleep, startServer } from './client.mjs';

/** Key presses that do not count: a program that has only just begun is slower. */
const WARM = 20;

/** Key presses in one record before another one is written in, and the milliseconds from one to the next. */
const [IN_A_ROW, APART] = [20, 60];

const media = name => fs.readFileSync(path.join(root, 'dist', 'media', name), 'utf8');

/** Writes `presses` letters into records all over a file, which lies in a folder of its own; figures in milliseconds. */
export async function measurePreview(server, file, presses) {
  const running = startServer(server, { folder: path.dirname(file) });
  const browser = await launchChromium();
  try {
    const typist = new Typist(running.connection, `file://${file}`, fs.readFileSync(file, 'utf8'), await browser.newPage({ viewport: { width: 600, height: 900 } }));
    await running.initialize({ publishDiagnostics: {} });
    await typist.begin();
    const times = [];
    for (let i = 0; i < WARM + presses; i++) times.push(await typist.press(i));
    const counted = times.slice(WARM);
    return { p50: quantile(counted, 0.5), p95: quantile(counted, 0.95) };
  } finally {
    await browser.close();
    await running.end();
  }
}

class Typist {
  version = 1;

  constructor(connection, uri, text, page) {
    Object.assign(this, { connection, uri, text, page, lines: text.split('\n') });
    this.places = this.lines.flatMap((line, i) => (line.startsWith('  - Social workers know') ? [i] : []));
  }

  async begin() {
    await this.page.setContent(`<!DOCTYPE html><html lang="en-GB"><head><style>${media('preview.css')}</style></head><body class="preview"><div id="record"><main id="view"></main></div></body></html>`);
    await this.page.evaluate(() => { window.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} }); });
    await this.page.addScriptTag({ content: media('preview.js') });
    const listed = new Promise(resolve => this.connection.onNotification('textDocument/publishDiagnostics', resolve));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: this.uri, languageId: 'yaml', version: 1, text: this.text } });
    await listed;
  }

  /** Milliseconds until the letter is to be seen. */
  async press(number) {
    const line = this.places[Math.floor(number / IN_A_ROW) * 37 % this.places.length];
    if (number % IN_A_ROW === 0) await this.show(line);
    await sleep(APART);
    const at = { line, character: this.lines[line].length };
    this.lines[line] += 'x';
    const start = performance.now();
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri: this.uri, version: ++this.version }, contentChanges: [{ range: { start: at, end: at }, text: 'x' }] });
    await this.show(line);
    return performance.now() - start;
  }

  /** Shows the record at a line, as the panel of VS Code does. */
  async show(line) {
    const place = { line, character: 3 };
    const { blocks, revision, since, stale, recordIndex } = await this.connection.sendRequest('inspectionRecords/preview', { preview: 'bench', textDocument: { uri: this.uri }, position: place, revision: this.revision });
    this.revision = revision;
    const message = { type: 'show', blocks, revision, since, stale, record: `${this.uri}#${recordIndex}`, state: { uri: this.uri, place, locked: false } };
    await this.page.evaluate(data => {
      window.dispatchEvent(new MessageEvent('message', { data }));
      // The page is laid out before it is drawn.
      return document.body.offsetHeight;
    }, message);
  }
}
