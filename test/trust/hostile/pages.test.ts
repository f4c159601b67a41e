import assert from 'node:assert/strict';
import { PAYLOADS } from '../../support/payloads';
import { goesRed, soaking, trial, type Trial } from '../trial';
import { holdsInPages, madeOf, type Made } from './pages';
import { NAMES, packWith, recordByPack, recordsWith, text, toldRecordsWith } from './texts';

const all = (words: string) => madeOf([recordsWith(words), toldRecordsWith(words), recordByPack(words)].join('---\n'), `${words.replace(/[/\0]/g, '')}.inspection.yaml`, [packWith(words)]);

const inPages: Trial<string> = { cases: text, holds: async words => holdsInPages(await all(words)), short: 8, long: 4000 };

describe('whatever stands in a record, a name of a file or data of a workspace', () => {
  describe('is text in previews, documents, briefings, journeys, overviews, pictures, Word files and tables', () => {
    trial('hostile-pages', inPages);
    it('also each by itself', async () => { for (const [i, words] of [...PAYLOADS, ...NAMES].entries()) if (soaking || i % 30 === 0) await inPages.holds(words); });
  });

  it('is in all of them: nothing of this is about pages in which it does not stand', async () => {
    const { html, svg, markdown, text: texts, table, json } = await all('Zyx');
    for (const [what, page] of Object.entries({ ...html, ...svg, ...markdown, ...texts, table, json })) assert.match(page, /Zyx/, what);
  });

  /** What is made of a text, with one of all its kinds written as if nobody had looked at what it says. */
  const broken: Readonly<Record<string, (words: string, made: Made) => Made>> = {
    'HTML': (words, made) => ({ ...made, html: { page: `<p title="${words}">${words}</p>` } }),
    'a picture': (words, made) => ({ ...made, svg: { picture: made.svg['a picture 0']!.replace('</svg>', () => `${words}</svg>`) } }),
    'Markdown': (words, made) => ({ ...made, markdown: { page: words } }),
    'text': (words, made) => ({ ...made, text: { page: words } }),
    'a table': (words, made) => ({ ...made, table: `Name\tGrade\n${words}\tGood\n` }),
    'JSON': (words, made) => ({ ...made, json: `{"records": ["${words}"]}` }),
  };
  for (const [name, spoil] of Object.entries(broken)) {
    it(`would be found where it is put into ${name} as it is`, async () => {
      const made = await all('Zyx');
      await goesRed({ ...inPages, short: 40 }, words => holdsInPages(spoil(words, made)));
    });
  }
});
