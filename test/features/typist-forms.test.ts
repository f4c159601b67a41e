import assert from 'node:assert/strict';
import { asFillIn } from '../../server/features/gaps';
import { insertion } from '../../server/features/insertions';
import { newRecord } from '../../server/features/new-record';
import { newChecker } from '../support/checker';
import { Typist } from './typist';

const checker = newChecker();
const WHOLE = 'authority: Kent\nevent: ILACS focused visit\nfieldwork: {start: 2024-05-13}\n';
const GRADED = 'authority: Kent\nevent: ILACS short inspection\nfieldwork: {start: 2026-04-27}\npublished: 2026-06-17\n';

const rulesOf = (findings: readonly { rule: string }[]) => [...new Set(findings.map(({ rule }) => rule))];

/** Resolves when the keys have rested longer than the typists of these tests wait. */
const rested = () => new Promise(resolve => setTimeout(resolve, 20));

/** Someone behind whose records a form has just been put. */
function withForm(text: string, form: string, at = text.length): Typist {
  const typist = new Typist(text, { pause: 1 });
  typist.put(at, at, form);
  return typist;
}

describe('a form that is being filled in', () => {
  const form = `---\n${newRecord({ authority: 'Kirklees', event: 'ILACS short inspection', start: '2026-04-27' }, checker).text.replaceAll('\uE000', '')}`;

  it('is not told what it lacks, however long its writer thinks', async () => {
    const typist = withForm(WHOLE, form);
    assert.deepEqual(typist.visible, []);
    await rested();
    assert.deepEqual([typist.visible, typist.told], [[], 1]);
  });

  for (const [how, leave] of [
    ['the cursor leaves it', (typist: Typist) => typist.goTo(1)],
    ['it is saved', (typist: Typist) => typist.save()],
  ] as const) {
    it(`is told when ${how}`, async () => {
      const typist = withForm(WHOLE, form);
      await rested();
      assert.deepEqual(typist.visible, []);
      leave(typist);
      assert.deepEqual([rulesOf(typist.visible), typist.told], [['empty-value'], 2]);
    });
  }

  it('is not told while the cursor moves in it', () => {
    const typist = withForm(WHOLE, form);
    typist.goTo(5);
    assert.deepEqual(typist.visible, []);
  });

  it('is told at once what is certainly wrong in it', async () => {
    const typist = withForm(WHOLE, form);
    const seen = typist.type('2026-04-01', typist.slice.text.indexOf('  end: ') + '  end: '.length);
    assert.deepEqual(seen.map(({ findings }) => rulesOf(findings)), [['dates-out-of-order']]);
    await rested();
    assert.deepEqual(rulesOf(typist.visible), ['dates-out-of-order']);
  });

  it('is a record like any other when it is filled in', async () => {
    const typist = withForm('', 'authority: \nevent: \nfieldwork:\n  start: \n  end: \npublished: \n');
    for (const [field, value] of [['authority', 'Kirklees'], ['event', 'ILACS short inspection'], ['start', '2026-04-27'], ['end', '2026-05-01'], ['published', '2026-06-17']] as const) {
      await rested();
      assert.deepEqual(typist.visible, [], field);
      typist.type(value, typist.slice.text.indexOf(`${field}: `) + field.length + 2);
    }
    await rested();
    assert.deepEqual(rulesOf(typist.visible), ['missing-judgement']);
  });

  for (const what of ['judgements', 'followUp'] as const) {
    it(`may be a part of a record: ${what}`, async () => {
      const typist = new Typist(GRADED, { pause: 1 });
      const added = insertion(what, typist.slice, checker);
      assert.ok('edits' in added);
      const { start, end, text } = asFillIn(GRADED, added.edits);
      typist.put(start, end, text);
      await rested();
      assert.deepEqual(typist.visible, []);
      typist.save();
      assert.ok(rulesOf(typist.visible).includes('empty-value'));
    });
  }

  it('is not what is pasted whole, nor one field that is chosen', async () => {
    const pasted = withForm(WHOLE, `---\n${GRADED}`);
    await rested();
    assert.deepEqual(rulesOf(pasted.visible), ['missing-judgement']);
    const chosen = withForm(GRADED, 'follow_up:\n  - kind: ');
    await rested();
    assert.deepEqual(rulesOf(chosen.visible), ['missing-judgement', 'missing-field']);
  });
});
