import assert from 'node:assert/strict';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { closeBrowser, openBrowser, type Watched } from './browser';
import { complaints, tooWide } from './complaints';
import { journey, openAlone, openPage, overview, put, samples } from './page-browser';
import { PAYLOADS, recordOf } from './payloads';
import { THEMES, type Theme } from './themes';
import { viewJourney } from '../../server/summary/journey/journey';
import { journeyPicture } from '../../server/summary/journey/picture';
import { reference, TODAY } from '../support/checker';
import { Folder } from '../summary/placed';
import { checker } from './browser';

const SHOWN = () => [journey('Kirklees'), journey('North Northamptonshire'), journey('Cumbria'), overview()];

/** Texts of a picture that cover one another, or stick out of it. */
function overlapping(): string[] {
  const picture = [...document.querySelectorAll<SVGSVGElement>('svg.timeline')].find(svg => svg.getClientRects().length)!;
  const frame = picture.viewBox.baseVal;
  const texts = [...picture.querySelectorAll<SVGTextElement>('text')].map(text => ({ text: text.lastChild!.textContent!, box: text.getBBox() }));
  const out = texts.filter(({ box }) => box.x < -1 || box.x + box.width > frame.width + 1 || box.y < -1 || box.y + box.height > frame.height + 1).map(({ text }) => `${text} sticks out`);
  const covers = texts.flatMap((a, i) => texts.slice(i + 1).filter(b => a.box.x < b.box.x + b.box.width && b.box.x < a.box.x + a.box.width
    && a.box.y + 3 < b.box.y + b.box.height && b.box.y + 3 < a.box.y + a.box.height).map(b => `${a.text} / ${b.text}`));
  return [...out, ...covers];
}

const names = (page: Page) => page.locator('.standings').first().locator('tbody tr:visible th button').allTextContents();
const said = (page: Page) => page.locator('.shown').first().textContent();

describe('pages about many records', () => {
  before(openBrowser);
  after(closeBrowser);

  const all: [string, Theme, BrowserContextOptions][] = [
    ...(Object.keys(THEMES) as Theme[]).map((theme): [string, Theme, BrowserContextOptions] => [theme, theme, {}]),
    ['forced colours, light', 'vscode-high-contrast-light', { forcedColors: 'active', colorScheme: 'light' }],
    ['forced colours, dark', 'vscode-high-contrast', { forcedColors: 'active', colorScheme: 'dark' }],
  ];
  for (const [name, theme, options] of all) {
    it(`have nothing that axe finds wrong in the panel: ${name}`, async () => {
      for (const shown of SHOWN()) {
        const { page } = await openPage(theme, options);
        await put(page, shown);
        assert.deepEqual(await complaints(page), [], shown.title);
        await page.context().close();
      }
    });
  }

  for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { viewport: { width: 280, height: 600 } }] as const) {
    it(`have nothing that axe finds wrong on their own: ${JSON.stringify(options)}`, async () => {
      for (const shown of SHOWN()) {
        const { page } = await openAlone(shown, options);
        assert.deepEqual(await complaints(page), [], shown.title);
        await page.context().close();
      }
    });
  }

  it('are never wider than their pane, from 280 to 1400 pixels', async () => {
    for (const shown of SHOWN()) {
      const { page } = await openPage('vscode-dark');
      await put(page, shown);
      for (const width of [280, 420, 600, 800, 1000, 1400]) {
        await page.setViewportSize({ width, height: 600 });
        assert.deepEqual(await page.evaluate(tooWide), [], `${shown.title} at ${width}`);
      }
      await page.context().close();
    }
  });

  it('break no name of an authority within a word, on the screen or on paper', async () => {
    const { page } = await openPage('vscode-light', { viewport: { width: 1200, height: 600 } });
    await put(page, overview());
    const broken = () => page.evaluate(() => [...document.querySelectorAll('table.standings tbody th button')].flatMap(({ firstChild: text }) => [...text!.textContent!.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(text!, index);
      range.setEnd(text!, index + word.length);
      return range.getClientRects().length > 1 ? [word] : [];
    })));
    assert.deepEqual(await broken(), []);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 672, height: 900 });
    assert.deepEqual(await broken(), []);
    // A row of the table for each authority, as short as its name.
    assert.equal(await page.locator('table.standings').first().evaluate(table => getComputedStyle(table.querySelector('tbody tr')!).display), 'table-row');
    await page.context().close();
  });

  it('ask for a view, break no rule of their page and load nothing', async () => {
    for (const shown of SHOWN()) {
      const panel = await openPage();
      await put(panel.page, shown);
      const { told, ...rest } = await panel.notes();
      assert.deepEqual(told, [{ type: 'ready' }]);
      assert.deepEqual(rest, { violations: [], dialogs: [], errors: [], requests: [] });
      await panel.page.context().close();
      const alone = await openAlone(shown);
      assert.deepEqual(await alone.notes(), { told: [], violations: [], dialogs: [], errors: [], requests: [] });
      await alone.page.context().close();
    }
  });

  it('are printed in black on white, all of them', async () => {
    const { page } = await openAlone(overview(), { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    assert.deepEqual(await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('.filters')!).display]), ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'none']);
    await page.context().close();
  });
});

