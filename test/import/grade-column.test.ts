import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { readPdf } from '../../server/import/pdf/read-pdf';
import { readReport } from '../../server/import/report/read-report';
import { writeRecords } from '../../server/import/write-record';
import { makePdf, pageOf, WORDS, type Piece } from './make-pdf';
import { checker } from './support';

/** Small enough that the longest name stands to the left of its grade. */
const SIZE = 9;

const HEAD = ['Inspection of Bradford local authority children’s services', 'Inspection dates: 8 to 19 July 2024', ''];
const NAMES = [
  'The impact of leaders on social work practice with children and families', 'The experiences and progress of children who need help and protection',
  'The experiences and progress of children in care', 'The experiences and progress of care leavers', 'Overall effectiveness',
];
const RI = 'Requires improvement to be good';
const MIXED = ['Good', RI, 'Outstanding', RI, 'Good'];

/** A table of which each row has its name on one line, and its grade on lines so many points below or above that, one below the other. */
function table(grades: readonly string[], broken: readonly string[], { feed, first }: { feed: number; first: number }): Piece[] {
  return NAMES.flatMap((name, index) => {
    const y = 680 - index * feed;
    const lines = grades[index] === RI ? broken : [grades[index]!];
    return [{ text: name, x: 71, y }, ...lines.map((text, at): Piece => ({ text, x: 450, y: y - at * 12 + (lines.length > 1 ? first : 0) }))];
  });
}

async function read(...pages: (readonly Piece[])[]): Promise<{ grades: unknown[]; text: string }> {
  const { drafts } = readReport(await readPdf(makePdf([...pages, WORDS].map(page => page.map(piece => ({ ...piece, size: SIZE }))))), 'report.pdf', checker.reference);
  const text = writeRecords(drafts, { evidence: false });
  return { text, grades: Object.values((parse(text) as { judgements: Record<string, unknown> }).judgements) };
}

describe('the column of grades', () => {
  const head = pageOf(HEAD);
  const LAYOUTS: Record<string, Piece[]> = {
    'a line each': table(MIXED, [RI], { feed: 20, first: 0 }),
    'two lines, from that of the name down': table(MIXED, ['Requires improvement', 'to be good'], { feed: 24, first: 0 }),
    'two lines, the name in their middle': table(MIXED, ['Requires improvement', 'to be good'], { feed: 30, first: 6 }),
    'two lines, up to that of the name': table(MIXED, ['Requires improvement', 'to be good'], { feed: 24, first: 12 }),
    'three lines, from that of the name down, with no space between rows': table(MIXED, ['Requires', 'improvement to', 'be good'], { feed: 36, first: 0 }),
    'three lines, the name in their middle': table(MIXED, ['Requires', 'improvement', 'to be good'], { feed: 40, first: 12 }),
    'four lines': table(MIXED, ['Requires', 'improvement', 'to be', 'good'], { feed: 52, first: 18 }),
  };
  for (const [layout, pieces] of Object.entries(LAYOUTS)) {
    it(`has grades over ${layout}: each belongs to the judgement beside it`, async () => {
      const { grades, text } = await read([...head, ...pieces]);
      assert.deepEqual(grades, MIXED);
      assert.doesNotMatch(text, /# check: [^t]/);
    });
  }

  it('goes on at the top of the next page', async () => {
    const rows = table(MIXED, ['Requires improvement', 'to be good'], { feed: 24, first: 0 });
    const [above, below] = [rows.filter(({ y }) => y > 620), rows.filter(({ y }) => y <= 620).map(piece => ({ ...piece, y: piece.y + 140 }))];
    assert.deepEqual((await read([...head, ...above], below)).grades, MIXED);
  });

  it('may end at the edge of the page: a grade that is cut off there is read where it can be no other, with a doubt', async () => {
    const rows = (written: string) => [...head, ...table(MIXED, [written], { feed: 20, first: 0 })];
    const { grades, text } = await read(rows('Requires improvement to be g'));
    assert.deepEqual(grades, MIXED);
    assert.match(text, /care leavers: Requires improvement to be good {2}# check: the report prints 'Requires improvement to be g', which is cut off there$/m);
    // What cannot be seen is left out by what reads the page, too.
    assert.match((await read([...head, ...table(MIXED, [RI], { feed: 20, first: 0 }).map(piece => (piece.x === 450 ? { ...piece, x: 520 } : piece))])).text, /# check: the report prints 'Requires impr.*', which is cut off there$/m);
    assert.deepEqual((await read(rows('Requires'))).grades, ['Good', null, 'Outstanding', null, 'Good']);
  });

  it('is left alone where it says more, or two things', async () => {
    const rows = (more: string) => [...head, ...table(['Good', 'Good', 'Good', 'Good', 'Good'], [], { feed: 20, first: 0 }), { text: more, x: 520, y: 680 }];
    for (const more of ['Outstanding', 'since 2019', '(previously inadequate)']) assert.deepEqual((await read(rows(more))).grades, [null, 'Good', 'Good', 'Good', 'Good'], more);
  });

  it('is no grade that stands between two judgements', async () => {
    const rows = table(['Good', 'Good', 'Good', 'Good', 'Good'], [], { feed: 20, first: 0 }).map(piece => (piece.text === 'Good' && piece.y === 660 ? { ...piece, y: 670 } : piece));
    assert.deepEqual((await read([...head, ...rows])).grades, ['Good', null, 'Good', 'Good', 'Good']);
  });
});
