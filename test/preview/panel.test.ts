import assert from 'node:assert/strict';
import { joined, tellsNothing } from '../../client/preview/messages';
import type { ShowMessage } from '../../server/lsp/protocol';
import { closeBrowser, FILE, openBrowser, openPanel, preview, send, show, type Watched } from './browser';
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

  it('returns to where it was after a reload, and shows what it showed until there is news', async () => {
    const page = await panel.page.locator('#record').innerHTML();
    const record = `${FILE}#1`;
    const again = await openPanel('vscode-light', {}, { uri: FILE, place: { line: 0, character: 0 }, locked: false, scroll: 100, record, page: page.replace('open="" id="strengths"', 'id="strengths"') });
    assert.equal(await again.page.locator('h1').textContent(), 'Kirklees');
    // The theme comes after the page here, with letters of another size.
    const before = await again.page.evaluate(() => window.scrollY);
    assert.ok(before > 70 && before < 130, String(before));
    await show(again, preview(TEXT, 1));
    assert.equal(await again.page.evaluate(() => window.scrollY), before);
    assert.equal(await again.page.locator('#strengths').getAttribute('open'), null);
    await again.page.context().close();
  });

  it('keeps its state, with what it shows', async () => {
    await panel.page.evaluate(() => window.scrollTo(0, 120));
    await panel.page.waitForFunction(() => (window as unknown as { kept(): { scroll?: number } }).kept()?.scroll === 120);
    const kept = await panel.page.evaluate(() => (window as unknown as { kept(): { page: string; record: string; locked: boolean } }).kept());
    assert.deepEqual([kept.record, kept.locked], [`${FILE}#1`, false]);
    assert.match(kept.page, /<h1[^>]*>Kirklees<\/h1>/);
  });

  it('is never blank: before there is a record, it says that one is being read', async () => {
    const empty = await openPanel();
    assert.equal(await empty.page.locator('main').textContent(), 'The record is being read …');
    await empty.page.context().close();
  });
});

describe('what the panel is sent', () => {
  before(openBrowser);
  after(closeBrowser);

  let panel: Watched;
  beforeEach(async () => {
    panel = await openPanel();
    await show(panel, preview(TEXT, 1));
  });
  afterEach(() => panel.page.context().close());

  const contents = (message: ShowMessage) => message.blocks.filter(({ html }) => html !== undefined).map(({ id }) => id);

  /** How many nodes a view changes in the page. */
  async function changesBy(text: string): Promise<{ message: ShowMessage; changes: number }> {
    await panel.page.evaluate(() => {
      const seen = { changes: 0 };
      new MutationObserver(records => { seen.changes += records.length; }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      Object.assign(window, { seen });
    });
    const message = await show(panel, preview(text, 1));
    const changes = await panel.page.evaluate(() => (window as unknown as { seen: { changes: number } }).seen.changes);
    return { message, changes };
  }

  it('is the part in which something was typed, and in it one word changes', async () => {
    const { message, changes } = await changesBy(TEXT.replace('Effective, bespoke', 'Effective, very bespoke'));
    assert.deepEqual(contents(message), ['strengths']);
    assert.equal(changes, 1);
    assert.ok(JSON.stringify(message).length < 2500, `${JSON.stringify(message).length} characters`);
  });

  it('is nothing but places when lines come in above', async () => {
    const { message, changes } = await changesBy(TEXT.replace('id: kirklees-2024', '# a comment\n# and another\nid: kirklees-2024'));
    // Problems are called by their lines.
    assert.deepEqual(contents(message), ['problems']);
    assert.equal(changes, preview(TEXT, 1).blocks.at(-1)!.places.length);
    await panel.page.getByText('Effective, bespoke').click();
    const { told } = await panel.notes();
    assert.equal(told.flatMap(one => (one.type === 'reveal' ? [one.place.line] : [])).at(-1), TEXT.split('\n').findIndex(line => line.includes('Effective, bespoke')) + 2);
  });

  it('is asked for as a whole where the page is not the one that parts refer to', async () => {
    const message = await show(panel, preview(TEXT.replace('Effective', 'Good'), 1));
    await send(panel.page, { ...message, since: 77 });
    assert.deepEqual((await panel.notes()).told.filter(({ type }) => type === 'ready').length, 2);
    await send(panel.page, { ...message, revision: 99, since: message.revision, blocks: [...message.blocks.slice(0, 3), { id: 'unknown' }] });
    assert.deepEqual((await panel.notes()).told.filter(({ type }) => type === 'ready').length, 3);
    assert.match(await panel.page.locator('#strengths').innerText(), /Good, bespoke/, 'the page stays as it was');
  });

  it('joins what waited with what came after it', () => {
    const first: ShowMessage = { type: 'show', revision: 2, since: 1, stale: true, record: 'r', state: { uri: '', place: { line: 0, character: 0 }, locked: false }, blocks: [{ id: 'a', html: 'A2', places: [] }, { id: 'b' }, { id: 'c', html: 'C2' }] };
    const second: ShowMessage = { ...first, revision: 3, since: 2, stale: false, blocks: [{ id: 'a', html: 'A3' }, { id: 'c' }, { id: 'd', html: 'D3', places: [] }] };
    assert.deepEqual(joined(first, second), { ...second, since: 1, blocks: [{ id: 'a', html: 'A3', places: [] }, { id: 'c', html: 'C2' }, { id: 'd', html: 'D3', places: [] }] });
    const whole = { ...second, since: null };
    assert.equal(joined(first, whole), whole);
    assert.ok(tellsNothing({ ...second, blocks: [{ id: 'a' }, { id: 'c' }, { id: 'd' }] }, second));
    assert.ok(!tellsNothing({ ...second, blocks: [{ id: 'a' }, { id: 'd' }] }, second));
  });
});
