import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Picture } from '../summary/journey/picture';
import { visible } from '../text/visible';
import { BrowserPipe } from './browser-pipe';
import { UsageError } from './usage-error';

/** Where a browser is that can print, by platform: on the PATH, or at a place of its own. */
const USUAL_PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(app => `/Applications/${app}.app/Contents/MacOS/${app}`),
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap(program =>
    [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(folder => folder !== undefined).map(folder => path.join(folder, program))),
};

/** No page takes so long to print, in milliseconds. */
const PATIENCE = 120_000;

/** What a browser is needed for, and what can be done without one. */
const PRODUCTS = {
  pdf: { verb: 'print', name: 'a PDF', otherwise: '--format html, opened in any browser and printed from there' },
  png: { verb: 'draw', name: 'a picture', otherwise: '--format svg, which any browser shows' },
} as const;
type Product = keyof typeof PRODUCTS;

function help(product: Product): string {
  const { name, otherwise } = PRODUCTS[product];
  return `To make ${name}, Chrome, Chromium or Edge is needed on this machine; CHROMIUM_PATH may name the program of one. Without one: ${otherwise}.`;
}

/** The program of a browser; throws a UsageError, with what to do, where there is none. */
export function findChromium(product: Product): string {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!isThere(chosen)) throw new UsageError(`CHROMIUM_PATH is ${chosen}, but there is no such program.`);
    return chosen;
  }
  const found = (USUAL_PLACES[process.platform] ?? []).flatMap(locate).find(isThere);
  if (found === undefined) throw new UsageError(`There is no browser that could ${PRODUCTS[product].verb}. ${help(product)}`);
  return found;
}

/** Where a program may be: on the PATH, where it is only named. */
function locate(program: string): string[] {
  return path.isAbsolute(program) ? [program] : (process.env.PATH ?? '').split(path.delimiter).filter(folder => folder !== '').map(folder => path.join(folder, program));
}

function isThere(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/** A page as a PDF. Throws a UsageError where no browser prints it. */
export function printPage(html: string): Promise<Uint8Array> {
  const options = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true };
  return made('pdf', html, page => page('Page.printToPDF', options));
}

/** So many pixels of a PNG for each of the picture's own: sharp on paper too. */
const SCALE = 2;

/** A picture as a PNG. Throws a UsageError where no browser draws it. */
export function drawPicture({ svg, width, height }: Picture): Promise<Uint8Array> {
  const page = `<!DOCTYPE html><meta charset="utf-8"><body style="margin: 0">${svg.replace(/^<\?xml[^>]*>/, '')}</body>`;
  return made('png', page, ask => ask('Page.captureScreenshot', { format: 'png', clip: { x: 0, y: 0, width, height, scale: SCALE }, captureBeyondViewport: true }));
}

/** Asks the browser for something to be done with the page. */
type Ask = (method: string, params: object) => Promise<Record<string, unknown>>;

/**
 * What a browser makes of a page; it runs for that only. Nothing is left behind, whatever happens. Throws a UsageError where the browser
 * does not do it.
 * @param make asks for it: the answer holds it as `data`, in base64
 */
async function made(product: Product, html: string, make: (ask: Ask) => ReturnType<Ask>): Promise<Uint8Array> {
  const program = findChromium(product);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inspection-records-'));
  const child = spawn(program, argumentsFor(folder), { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], timeout: PATIENCE, killSignal: 'SIGKILL' });
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject).once('close', () => reject(new Error('it has ended')));
  });
  const clean = () => {
    child.kill('SIGKILL');
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  // Ctrl-C ends the program as it always does, and leaves nothing behind.
  const stop = (signal: NodeJS.Signals) => {
    clean();
    process.kill(process.pid, signal);
  };
  process.once('exit', clean).once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const page = path.join(folder, 'page.html');
    fs.writeFileSync(page, html);
    const ask = opened(new BrowserPipe(child), pathToFileURL(page).href);
    const { data } = await Promise.race([ask.then(make), ended]);
    return Buffer.from(String(data), 'base64');
  } catch (error) {
    throw new UsageError(`${visible(program)} has not made ${PRODUCTS[product].name}: ${(error as Error).message}. ${help(product)}`);
  } finally {
    process.off('exit', clean).off('SIGINT', stop).off('SIGTERM', stop);
    // What it still writes would be in the way of taking its folder away.
    const gone = ended.catch(() => undefined);
    child.kill('SIGKILL');
    await gone;
    clean();
  }
}

/** Opens a page, and waits until it is loaded. */
async function opened(browser: BrowserPipe, url: string): Promise<Ask> {
  const { targetId } = await browser.ask('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await browser.ask('Target.attachToTarget', { targetId, flatten: true }) as { sessionId: string };
  await browser.ask('Page.enable', {}, sessionId);
  const loaded = browser.heard('Page.loadEventFired');
  await browser.ask('Page.navigate', { url }, sessionId);
  await loaded;
  return (method, params) => browser.ask(method, params, sessionId);
}

function argumentsFor(folder: string): string[] {
  return [
    '--headless', '--remote-debugging-pipe', '--disable-gpu', '--disable-extensions', '--disable-dev-shm-usage', '--no-first-run', '--no-default-browser-check',
    `--user-data-dir=${path.join(folder, 'profile')}`,
    // An administrator's browser refuses to start in its sandbox. The page is our own, without a script, and nothing is loaded from anywhere.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}
