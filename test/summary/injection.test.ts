import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { SaxesParser } from 'saxes';
import { unpack } from '../../server/import/formats/zip';
import { briefing } from '../../server/summary/briefing';
import { FORMATS, type Means } from '../../server/summary/formats';
import { wordWriters } from '../../server/summary/word/writers';
import { visible } from '../../server/text/visible';
import { recordOf } from '../support/every-field';
import { PAYLOADS } from '../support/payloads';
import { chapters } from './fixtures';

// The renderer of Markdown that VS Code itself uses; it comes with the packager of extensions.
interface Renderer { render(text: string): string }
const MarkdownIt = createRequire(createRequire(__filename).resolve('@vscode/vsce/package.json'))('markdown-it') as new (options: object) => Renderer;
const markdown = new MarkdownIt({ html: true, linkify: true });

const means: Means = { word: () => Promise.resolve(wordWriters), pathOf: () => 'a.inspection.yaml' };

/** Elements of a text of HTML that are none of ours, and addresses that lead elsewhere than to a page on the web. */
function foreign(html: string, elements: RegExp): string[] {
  return [...html.matchAll(/<\/?([a-z!?][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/gi)].flatMap(([tag, name, attributes]) => [
    ...(elements.test(name!) ? [] : [tag]),
    ...[...attributes!.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].flatMap(([, attribute, value]) => (
      /^on|^style$|^src/i.test(attribute!) || (attribute === 'href' && !/^(https?:\/\/|#)/.test(value!)) ? [tag] : [])),
  ]);
}

const OURS = /^(!doctype|html|head|meta|title|style|body|main|article|header|h[1-6]|p|a|span|dl|div|dt|dd|section|table|caption|thead|tbody|tr|th|td|details|summary|ul|ol|li|nav|figure|blockquote|figcaption|time|pre)$/i;
const RENDERED = /^(h[1-6]|p|a|strong|ul|ol|li|table|thead|tbody|tr|th|td|blockquote|pre|code)$/i;

/** All that a file of XML says; throws where it is none. */
function readXml(xml: string): string {
  let text = '';
  const parser = new SaxesParser();
  parser.on('text', words => { text += words; });
  parser.on('error', error => { throw error; });
  parser.write(xml).close();
  return text;
}

describe('whatever stands in a record, in every field', () => {
  const each = (style: 'record' | 'briefing', check: (of: ReturnType<typeof chapters>, payload: string) => void | Promise<void>) => async () => {
    for (const payload of PAYLOADS) {
      const of = chapters(recordOf(payload));
      await check(style === 'briefing' ? of.map(chapter => briefing(chapter, `${payload}.inspection.yaml`)) : of, payload);
    }
  };

  it('comes from a large corpus', () => {
    assert.ok(new Set(PAYLOADS).size >= 100, String(new Set(PAYLOADS).size));
  });

  for (const style of ['record', 'briefing'] as const) {
    it(`is text in HTML (${style})`, each(style, async (of, payload) => {
      const html = await FORMATS.html!.write(of, means) as string;
      assert.deepEqual(foreign(html, OURS), [], payload);
    }));

    it(`is text in Markdown, also where it is rendered with HTML let in and addresses made links (${style})`, each(style, async (of, payload) => {
      const text = await FORMATS.markdown!.write(of, means) as string;
      assert.deepEqual(foreign(markdown.render(text), RENDERED), [], payload);
      assert.equal(visible(text.replaceAll('\n', '')), text.replaceAll('\n', ''), 'nothing is hidden');
    }));

    it(`is text in plain text, and commands no terminal (${style})`, each(style, async (of, payload) => {
      const text = await FORMATS.text!.write(of, means) as string;
      assert.equal(visible(text.replaceAll('\n', '')), text.replaceAll('\n', ''), payload);
      for (const line of text.split('\n')) assert.ok([...line].length <= 80, `${payload}: ${line}`);
    }));

    it(`is text in Word files, which are sound and load nothing (${style})`, each(style, async (of, payload) => {
      const file = await FORMATS.docx!.write(of, means) as Uint8Array;
      const parts = unpack(file, name => /\.(xml|rels)$/.test(name));
      for (const [name, bytes] of parts) assert.doesNotThrow(() => readXml(new TextDecoder().decode(bytes)), `${name}: ${payload}`);
      const links = [...new TextDecoder().decode(parts.get('word/_rels/document.xml.rels')).matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(([, target]) => target!);
      for (const target of links) assert.match(target, /^https?:\/\//, payload);
    }));
  }

  it('is no formula in a table, and breaks no row', each('record', async (of, payload) => {
    const rows = (await FORMATS.tsv!.write(of, means) as string).split('\n').slice(0, -1).map(row => row.split('\t'));
    assert.equal(new Set(rows.map(({ length }) => length)).size, 1, payload);
    for (const cell of rows.flat()) {
      assert.doesNotMatch(cell, /^[=+\-@＝＋－＠\s]/, payload);
      assert.equal(visible(cell), cell);
    }
  }));

  it('is itself in JSON', each('record', async (of, payload) => {
    const { records: [record] } = JSON.parse(await FORMATS.json!.write(of, means) as string) as { records: { authority: { text: string } }[] };
    // As the record is read: a space without width is a space there.
    const node = of[0]!.inspection!.fields.get('authority')!.value;
    assert.equal(record!.authority.text, node.kind === 'scalar' ? node.text.trim() : '', payload);
  }));
});
