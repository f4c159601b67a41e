import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';
import pageScript from 'generated:page-script';
import pagesStyle from 'generated:pages-style';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { webviewPage } from '../../client/preview/page';
import { changedPieces, changedPlaces, pageText, type PageText } from '../../server/lsp/page-text';
import type { PageState, PageSubject } from '../../server/lsp/protocol';
import { writeJourney } from '../../server/summary/journey/html';
import { viewJourney } from '../../server/summary/journey/journey';
import { writeOverview } from '../../server/summary/overview/html';
import { viewOverview } from '../../server/summary/overview/overview';
import { standalonePage } from '../../server/summary/page';
import { reference, TODAY } from '../support/checker';
import { Folder, SAMPLES } from '../summary/placed';
import { checker, css, openFile, openWebview, send, type Watched } from './browser';
import type { Theme } from './themes';

const pagesCss = fs.readFileSync(path.join('server', 'summary', 'pages.css'), 'utf8');

export const samples = Folder.read('samples', SAMPLES, checker.reader);

/** What a page shows, ready to be sent. */
export interface Shown {
  subject: PageSubject;
  title: string;
  write(leadsToText: boolean): ReturnType<typeof writeJourney>;
}

export function journey(authority: string, folder = samples): Shown {
  const view = viewJourney({ authority: reference.authorities.named(authority)!, recordsOf: name => folder.of(name), reference, today: TODAY });
  return { subject: { kind: 'journey', authority, near: '' }, title: view.title, write: leadsToText => writeJourney(view, { leadsToText }) };
}

export function overview(folder = samples): Shown {
  const view = viewOverview({ folder: 'samples', records: folder.all(), reference, today: TODAY });
  return { subject: { kind: 'overview', folder: 'file:///samples' }, title: view.title, write: leadsToText => writeOverview(view, { leadsToText }) };
}

let script: string | undefined;

/** A page about many records as a panel of VS Code shows it. */
export async function openPage(theme: Theme = 'vscode-light', options: BrowserContextOptions = {}, state?: PageState): Promise<Watched> {
  script ??= (await esbuild.build({ entryPoints: ['client/webview/pages.ts'], bundle: true, format: 'iife', platform: 'browser', target: 'es2022', write: false })).outputFiles[0]!.text;
  const shell = { title: 'Records', waiting: 'Wait', styles: ['preview.css', 'pages.css'], script: 'pages.js', pictures: 'data:' as const };
  const files = new Map([['/preview.css', css], ['/pages.css', pagesCss], ['/pages.js', script]]);
  return openWebview((webview, fileOf) => webviewPage(webview, fileOf, shell), files, theme, options, state);
}

/** What each panel was sent last: like the server, only what has changed since is sent. */
const sent = new WeakMap<Page, { revision: number; text: PageText }>();

export async function put(page: Page, { subject, write }: Shown): Promise<void> {
  const { lines, places } = pageText(write(true).text);
  const before = sent.get(page);
  const message = { revision: (before?.revision ?? 0) + 1, since: before?.revision ?? null, pieces: changedPieces(lines, before?.text.lines ?? []), places: changedPlaces(places, before?.text.places ?? []) };
  sent.set(page, { revision: message.revision, text: { lines, places } });
  await send(page, { type: 'page', ...message, subject });
}

/** The page as a file that somebody opens. */
export function openAlone({ title, write }: Shown, options: BrowserContextOptions = {}): Promise<Watched> {
  return openFile(standalonePage(write(false), title, pagesStyle, pageScript), options);
}
