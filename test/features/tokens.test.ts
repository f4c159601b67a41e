import assert from 'node:assert/strict';
import { tokens } from '../../server/features/tokens';
import { newChecker } from '../support/checker';
import { record } from './marked';

const checker = newChecker();

function coloured(text: string): string[] {
  const slice = record(text);
  return tokens(slice, checker).map(({ start, end, type, modifiers }) => `${slice.text.slice(start, end)}: ${[type, ...modifiers].join('.')}`);
}

describe('tokens', () => {
  it('tell judgements, each grade, ids and dates apart', () => {
    assert.deepEqual(coloured(`id: kirklees-2024
authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07
published: 2024
judgements:
  The impact of leaders on social work practice with children and families: Outstanding
  help and protection: Good
  "The experiences and progress of children in care": 'Requires improvement to be good'
  The experiences and progress of care leavers:
    grade: Inadequate
follows: kirklees-2019
actions:
  - action: Train
    due: 2025-03-31
sources:
  - url: https://example.org/2024
    accessed: 2025-01-15
notes: 2024-01-01
`), [
      'kirklees-2024: variable.declaration', '2024-07-08: number', '2024-07: number', '2024: number',
      'The impact of leaders on social work practice with children and families: property', 'Outstanding: enumMember.outstanding',
      'help and protection: property', 'Good: enumMember.good',
      '"The experiences and progress of children in care": property', "'Requires improvement to be good': enumMember.middling",
      'The experiences and progress of care leavers: property', 'Inadequate: enumMember.inadequate',
      'kirklees-2019: variable', '2025-03-31: number', '2025-01-15: number',
    ]);
  });

  it('leave uncoloured what is unknown or of another era', () => {
    assert.deepEqual(coloured('event: ILACS standard inspection\nfieldwork:\n  start: 2024-02-31\npublished: 2024-05-20\njudgements:\n  Overall quality of it all: Goodish\n  Overall effectiveness: Adequate\n'),
      ['2024-05-20: number', 'Overall effectiveness: property']);
  });

  it('colour outcomes, and values off the scale without a tone', () => {
    assert.deepEqual(coloured('event: Area SEND inspection\noutcome: lead to inconsistent experiences and outcomes\n'), ['lead to inconsistent experiences and outcomes: enumMember.middling']);
    assert.deepEqual(coloured('event: SIF inspection\npublished: 2016\njudgements: {Adoption performance: Not judged}\n'), ['2016: number', 'Adoption performance: property', 'Not judged: enumMember']);
  });

  it('never run across lines, and are empty where there is nothing', () => {
    assert.deepEqual(coloured('event: ILACS standard inspection\njudgements:\n  ? Overall\n    effectiveness\n  : Good\nid: "a\n  b"\n'), ['Good: enumMember.good']);
    assert.deepEqual(coloured(''), []);
    assert.deepEqual(coloured('- a\n'), []);
  });
});
