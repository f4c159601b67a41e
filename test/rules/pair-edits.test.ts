import assert from 'node:assert/strict';
import type { MapNode } from '../../server/records/node';
import { readRecord, type RecordText } from '../../server/records/read';
import { addition, removal, reordering } from '../../server/rules/pair-edits';
import { applyEdits } from '../../server/text/edits';

function mapOf(source: string): { record: RecordText; map: MapNode } {
  const record = readRecord(source);
  assert.ok(record.root?.kind === 'map');
  return { record, map: record.root };
}

function removed(source: string, key: string): string | undefined {
  const { record, map } = mapOf(source);
  const edit = removal(record, map, map.pairs.find(pair => pair.key.text === key)!);
  return edit && applyEdits(source, [edit]);
}

function added(source: string, key: string, ...entries: string[]): string {
  const { record, map } = mapOf(source);
  return applyEdits(source, [addition(record, map, map.pairs.find(pair => pair.key.text === key)!, entries)]);
}

function ordered(source: string, order: string): string | undefined {
  const { record, map } = mapOf(source);
  const edits = reordering(record, map, map.pairs, [...order].map(key => map.pairs.find(pair => pair.key.text === key)!));
  return edits && applyEdits(source, edits);
}

describe('removing an entry', () => {
  for (const [name, source, key, result] of [
    ['with its line', 'a: 1\nb: 2\nc: 3\n', 'b', 'a: 1\nc: 3\n'],
    ['at the end without a line break', 'a: 1\nb: 2', 'b', 'a: 1\n'],
    ['of Windows lines', 'a: 1\r\nb: 2 # x\r\nc: 3\r\n', 'b', 'a: 1\r\n# x\r\nc: 3\r\n'],
    ['but not the comment at its end', 'a: 1\nb: 2 # two\nc: 3\n', 'b', 'a: 1\n# two\nc: 3\n'],
    ['but not the comments within and above', 'a: 1\n# above\nb: # key\n  # first\n  x: "# no comment" # x\n  y: |\n    # text\n\n# below\nc: 3\n', 'b', 'a: 1\n# above\n# key\n# first\n# x\n\n# below\nc: 3\n'],
    ['but not the comment at the head of a block text', 'a: 1\nb:\n  x: >- # why\n    # text\nc: 3\n', 'b', 'a: 1\n# why\nc: 3\n'],
    ['without a value', 'a: 1\nb:\nc: 3\n', 'b', 'a: 1\nc: 3\n'],
    ['between braces', '{a: 1, b: 2, c: 3}', 'b', '{a: 1, c: 3}'],
    ['at the end of braces', '{a: 1, b: 2, c: [3, 4]}', 'c', '{a: 1, b: 2}'],
    ['not where others refer to it', 'a: 1\nb: &x 2\nc: *x\n', 'b', undefined],
    ['where it refers to another', 'a: &x 1\nb: *x\nc: 3\n', 'b', 'a: &x 1\nc: 3\n'],
  ] as const) {
    it(name, () => assert.equal(removed(source, key), result));
  }
});

describe('adding entries', () => {
  for (const [name, source, key, result] of [
    ['below an entry', 'a: 1\nb: 2 # two\nc: 3\n', 'b', 'a: 1\nb: 2 # two\nd: 4\ne: 5\nc: 3\n'],
    ['below an entry of many lines', 'a:\n  x: 1\n  y: >\n    text\n\nb: 2\n', 'a', 'a:\n  x: 1\n  y: >\n    text\nd: 4\ne: 5\n\nb: 2\n'],
    ['below the comments that are indented from an entry', 'a:\n  - 1\n  # - 2\n# b\nb: 2\n', 'a', 'a:\n  - 1\n  # - 2\nd: 4\ne: 5\n# b\nb: 2\n'],
    ['at the end without a line break', 'a: 1', 'a', 'a: 1\nd: 4\ne: 5'],
    ['between Windows lines', 'a: 1\r\nb: 2\r\n', 'a', 'a: 1\r\nd: 4\r\ne: 5\r\nb: 2\r\n'],
    ['between braces', '{a: 1, b: 2}', 'a', '{a: 1, d: 4, e: 5, b: 2}'],
  ] as const) {
    it(name, () => assert.equal(added(source, key, 'd: 4', 'e: 5'), result));
  }
});

describe('bringing entries into order', () => {
  for (const [name, source, order, result] of [
    ['moves whole lines with their comments', 'b: 1 # one\n# above\n# a\na:\n  # in\n  x: 2\n', 'ab', '# above\n# a\na:\n  # in\n  x: 2\nb: 1 # one\n'],
    ['leaves blank lines and what stands apart', 'c: 1\n\n# apart\n\nb: 2\n\na: 3\n', 'abc', 'a: 3\n\n# apart\n\nb: 2\n\nc: 1\n'],
    ['leaves comments above the first entry', '# all\nb: 1\na: 2', 'ab', '# all\na: 2\nb: 1'],
    ['between braces', '{b: 1, a: [2, 3]}', 'ab', '{a: [2, 3], b: 1}'],
    ['not where an entry refers to another', 'b: &x 1\na: *x\n', 'ab', undefined],
    ['where a word only looks so', 'b: "&x"\na: R&D *\n', 'ab', 'a: R&D *\nb: "&x"\n'],
  ] as const) {
    it(name, () => assert.equal(ordered(source, order), result));
  }
});
