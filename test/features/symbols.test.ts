import assert from 'node:assert/strict';
import { recordSymbol, type RecordSymbol } from '../../server/features/symbols';
import { RecordStream } from '../../server/records/stream';
import { newChecker } from '../support/checker';
import { record } from './marked';

const checker = newChecker();

/** The outline of a text as people see it, with the words that each line selects. */
function outline(text: string): string[] {
  return RecordStream.of(text).slices.flatMap(slice => {
    const lines = (symbol: RecordSymbol, indent: string): string[] => [
      `${indent}${symbol.name} [${slice.text.slice(symbol.selection.start, symbol.selection.end)}]`, ...symbol.children.flatMap(child => lines(child, `${indent}  `)),
    ];
    const symbol = recordSymbol(slice, checker);
    return symbol ? lines(symbol, '') : [];
  });
}

const ILACS = `id: kirklees-2024-ilacs
authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07-19
judgements:
  The impact of leaders on social work practice with children and families: Good
  The experiences and progress of care leavers:
    grade: RI
    strengths: [Homes]
  Overall effectiveness: Good
strengths:
  - One.
  - Two.
needs_improvement: []
quotes:
  - text: Well done
`;

describe('outline', () => {
  it('names a record, its judgements and its lists in the words of the field', () => {
    assert.deepEqual(outline(ILACS), [
      'Kirklees — ILACS standard inspection, July 2024 — Good [authority]',
      '  Impact of leaders — Good [The impact of leaders on social work practice with children and families]',
      '  Care leavers — Requires improvement to be good [The experiences and progress of care leavers]',
      '  Overall — Good [Overall effectiveness]',
      '  Strengths (2) [strengths]',
      '  Quotes (1) [quotes]',
    ]);
  });

  it('spans from the first field to the last words, without the marker of the record', () => {
    const slice = record(`---\n# Kirklees\n${ILACS}\n\n`);
    const symbol = recordSymbol(slice, checker)!;
    assert.equal(slice.text.slice(symbol.start, symbol.end), ILACS.trimEnd());
    assert.equal(slice.text.slice(symbol.children[1]!.start, symbol.children[1]!.end), 'The experiences and progress of care leavers:\n    grade: RI\n    strengths: [Homes]');
  });

  it('tells visits by their number, and inspections without an overall grade by nothing or their outcome', () => {
    assert.deepEqual(outline('authority: Kirklees\nevent: MV\nordinal: 5\nfieldwork: {start: 2018-07}\n'), ['Kirklees — Monitoring visit 5, July 2018 [authority]']);
    assert.deepEqual(outline('authority: Kent\nevent: ILACS standard inspection\nfieldwork: {start: 2026-05-11}\njudgements: {leadership: Good, care leavers: Good}\n')[0],
      'Kent — ILACS standard inspection, May 2026 [authority]');
    assert.deepEqual(outline('authority: Kent\nevent: Area SEND inspection\npublished: 2024\noutcome: inconsistent\n'), ['Kent — Area SEND inspection, 2024 — lead to inconsistent experiences and outcomes [authority]']);
    assert.deepEqual(outline('authority: Surrey\nevent: LSCB review\npublished: 2015-08-03\njudgements: {LSCB: Good}\n')[0], 'Surrey — LSCB review, August 2015 — Good [authority]');
  });

  it('says what it can of what is half written or broken', () => {
    assert.deepEqual(outline(''), []);
    assert.deepEqual(outline('# nothing yet\n---\n'), []);
    assert.deepEqual(outline('authority: Atlantis\n---\nevent: ILACS standard inspection\n---\nid: some-id\n---\nnotes: x\n---\njust words\n---\n- a list\n'), [
      'Atlantis [authority]', 'ILACS standard inspection [event]', 'some-id [id]', 'Record [notes]', 'Not a record []', 'Not a record []',
    ]);
    assert.deepEqual(outline('authority: "Kirk\nevent: ILACS standard inspection\njudgements:\n  : Good\n  overall:\n'), ['Kirk — ILACS standard inspection [authority]', '  Judgement — Good []', '  Overall [overall]']);
  });

  it('shows no hidden characters, and no endless names or lists', () => {
    const [name] = outline(`authority: "Kirk\\u202Elees ${'x'.repeat(1000)}"\n`);
    assert.match(name!, /^Kirk<U\+202E>lees x+… \[authority\]$/);
    assert.ok(name!.length < 100);
    assert.ok(outline(`judgements:\n${Array.from({ length: 500 }, (_, i) => `  judgement ${i}: Good\n`).join('')}`).length < 100);
  });
});
