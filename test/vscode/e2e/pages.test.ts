import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Locator } from 'playwright-core';
import { Workbench } from './workbench';

const KIRKLEES = fs.readFileSync('samples/kirklees.inspection.yaml', 'utf8');
const KENT = fs.readFileSync('samples/kent.inspection.yaml', 'utf8');
const lineOf = (words: string) => KIRKLEES.split('\n').findIndex(line => line.includes(words)) + 1;

// One person's session: each step goes on from the one before it.
describe('the journey and the overview in VS Code', function () {
  this.bail(true);
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ 'kirklees.inspection.yaml': KIRKLEES, 'kent.inspection.yaml': KENT });
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.pictureOfFailure();
  });

  /** The page that came last, two frames deep: those before it may be in sight as well. */
  const newest = () => workbench.page.frameLocator('iframe.webview.ready >> visible=true').last().frameLocator('iframe#active-frame');
  const tab = (name: string): Locator => workbench.page.locator('.tabs-container .tab', { hasText: name });

  it('open from a record: the whole story of its authority', async () => {
    await workbench.editor.click();
    await workbench.command('Inspection Records: Show Journey of an Authority');
    await workbench.preview.locator('.headline', { hasText: 'Overall: inadequate in 2016, requires improvement to be good in 2019, good in 2024.' }).waitFor();
    await workbench.preview.getByRole('img', { name: 'Time line of Kirklees' }).waitFor();
    assert.equal(await workbench.preview.locator('.chronicle .told').count(), 9);
    await workbench.picture('journey');
  });

  it('lead from the time line and from the table to the text', async () => {
    await workbench.preview.getByRole('button', { name: 'Commissioner appointed: Eleanor Brazil' }).click();
    await workbench.cursor.getByText(`Ln ${lineOf('kind: commissioner appointed')},`).waitFor();
    await workbench.editorWithFocus.waitFor();
  });

  it('follow what is typed', async () => {
    await workbench.toStart();
    await workbench.page.locator('.view-line', { hasText: 'event: SLAC inspection' }).first().waitFor();
    await workbench.replaceEndOfLine('Safeguarding services', 'Good', 'Outstanding');
    await workbench.preview.locator('.chronicle .told', { hasText: 'SLAC inspection' }).getByText('Outstanding').waitFor();
  });

  it('show all records of a folder, sorted and filtered as the reader likes', async () => {
    await workbench.command('Inspection Records: Show Overview of Folder');
    await newest().getByRole('heading', { name: 'Overview of records' }).waitFor();
    const names = () => newest().locator('.standings tbody tr:visible th button').allTextContents();
    assert.deepEqual(await names(), ['Kent', 'Kirklees']);
    await newest().getByRole('button', { name: 'Authority', exact: true }).press('Enter');
    await newest().getByRole('button', { name: 'Authority', exact: true }).press('Enter');
    assert.deepEqual(await names(), ['Kirklees', 'Kent']);
    await workbench.picture('overview');
  });

  it('lead from the overview to a record, and to a journey', async () => {
    await newest().locator('.standings tbody tr', { hasText: 'Kirklees' }).getByRole('button', { name: 'July 2024' }).click();
    await workbench.cursor.getByText(`Ln ${lineOf('id: kirklees-2024-ilacs')},`).waitFor();
    await tab('Overview of records').click();
    await newest().getByRole('button', { name: 'Kent', exact: true }).click();
    await newest().getByRole('img', { name: 'Time line of Kent' }).waitFor();
  });

  it('are there again after the window has been reloaded', async () => {
    // A VS Code in a browser writes down what is open every five seconds, and not at once when the window goes.
    await workbench.page.waitForTimeout(6000);
    const loaded = workbench.page.waitForEvent('load');
    await workbench.command('Developer: Reload Window');
    await loaded;
    await newest().getByRole('img', { name: 'Time line of Kent' }).waitFor({ timeout: 60_000 });
  });

  it('never broke the security policy of their pages', () => {
    assert.deepEqual(workbench.violations, []);
  });
});
