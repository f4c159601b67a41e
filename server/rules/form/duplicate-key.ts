import { isEmpty, type MapNode, type Node, type Pair } from '../../records/node';
import { furtherRecords } from '../../reference/further-records';
import type { Inspection } from '../../reference/inspection';
import { isOwnField } from '../../reference/keys';
import { quote } from '../../text/quote';
import { ofEach, type Fix, type InspectionRule, type Report } from '../rule';
import { scalarText } from '../scalar-text';
import { removeField } from './removing';
import { secondPeriod } from './second-period';
import { beginsHere } from './second-record';

export const duplicateKey: InspectionRule = {
  id: 'duplicate-key',
  severity: 'error',
  summary: 'A field or judgement stands twice.',
  why: 'Only the last of two fields with one name is read; whatever the first one says is lost without a word. Two grades for one judgement leave open which of them the report gives.',
  fix: 'some',
  check: inspection => ofEach(mapsToAsk(inspection).filter(map => hasOneTwice(map, inspection)), map => reportsOn(map, inspection)),
};

/** The mappings in which something may stand twice: where no key does, two spellings of one judgement still may. */
function mapsToAsk({ record, root, fields }: Inspection): readonly MapNode[] {
  if (!record.isPlain) return mapsOf(root);
  const judgements = fields.get('judgements')?.value;
  return judgements?.kind === 'map' ? [judgements] : NONE;
}

const NONE: readonly never[] = [];

function hasOneTwice(map: MapNode, inspection: Inspection): boolean {
  const { length } = map.pairs;
  return length > 1 && new Set(namesIn(map, inspection)).size < length;
}

/** The names of a mapping in their order. Two spellings of one judgement are the same judgement. */
function namesIn(map: MapNode, { fields, judgements }: Inspection): string[] {
  const names = map.pairs.map(({ key }) => key.text);
  if (map !== fields.get('judgements')?.value) return names;
  let at = 0;
  for (const { pair, match } of judgements) {
    while (map.pairs[at] !== pair) at++;
    if (match.kind === 'exact' || match.kind === 'spelling') names[at] = match.judgement.name;
  }
  return names;
}

function* reportsOn(map: MapNode, inspection: Inspection): Generator<Report> {
  const again = secondPeriod(inspection, map);
  if (again) return yield again;
  const further = map === inspection.root ? furtherRecords(map) : undefined;
  const names = namesIn(map, inspection);
  const firsts = new Map<string, Pair>();
  let before: Pair | undefined;
  for (const [index, pair] of map.pairs.entries()) {
    if (further?.has(pair)) {
      yield* beginsHere(inspection.record, pair, before!);
      firsts.clear();
    }
    before = pair;
    const name = names[index]!;
    const first = firsts.get(name);
    if (first) yield standsTwice(inspection, map, pair, first, name);
    else firsts.set(name, pair);
  }
}

function standsTwice({ record }: Inspection, map: MapNode, pair: Pair, first: Pair, name: string): Report {
  const { start, end } = pair.key;
  return {
    start, end, message: `${quote(name)} stands twice here, and only one of the two can count. Keep the right one.`,
    related: [{ start: first.key.start, end: first.key.end, message: 'It stands here first.' }],
    fixes: [
      ...(isEmpty(first.value) ? [] : removeField(record, map, pair, 'Remove this one')),
      ...(isEmpty(pair.value) ? [] : removeField(record, map, first, 'Remove the first one').map(fix => underItsName(fix, pair, name))),
    ],
  };
}

/** Where the one that stays is written otherwise than the one that goes, it takes over the right name. */
function underItsName(fix: Fix, { key }: Pair, name: string): Fix {
  return key.text === name ? fix : { ...fix, edits: [...fix.edits, { start: key.start, end: key.end, text: scalarText(name, key.style, false) }] };
}

/** Every mapping of a record but those in fields of the writer's own; what an alias repeats is seen once. */
function mapsOf(root: Node): MapNode[] {
  const maps: MapNode[] = [];
  const waiting: Node[] = [root];
  const seen = new Set<unknown>();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === 'scalar') continue;
    const content = node.kind === 'map' ? node.pairs : node.items;
    if (seen.has(content)) continue;
    seen.add(content);
    if (node.kind === 'list') {
      for (const item of node.items) if (item.kind !== 'scalar') waiting.push(item);
    } else {
      maps.push(node);
      for (const { key, value } of node.pairs) if (value.kind !== 'scalar' && !isOwnField(key.text)) waiting.push(value);
    }
  }
  return maps;
}
