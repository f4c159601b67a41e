import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.mjs';
import { startWeb, type VSCodeWeb } from '../../../scripts/vscode/web.mjs';
import { unpackExtension, WEB } from '../../packages/unpacked';

const FILE = 'two-records.inspection.yaml';
const RESULTS = path.resolve('test-results/pictures');

// One session: each step goes on from the one before it.
describe('the packaged extension in VS Code for the Web', function () {
  this.bail(true);
  let extension: string;
  let web: VSCodeWeb;
  let browser: Browser;
  let page: Page;
  const hosts = new Set<string>();
  const violations: string[] = [];
  before(async () => {
    extension = unpackExtension(WEB);
    web = await startWeb({ files: { [FILE]: fs.readFileSync(path.join('test/vscode/workspace', FILE), 'utf8') }, extensions: [extension], settings: { 'editor.minimap.enabled': false } });
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
    page.setDefaultTimeout(90_000);          // what a slow machine needs, and no more than a test may take
    page.on('request', request => { if (/^(http|ws)s?:/.test(request.url())) hosts.add(new URL(request.url()).host); });
    page.on('console', message => { if (/content security policy/i.test(message.text())) violations.push(message.text()); });
    await page.goto(web.address);
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: FILE }).dblclick({ timeout: 60_000 });
  });
  after(async () => {
    await browser?.close();
    await web?.stop();
    if (extension) fs.rmSync(extension, { recursive: true });
  });
  afterEach(async function () {
    await page.screenshot({ path: path.join(RESULTS, this.currentTest?.isFailed() ? 'failed-web.png' : 'web.png') });
  });

  const preview = () => page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

  it('shows the preview of a record, with its own style', async () => {
    await page.locator('.view-line', { hasText: 'authority: Kirklees' }).first().click();
    // The server has begun when it says something of the record.
    await page.locator('.codelens-decoration', { hasText: 'Preview' }).first().waitFor({ timeout: 60_000 });
    await page.keyboard.press('Control+k');
    await page.keyboard.press('v');
    await preview().getByText('Good overall').first().waitFor();
    const rows = preview().locator('.judgements tbody tr');
    assert.equal(await rows.count(), 5);
    const border = await preview().locator('table.judgements, .judgements table').first().evaluate(table => getComputedStyle(table).borderCollapse);
    assert.equal(border, 'collapse');
  });

  it('underlines a wrong grade as it is typed', async () => {
    await page.locator('.view-line', { hasText: 'Overall effectiveness' }).first().click();
    await page.keyboard.press('End');
    await page.keyboard.type('ish');
    await page.keyboard.press('Escape');
    await page.locator('.squiggly-error').first().waitFor();
    await preview().locator('.judgements tbody tr', { hasText: 'Overall' }).getByText('Goodish').waitFor();
  });

  it('leads from the preview to the text', async () => {
    await preview().locator('.judgements tbody tr', { hasText: 'care leavers' }).locator('[data-place]').first().click();
    await page.locator('#status\\.editor\\.selection').getByText('Ln 11').waitFor();
  });

  it('opens the sample that it brings along', async () => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input.input').fill('>Open Sample Records');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open Sample Records' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'id: kirklees-2011-slac' }).waitFor();
    // It lies in no folder, and is shown as any other.
    await preview().getByText('SLAC inspection').first().waitFor();
  });

  it('asked nobody but the server of the page, for nothing that is not there, and broke no security policy', () => {
    assert.deepEqual([...hosts].filter(host => !/(^|\.)localhost:\d+$/.test(host)), []);
    const missing = web.asked.filter(address => address.startsWith('/extension-0/')).filter(address => !fs.existsSync(path.join(extension, new URL(address, web.address).pathname.slice('/extension-0/'.length))));
    assert.deepEqual(missing.filter(address => !address.includes('package.nls')), []);
    assert.deepEqual(violations, []);
  });
});