describe('the time line', () => {
  before(openBrowser);
  after(closeBrowser);

  it('has no words that cover others, whoever it is about', async () => {
    for (const width of [1200, 640]) {
      const { page } = await openPage('vscode-light', { viewport: { width, height: 800 } });
      for (const { name } of reference.authorities.all.filter(authority => samples.of(authority.name).length)) {
        await put(page, journey(name));
        assert.deepEqual(await page.evaluate(overlapping), [], `${name} at ${width}`);
      }
      await page.context().close();
    }
  });

  it('has none in a crowd either', async () => {
    const visits = Array.from({ length: 30 }, (_, i) => `authority: Kent\nevent: Monitoring visit\nordinal: ${i + 1}\nfieldwork:\n  start: ${2017 + Math.floor(i / 6)}-${String((i % 6) * 2 + 1).padStart(2, '0')}-05\nfollow_up:\n  - {kind: improvement notice, name: ${'A very long name '.repeat(3)}, date: ${2017 + Math.floor(i / 6)}-03-03}\n`);
    const graded = Array.from({ length: 12 }, (_, i) => `authority: Kent\nevent: ILACS standard inspection\nfieldwork:\n  start: 2021-${String(i + 1).padStart(2, '0')}-0${(i % 7) + 1}\njudgements:\n  Overall effectiveness: Requires improvement to be good\n`);
    const { page } = await openPage('vscode-light', { viewport: { width: 1200, height: 800 } });
    await put(page, journey('Kent', new Folder({ 'a.inspection.yaml': [...visits, ...graded].join('---\n') }, checker.reader)));
    assert.deepEqual(await page.evaluate(overlapping), []);
    await page.context().close();
  });

  it('is one picture with a title and a description, and the table behind it says what it shows', async () => {
    const { page } = await openPage();
    await put(page, journey('Kirklees'));
    const picture = page.getByRole('img', { name: 'Time line of Kirklees' });
    assert.equal(await picture.count(), 1);
    assert.match(await page.locator('#timeline-narrow-description').textContent() ?? '', /inadequate in 2016.*The table below says the same/);
    const table = page.getByRole('table', { name: 'What happened' });
    for (const text of ['Commissioner appointed: Eleanor Brazil', 'Monitoring visit 5', 'No record for 4 years and 10 months', 'ILACS, 2018 to 2022']) assert.ok((await table.innerText()).includes(text), text);
    await page.context().close();
  });

  it('leads to the text from its marks, and from the table by keyboard', async () => {
    const panel = await openPage();
    const { page } = panel;
    await put(page, journey('Kirklees'));
    await page.locator('svg .mark:visible').first().click();
    await page.getByRole('button', { name: 'SIF inspection' }).focus();
    await page.keyboard.press('Enter');
    const told = (await panel.notes()).told.slice(1);
    assert.deepEqual(told.map(message => message.type), ['go', 'go']);
    const [mark, row] = told as { file: number; line: number }[];
    assert.ok(mark!.line !== row!.line && mark!.file === row!.file);
    await page.context().close();
  });

  it('leads to the journeys of predecessors', async () => {
    const panel = await openPage();
    await put(panel.page, journey('North Northamptonshire'));
    await panel.page.getByRole('button', { name: 'Journey of Northamptonshire' }).click();
    assert.deepEqual((await panel.notes()).told.at(-1), { type: 'journey', authority: 'Northamptonshire' });
    await panel.page.context().close();
  });

  it('becomes a picture of its own, as SVG and as PNG', async () => {
    const view = viewJourney({ authority: reference.authorities.named('Kirklees')!, recordsOf: name => samples.of(name), reference, today: TODAY });
    const { svg, width, height } = journeyPicture(view);
    const reader = await openPage();
    assert.deepEqual(await reader.page.evaluate(text => {
      const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
      return [parsed.querySelector('parsererror')?.textContent, parsed.documentElement.namespaceURI, parsed.querySelectorAll('[href], script, foreignObject, image').length];
    }, svg), [undefined, 'http://www.w3.org/2000/svg', 0]);
    await reader.page.context().close();
    const panel = await openPage();
    await panel.page.evaluate(data => window.postMessage(data), { type: 'draw', svg, width, height, scale: 2 });
    await panel.page.waitForFunction(() => (window as unknown as { told: { type: string }[] }).told.some(({ type }) => type === 'drawn'));
    const drawn = (await panel.notes()).told.find(message => message.type === 'drawn') as { png: string };
    const png = Buffer.from(drawn.png, 'base64');
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [2 * width, 2 * height]);
    assert.ok(png.length > 30_000, 'something is drawn');
    assert.deepEqual((await panel.notes()).violations, []);
    await panel.page.context().close();
  });
});

