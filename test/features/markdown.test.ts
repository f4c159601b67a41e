import assert from 'node:assert/strict';
import { codeBlock, codeSpan, escapeMarkdown, link, plainText } from '../../server/text/markdown';

const HOSTILE = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[click](https://evil.example)', '![pixel](https://evil.example/x.png)', '**bold** _it_ ~~no~~', '`code`', '# heading', '- item', '+ item', '1. item', '2) item',
  '> quote', '| a | b |', '--- ', '===', 'https://evil.example/a?b=c', 'www.evil.example', 'me@evil.example', '&lt;b&gt;', '$(alert)', '$x^2$', 'a\\', '\\[x](y)', '<https://evil.example>', '[ref]: https://evil.example', '[^1]', 'a\n\n# b', 'command:x',
];

describe('Markdown', () => {
  it('shows hostile words as they are: escaped, they read back as plain text', () => {
    for (const text of HOSTILE) assert.equal(plainText(escapeMarkdown(text)), text.replace(/\s+/g, ' ').trim());
  });

  it('leaves no markup, address or HTML standing', () => {
    for (const text of HOSTILE) {
      const bare = escapeMarkdown(text).replace(/\\[!-/:-@[-`{-~]/g, 'x');
      assert.doesNotMatch(bare, /[<>`*_[\]|#&~$@]|:\/\/|\bwww\.|^(?:[-+=]|\d+[.)])/i, text);
    }
  });

  it('writes hidden characters out', () => {
    assert.equal(plainText(escapeMarkdown('good\u202edoog')), 'good<U+202E>doog');
  });

  it('keeps backquotes inside code', () => {
    assert.equal(codeSpan('a'), '`a`');
    assert.equal(codeSpan('a `b` c'), '``a `b` c``');
    assert.equal(codeSpan('`a'), '`` `a ``');
    assert.equal(codeBlock('a\n```\nb', 'yaml'), '````yaml\na\n```\nb\n````');
  });

  it('keeps a link together', () => {
    assert.equal(link('a](b)', 'https://example.org/x (y)\\<z>'), '[a\\](b)](https://example.org/x%20%28y%29%5c%3cz%3e)');
  });

  it('becomes plain text for editors that show nothing else', () => {
    assert.equal(plainText(`**Good** — second\n\nExample:\n\n${codeBlock('a: b_c* **\nd: \\*', 'yaml')}\n\n---\n\n${codeSpan('rule')} — why\\_so. ${link('Read more', 'https://example.org/')}`),
      'Good — second\n\nExample:\n\na: b_c* **\nd: \\*\n\nrule — why_so. Read more: https://example.org/');
  });
});
