import assert from 'node:assert/strict';
import { htmlDocument, markdownDocument, textDocument } from '../../server/summary/document';
import { writeHtml } from '../../server/summary/html';
import { chapters, FIXTURES, golden, leadsOf, readFixture, readStyle } from './fixtures';

describe('summaries of records', () => {
  for (const name of FIXTURES) {
    const write = {
      // The style sheet is left out: what it does is looked at in a browser.
      html: () => { const [chapter] = chapters(readFixture(name)).slice(-1); return `${writeHtml(chapter!.view, { lineOf: chapter!.lineOf, leads: leadsOf(chapter!) }).text}\n`; },
      md: () => markdownDocument(chapters(readFixture(name)).slice(-1)),
      txt: () => textDocument(chapters(readFixture(name)).slice(-1)),
    };
    for (const [format, make] of Object.entries(write)) {
      it(`${name}.${format}`, () => {
        const actual = make();
        const { expected, update } = golden(`${name}.${format}`);
        update(actual);
        assert.equal(actual, process.env.UPDATE_GOLDEN ? actual : expected);
      });
    }
  }

  it('several records stand one after another', () => {
    const all = chapters(readFixture('brent-2026'));
    const { css } = readStyle();
    const documents = { 'several.md': markdownDocument(all), 'several.txt': textDocument(all), 'several.html': htmlDocument(all, { css: '', sha256: '' }) };
    for (const [name, actual] of Object.entries(documents)) {
      const { expected, update } = golden(name);
      update(actual);
      assert.equal(actual, process.env.UPDATE_GOLDEN ? actual : expected);
    }
    assert.ok(htmlDocument(all, readStyle()).includes(css));
  });
});
