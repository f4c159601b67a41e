import assert from 'node:assert/strict';
import { readRecord } from '../../server/records/read';
import { newChecker } from '../support/checker';
import { Slice } from '../../server/records/slice';

const JSON_RECORD = `${JSON.stringify({
  authority: 'Kirklees', event: 'ILACS focused visit', fieldwork: { start: '2024-07-09', end: '2024-07-10' }, published: '2024-08-20', theme: 'Front door',
  strengths: ['One', { text: 'Two', national_framework: 'outcome 4' }], notes: 'x',
}, null, 2)}\n`;
const IN_BRACES = `# A visit.
{authority: Kirklees,
 event: ILACS focused visit, fieldwork: {start: 2024-07-09, end: 2024-07-10},
 published: 2024-08-20,
 theme: Front door, strengths: [One,
   Two]}
`;
const checker = newChecker();
const told = (text: string) => checker.findings(new Slice(text)).map(({ rule, start }) => `${rule} ${text.slice(0, start).split('\n').length}`);

describe('records in braces over several lines', () => {
  it('are right as they stand', () => assert.deepEqual([JSON_RECORD, IN_BRACES].map(told), [[], []]));

  for (const before of ['', '---\n', '\ufeff']) {
    it(`have one finding for one mark that is missing, whichever it is${before && `, behind ${JSON.stringify(before)}`}`, () => {
      for (const [index, mark] of [...JSON_RECORD].entries()) {
        if (index === 0 || !/[{}[\],:"]/.test(mark)) continue;
        const text = before + JSON_RECORD.slice(0, index) + JSON_RECORD.slice(index + 1);
        assert.ok(told(text).length < 2, `${JSON_RECORD.slice(0, index)}‹${mark}›: ${told(text).join(', ')}`);
      }
    });
  }

  for (const [what, text, expected] of [
    ['a comma', JSON_RECORD.replace('visit",', 'visit"'), ['missing-comma: "ILACS focused visit"']],
    ['a comma behind a bracket', JSON_RECORD.replace('  ],', '  ]'), ['missing-comma: ]']],
    ['a comma behind words', IN_BRACES.replace('08-20,', '08-20'), ['missing-comma: 2024-08-20']],
    ['a quotation mark', JSON_RECORD.replace('visit",', 'visit,'), ['unclosed-quote: "ILACS focused visit,']],
    ['the last quotation mark', JSON_RECORD.replace('"x"', '"x'), ['unclosed-quote: "x']],
    ['a brace, which is seen by where the next one stands', JSON_RECORD.replace('  },\n', ''), ['unclosed-bracket: {']],
    ['a bracket', JSON_RECORD.replace('  ],\n', ''), ['unclosed-bracket: [']],
    ['the last brace', IN_BRACES.replace(']}', ']'), ['unclosed-bracket: {authority: Kirklees,']],
  ] as const) {
    it(`are told that ${what} is missing, where that is`, () => {
      assert.deepEqual(readRecord(text).faults.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`), expected);
    });
  }

  it('are known as far as they could be read', () => {
    const { root } = readRecord(JSON_RECORD.replace('"2024-08-20",', '"2024-08-20"'));
    assert.deepEqual(root?.kind === 'map' && root.pairs.slice(0, 3).map(({ key }) => key.text), ['authority', 'event', 'fieldwork']);
  });

  it('are mended by what is offered', () => {
    for (const [from, to] of [['visit",', 'visit"'], ['visit",', 'visit,'], ['  ],', '  ]'], ['"x"', '"x']] as const) {
      const text = JSON_RECORD.replace(from, to);
      const [fix] = checker.findings(new Slice(text))[0]!.fixes!;
      const [{ start, end, text: put }] = fix!.edits as [{ start: number; end: number; text: string }];
      assert.equal(text.slice(0, start) + put + text.slice(end), JSON_RECORD);
    }
  });
});
