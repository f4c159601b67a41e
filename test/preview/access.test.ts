import assert from 'node:assert/strict';
import type { BrowserContextOptions } from 'playwright-core';
import { closeBrowser, openBrowser, openPanel, openStandalone, preview, send, show } from './browser';
import { complaints, tooWide } from './complaints';
import { FIXTURES, readFixture } from '../summary/fixtures';
import { THEMES, type Theme } from './themes';

/** One of every kind of page. */
const PAGES = ['kirklees-2024', 'mistakes', 'kirklees-send', 'one-line'];

const last = (name: string) => readFixture(name).split('---\n').length - 1;

describe('the page', () => {
  before(openBrowser);
  after(closeBrowser);

  /** The themes of VS Code, and those that the system forces on every page. */
  const all: [string, Theme, BrowserContextOptions][] = [
    ...(Object.keys(THEMES) as Theme[]).map((theme): [string, Theme, BrowserContextOptions] => [theme, theme, {}]),
    ['forced colours, light', 'vscode-high-contrast-light', { forcedColors: 'active', colorScheme: 'light' }],
    ['forced colours, dark', 'vscode-high-contrast', { forcedColors: 'active', colorScheme: 'dark' }],
  ];
  for (const [name, theme, options] of all) {
    it(`has nothing that axe finds wrong in the panel: ${name}`, async () => {
      const panel = await openPanel(theme, options);
      for (const fixture of PAGES) {
        await show(panel, preview(readFixture(fixture), last(fixture)));
        assert.deepEqual(await complaints(panel.page), [], fixture);
      }
      const good = preview(readFixture('kirklees-2024'), 1);
      await show(panel, preview(readFixture('kirklees-2024').replace('text: The', 'text: "The'), 1, good));
      assert.deepEqual(await complaints(panel.page), [], 'stale');
      await panel.page.context().close();
    });
  }

  for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { colorScheme: 'dark', forcedColors: 'active' }, { viewport: { width: 280, height: 600 } }] as const) {
    it(`has nothing that axe finds wrong on its own: ${JSON.stringify(options)}`, async () => {
      for (const text of PAGES.map(readFixture)) {
        const { page } = await openStandalone(text, options);
        assert.deepEqual(await complaints(page), [], text.slice(0, 100));
        await page.context().close();
      }
    });
  }

  // Axe reads style sheets; it does not see what the system paints behind letters.
  it('shows the letters of grades on their own ground where the system forces colours', async () => {
    const panel = await openPanel('vscode-high-contrast', { forcedColors: 'active', colorScheme: 'dark' });
    await show(panel, preview(readFixture('kirklees-2024'), 1));
    for (const letter of ['.letter', '.badge:not(:empty)']) {
      assert.deepEqual(await panel.page.locator(letter).first().evaluate(element => {
        const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(element) as CSSStyleDeclaration & { forcedColorAdjust: string };
        return [color, backgroundColor, forcedColorAdjust];
      }), ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'none'], letter);
    }
    await panel.page.context().close();
  });

  it('is never wider than a pane of 280 pixels', async () => {
    const panel = await openPanel('vscode-dark', { viewport: { width: 280, height: 600 } });
    const long = 'x'.repeat(500);
    const texts = [...FIXTURES.map(name => [readFixture(name), last(name)] as const), [`authority: ${long}\nevent: ${long}\npublished: 2024-01-01\nreport: https://example.org/${long}\njudgements: {${long}: ${long}}\nstrengths: [${long}]\nquotes: [{text: ${long}, by: ${long}}]\n`, 0] as const];
    for (const [text, index] of texts) {
      await show(panel, preview(text, index));
      assert.deepEqual(await panel.page.evaluate(tooWide), [], text.slice(0, 100));
    }
    await panel.page.context().close();
  });

  it('is never wider than the pane when letters are twice as large', async () => {
    for (const width of [280, 500, 900]) {
      const panel = await openPanel('vscode-light', { viewport: { width, height: 600 } });
      await panel.page.evaluate(() => document.documentElement.style.setProperty('--vscode-font-size', '26px'));
      for (const name of FIXTURES) {
        await show(panel, preview(readFixture(name), last(name)));
        assert.deepEqual(await panel.page.evaluate(tooWide), [], `${name}, ${width}`);
      }
      await panel.page.context().close();
    }
  });

  it('has facts side by side wherever there is room for them, and below each other where there is not', async () => {
    const panel = await openPanel('vscode-light', { viewport: { width: 400, height: 600 } });
    await show(panel, preview(readFixture('kirklees-2024'), 1));
    const columns = () => panel.page.locator('.facts > div').first().evaluate(element => getComputedStyle(element).gridTemplateColumns.split(' ').length);
    assert.equal(await columns(), 2);
    await panel.page.setViewportSize({ width: 280, height: 600 });
    assert.equal(await columns(), 1);
    await panel.page.context().close();
  });

  it('moves nothing by itself, for those who asked for that too', async () => {
    const panel = await openPanel('vscode-light', { reducedMotion: 'reduce' });
    await show(panel, preview(readFixture('kirklees-2024'), 1));
    await send(panel.page, { type: 'cursor', line: 60 });
    const moving = await panel.page.evaluate(() => document.getAnimations().length
      + [...document.querySelectorAll('*')].filter(element => getComputedStyle(element).transitionDuration !== '0s' || getComputedStyle(element).scrollBehavior === 'smooth').length);
    assert.equal(moving, 0);
    await panel.page.context().close();
  });

  it('keeps the table a table for those who have it read out, also where rows have become blocks', async () => {
    const { page } = await openStandalone(readFixture('kirklees-2024').split('---\n')[1]!, { viewport: { width: 280, height: 600 } });
    const table = page.getByRole('table', { name: /Grades in the order of the report/ });
    assert.equal(await table.getByRole('row').count(), 6);
    assert.equal(await table.getByRole('columnheader', { name: 'Grade' }).count(), 1);
    assert.equal(await table.getByRole('row', { name: /care leavers/ }).getByRole('cell').first().innerText(), 'R\nRequires improvement to be good');
    await page.context().close();
  });

  it('can be gone through by keyboard in the order of reading', async () => {
    const panel = await openPanel();
    await show(panel, preview(readFixture('kirklees-2024').replace('ILACS standard inspection\nfieldwork:\n  start: 2024', 'ILACS\nfieldwork:\n  start: 2024'), 1));
    const reached: number[] = [];
    for (let press = 0; press < 25; press++) {
      await panel.page.keyboard.press('Tab');
      const place = await panel.page.evaluate(() => {
        const active = document.activeElement;
        return active && active !== document.body ? active.getBoundingClientRect().y + window.scrollY : -1;
      });
      if (place < 0) break;
      reached.push(place);
    }
    assert.ok(reached.length > 15);
    assert.deepEqual(reached, [...reached].sort((a, b) => a - b));
    await panel.page.context().close();
  });

  it('prints every section, in black on white, on paper of its own size', async () => {
    const { page } = await openStandalone(readFixture('kirklees-2024'), { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]), ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.match(pdf.toString('latin1'), /\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    await page.context().close();
  });
});
