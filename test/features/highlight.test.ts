import assert from 'node:assert/strict';
import { highlights } from '../../server/features/highlight';
import { newChecker } from '../support/checker';
import { marked } from './marked';

const checker = newChecker();

/** Each place as its line in the file, from 1, and its words; with a mark where it defines. */
function highlighted(text: string): string[] {
  const { stream, index, offset } = marked(text);
  return highlights(stream, index, offset, checker).map(({ index: at, span, defines }) =>
    `${stream.positionOf(at, span.start).line + 1} ${stream.slices[at]!.text.slice(span.start, span.end)}${defines ? ' (defines)' : ''}`);
}

const first = (id: string, authority: string) => `id: ${id}
authority: ${authority}
event: ILACS standard inspection
published: 2024-08-28
judgements:
  Overall effectiveness: Good
  The experiences and progress of care leavers: RI
strengths:
  - text: One
    judgement: The experiences and progress of care leavers
  - text: Two
    judgement: Overall effectiveness
actions:
  - action: Three
    addresses: care leavers
---
authority: Kirklees
event: Monitoring visit
published: 2025-01-01
follows: a-1
follow_up:
  - kind: improvement board
    follows: a-1
---
authority: Kent
event: Monitoring visit
published: 2025-01-01
follows: a-11
`;

describe('highlights', () => {
  it('show an id and what follows it in the whole file', () => {
    const expected = ['1 a-1 (defines)', '20 a-1', '23 a-1'];
    assert.deepEqual(highlighted(first('a¦-1', 'Kirklees')), expected);
    assert.deepEqual(highlighted(first('a-1', 'Kirklees').replace('follows: a-1\n', 'follows: a-1¦\n')), expected);
  });

  it('show an authority in the whole file, however it is written', () => {
    assert.deepEqual(highlighted(first('a-1', 'Kirklees Coun¦cil')), ['2 Kirklees Council', '17 Kirklees']);
    assert.deepEqual(highlighted(first('a-1', 'Nowh¦ere')), []);
  });

  it('show a judgement and the findings that belong to it', () => {
    const expected = ['7 The experiences and progress of care leavers (defines)', '10 The experiences and progress of care leavers', '15 care leavers'];
    assert.deepEqual(highlighted(first('a-1', 'Kirklees').replace('care leavers: RI', 'care lea¦vers: RI')), expected);
    assert.deepEqual(highlighted(first('a-1', 'Kirklees').replace('addresses: care leavers', 'addresses: care lea¦vers')), expected);
  });

  it('show the judgements of one grade', () => {
    const text = first('a-1', 'Kirklees').replace('effectiveness: Good', 'effectiveness: Requires improve¦ment to be good');
    assert.deepEqual(highlighted(text), ['6 Requires improvement to be good', '7 RI']);
  });

  it('are silent elsewhere', () => {
    assert.deepEqual(highlighted(first('a-1', 'Kirklees').replace('text: One', 'text: O¦ne')), []);
    assert.deepEqual(highlighted(first('a-1', 'Kirklees').replace('published', 'publ¦ished')), []);
    assert.deepEqual(highlighted('¦'), []);
  });
});
