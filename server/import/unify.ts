import { shorten } from '../text/quote';
import { count } from '../text/words';
import { inOrder, sameValue, type Draft, type Reading, type Remark } from './draft';
import { firstDayOf } from './match-records';

/** Fields that are lists of what was said: they are joined, not compared. */
const JOINED = ['sources'];

/** Bounds for tables made to do harm. Of what is true, far less is alike: sources of one inspection, inspections of one day, differences. */
const MOST_SOURCES = 50;
const MOST_ALIKE = 50;
const MOST_NOTES = 1000;

/**
 * Drafts of one inspection made one: sheets of a table tell of the same inspection, each something of it. Where two differ the first is
 * kept, the other noted with its source, and told. Drafts stay in their order.
 */
export function unify(drafts: readonly Draft[]): Reading {
  const byKey = new Map<string, number[]>();
  const unified: (Draft | undefined)[] = [];
  const notes: string[] = [];
  for (const draft of drafts) {
    const keys = draft.wasRecord ? [] : keysOf(draft);
    const same = [...new Set(keys.flatMap(key => byKey.get(key)?.slice(-MOST_ALIKE) ?? []))].filter(index => unified[index] && isSameEvent(unified[index], draft)).sort((a, b) => a - b);
    // One that knows both its days may bring two together that each knew one.
    const at = same[0] ?? unified.length;
    unified[at] = [...same.slice(1).map(index => unified[index]!), draft].reduce<Draft | undefined>((joined, other) => (joined ? join(joined, other, notes) : other), unified[at]);
    for (const index of same.slice(1)) unified[index] = undefined;
    for (const key of draft.wasRecord ? [] : keysOf(unified[at]!)) byKey.set(key, [...new Set([...(byKey.get(key) ?? []), at])]);
  }
  const more = notes.length - MOST_NOTES;
  return { drafts: unified.filter(draft => draft !== undefined), notes: more > 0 ? [...notes.slice(0, MOST_NOTES), `${count(more, 'more value')} ${more === 1 ? 'is' : 'are'} told differently.`] : notes };
}

/** By what an inspection is told from others: who, and the first day on site or that of the publication. */
function keysOf({ value }: Draft): string[] {
  const { authority, published } = value;
  const start = firstDayOf(value);
  return [...(start === undefined ? [] : [JSON.stringify(['start', authority, start])]), ...(published === undefined ? [] : [JSON.stringify(['published', authority, published])])];
}

/** Two inspections of an authority may come out on one day; where one of two drafts does not know for certain what it is, it is the other. */
function isSameEvent(a: Draft, b: Draft): boolean {
  const starts = [a, b].map(({ value }) => firstDayOf(value));
  if (starts[0] !== undefined && starts[1] !== undefined && starts[0] !== starts[1]) return false;
  return isDoubtful(a, 'event') || isDoubtful(b, 'event') || a.value.event === b.value.event;
}

function isDoubtful({ value, remarks }: Draft, field: string): boolean {
  return value[field] === undefined || remarks.some(({ path, doubt }) => doubt !== undefined && path[0] === field);
}

/** Whether a source says something in words of its own: what another says instead is told, and does not take its place. */
function isSaid({ remarks }: Draft, field: string): boolean {
  return remarks.some(({ path, isSaid: said }) => said && path[0] === field);
}

/** @param notes is told of what differs */
function join(first: Draft, second: Draft, notes: string[]): Draft {
  const value: Record<string, unknown> = { ...first.value };
  let remarks: readonly Remark[] = first.remarks;
  let { silenced } = first;
  const conflicts: Record<string, unknown> = {};
  const tell = (name: string, theirs: unknown, ours: unknown) => notes.push(`${second.origin}: '${name}' is ${words(theirs)}, where ${first.origin} has ${words(ours)}; the first is kept.`);
  const takeOver = (field: string, other: unknown) => {
    value[field] = other;
    remarks = [...remarks.filter(({ path }) => path[0] !== field), ...second.remarks.filter(({ path }) => path[0] === field)];
  };
  for (const [field, other] of Object.entries(second.value)) {
    const own = value[field];
    const isBetter = own === undefined || (isDoubtful(first, field) && !isDoubtful(second, field));
    if (JOINED.includes(field) || (sameValue(own, other) && !isBetter)) continue;
    if (field === 'judgements' && isMapping(own) && isMapping(other)) {
      value[field] = both(own, other);
      remarks = [...remarks, ...second.remarks.filter(({ path: [name, entry] }) => name === field && entry !== undefined && !(entry in own))];
      // Of two parts each was silent about the other.
      if (!sameValue(value[field], own)) silenced = sameValue(value[field], other) ? second.silenced : undefined;
      const differing = Object.entries(other).filter(([name, grade]) => grade !== null && own[name] !== null && !sameValue((value[field] as typeof own)[name], grade));
      for (const [name, grade] of differing) tell(name, grade, own[name]);
      if (differing.length > 0) conflicts[field] = Object.fromEntries(differing);
    } else if ((isBetter && !isSaid(first, field)) || holds(other, own)) takeOver(field, other);
    else if ((!isDoubtful(second, field) || isSaid(second, field)) && !holds(own, other)) {
      conflicts[field] = other;
      tell(field, other, own);
    }
  }
  value.sources = withSources(entriesOf(first), entriesOf(second).map((source, index) => (index === 0 ? withConflicts(source, conflicts) : source)));
  return { ...first, value: inOrder(value), remarks, silenced };
}

type Mapping = Readonly<Record<string, unknown>>;

/** What either of two mappings has, each entry behind the one that it follows; where both have a value, that of the first. */
function both(first: Mapping, second: Mapping): Mapping {
  const entries = Object.entries(first).map(([name, value]) => [name, value ?? second[name] ?? null] as [string, unknown]);
  const names = Object.keys(second);
  for (const [index, name] of names.entries()) {
    if (name in first) continue;
    const before = entries.findIndex(([other]) => other === names[index - 1]);
    const behind = entries.findIndex(([other]) => names.indexOf(other) > index);
    entries.splice(before >= 0 ? before + 1 : behind >= 0 ? behind : entries.length, 0, [name, second[name]]);
  }
  return Object.fromEntries(entries);
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sources with others besides, each once. */
function withSources(own: readonly unknown[], others: readonly unknown[]): readonly unknown[] {
  return own.length >= MOST_SOURCES ? own : [...own, ...others.filter(other => !own.some(source => sameValue(source, other)))].slice(0, MOST_SOURCES);
}

/** Whether one mapping has everything that another has: the day on which work began, and the last day besides. */
function holds(whole: unknown, part: unknown): boolean {
  return isMapping(whole) && isMapping(part) && Object.entries(part).every(([name, value]) => sameValue(whole[name], value));
}

function entriesOf({ value }: Draft): unknown[] {
  return Array.isArray(value.sources) ? value.sources : [];
}

function withConflicts(source: unknown, conflicts: Mapping): unknown {
  if (Object.keys(conflicts).length === 0) return source;
  const entry = isMapping(source) ? source : { url: source };
  return { ...entry, says: { ...(entry.says as object | undefined), ...conflicts } };
}

function words(value: unknown): string {
  return shorten(typeof value === 'string' ? value : JSON.stringify(value));
}
