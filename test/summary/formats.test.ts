import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { unpack } from '../../server/import/formats/zip';
import { briefing } from '../../server/summary/briefing';
import { FORMATS, type Means } from '../../server/summary/formats';
import { viewJourney } from '../../server/summary/journey/journey';
import { JOURNEY_FORMATS, type PageMeans } from '../../server/summary/page-formats';
import { wordWriters } from '../../server/summary/word/writers';
import { chapters, golden, readFixture } from './fixtures';
import { newChecker, reference, TODAY } from '../support/checker';
import { Folder, SAMPLES } from './placed';
import { bodyOf, partOf, wordText } from './word-text';

const FILE = 'kirklees.inspection.yaml';
/** Units of Word's pictures to a pixel. */
const EMU = 9525;
const means: Means = { word: () => Promise.resolve(wordWriters), pathOf: () => FILE };

const samples = Folder.read('samples', SAMPLES, newChecker().reader);
const last = (name: string) => chapters(readFixture(name)).slice(-1);

async function textIn(format: string, of: ReturnType<typeof chapters>): Promise<string> {
  const written = await FORMATS[format]!.write(of, means);
  // What the style sheet does is looked at in a browser.
  return typeof written === 'string' ? written.replace(/<style>[^]*<\/style>/, '<style></style>').replace(/sha256-[^']*/, 'sha256-') : wordText(written);
}

function holdsGolden(name: string, actual: string): void {
  const { expected, update } = golden(name);
  update(actual);
  assert.equal(actual, process.env.UPDATE_GOLDEN ? actual : expected);
}

describe('records in other forms', () => {
  for (const name of ['kirklees-2024', 'kirklees-send', 'mistakes', 'broken']) {
    for (const format of ['tsv', 'json', 'docx']) it(`${name}.${format}`, async () => holdsGolden(`${name}.${format === 'docx' ? 'docx.txt' : format}`, await textIn(format, last(name))));
  }

  it('several records are one table, and one Word file with a page for each', async () => {
    const several = chapters(readFixture('brent-2026'));
    holdsGolden('several.tsv', await textIn('tsv', several));
    const file = await FORMATS.docx!.write(several, means) as Uint8Array;
    assert.deepEqual(wordText(file).split('\n').filter(line => /^\[(Title|Heading[12])/.test(line)), ['[Title] 2 inspection records', '[Heading2] Brent: ILACS short inspection, February 2023', '[Heading2] Brent: ILACS short inspection, April 2026']);
    assert.equal(bodyOf(file).match(/<w:pageBreakBefore\/>/g)?.length, 1);
  });

  it('a Word file is in British English, on A4, with tables whose heads repeat and that are told of in words, and links that lead to the web', async () => {
    const file = await FORMATS.docx!.write(last('kirklees-2024'), means) as Uint8Array;
    const body = bodyOf(file);
    assert.match(body, /<w:pgSz w:w="11906" w:h="16838"/);
    assert.equal(body.match(/<w:tbl>/g)?.length, body.match(/<w:tblHeader\/>/g)?.length);
    assert.deepEqual([...body.matchAll(/<w:tblDescription w:val="([^"]*)"\/><\/w:tblPr>/g)].map(([, text]) => text!.replaceAll('&apos;', "'")), [
      "Judgements: a table of 5 rows, with 'Judgement', 'Grade' and 'Since June 2019'", "Journey: a table of 2 rows, with 'When', 'What' and 'Grade'",
      "Actions: a table of 1 row, with 'Action', 'Addresses', 'Owner', 'Due' and 'Status'", "Follow-up: a table of 1 row, with 'Step', 'When' and 'Who'",
      "What happens next: a table of 2 rows, with 'Step', 'When' and 'Why'",
    ]);
    assert.equal(body.match(/<w:hyperlink /g)?.length, 4);
    assert.match(partOf(file, 'word/styles.xml'), /<w:docDefaults>.*<w:lang w:val="en-GB"/s);
    assert.match(partOf(file, 'docProps/core.xml'), /<dc:title>Kirklees: ILACS standard inspection, July 2024<\/dc:title>/);
  });
});

describe('a journey as a Word file', () => {
  const view = viewJourney({ authority: reference.authorities.named('Kirklees')!, recordsOf: name => samples.of(name), reference, today: TODAY });
  const png = fs.readFileSync(path.join('docs', 'images', 'preview.png'));
  const written = (draw: PageMeans['draw']) => JOURNEY_FORMATS.docx(view, { ...means, draw });

  it('says in its table all that its page says', async () => {
    holdsGolden('journey-kirklees.docx.txt', wordText(await written(() => Promise.resolve(undefined))));
  });

  it('has its time line as a picture, told in words, no larger than there is room', async () => {
    const file = await written(picture => {
      assert.match(picture.svg, /^<\?xml/);
      return Promise.resolve({ ...picture, png });
    });
    const body = bodyOf(file);
    assert.match(body, /descr="Overall: inadequate in 2016, .*The time line shows grades in 8 lanes, .*The table below says the same\."/);
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"\/>/.exec(body)!.map(Number);
    assert.ok(width! <= 642 * EMU && height! <= 740 * EMU, `${width! / EMU} × ${height! / EMU}`);
    assert.match(wordText(file), /\[Heading2\] Time line\n/);
    assert.deepEqual(unpack(file, name => name.startsWith('word/media/')).size, 1);
  });

  it('has no picture where nothing can draw one', async () => {
    const file = await written(() => Promise.resolve(undefined));
    assert.doesNotMatch(bodyOf(file), /<w:drawing>|Time line/);
    assert.equal(unpack(file, name => name.startsWith('word/media/')).size, 0);
  });
});

/** The lines of a record without one, and without what stands under it. */
function without(lines: readonly string[], number: number): string[] {
  const depth = (line: string) => /^ *(?:- +)*/.exec(line)![0].length;
  const own = depth(lines[number]!);
  let end = number + 1;
  while (end < lines.length && lines[end]!.trim() !== '' && lines[end] !== '---' && (depth(lines[end]!) > own || (depth(lines[end]!) === own && /^ *- /.test(lines[end]!) && !/^ *- /.test(lines[number]!)))) end++;
  return [...lines.slice(0, number), ...lines.slice(end)];
}

describe('a briefing', () => {
  const briefed = (name: string) => last(name).map(chapter => briefing(chapter, FILE));

  for (const [format, extension] of [['markdown', 'md'], ['text', 'txt'], ['html', 'html'], ['docx', 'docx.txt']] as const) {
    it(`kirklees-2024-briefing.${extension}`, async () => holdsGolden(`kirklees-2024-briefing.${extension}`, await textIn(format, briefed('kirklees-2024'))));
  }

  it('says nothing that is not in the line that it names', async () => {
    for (const name of ['kirklees-2024', 'kirklees-2016', 'brent-2026', 'herefordshire-visit']) {
      const lines = readFixture(name).split('\n');
      const told = (await textIn('markdown', briefed(name))).split('\n').filter(line => /^([-|>]|\*\*)/.test(line) && !/^\| (Judgement|Action|Step|---)|^>$|^> —/.test(line));
      for (const line of told) {
        const number = /\\?\(line (\d+)\\?\)/.exec(line)?.[1];
        assert.ok(number, `${name}: ${line} names no line`);
        // Facts are told in other words: dates, grades in one sentence, and what follows from the publication day.
        if (/^- (Fieldwork|Published|Report)|^\*\*/.test(line) || /estimated|By law|not reported since/.test(line)) continue;
        const words = /[A-Za-z0-9]+(?: [a-z]+){0,2}/.exec(line.replace(/\(line \d+\)/g, '').replace(/^[^A-Za-z0-9]*(?:[A-Z][^:(]{0,90}: )?/, ''))![0];
        const there = lines.slice(Number(number) - 1, Number(number) + 4).join(' ').replace(/\s+/g, ' ').toLowerCase();
        assert.ok(there.includes(words.toLowerCase()), `${name}, line ${number}: ${words}`);
      }
    }
  });

  it('says nothing any more of a line that is gone: everything that it says comes from the record', async () => {
    for (const name of ['kirklees-2024', 'kirklees-2016', 'brent-2026', 'herefordshire-visit']) {
      const lines = readFixture(name).split('\n');
      const toldOf = async (text: readonly string[]) => (await textIn('markdown', chapters(text.join('\n')).slice(-1).map(chapter => briefing(chapter, FILE)))).split('\n');
      const told = await toldOf(lines);
      const untraced = (line: string) => line.replace(/ ?\\?\(line \d+\\?\)/g, '');
      const traced = told.filter(line => untraced(line) !== line);
      assert.ok(traced.length > 2, name);
      for (const line of traced) {
        const numbers = [...new Set([...line.matchAll(/\(line (\d+)\\?\)/g)].map(([, number]) => Number(number)))].sort((a, b) => b - a);
        const left = await toldOf(numbers.reduce((rest, number) => without(rest, number - 1), lines));
        assert.ok(!left.map(untraced).includes(untraced(line)), `${name}: without line ${numbers.join(' and ')} it still says: ${line}`);
      }
    }
  });

  it('leaves out what is not for a committee: problems, notes, sources, ids and fields of one\'s own', async () => {
    const text = await textIn('text', briefed('kirklees-2024'));
    for (const words of ['Problems', 'The slides count', 'Council slides', 'kirklees-2024-ilacs', 'Provider page', 'Journey']) assert.ok(!text.includes(words), words);
  });

  it('of a file without a record is what a record needs', async () => {
    assert.match(await textIn('markdown', chapters('').map(chapter => briefing(chapter, FILE))), /^# No inspection record yet/);
  });
});

describe('the table of judgements for a spreadsheet', () => {
  it('holds no cell that a spreadsheet would take for a formula, and as many cells in each row', async () => {
    for (const payload of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'=1", '＝1', ' =1', '=cmd|"/c calc"!A1', '=HYPERLINK("https://example.org")', '-2+3+cmd|\' /C calc\'!A0']) {
      const text = `authority: ${JSON.stringify(payload)}\nevent: ILACS standard inspection\npublished: 2024-01-10\njudgements:\n  ${JSON.stringify(payload)}: ${JSON.stringify(payload)}\n  Overall effectiveness: ${JSON.stringify(payload)}\n`;
      for (const of of [chapters(text), chapters(`${text}---\n${text}`)]) {
        const rows = (await textIn('tsv', of)).split('\n').slice(0, -1).map(row => row.split('\t'));
        assert.equal(new Set(rows.map(({ length }) => length)).size, 1, payload);
        for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+\-@＝＋－＠]/, payload);
      }
    }
  });
});
