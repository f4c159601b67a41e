import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import esbuild from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type * as vscode from 'vscode';
import { previewPage } from '../../client/preview/page';
import { launchChromium } from '../../scripts/chromium.mjs';
import { changedBlocks } from '../../server/lsp/preview-blocks';
import type { FromPage, FromWebview, PreviewState, ShowMessage, ToPage, ToWebview } from '../../server/lsp/protocol';
import { RecordStream } from '../../server/records/stream';
import { chaptersOf, htmlDocument } from '../../server/summary/document';
import { renderPreview, type Preview } from '../../server/summary/preview';
import { newChecker } from '../support/checker';
import { DEFAULT_STYLES, THEMES, type Theme } from './themes';

const ORIGIN = 'https://webview.test';
export const FILE = 'file:///kirklees.inspection.yaml';
export const css = fs.readFileSync(path.join('server', 'summary', 'preview.css'), 'utf8');
const style = { css, sha256: createHash('sha256').update(css).digest('base64') };
export const checker = newChecker();

/** What a page noted about itself: everything that a page of ours must not do, and what it told the extension. */
export interface Notes {
  violations: string[];
  dialogs: string[];
  errors: string[];
  requests: string[];
  told: (FromWebview | FromPage)[];
}

export interface Watched {
  page: Page;
  notes(): Promise<Notes>;
}

let browser: Browser | undefined;
let script: string | undefined;

/** One browser for a file of tests; close it in `after`. */
export async function openBrowser(): Promise<void> {
  browser = await launchChromium();
  const built = await esbuild.build({ entryPoints: ['client/webview/preview.ts'], bundle: true, format: 'iife', platform: 'browser', target: 'es2022', write: false });
  script = built.outputFiles[0]!.text;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
}

export function standalone(text: string): string {
  return htmlDocument(chaptersOf([RecordStream.of(text)], checker), style);
}

export function preview(text: string, index = 0, last?: Preview): Preview {
  return renderPreview(RecordStream.of(text), index, checker, last);
}

/** The page as a file that somebody opens. */
export function openStandalone(text: string, options: BrowserContextOptions = {}): Promise<Watched> {
  return openFile(standalone(text), options);
}

/** A file of HTML, opened. */
export async function openFile(html: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const watched = await watchedPage(options, new Map([['/', html]]));
  await watched.page.goto(`${ORIGIN}/`);
  return watched;
}

/** The page as VS Code's panel shows it: its own page and script, with the style sheet and the colours that VS Code adds. */
export function openPanel(theme: Theme = 'vscode-light', options: BrowserContextOptions = {}, state?: PreviewState): Promise<Watched> {
  return openWebview(previewPage, new Map([['/preview.css', css], ['/preview.js', script!]]), theme, options, state);
}

/**
 * A page as a panel of VS Code shows it.
 * @param pageIn writes it, as for a panel
 * @param files what lies with it
 */
export async function openWebview(pageIn: typeof previewPage, files: ReadonlyMap<string, string>, theme: Theme, options: BrowserContextOptions, state: unknown): Promise<Watched> {
  const webview = { cspSource: ORIGIN, asWebviewUri: (uri: vscode.Uri) => uri } as vscode.Webview;
  const page = pageIn(webview, name => ({ toString: () => `${ORIGIN}/${name}` }) as vscode.Uri);
  const html = page.replace('<head>', `<head><style>${DEFAULT_STYLES}</style>`);
  const watched = await watchedPage(options, new Map([['/', html], ...files]));
  await watched.page.addInitScript(kept => {
    const told: unknown[] = [];
    let current: unknown = kept;
    Object.assign(window, { told, acquireVsCodeApi: () => ({ postMessage: (message: unknown) => told.push(message), getState: () => current, setState: (next: unknown) => { current = next; } }), kept: () => current });
  }, state);
  await watched.page.goto(`${ORIGIN}/`);
  await watched.page.evaluate(({ classes, colours }) => {
    document.body.classList.add(...classes);
    for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty(name, value);
  }, THEMES[theme]);
  return watched;
}

/** What each panel was sent last: like the server, only what has changed since is sent. */
const sent = new WeakMap<Page, { preview: Preview; revision: number }>();

/** Sends a view to the panel, as the extension does. */
export async function show({ page }: Watched, preview: Preview): Promise<ShowMessage> {
  const before = sent.get(page);
  const revision = (before?.revision ?? 0) + 1;
  sent.set(page, { preview, revision });
  const message: ShowMessage = {
    type: 'show', blocks: changedBlocks(preview.blocks, before?.preview.blocks), revision, since: before?.revision ?? null, stale: preview.stale, record: `${FILE}#${preview.recordIndex}`,
    state: { uri: FILE, place: { line: 0, character: 0 }, locked: false },
  };
  await send(page, message);
  return message;
}

/** Sends a message to the panel, and waits until it was heard. */
export async function send(page: Page, message: ToWebview | ToPage): Promise<void> {
  await page.evaluate(data => new Promise<void>(done => {
    window.addEventListener('message', () => setTimeout(done), { once: true });
    window.postMessage(data);
  }), message);
}

async function watchedPage(options: BrowserContextOptions, files: ReadonlyMap<string, string>): Promise<Watched> {
  const context = await browser!.newContext({ viewport: { width: 700, height: 600 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);          // what a slow machine needs, and no more than a test may take
  const outside: Omit<Notes, 'violations' | 'told'> = { dialogs: [], errors: [], requests: [] };
  page.on('dialog', dialog => { outside.dialogs.push(dialog.message()); void dialog.dismiss(); });
  page.on('pageerror', error => outside.errors.push(error.message));
  await page.route('**/*', route => {
    const { pathname, origin } = new URL(route.request().url());
    const body = origin === ORIGIN ? files.get(pathname) : undefined;
    if (body === undefined && pathname !== '/favicon.ico') outside.requests.push(route.request().url());
    return body === undefined ? route.abort() : route.fulfill({ body, contentType: { '.css': 'text/css', '.js': 'text/javascript' }[path.extname(pathname)] ?? 'text/html; charset=utf-8' });
  });
  await page.addInitScript(() => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', event => violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
    Object.assign(window, { violations });
  });
  return {
    page,
    async notes() {
      const inside = await page.evaluate(() => {
        const { violations, told = [] } = window as unknown as Pick<Notes, 'violations'> & Partial<Notes>;
        return { violations, told };
      });
      return { ...outside, ...inside };
    },
  };
}
