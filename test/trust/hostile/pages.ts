import assert from 'node:assert/strict';
import referenceData from 'generated:reference-data';
import { SaxesParser } from 'saxes';
import { Checker } from '../../../server/findings/checker';
import { readPacks } from '../../../server/findings/packs';
import { unpack } from '../../../server/import/formats/zip';
import { RecordStream } from '../../../server/records/stream';
import { createReference, type Reference } from '../../../server/reference/reference';
import { briefing } from '../../../server/summary/briefing';
import { chaptersOf, type Chapter } from '../../../server/summary/document';
import { FORMATS } from '../../../server/summary/formats';
import { writeHtml } from '../../../server/summary/html';
import { writeJourney } from '../../../server/summary/journey/html';
import { viewJourney } from '../../../server/summary/journey/journey';
import { journeyMarkdown } from '../../../server/summary/journey/markdown';
import { journeyPicture, type Picture } from '../../../server/summary/journey/picture';
import { journeyText } from '../../../server/summary/journey/text';
import { writeOverview } from '../../../server/summary/overview/html';
import { overviewMarkdown } from '../../../server/summary/overview/markdown';
import { viewOverview } from '../../../server/summary/overview/overview';
import { overviewText } from '../../../server/summary/overview/text';
import { JOURNEY_FORMATS } from '../../../server/summary/page-formats';
import { wordWriters } from '../../../server/summary/word/writers';
import { Folder } from '../../summary/placed';
import { TODAY } from '../../support/checker';
import { assertPlainMarkdown, assertVisible } from './outputs';

// Everything that is made of records for people to read, read again as whoever shows it would.

/** All that is made of a file of records, by what it is. */
export interface Made {
  /** Parts of pages: one element each. */
  html: Record<string, string>;
  svg: Record<string, string>;
  markdown: Record<string, string>;
  text: Record<string, string>;
  table: string;
  json: string;
  word: Record<string, Uint8Array>;
}

/** @param packs further reference data */
export async function madeOf(records: string, fileName: string, packs: readonly string[] = []): Promise<Made> {
  const { data } = readPacks(packs.map((text, i) => ({ name: `pack-${i}.yaml`, text })), referenceData);
  const checker = new Checker(createReference(data), { today: TODAY });
  const chapters = chaptersOf([RecordStream.of(records)], checker);
  const means = { word: () => Promise.resolve(wordWriters), pathOf: () => fileName, draw: (picture: Picture) => Promise.resolve({ ...picture, png: new Uint8Array() }) };
  const write = async (name: string, of: readonly Chapter[] = chapters) => FORMATS[name]!.write(of, means);
  const briefed = chapters.map(chapter => briefing(chapter, fileName));
  const folder = new Folder({ [fileName]: records }, checker.reader);
  const journeys = journeysIn(folder, checker.reference);
  const overview = viewOverview({ folder: fileName, records: folder.all(), reference: checker.reference, today: TODAY });
  return {
    html: {
      ...numbered('a page', [...chapters, ...briefed].map(chapter => writeHtml(chapter.view, chapter).text)),
      'a document': mainOf(await write('html') as string),
      ...numbered('a journey', journeys.map(view => writeJourney(view, { leadsToText: true }).text)), 'an overview': writeOverview(overview, { leadsToText: true }).text,
    },
    svg: numbered('a picture', journeys.map(view => journeyPicture(view).svg)),
    markdown: { 'a document': await write('markdown') as string, 'a briefing': await write('markdown', briefed) as string, ...numbered('a journey', journeys.map(journeyMarkdown)), 'an overview': overviewMarkdown(overview) },
    text: { 'a document': await write('text') as string, 'a briefing': await write('text', briefed) as string, ...numbered('a journey', journeys.map(journeyText)), 'an overview': overviewText(overview) },
    table: await write('tsv') as string,
    json: await write('json') as string,
    word: { 'a document': await write('docx') as Uint8Array, 'a briefing': await write('docx', briefed) as Uint8Array, ...numbered('a journey', await Promise.all(journeys.map(view => JOURNEY_FORMATS.docx(view, means)))) },
  };
}

/** Of Kent, and of the authority that data of a workspace brings along. */
function journeysIn(folder: Folder, reference: Reference) {
  return [reference.authorities.named('Kent')!, reference.authorities.all.at(-1)!].map(authority => viewJourney({ authority, recordsOf: name => folder.of(name), reference, today: TODAY }));
}

function numbered<T>(name: string, all: readonly T[]): Record<string, T> {
  return Object.fromEntries(all.map((one, i) => [`${name} ${i}`, one]));
}

/** What stands in a page of its own: nothing of it may end it before its end. */
function mainOf(page: string): string {
  assert.deepEqual([page.split('<main ').length, page.split('</main>').length, page.split('</style>').length], [2, 2, 2]);
  return page.slice(page.indexOf('<main '), page.indexOf('</main>') + '</main>'.length);
}

