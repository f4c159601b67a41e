import type { Node } from '../records/node';
import type { CalendarDate } from '../reference/calendar';
import type { JudgementData } from '../reference/data';
import { fieldsAt, type Field } from '../reference/fields';
import { judgementNamed } from '../reference/frameworks';
import type { Inspection } from '../reference/inspection';
import { fold } from '../text/spelling';
import { capitalised } from '../text/words';
import { itemsOf, runOf, valueIn } from './runs';
import { sourceItems } from './sources';
import { TABLES, tableSection } from './tables';
import type { Detail, Group, Item, ListSection, Run, Section } from './view';
import { spokenName } from './words';

/** Fields that have a place of their own on the page. */
const ELSEWHERE = new Set(['fieldwork', 'judgements', 'summary']);

/** How a detail is introduced, where it does not explain itself; by field. */
const LABELS: Readonly<Record<string, string>> = { national_framework: 'National framework' };

const STYLES: Readonly<Record<string, ListSection['style']>> = { quotes: 'quotes', notes: 'text' };

/** The lists of a record (strengths, quotes, actions …) and its notes, in the order of the format; empty ones are left out. */
export function sectionsOf(inspection: Inspection, today: Required<CalendarDate>): Section[] {
  return fieldsAt([]).flatMap(field => {
    const isList = field.types.includes('array');
    if (ELSEWHERE.has(field.name) || (!isList && STYLES[field.name] !== 'text')) return [];
    return (TABLES.has(field.name) ? tableSection(inspection, field, today) : listSection(inspection, field, isList)) ?? [];
  });
}

function listSection(inspection: Inspection, field: Field, isList: boolean): ListSection | undefined {
  const entries = field.name === 'sources' ? sourceItems(inspection, inspection.fields.get(field.name)?.value).map(item => ({ item }))
    : [...written(inspection, field), ...(isList ? underJudgements(inspection, field) : [])];
  if (!entries.length) return undefined;
  return { id: field.name, title: field.title, count: isList ? entries.length : undefined, style: STYLES[field.name] ?? 'list', groups: grouped(entries) };
}

/** An item and what it belongs to: a judgement of the edition, or the words that should name one. */
interface Entry {
  item: Item;
  under?: JudgementData | string;
}

function written(inspection: Inspection, field: Field): Entry[] {
  const value = inspection.fields.get(field.name)?.value;
  return itemsOf(value).flatMap(node => {
    const item = itemOf(node, [field.name, 0], inspection);
    const named = node.kind === 'map' ? runOf(valueIn(node, [field.name, 0], 'judgement'))?.text : undefined;
    return item ? [{ item, under: named === undefined ? undefined : judgementFor(named, inspection) ?? named }] : [];
  });
}

/** Findings that stand under the grade of a judgement. */
function underJudgements(inspection: Inspection, field: Field): Entry[] {
  return inspection.judgements.flatMap(({ pair: { key, value }, counts }) => {
    const list = value.kind === 'map' ? valueIn(value, ['judgements', ''], field.name) : undefined;
    return itemsOf(list).flatMap(node => {
      const item = itemOf(node, [field.name, 0], inspection);
      return item ? [{ item, under: counts ?? key.text }] : [];
    });
  });
}

function judgementFor(name: string, { edition }: Inspection): JudgementData | undefined {
  return edition?.kind === 'one' ? judgementNamed(edition.framework, name)?.judgement : undefined;
}

/** The first field of an entry is what it is about; the others are its details, in the order of the format. */
function itemOf(node: Node, path: (string | number)[], inspection: Inspection): Item | undefined {
  const isQuote = STYLES[path[0]!] === 'quotes';
  const asMain = (run: Run): Run => (isQuote ? { ...run, text: withoutQuotationMarks(run.text) } : run);
  if (node.kind !== 'map') {
    const main = runOf(node);
    return main && { main: asMain(main), details: [] };
  }
  const details = fieldsAt(path).flatMap(field => (field.name === 'judgement' ? [] : detailOf(valueIn(node, path, field.name), field, inspection)));
  const [first] = details;
  return first && { main: asMain(first.value), details: details.slice(1) };
}

function detailOf(node: Node | undefined, { name, form }: Field, inspection: Inspection): Detail[] {
  const value = runOf(node, form);
  if (!value) return [];
  return [{ label: LABELS[name], value: name === 'national_framework' ? withItsName(value, inspection) : value }];
}

/** "outcome 4: Children in care and care leavers have stable, loving homes". */
function withItsName(run: Run, { reference }: Inspection): Run {
  const known = reference.nationalFramework.find(({ reference: written }) => fold(written) === fold(run.text));
  return known ? { ...run, text: `${known.reference}: ${known.name}` } : run;
}

/** Words that stand in quotation marks of their own get none of ours besides. */
function withoutQuotationMarks(text: string): string {
  return /^(?:"([^"]+)"|“([^“”]+)”|‘([^‘’]+)’|'([^']+)')$/su.exec(text)?.slice(1).find(words => words !== undefined)?.trim() ?? text;
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
