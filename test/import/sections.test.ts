import assert from 'node:assert/strict';
import { linesOf } from '../../server/import/report/lines';
import { pointIn, sectionsIn } from '../../server/import/report/sections';
import type { PdfText, PlacedText } from '../../server/import/pdf/page-text';
import { checker } from './support';
import { pageOf, WORDS, type Piece } from './make-pdf';

/** Pages as they are read: letters of 12 points where nothing else is said; the words at the end make that the usual size. */
function textOf(...pages: (readonly Piece[])[]): PdfText {
  const all = [...pages, WORDS, WORDS].map(page => page.map(({ size = 12, ...piece }): PlacedText => ({ ...piece, size, width: piece.text.length * size / 2, font: size > 12 ? 'bold' : 'plain' })));
  return { pages: all, pageCount: all.length };
}

function sections(...pages: (readonly Piece[])[]) {
  const { summary, lists } = sectionsIn(linesOf(textOf(...pages)), checker.reference);
  return { summary: summary?.value, ...Object.fromEntries(Object.entries(lists).map(([field, points]) => [field, points.map(({ value }) => value.national_framework === undefined ? value.text : value)])) };
}

const large = (pieces: readonly Piece[], words: RegExp, size = 16): Piece[] => pieces.map(piece => (words.test(piece.text) ? { ...piece, size } : piece));
const more = (text: string): [number, string][] => [[99, text]];

describe('lists of a report', () => {
  it('end at a heading on the next page: the numbered paragraphs below it are none of them', () => {
    const first = pageOf(['What needs to improve', '• The quality of plans.', '• Care leavers’ access to their', more('health histories.')]);
    const next = large([{ text: 'The experiences and progress of children who need help', x: 107, y: 715 }, { text: 'and protection: Good', x: 107, y: 698 }, { text: '1. Children and families benefit from early help.', x: 111, y: 667 }, { text: 'Strategic partners have embraced it.', x: 129, y: 652 }], /experiences|protection/, 14);
    assert.deepEqual(sections(first, next), { summary: undefined, needs_improvement: ['The quality of plans.', 'Care leavers’ access to their health histories.'] });
  });

  it('may be numbered on under headings of their own, first what is urgent, then the rest, then strengths', () => {
    const page = large(pageOf([
      'What does the local authority need to improve?', 'Priority and immediate action', 'Leadership, management and governance', '1. Review all cases that were', more('stepped down.'), 'Quality of practice', '2. Act at once.',
      'Areas for improvement', 'Training', '3. Train those who work with children.', 'Care leavers', '4. Offer them work.', 'The local authority’s strengths', '5. Children are heard.', 'Progress since the last inspection', '6. The last inspection was in 2010.',
    ]), /^What does|strengths|^Progress/);
    assert.deepEqual(sections(page), { summary: undefined, priority_actions: ['Review all cases that were stepped down.', 'Act at once.'], needs_improvement: ['Train those who work with children.', 'Offer them work.'], strengths: ['Children are heard.'] });
  });

  it('hold lists within a point', () => {
    assert.deepEqual(sections(pageOf(['Areas for improvement', '1. Improve attainment by:', [[134, '\uf02d targeting the premium']], [[134, '\uf02d monitoring progress.']], '2. Listen.'])), { summary: undefined, needs_improvement: ['Improve attainment by: • targeting the premium • monitoring progress.', 'Listen.'] });
  });

  it('that say that there is nothing of the kind are empty, and the next of the kind, which is about another body, is not taken for them', () => {
    const own = pageOf(['Priority and immediate action', '1. There are no areas for priority or immediate action.', 'Areas for improvement', '2. Record decisions.']);
    const board = large(pageOf(['Section 2: The effectiveness of the Local Safeguarding', 'Children Board', 'Priority and immediate action', '3. Hold the board to account.', 'The local authority’s strengths', '• The board meets.']), /^Section|^Children Board/);
    assert.deepEqual(sections(own, board), { summary: undefined, priority_actions: [], needs_improvement: ['Record decisions.'] });
  });

  it('of what is urgent may be sentences without bullets', () => {
    const page = pageOf(['Area for priority action', 'The local authority must see at once to the safety of', 'children who are missing.', '', 'It must also answer calls.', 'What needs to improve in this area of social work', 'practice', '– Recording.', '– Short- and long-term plans, and multi-', more('agency work.')]);
    assert.deepEqual(sections(page), { summary: undefined, priority_actions: ['The local authority must see at once to the safety of children who are missing.', 'It must also answer calls.'], needs_improvement: ['Recording.', 'Short- and long-term plans, and multi-agency work.'] });
  });

  it('that run on without an end are left out from where they do', () => {
    const page = pageOf(['What needs to improve?', '• One.', '• Two', ...Array.from({ length: 40 }, () => more('and on and on'))]);
    assert.deepEqual(sections(page), { summary: undefined, needs_improvement: ['One.'] });
  });

  it('name parts of the national framework by number, in figures or words, or by name', () => {
    const { reference } = checker;
    assert.deepEqual(pointIn('Homes. (outcome 4, national framework)', reference), { text: 'Homes.', national_framework: 'outcome 4' });
    assert.deepEqual(pointIn('The offer. (Outcome four, National Framework)', reference), { text: 'The offer.', national_framework: 'outcome 4' });
    assert.deepEqual(pointIn('Oversight. (enabler: leaders drive conditions for effective practice, national framework)', reference), { text: 'Oversight.', national_framework: 'enabler 2' });
    for (const text of ['Both. (outcomes 3 and 4, national framework)', 'Speed. (Principle 1)', 'Else. (outcome 9, national framework)']) assert.deepEqual(pointIn(text, reference), { text });
  });
});

describe('the headline of a report', () => {
  it('is what stands below its heading, up to the next', () => {
    assert.equal(sections(pageOf(['Headline findings', 'Children are safe. Leaders', 'know them well.', '', 'Much is new.', 'What needs to improve?', '• One.'])).summary, 'Children are safe. Leaders know them well. Much is new.');
  });

  it('is as many paragraphs as a headline has; a long summary gives its first', () => {
    const paragraph = Array.from({ length: 12 }, () => 'Services have improved a great deal since the inspection before this one.');
    const { summary } = sections(large(pageOf(['Executive summary', ...paragraph, '', ...paragraph]), /^Executive/));
    assert.equal(summary, paragraph.join(' '));
  });

  it('is none where the report marks none', () => {
    assert.equal(sections(pageOf(['Services are good.', 'What needs to improve?', '• One.'])).summary, undefined);
  });
});
