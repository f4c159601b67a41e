import assert from 'node:assert/strict';
import { isWebAddress, shownAddress } from '../../server/summary/address';
import { attributes, html, type Markup } from '../../server/summary/markup';
import { standalonePage } from '../../server/summary/page';

describe('templates of HTML', () => {
  it('escape whatever is text, in content and in attributes', () => {
    assert.equal(html`<p title="${`"'`}">${'<b> & "c"'}</p>`.text, '<p title="&quot;&#39;">&lt;b&gt; &amp; &quot;c&quot;</p>');
    assert.equal(html`<p${attributes({ id: '"><script>', lang: undefined, tabindex: 0 })}>`.text, '<p id="&quot;&gt;&lt;script&gt;" tabindex="0">');
  });

  it('take templates, lists and numbers as they are, and nothing for nothing', () => {
    assert.equal(html`${1}${[html`<i>`, '<i>', [2]]}${undefined}${''}`.text, '1<i>&lt;i&gt;2');
  });

  it('are not deceived by things that look like markup', () => {
    const disguised = { text: '<script>', toString: () => '<script>' } as unknown as Markup;
    assert.throws(() => html`${disguised}`, TypeError);
  });

  it('write hidden characters out and keep line breaks', () => {
    assert.equal(html`${'a\u202Eb\u0000c\r\nd\re\u2028f\ud800'}`.text, 'a&lt;U+202E&gt;b&lt;U+0000&gt;c\nd\ne&lt;U+2028&gt;f&lt;U+D800&gt;');
  });
});

describe('addresses', () => {
  it('are those of web pages only', () => {
    for (const address of ['https://files.ofsted.gov.uk/v1/file/50255618', 'HTTP://example.org', 'https://example.org/a_(b)?c=d&e=f#g']) assert.ok(isWebAddress(address), address);
    for (const text of ['javascript:alert(1)', ' https://example.org', 'https://', 'data:text/html,x', 'https://a b', '//example.org', 'https://a"onclick="b', "https://a'b", 'https://a<b>', 'see https://example.org', 'https://example.org\njavascript:alert(1)', 'vbscript:x', 'jAvAsCrIpT:https://x']) assert.ok(!isWebAddress(text), text);
  });

  it('are read without what nobody reads out', () => {
    assert.equal(shownAddress('https://reports.ofsted.gov.uk/provider/44/80478'), 'reports.ofsted.gov.uk/provider/44/80478');
    assert.equal(shownAddress('http://example.org/'), 'example.org');
  });
});

describe('a page of its own', () => {
  it('lets in nothing but its style sheet', () => {
    const page = standalonePage(html`<main></main>`, 'A & B', { css: 'p { margin: 0 }', sha256: 'aGFzaA==' });
    assert.match(page, /^<!DOCTYPE html>\n<html lang="en-GB">/);
    assert.ok(page.includes(`content="default-src 'none'; style-src 'sha256-aGFzaA=='; base-uri 'none'; form-action 'none'"`));
    assert.ok(page.includes('<title>A &amp; B</title>') && page.includes('<style>p { margin: 0 }</style>'));
    assert.doesNotMatch(page, /<script/);
  });
});
