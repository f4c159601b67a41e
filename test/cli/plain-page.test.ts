import assert from 'node:assert/strict';
import fs from 'node:fs';
import { plainPage } from '../../server/cli/plain-page';

const shown = (markdown: string, width = 30) => plainPage(markdown, { width, paint: (style, text) => `[${style}:${text}]` });

describe('a page in the terminal', () => {
  it('has headings, paragraphs, lists and examples', () => {
    assert.equal(shown('# one-rule\n\nA sentence that goes on for more than a line. Severity: **error**.\n\n## Why\n\nTwo lines\nof one paragraph.\n\n```yaml\na: [1,   2]   # as long as it is written\n\n  - b\n```\n\n- One entry that takes two lines.\n- Two.\n\n## Then\n'),
      '[place:one-rule]\n\nA sentence that goes on for\nmore than a line. Severity:\nerror.\n\n[place:Why]\n\nTwo lines of one paragraph.\n\n    a: [1,   2]   # as long as it is written\n\n      - b\n\n- One entry that takes two\n  lines.\n- Two.\n\n[place:Then]\n');
  });

  it('holds all the words of every page', () => {
    const words = (text: string) => text.replace(/^```.*$|^#+ |\*\*/gm, '').split(/\s+/).filter(word => word !== '' && word !== '#');
    for (const name of fs.readdirSync('docs/rules')) {
      const page = fs.readFileSync(`docs/rules/${name}`, 'utf8');
      assert.deepEqual(words(plainPage(page, { width: 60, paint: (_, text) => text })), words(page), name);
    }
  });
});
