import type { MapNode, Node } from '../records/node';
import type { JudgementData } from '../reference/data';
import { fieldsAt, type Field } from '../reference/fields';
import { judgementNamed } from '../reference/frameworks';
import type { Inspection } from '../reference/inspection';
import { readKeys } from '../reference/keys';
import { capitalised } from '../text/words';
import { runOf } from './runs';
import type { Detail, Group, Item, Section } from './view';
import { spokenName } from './words';

/** Fields that have a place of their own on the page. */
const ELSEWHERE = new Set(['fieldwork', 'judgements', 'summary']);

/** How a detail is introduced, where it does not explain itself; by field. */
const LABELS: Readonly<Record<string, string>> = {
  national_framework: 'National framework', addresses: 'Addresses', owner: 'Owner', due: 'Due', status: 'Status', follows: 'Follows',
  accessed: 'Read on', says: 'Says otherwise',
};

const STYLES: Readonly<Record<string, Section['style']>> = { quotes: 'quotes', notes: 'text' };

/** The lists of a record (strengths, quotes, actions …) and its notes, in the order of the format; empty ones are left out. */
export function sectionsOf(inspection: Inspection): Section[] {
  return fieldsAt([]).flatMap(field => {
    const isList = field.types.includes('array');
    if (ELSEWHERE.has(field.name) || (!isList && STYLES[field.name] !== 'text')) return [];
    const entries = [...written(inspection, field), ...(isList ? underJudgements(inspection, field) : [])];
    if (!entries.length) return [];
    return [{ id: field.name, title: field.title, count: isList ? entries.length : undefined, style: STYLES[field.name] ?? 'list', groups: grouped(entries) }];
  });
}

/** An item and what it belongs to: a judgement of the edition, or the words that should name one. */
interface Entry {
  item: Item;
  under?: JudgementData | string;
}

function written(inspection: Inspection, field: Field): Entry[] {
  const value = inspection.fields.get(field.name)?.value;
  return itemNodes(value).flatMap(node => {
    const item = itemOf(node, [field.name, 0]);
    const named = node.kind === 'map' ? runOf(valueIn(node, [field.name, 0], 'judgement'))?.text : undefined;
    return item ? [{ item, under: named === undefined ? undefined : judgementFor(named, inspection) ?? named }] : [];
  });
}

/** Findings that stand under the grade of a judgement. */
function underJudgements({ judgements }: Inspection, field: Field): Entry[] {
  return judgements.flatMap(({ pair: { key, value }, counts }) => {
    const list = value.kind === 'map' ? valueIn(value, ['judgements', ''], field.name) : undefined;
    return itemNodes(list).flatMap(node => {
      const item = itemOf(node, [field.name, 0]);
      return item ? [{ item, under: counts ?? key.text }] : [];
    });
  });
}

function judgementFor(name: string, { edition }: Inspection): JudgementData | undefined {
  return edition?.kind === 'one' ? judgementNamed(edition.framework, name)?.judgement : undefined;
}

/** A single value stands for a list of one. */
function itemNodes(value: Node | undefined): readonly Node[] {
  if (!value) return [];
  return value.kind === 'list' ? value.items : [value];
}

/** The first field of an entry is what it is about; the others are its details, in the order of the format. */
function itemOf(node: Node, path: (string | number)[]): Item | undefined {
  if (node.kind !== 'map') {
    const main = runOf(node);
    return main && { main, details: [] };
  }
  const details = fieldsAt(path).flatMap(field => (field.name === 'judgement' ? [] : detailOf(valueIn(node, path, field.name), field)));
  const [first] = details;
  return first && { main: first.value, details: details.slice(1) };
}

function valueIn(node: MapNode, path: readonly (string | number)[], name: string): Node | undefined {
  return readKeys(node, fieldsAt(path)).fields.get(name)?.value;
}

function detailOf(node: Node | undefined, { name, form, values }: Field): Detail[] {
  const value = runOf(node, form);
  if (!value) return [];
  const label = LABELS[name];
  // One of a few fixed values, which are written small, stands here without anything before it.
  return [{ label, value: values.length && !label ? { ...value, text: capitalised(value.text) } : value }];
}

/** What belongs to no judgement comes first, the rest in the order in which judgements are first met. */
function grouped(entries: readonly Entry[]): Group[] {
  const groups = new Map<string | undefined, Item[]>([[undefined, []]]);
  for (const { item, under } of entries) {
    const title = under === undefined ? undefined : capitalised(typeof under === 'string' ? under : spokenName(under));
    const items = groups.get(title);
    if (items) items.push(item);
    else groups.set(title, [item]);
  }
  return [...groups].filter(([, items]) => items.length).map(([title, items]) => ({ title, items }));
}
