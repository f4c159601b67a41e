import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator } from 'playwright-core';
import { manyRecords } from '../../../scripts/many-records.mjs';
import { Workbench } from './workbench';

const FILES = { 'kent.inspection.yaml': fs.readFileSync('samples/kent.inspection.yaml', 'utf8'), 'many.inspection.yaml': manyRecords(2500), 'kept.md': 'Mine\n', 'folder/kept.md': 'Mine\n' };
const COMMAND = 'inspectionRecords.exportSummary';

/** Shortcuts as users make them who export to one place again and again. */
const KEYS = (folder: string) => [
  { key: 'ctrl+alt+7', command: COMMAND, args: { format: 'markdown', target: pathToFileURL(path.join(folder, 'kept.md')).href } },
  { key: 'ctrl+alt+8', command: COMMAND, args: { format: 'markdown', target: pathToFileURL(path.join(folder, 'folder')).href } },
  { key: 'ctrl+alt+9', command: COMMAND, args: { format: 'docx', all: true } },
];

// One person's session: each step goes on from the one before it.
describe('exports in VS Code', function () {
  this.bail(true);
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open(FILES, KEYS);
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.pictureOfFailure();
  });

  const question = (): Locator => workbench.page.locator('.monaco-dialog-box');
  const answer = (label: string): Promise<void> => question().getByRole('button', { name: label }).click();
  /** Under test VS Code shows no toasts: what it tells stands in its list of notifications. */
  const notification = (words: string | RegExp): Locator => workbench.page.locator('.notifications-center .notification-list-item', { hasText: words }).first();
  async function told(words: string | RegExp): Promise<void> {
    await workbench.command('Notifications: Show Notifications');
    await notification(words).waitFor();
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.editor.click();
  }
  const box = (): Locator => workbench.page.locator('.quick-input-widget input.input');
  const names = (): string[] => fs.readdirSync(workbench.folder).sort();

  it('ask before they write over a file that is there, and leave it where the answer is no', async () => {
    await workbench.editor.click();
    await workbench.press('Control+Alt+7');
    await question().getByText('kept.md is there already.').waitFor();
    await answer('Cancel');
    await question().waitFor({ state: 'detached' });
    assert.equal(workbench.saved('kept.md'), 'Mine\n');
    assert.deepEqual(names(), ['folder', 'kent.inspection.yaml', 'kept.md', 'many.inspection.yaml']);
  });

  it('write over it where the answer is yes', async () => {
    await workbench.press('Control+Alt+7');
    await answer('Write Over It');
    await told(/The summary was written to .*kept\.md/);
    assert.match(workbench.saved('kept.md'), /^# Kent: /);
  });

  it('are no files where a folder is: it stays, with what is in it', async () => {
    await workbench.press('Control+Alt+8');
    await told('folder is a folder. Nothing was written.');
    assert.deepEqual(names(), ['folder', 'kent.inspection.yaml', 'kept.md', 'many.inspection.yaml']);
    assert.deepEqual(fs.readdirSync(path.join(workbench.folder, 'folder')), ['kept.md']);
    assert.equal(workbench.saved('folder/kept.md'), 'Mine\n');
  });

  it('ask in the dialogue of VS Code too, when the file is chosen there', async () => {
    fs.writeFileSync(path.join(workbench.folder, 'kept.md'), 'Mine again\n');
    await workbench.editor.click();
    await workbench.command('Inspection Records: Export Summary');
    await box().fill('Markdown');
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Markdown' }).first().click();
    // A name is proposed as soon as the dialogue has looked at the folder.
    const named = (name: string) => workbench.page.waitForFunction(end => document.querySelector<HTMLInputElement>('.quick-input-widget input.input')?.value.endsWith(end), name);
    await named('/kent-january-2013.md');
    await box().fill(path.join(workbench.folder, 'kept.md'));
    await workbench.page.waitForTimeout(1000);
    await named('/kept.md');
    await workbench.press('Enter');
    await workbench.page.getByText('kept.md already exists').first().waitFor();
    await workbench.press('Escape');
    await workbench.press('Escape');
    assert.equal(workbench.saved('kept.md'), 'Mine again\n');
  });

  it('say that they take long, and end when they are cancelled, with nothing written', async () => {
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'many.inspection.yaml' }).dblclick();
    await workbench.page.locator('.tab.active', { hasText: 'many.inspection.yaml' }).waitFor();
    await workbench.editor.click();
    await workbench.press('Control+Alt+9');
    await workbench.command('Notifications: Show Notifications');
    await notification('Exporting records').getByRole('button', { name: 'Cancel' }).click();
    await notification('Exporting records').waitFor({ state: 'detached' });
    // Neither a question where to, nor a file.
    await workbench.page.waitForTimeout(1000);
    assert.equal(await box().isVisible(), false);
    assert.deepEqual(names(), ['folder', 'kent.inspection.yaml', 'kept.md', 'many.inspection.yaml']);
  });
});