describe('the overview', () => {
  before(openBrowser);
  after(closeBrowser);

  let panel: Watched;
  beforeEach(async () => {
    panel = await openPage('vscode-light', { viewport: { width: 1200, height: 800 } });
    await put(panel.page, overview());
  });
  afterEach(() => panel.page.context().close());

  it('is sorted by keyboard: up, then down; and says so', async () => {
    const { page } = panel;
    const head = page.getByRole('columnheader', { name: 'Overall' }).first();
    assert.equal(await head.getAttribute('aria-sort'), 'none');
    await page.getByRole('button', { name: 'Overall', exact: true }).first().focus();
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    const grades = () => page.locator('.standings').first().locator('tbody tr:visible').evaluateAll(rows => rows.map(row => row.querySelectorAll('.held')[0]!.getAttribute('data-key')));
    const up = await grades();
    assert.deepEqual(up, [...up].sort());
    await page.keyboard.press(' ');
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    assert.deepEqual(await grades(), [...up].sort().reverse());
    assert.match(await said(page) ?? '', /sorted by overall, last first/);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Overall', 'the focus stays');
  });

  it('is filtered by keyboard, and says what is left', async () => {
    const { page } = panel;
    const everybody = await names(page);
    await page.getByRole('searchbox', { name: 'Find' }).focus();
    await page.keyboard.type('yorkshire inadequate');
    const some = await names(page);
    assert.ok(some.length > 0 && some.length < 15 && everybody.length > 150);
    assert.equal(await said(page), `${some.length} of ${everybody.length} rows`);
    await page.getByRole('searchbox', { name: 'Find' }).fill('nobody is called so');
    assert.match(await said(page) ?? '', /^None of/);
    await page.getByRole('searchbox', { name: 'Find' }).fill('');
    await page.getByRole('combobox', { name: 'Region' }).selectOption('North East');
    await page.getByRole('combobox', { name: 'Change' }).selectOption('Better');
    const better = await names(page);
    assert.ok(better.length > 0 && better.length < 12);
  });

  it('stays as it was arranged when records change, and when it is made anew', async () => {
    const { page } = panel;
    await page.getByRole('combobox', { name: 'Region' }).selectOption('London');
    await page.getByRole('button', { name: 'Authority', exact: true }).first().press('Enter');
    await page.getByRole('button', { name: 'Authority', exact: true }).first().press('Enter');
    await page.locator('.years details').nth(1).locator('summary').click();
    const before = await names(page);
    assert.equal(before[0], 'Westminster');
    const changed = overview(new Folder({ 'a.inspection.yaml': 'authority: Westminster\nevent: ILACS focused visit\nfieldwork:\n  start: 2025-02-04\n' }, checker.reader));
    await put(page, { ...overview(), title: changed.title });
    assert.deepEqual(await names(page), before);
    assert.equal(await page.getByRole('combobox', { name: 'Region' }).inputValue(), 'London');
    assert.equal(await page.locator('.years details').nth(1).getAttribute('open'), '');
    await page.waitForFunction(() => (window as unknown as { kept(): { arrangements?: object } | undefined }).kept()?.arrangements);
    const state = await page.evaluate(() => (window as unknown as { kept(): never }).kept());
    const again = await openPage('vscode-light', { viewport: { width: 1200, height: 800 } }, state);
    await put(again.page, overview());
    assert.deepEqual(await names(again.page), before);
    await again.page.context().close();
  });

  it('leads to records and journeys', async () => {
    const { page } = panel;
    await page.getByRole('button', { name: 'Kirklees', exact: true }).first().click();
    await page.locator('tr', { has: page.getByRole('button', { name: 'Kirklees', exact: true }) }).getByRole('button', { name: 'July 2024' }).click();
    const { told } = await panel.notes();
    assert.deepEqual(told.slice(1).map(({ type }) => type), ['journey', 'go']);
  });

  it('can be sorted and filtered as a file of its own, and printed with every row', async () => {
    const { page } = await openAlone(overview(), { viewport: { width: 1200, height: 800 } });
    await page.getByRole('combobox', { name: 'Region' }).selectOption('London');
    assert.ok(await page.locator('.standings').first().locator('tbody tr:visible').count() < 40);
    await page.getByRole('button', { name: 'Inspected' }).first().press('Enter');
    assert.equal(await page.getByRole('columnheader', { name: 'Inspected' }).first().getAttribute('aria-sort'), 'ascending');
    await page.context().close();
  });

  it('leafs through a table that is very long', async () => {
    const actions = Array.from({ length: 450 }, (_, i) => `  - {action: Action ${i}, due: 2025-01-${String((i % 28) + 1).padStart(2, '0')}}\n`).join('');
    await put(panel.page, overview(new Folder({ 'a.inspection.yaml': `authority: Kent\nevent: ILACS focused visit\nfieldwork:\n  start: 2025-02-04\nactions:\n${actions}` }, checker.reader)));
    const rows = () => panel.page.locator('#table-overdue tbody tr:visible').count();
    assert.equal(await rows(), 200);
    await panel.page.getByRole('button', { name: 'Next rows' }).press('Enter');
    await panel.page.getByRole('button', { name: 'Next rows' }).press('Enter');
    assert.equal(await rows(), 50);
    assert.ok(await panel.page.getByRole('button', { name: 'Next rows' }).isDisabled());
  });
});