const ELEMENTS = /^(main|header|h[1-6]|p|a|span|dl|div|dt|dd|section|table|caption|colgroup|col|thead|tbody|tr|th|td|button|details|summary|ul|ol|li|nav|article|figure|blockquote|figcaption|time|pre|aside|svg|title|desc|defs|pattern|g|rect|line|circle|polygon|text|style)$/;

/** What attributes may say, where they are none that leads or runs. */
const ATTRIBUTES: readonly (readonly [name: RegExp, value: RegExp])[] = [
  [/^href$/, /^(https?:\/\/[^\s"'<>]+|#[\w-]+)$/], [/^fill$/, /^url\(#[\w-]+\)$/], [/^rel$/, /^noreferrer|noopener( noreferrer)?$/], [/^(class|id|aria-labelledby|aria-describedby)$/, /^[\w -]*$/],
  [/^(lang|role|scope|aria-label|aria-hidden|aria-current|aria-sort|title|datetime|colspan|rowspan|open|type|tabindex|data-[a-z]+)$/, /^/],
  [/^(xmlns|viewBox|width|height|x|y|x1|x2|y1|y2|cx|cy|r|rx|points|font-size|text-anchor|patternUnits|patternTransform)$/, /^[\w\s:/.,()%-]*$/],
];

/** Markup, read strictly: elements of ours only, whose attributes lead only to the web or to a place of the page, and run nothing. */
export function assertPlainMarkup(markup: string, what: string): void {
  assertVisible(markup, what);
  const parser = new SaxesParser();
  // One that says nothing, such as `open`, is none of XML.
  parser.on('error', error => { if (!error.message.includes('attribute without value')) throw new Error(`${what}: ${error.message}`); });
  parser.on('opentag', ({ name, attributes }) => {
    assert.match(name, ELEMENTS, what);
    for (const [attribute, value] of Object.entries(attributes)) assert.ok(ATTRIBUTES.some(([names, values]) => names.test(attribute) && values.test(value)), `${name} ${attribute}="${value}": ${what}`);
  });
  parser.write(markup).close();
}

/** A picture in a file of its own: likewise, and its style sheet says only what ours does. */
function assertPlainPicture(svg: string, what: string): void {
  assertPlainMarkup(svg, what);
  assert.equal(svg.split('<style').length, 2, what);
  assert.doesNotMatch(/<style>([^]*?)<\/style>/.exec(svg)![1]!, /url|@|expression|\\|<|&/, what);
}

/** Of Word files: what is more than words, its look and its order. A field or an object of Word can run or load something. */
const RUNNING_WORD = /^(w:(instrText|fldSimple|fldChar|object|altChunk|subDoc|control|attachedTemplate|frameset)|o:OLEObject|v:imagedata)$/;

function assertPlainWord(file: Uint8Array, what: string): void {
  for (const [name, bytes] of unpack(file, part => /\.(xml|rels)$/.test(part))) {
    const parser = new SaxesParser();
    parser.on('error', error => { throw new Error(`${name} of ${what}: ${error.message}`); });
    parser.on('opentag', ({ name: element, attributes }) => {
      if (name === 'word/document.xml') assert.doesNotMatch(element, RUNNING_WORD, what);
      if (attributes.TargetMode === 'External') assert.match(String(attributes.Target), /^https?:\/\//, what);
    });
    parser.on('text', words => assertVisible(words, `${name} of ${what}`));
    parser.write(new TextDecoder().decode(bytes)).close();
  }
}

function assertPlainTable(table: string): void {
  const rows = table.split('\n').slice(0, -1).map(row => row.split('\t'));
  assert.equal(new Set(rows.map(({ length }) => length)).size, 1);
  for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+\-@＝＋－＠\s]/);
  assertVisible(table.replaceAll('\t', ''), 'the table');
}

/** Nothing of all that is more than the text it is, or is hidden. */
export function holdsInPages({ html, svg, markdown, text, table, json, word }: Made): void {
  for (const [what, page] of Object.entries(html)) assertPlainMarkup(page, what);
  for (const [what, picture] of Object.entries(svg)) assertPlainPicture(picture, what);
  for (const [what, page] of Object.entries(markdown)) {
    assertVisible(page, what);
    assertPlainMarkdown(page, what, { mayLink: true });
  }
  for (const [what, page] of Object.entries(text)) assertVisible(page, what);
  for (const [what, file] of Object.entries(word)) assertPlainWord(file, what);
  assertPlainTable(table);
  assertVisible(json, 'JSON');
  assert.ok(Array.isArray((JSON.parse(json) as { records: unknown }).records));
}
