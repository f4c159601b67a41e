import { shorten } from '../text/quote';
import { inOrder, sameValue, type Draft, type Reading, type Remark } from './draft';
import { firstDayOf } from './match-records';

/** Fields that are lists of what was said: they are joined, not compared. */
const JOINED = ['sources'];

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
    const same = [...new Set(keys.flatMap(key => byKey.get(key) ?? []))].filter(index => unified[index] && isSameEvent(unified[index], draft)).sort((a, b) => a - b);
    // One that knows both its days may bring two together that each knew one.
    const at = same[0] ?? unified.length;
    unified[at] = [...same.slice(1).map(index => unified[index]!), draft].reduce<Draft | undefined>((joined, other) => (joined ? join(joined, other, notes) : other), unified[at]);
    for (const index of same.slice(1)) unified[index] = undefined;
    for (const key of draft.wasRecord ? [] : keysOf(unified[at]!)) byKey.set(key, [...new Set([...(byKey.get(key) ?? []), at])]);
  }
  return { drafts: unified.filter(draft => draft !== undefined), notes };
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

/** @param notes is told of what differs */
function join(first: Draft, second: Draft, notes: string[]): Draft {
  const value: Record<string, unknown> = { ...first.value };
  let remarks: readonly Remark[] = first.remarks;
  const conflicts: string[] = [];
  for (const [field, other] of Object.entries(second.value)) {
    const own = value[field];
    if (JOINED.includes(field)) continue;
    const isBetter = own === undefined || (isDoubtful(first, field) && !isDoubtful(second, field)) || (holds(other, own) && !sameValue(other, own));
    if (isBetter) {
      value[field] = other;
      remarks = [...remarks.filter(({ path }) => path[0] !== field), ...second.remarks.filter(({ path }) => path[0] === field)];
    } else if (!sameValue(own, other) && !isDoubtful(second, field) && !holds(own, other)) conflicts.push(field);
  }
  value.sources = [...entriesOf(first), ...entriesOf(second).map((source, index) => (index === 0 ? withConflicts(source, second, conflicts) : source))];
  notes.push(...conflicts.map(field => `${second.origin}: '${field}' is ${words(second.value[field])}, where ${first.origin} has ${words(first.value[field])}; the first is kept.`));
  return { ...first, value: inOrder(value), remarks };
}

/** Whether one mapping has everything that another has: the day on which work began, and the last day besides. */
function holds(whole: unknown, part: unknown): boolean {
  const isMapping = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMapping(whole) && isMapping(part) && Object.entries(part).every(([name, value]) => sameValue(whole[name], value));
}

function entriesOf({ value }: Draft): unknown[] {
  return Array.isArray(value.sources) ? value.sources : [];
}

function withConflicts(source: unknown, { value }: Draft, conflicts: readonly string[]): unknown {
  if (conflicts.length === 0) return source;
  const entry = typeof source === 'object' && source !== null ? source as Record<string, unknown> : { url: source };
  return { ...entry, says: { ...(entry.says as object | undefined), ...Object.fromEntries(conflicts.map(field => [field, value[field]])) } };
}

function words(value: unknown): string {
  return shorten(typeof value === 'string' ? value : JSON.stringify(value));
}
