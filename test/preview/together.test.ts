import assert from 'node:assert/strict';
import { readFixture } from '../summary/fixtures';
import { closeBrowser, openBrowser, openPanel, preview, send, show, type Watched } from './browser';

const TEXT = readFixture('kirklees-2024');
const lineOf = (words: string) => TEXT.split('\n').findIndex(line => line.includes(words));
/** As long as the page takes what moves it for its own doing, and a little more. */
const echoIsOver = () => new Promise(resolve => setTimeout(resolve, 200));

describe('text and preview together', () => {
  before(openBrowser);
  after(closeBrowser);

  let panel: Watched;
  beforeEach(async () => {
    panel = await openPanel('vscode-light', { viewport: { width: 700, height: 300 } });
    await show(panel, preview(TEXT, 1));
    await echoIsOver();
  });
  afterEach(() => panel.page.context().close());

  const scrolled = async () => (await panel.notes()).told.flatMap(message => (message.type === 'scrolled' ? [message.line] : []));
  const marked = () => panel.page.locator('.current').allInnerTexts();
  const top = (selector: string) => panel.page.locator(selector).first().evaluate(element => element.getBoundingClientRect().top);

  it('the element of the line with the cursor is marked, and comes into view', async () => {
    await send(panel.page, { type: 'cursor', line: lineOf('Effective, bespoke') });
    assert.deepEqual(await marked(), ['Effective, bespoke services that meet local need.']);
    assert.ok(await top('.current') < 300);
    await send(panel.page, { type: 'cursor', line: lineOf('children in care: Good') });
    assert.match((await marked()).join(), /children in care\s+G\s+Good/);
    await send(panel.page, { type: 'cursor', line: null });
    assert.deepEqual(await marked(), []);
  });

  it('a line that nothing stands for marks what stands before it', async () => {
    await send(panel.page, { type: 'cursor', line: lineOf('accessed: 2025-01-15') + 1 });
    assert.match((await marked()).join(), /15 January 2025/);
  });

  it('the mark stays when the view changes', async () => {
    await send(panel.page, { type: 'cursor', line: lineOf('Effective, bespoke') });
    await show(panel, preview(TEXT.replace('Effective, bespoke', 'Effective, very bespoke'), 1));
    assert.deepEqual(await marked(), ['Effective, very bespoke services that meet local need.']);
  });

  it('problems and what follows from a line are not marked for it', async () => {
    await send(panel.page, { type: 'cursor', line: lineOf('authority: Kirklees') + lineOf('---') });
    assert.equal(await panel.page.locator('#problems .current, .about.current, .headline.current').count(), 0);
  });

  it('the page scrolls with the text, and tells nothing of it', async () => {
    await send(panel.page, { type: 'scroll', line: lineOf('needs_improvement:') + 1 });
    assert.ok(Math.abs(await top('#needs_improvement li')) < 120, String(await top('#needs_improvement li')));
    await send(panel.page, { type: 'scroll', line: lineOf('id: kirklees-2024') });
    assert.equal(await panel.page.evaluate(() => window.scrollY), 0);
    await echoIsOver();
    assert.deepEqual(await scrolled(), []);
  });

  it('the text is told when the page is scrolled, line after line', async () => {
    for (const selector of ['#judgements', '#strengths li', '#actions tbody tr', '#sources li']) {
      await panel.page.locator(selector).first().evaluate(element => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY));
      await panel.page.waitForTimeout(50);
    }
    await panel.page.evaluate(() => window.scrollTo(0, 0));
    await panel.page.waitForTimeout(50);
    const lines = await scrolled();
    assert.ok(lines.length >= 4, String(lines));
    assert.equal(lines.at(-1), lineOf('id: kirklees-2024'));
    const there = lines.slice(0, -1);
    assert.deepEqual(there, [...there].sort((a, b) => a - b));
    assert.ok(there.includes(lineOf('Effective, bespoke')), String(there));
  });

  it('a page that moves because it changed does not move the text', async () => {
    await panel.page.evaluate(() => window.scrollTo(0, 400));
    await panel.page.waitForTimeout(50);
    const before = (await scrolled()).length;
    await show(panel, preview(TEXT.replace('summary: Up from', 'summary: A long text. A long text. A long text. A long text. A long text. A long text. A long text. Up from'), 1));
    await echoIsOver();
    assert.equal((await scrolled()).length, before);
  });

  it('sections that are closed do not count', async () => {
    await panel.page.locator('#strengths summary').click();
    await echoIsOver();
    await send(panel.page, { type: 'cursor', line: lineOf('Effective, bespoke') });
    assert.doesNotMatch((await marked()).join(), /Effective/);
  });

  it('every element that says something of the record leads to its text', async () => {
    const without = await panel.page.evaluate(() => [...document.querySelectorAll('#view h1, #view .event, #view .about, #view .headline, #view .lead, .facts > div, tbody tr, #view ul:not(.details) > li, #view figure, #notes p')]
      .filter(element => !element.closest('[data-place], [data-from], #next, #journey') && !element.querySelector('[data-place], [data-from]')).map(element => element.textContent));
    assert.deepEqual(without, []);
  });
});
