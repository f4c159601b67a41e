import assert from 'node:assert/strict';
import { closeBrowser, openBrowser, openPanel, preview, show, type Watched } from './browser';
import { readFixture } from '../summary/fixtures';

const TEXT = readFixture('kirklees-2024');
const BROKEN = TEXT.replace('text: The availability', 'text: "The availability');

describe('the panel', () => {
  before(openBrowser);
  after(closeBrowser);

  let panel: Watched;
  beforeEach(async () => {
    panel = await openPanel();
    await show(panel, preview(TEXT, 1));
  });
  afterEach(() => panel.page.context().close());

  const places = async () => (await panel.notes()).told.flatMap(message => (message.type === 'reveal' ? [message.place.line] : []));
  const lineOf = (words: string) => TEXT.split('\n').findIndex(line => line.includes(words));

  it('says that it is ready, shows what it is sent, and breaks no rule of its page', async () => {
    assert.equal(await panel.page.locator('h1').textContent(), 'Kirklees');
    const { told, ...rest } = await panel.notes();
    assert.deepEqual(told, [{ type: 'ready' }]);
    assert.deepEqual(rest, { violations: [], dialogs: [], errors: [], requests: [] });
  });

  it('changes only what differs: scroll, closed sections and focus stay', async () => {
    const { page } = panel;
    await page.locator('#strengths summary').click();
    await page.getByRole('button', { name: 'Overall effectiveness' }).focus();
    await page.evaluate(() => window.scrollTo(0, 300));
    await page.evaluate(() => { (document.querySelector('#needs_improvement') as { mine?: boolean } & Element).mine = true; });
    await show(panel, preview(TEXT.replace('homes for children in care and care leavers', 'foster homes'), 1));
    assert.match(await page.locator('#needs_improvement').innerText(), /choice of foster homes/);
    assert.equal(await page.evaluate(() => window.scrollY), 300);
    assert.equal(await page.locator('#strengths').getAttribute('open'), null);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Overall effectiveness');
    assert.ok(await page.evaluate(() => (document.querySelector('#needs_improvement') as { mine?: boolean } & Element).mine));
  });

  it('keeps its place when sections come and go', async () => {
    const { page } = panel;
    await page.locator('#quotes summary').click();
    await show(panel, preview(TEXT.replace('strengths:', 'x_strengths:'), 1));
    assert.equal(await page.locator('#strengths').count(), 0);
    await show(panel, preview(TEXT, 1));
    assert.equal(await page.locator('#strengths').getAttribute('open'), '');
    assert.equal(await page.locator('#quotes').getAttribute('open'), null);
  });

  it('puts a note over the last good view, and nothing moves', async () => {
    const { page } = panel;
    await page.getByRole('button', { name: 'Overall effectiveness' }).focus();
    await page.evaluate(() => window.scrollTo(0, 300));
    const before = await page.locator('#strengths').boundingBox();
    await show(panel, preview(BROKEN, 1, preview(TEXT, 1)));
    assert.match(await page.locator('#note aside').innerText(), /^The text cannot be read at line \d+ just now\. This is how it was before\.$/);
    assert.ok(await page.locator('#note aside').isVisible());
    const box = await page.locator('#note aside').boundingBox();
    assert.ok(box!.y >= 0 && box!.y < 5, 'the note is in sight although the page is scrolled');
    const inPlace = () => page.waitForFunction(y => Math.abs(document.querySelector('#strengths')!.getBoundingClientRect().y - y) < 1, before!.y, { timeout: 2000 });
    await inPlace();
    await show(panel, preview(TEXT, 1));
    assert.equal(await page.locator('#note aside').count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Overall effectiveness');
    await inPlace();
  });

  it('starts at the top of another record, with every section open', async () => {
    const { page } = panel;
    await page.locator('#strengths summary').click();
    await page.evaluate(() => window.scrollTo(0, 300));
    await show(panel, { ...preview(TEXT, 1), recordIndex: 5 });
    assert.equal(await page.evaluate(() => window.scrollY), 0);
    assert.equal(await page.locator('#strengths').getAttribute('open'), '');
  });

  it('leads to the text by mouse', async () => {
    const { page } = panel;
    await page.getByText('Effective, bespoke services').click();
    await page.locator('dt', { hasText: 'Lead inspector' }).click();
    await page.locator('.middling .word').first().click();
    assert.deepEqual(await places(), [lineOf('Effective, bespoke'), lineOf('lead_inspector'), lineOf('grade: Requires')]);
  });

  it('leads to the text by keyboard, once for each press', async () => {
    const { page } = panel;
    const button = page.getByRole('button', { name: 'The experiences and progress of children in care' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press(' ');
    const line = lineOf('children in care: Good');
    assert.deepEqual(await places(), [line, line]);
  });

  it('leads from a problem to its place', async () => {
    await show(panel, preview(TEXT.replace('authority: Kirklees\nevent: ILACS standard inspection\nfieldwork:\n  start: 2024', 'authority: Kirkless\nevent: ILACS standard inspection\nfieldwork:\n  start: 2024'), 1));
    await panel.page.locator('.tally a').click();
    await panel.page.locator('#problems button').first().click();
    assert.deepEqual(await places(), [lineOf('id: kirklees-2024') + 1]);
  });

  it('lets links be links, and does not jump while words are being marked', async () => {
    const { page } = panel;
    await page.evaluate(() => document.addEventListener('click', event => event.preventDefault()));
    await page.locator('.facts a').first().click();
    await page.getByText('Effective, bespoke services').dblclick();
    assert.deepEqual((await places()).length, 1, 'the first of the two clicks only');
  });

  it('returns to where it was after a reload', async () => {
    const again = await openPanel('vscode-light', {}, { uri: 'file:///kirklees.inspection.yaml', place: { line: 0, character: 0 }, scroll: 240 });
    await show(again, preview(TEXT, 1));
    assert.equal(await again.page.evaluate(() => window.scrollY), 240);
    await again.page.context().close();
  });

  it('is patched in a few milliseconds', async () => {
    const views = [0, 1].map(n => preview(TEXT.replace('Letter to', `${n} letters to`), 1).html);
    const each = await panel.page.evaluate(async ([a, b]) => {
      const begun = performance.now();
      for (let round = 0; round < 20; round++) {
        await new Promise<void>(done => {
          window.addEventListener('message', () => done(), { once: true });
          window.postMessage({ type: 'show', html: round % 2 ? a : b, stale: false, record: 'file:///kirklees.inspection.yaml#1', uri: '', place: { line: 0, character: 0 } });
        });
      }
      return (performance.now() - begun) / 20;
    }, views as [string, string]);
    assert.ok(each < 30, `${each.toFixed(1)} ms`);
  });
});
