import assert from 'node:assert/strict';
import { toValue } from '../../server/records/node';
import { readRecord } from '../../server/records/read';

function read(text: string) {
  const { root, faults } = readRecord(text);
  return { value: root && toValue(root), faults: faults.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`) };
}

describe('reading a record with mistakes', () => {
  for (const [what, text, value, faults] of [
    ['reads on behind words in quotes that are no field, whatever is indented below them',
      'authority: Kirklees\n"Quoted" words.\n  more words\nevent: x\n', { 'authority': 'Kirklees', '"Quoted" words': 'more words', 'event': 'x' }, ['missing-colon: "Quoted"']],
    ['reads on where such words come first',
      '"Quoted"\n  more: words\nauthority: Kirklees\nevent: x\n', { '"Quoted': { more: 'words' }, 'authority': 'Kirklees', 'event': 'x' }, ['missing-colon: "Quoted"']],
    ['reads on behind an alias that is no field',
      'authority: &a Kirklees\n*a words\nevent: x\n', { 'authority': 'Kirklees', '*a word': null, 'event': 'x' }, ['missing-colon: *a']],
    ['keeps the field of which only the first quotation mark is there, with what it holds, apart from the words above',
      'notes: some words\n"fieldwork:\n  start: 2020-01-02\nevent: x\n', { 'notes': 'some words', '"fieldwork': { start: '2020-01-02' }, 'event': 'x' }, ['unclosed-quote: "fieldwork:']],
    ['keeps it out of an empty field above',
      "notes:\n'event: x\nauthority: Kirklees\n", { 'notes': null, "'event": 'x', 'authority': 'Kirklees' }, ["unclosed-quote: 'event: x"]],
    ['keeps the fields behind it where its other quotation mark is found in the next',
      'a: x\n"c: x\n"d": x\n', { 'a': 'x', '"c': 'x', 'd': 'x' }, ['unclosed-quote: "c: x']],
    ['joins no words to those above for a quotation mark before them',
      'notes: some words\n"even\nevent: x\n', { notes: 'some words', event: 'x' }, ['unclosed-quote: "even']],
    ['takes a lone CR for the end of a line', 'authority: Kirklees\revent: x\r\n\rnotes: |\r  a\r  b\r', { authority: 'Kirklees', event: 'x', notes: 'a\nb\n' }, []],
    ['tells once of a line with a percent sign above the record', '%50 of them\nauthority: Kirklees\n', { authority: 'Kirklees' }, ['directive: %50 of them']],
    ['tells of every tag that is not of the core schema, and reads what it stands before', '--- !!omap\n- a: !!str 1\n- b: !x 2\n', [{ a: '1' }, { b: '2' }], ['tag: !!omap', 'tag: !x']],
  ] as const) {
    it(what, () => assert.deepEqual(read(text), { value, faults }));
  }

  it('does not go on telling where much of a record cannot be read', () => {
    const { faults } = readRecord(`{\n${'[],\n'.repeat(1000)}a: 1}`);
    assert.deepEqual([faults.length, faults[0]!.kind], [50, 'complex-key']);
  });
});
