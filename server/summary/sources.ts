import { pairOf, type MapNode, type Node } from '../records/node';
import { fieldAt } from '../reference/fields';
import type { Inspection } from '../reference/inspection';
import { fieldworkInWords } from './dates';
import { plainLine } from './plain';
import { itemsOf, runOf, valueIn } from './runs';
import type { Detail, Item, Run } from './view';

const PATH = ['sources', 0];

/** Where the facts of a record were read: with what a source says otherwise, beside what the record says. */
export function sourceItems(inspection: Inspection, value: Node | undefined): Item[] {
  return itemsOf(value).flatMap(node => {
    if (node.kind !== 'map') {
      const main = runOf(node);
      return main ? [{ main, details: [] }] : [];
    }
    const main = nameOf(node);
    return main ? [{ main, details: [...readOn(node), ...conflicts(node, inspection)] }] : [];
  });
}

/** Its title, which leads to its address. */
function nameOf(node: MapNode): Run | undefined {
  const [title, address] = [runOf(valueIn(node, PATH, 'title')), runOf(valueIn(node, PATH, 'url'))];
  if (!title || !address?.url) return title ?? address;
  return { ...title, url: address.url };
}

function readOn(node: MapNode): Detail[] {
  const run = runOf(valueIn(node, PATH, 'accessed'), 'date');
  return run ? [{ label: 'Read on', value: run }] : [];
}

function conflicts(node: MapNode, inspection: Inspection): Detail[] {
  const says = valueIn(node, PATH, 'says');
  return says ? [...facts(says, [])].flatMap(({ path, value }) => conflict(path, value, inspection) ?? []) : [];
}

interface Fact {
  /** Names of fields, from the record down. */
  path: readonly string[];
  value: Node;
}

/** Every single thing that is said, however deep it stands. */
function* facts(value: Node, path: readonly string[]): Generator<Fact> {
  if (value.kind !== 'map') yield { path, value };
  else for (const pair of value.pairs) yield* facts(pair.value, [...path, pair.key.text]);
}

/** What a source says of a thing, with what the record has, where it has something else. */
function conflict(path: readonly string[], value: Node, inspection: Inspection): Detail | undefined {
  const said = runOf(value, fieldAt(path)?.form);
  if (!said) return undefined;
  const own = ownWords(path, inspection);
  const names = path.map((name, index) => fieldAt(path.slice(0, index + 1))?.title.toLowerCase() ?? name);
  const label = names.length ? `Says of ${names.join(', ')}` : 'Says otherwise';
  return { label, value: own && own !== said.text ? { ...said, mark: `this record: ${own}` } : said };
}

function ownWords([name = '', ...deeper]: readonly string[], inspection: Inspection): string | undefined {
  if (name === 'fieldwork' && !deeper.length) return plainLine(fieldworkInWords(inspection) ?? []) || undefined;
  const own = inspection.fields.get(name)?.value;
  const node = deeper.reduce((at, key) => (at?.kind === 'map' ? pairOf(at, key)?.value : undefined), own);
  return node && runOf(node, fieldAt([name, ...deeper])?.form)?.text;
}
