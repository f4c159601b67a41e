import assert from 'node:assert/strict';
import { visible } from '../../server/text/visible';
import { closeBrowser, openBrowser, openPanel, openStandalone, preview, show, type Watched } from './browser';
import { readFixture } from '../summary/fixtures';
import { recordOf } from '../support/every-field';
import { PAYLOADS } from '../support/payloads';

/** Elements, attributes and addresses that no view has. */
function foreignParts(): string[] {
  const known = new Set('MAIN HEADER H1 H2 H3 H4 P A SPAN DL DIV DT DD SECTION TABLE CAPTION THEAD TBODY TR TH TD BUTTON DETAILS SUMMARY UL OL LI NAV ARTICLE FIGURE BLOCKQUOTE FIGCAPTION TIME PRE ASIDE'.split(' '));
  const attributes = new Set('id class lang role scope aria-labelledby aria-label aria-hidden aria-current data-place data-from data-label type href rel open datetime'.split(' '));
  return [...document.querySelectorAll('#view, #view *')].flatMap(element => [
    ...(known.has(element.tagName) ? [] : [element.tagName]),
    ...[...element.attributes].flatMap(({ name, value }) => (!attributes.has(name) || (name === 'href' && !/^(https?:\/\/|#)/.test(value)) ? [`${element.tagName} ${name}=${value}`] : [])),
  ]);
}

async function holdsText(watched: Watched, payload: string): Promise<void> {
  const { violations, dialogs, errors, requests } = await watched.notes();
  assert.deepEqual({ violations, dialogs, errors, requests }, { violations: [], dialogs: [], errors: [], requests: [] }, payload);
  assert.deepEqual(await watched.page.evaluate(foreignParts), [], payload);
}

describe('whatever stands in a record', () => {
  before(openBrowser);
  after(closeBrowser);

  it('is shown as text in the panel, in every field', async () => {
    const panel = await openPanel();
    for (const payload of PAYLOADS) {
      await show(panel, preview(recordOf(payload)));
      await holdsText(panel, payload);
      // Spaces at its ends and around its lines are no part of a text; a space without width is read as a space.
      const text = payload.split('\n')[0]!.replaceAll('\u200B', ' ').trim().replace(/[ \t\r\n]+/g, ' ');
      const shown = (await panel.page.locator('#view').innerText()).replace(/[ \t\r\n]+/g, ' ').split(visible(text)).length - 1;
      // Addresses are shown shortened, and quotes without the marks that they bring along; what YAML does not allow is read as something else.
      if (!/^["'“‘]|^https?:|[\0-\x1f\x7f-\x9f\ufeff-\uffff\ud800]/.test(text)) assert.ok(shown >= 20, `${payload}: shown ${shown} times`);
    }
    await panel.page.context().close();
  });

  it('is shown as text in a page of its own, in every field', async () => {
    for (const payload of PAYLOADS) {
      const page = await openStandalone(recordOf(payload));
      await holdsText(page, payload);
      await page.page.context().close();
    }
  });

  it('cannot tell its page from another by breaking out of it', async () => {
    const page = await openStandalone(readFixture('hostile'));
    await holdsText(page, 'hostile');
    assert.equal(await page.page.locator('main').count(), 1);
    assert.deepEqual(await page.page.locator('h1').allTextContents(), ['<script>alert(\'authority\')</script> no such authority']);
    await page.page.context().close();
  });

  it('has links only to pages on the web', async () => {
    const page = await openStandalone(readFixture('hostile'));
    assert.deepEqual(await page.page.locator('#view a').evaluateAll(links => links.map(link => link.getAttribute('href'))), ['#problems', 'https://example.org/a_(b)?c=d&e=f']);
    await page.page.context().close();
  });
});
