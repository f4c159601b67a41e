import assert from 'node:assert/strict';
import { Workbench } from './workbench';

// One person's session, from the walkthrough's first button to the last: each step goes on from the one before it.
describe('the walkthrough in VS Code', function () {
  this.bail(true);
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ 'notes.md': '# Notes\n' });
  });
  after(() => workbench?.close());
  afterEach(async function () {
    if (this.currentTest?.isFailed()) await workbench.pictureOfFailure();
  });

  const page = () => workbench.page.locator('.gettingStartedContainer');
  const step = (title: string) => page().locator('.getting-started-step', { hasText: title });

  /** Opens a step and presses its button; tells whether the step is ticked off then. */
  async function press(title: string, button: string): Promise<void> {
    await step(title).first().click();
    await step(title).getByRole('button', { name: button }).click();
  }
  const isDone = (title: string) => step(title).locator('.codicon-getting-started-step-checked').first().waitFor({ state: 'attached' });

  it('is offered among those of VS Code, with a picture for each of its six steps', async () => {
    await workbench.press('F1');
    const box = workbench.page.locator('.quick-input-widget input.input');
    await box.fill('>Welcome: Open Walkthrough...');
    await workbench.press('Enter');
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Write your first inspection record' }).click();
    await step('Open a record').first().waitFor();
    assert.equal(await page().locator('.getting-started-step').count(), 6);
    for (const title of ['Open a record', 'Read it as a page', 'Make a mistake', 'Begin a record', 'Let a report', 'Keep it']) {
      await step(title).first().click();
      await page().locator('.getting-started-media').frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame').locator('svg').waitFor();
    }
  });

  it('opens the sample beside itself, and its preview', async () => {
    await press('Open a record', 'Open the Sample');
    await workbench.page.locator('.view-line', { hasText: 'id: kirklees-2011-slac' }).waitFor();
    await isDone('Open a record');
    await workbench.picture('walkthrough');
    await press('Read it as a page', 'Open the Preview');
    await workbench.page.locator('.tab', { hasText: 'Preview: Kirklees' }).waitFor();
    await isDone('Read it as a page');
  });

  it('begins a record of one\'s own', async () => {
    await press('Begin a record', 'New Inspection Record');
    await workbench.page.locator('.quick-input-widget', { hasText: 'New inspection record (1 of 3)' }).waitFor();
    await workbench.press('Escape');
    await isDone('Begin a record');
  });
});