describe('whatever stands in records', () => {
  before(openBrowser);
  after(closeBrowser);

  /** Elements, attributes and addresses that no page has. */
  function foreignParts(): string[] {
    const known = new Set('MAIN HEADER H1 H2 H3 P A SPAN SECTION TABLE THEAD TBODY TR TH TD BUTTON DETAILS SUMMARY UL LI NAV FORM LABEL INPUT SELECT OPTION DIV svg title desc defs pattern text rect line circle polygon'.split(' '));
    const odd = [...document.querySelectorAll('#view, #view *')].flatMap(element => [
      ...(known.has(element.tagName) ? [] : [element.tagName]),
      ...[...element.attributes].flatMap(({ name, value }) => (/^on|^style$|^src|^action/.test(name) || (/href/.test(name) && !/^#/.test(value)) ? [`${element.tagName} ${name}=${value}`] : [])),
    ]);
    return odd;
  }

  const hostile = (payload: string) => {
    const record = recordOf(payload);
    const known = record.replace(/^authority: .*$/m, 'authority: Kent').replace(/^fieldwork:\n.*\n.*$/m, 'fieldwork: {start: 2024-05-13, end: 2024-05-17}').replace(/^( +)due: .*$/m, '$1due: 2025-01-01').replace(/^published: .*$/m, 'published: 2024-07-01');
    const graded = `authority: Kent\nevent: ILACS standard inspection\nfieldwork: {start: 2023-05-15}\njudgements:\n  Overall effectiveness: ${JSON.stringify(payload)}\n  The experiences and progress of care leavers: Good\nfollow_up: [{kind: ${JSON.stringify(payload)}, name: ${JSON.stringify(payload)}, note: ${JSON.stringify(payload)}}]\nsummary: ${JSON.stringify(payload)}\n`;
    return new Folder({ [`${payload}.inspection.yaml`]: [record, known, graded, known.replace('2024-05-13', '2024-06-10').replace(/^event: .*$/m, 'event: Monitoring visit')].join('---\n') }, checker.reader);
  };

  for (const [name, make] of [['journey', (folder: Folder) => journey('Kent', folder)], ['overview', overview]] as const) {
    it(`is shown as text in the ${name}`, async () => {
      const panel = await openPage();
      for (const payload of PAYLOADS) {
        const shown = make(hostile(payload));
        await put(panel.page, shown);
        const { violations, dialogs, errors, requests } = await panel.notes();
        assert.deepEqual({ violations, dialogs, errors, requests }, { violations: [], dialogs: [], errors: [], requests: [] }, payload);
        assert.deepEqual(await panel.page.evaluate(foreignParts), [], payload);
        assert.ok((await panel.page.locator('#view').innerText()).includes(payload.replace('\u202E', '<U+202E>')), payload);
        const alone = await openAlone(shown);
        assert.deepEqual(await alone.notes(), { told: [], violations: [], dialogs: [], errors: [], requests: [] }, payload);
        assert.deepEqual(await alone.page.evaluate(foreignParts), [], payload);
        await alone.page.context().close();
      }
      await panel.page.context().close();
    });
  }

  it('is text in a picture too, and the picture is well-formed', async () => {
    const { page } = await openPage();
    for (const payload of [...PAYLOADS, '\u0000\u0008\uFFFE\uFFFF\uD800 ]]>']) {
      const folder = hostile(payload);
      const { svg } = journeyPicture(viewJourney({ authority: reference.authorities.named('Kent')!, recordsOf: name => folder.of(name), reference, today: TODAY }));
      const problem = await page.evaluate(text => {
        const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
        return parsed.querySelector('parsererror')?.textContent ?? [...parsed.querySelectorAll('*')].filter(element => /^(script|foreignObject|image|a|use)$/i.test(element.tagName) || [...element.attributes].some(({ name }) => /^on|href/.test(name))).map(element => element.outerHTML).join();
      }, svg);
      assert.equal(problem, '', payload);
    }
    await page.context().close();
  });
});
