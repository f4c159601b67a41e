import type { ReferenceData } from '../../reference/data';
import { didYouMean } from '../../text/did-you-mean';
import { quote } from '../../text/quote';
import type { Entry, List } from './entries';
import { namesIn, type Doubt, type Known } from './known';
import { NOUNS } from './names';

/** What a value names that names another entry. */
export interface Target {
  to: List;
  /** The field of the other entry that it is named by. */
  by: 'id' | 'name' | 'gss_code';
  /** Without the other entry this one is of no use. */
  isNeeded?: boolean;
}

/** A value that names another entry, and where it stands. */
interface Pointer extends Target {
  pointer: string;
  text: string;
}

/** Fields whose values name other entries, by their path from the list on; entries of lists need no step. */
const TARGETS: Readonly<Record<string, Target>> = {
  'grade_scales/grades/grade': { to: 'grades', by: 'id', isNeeded: true },
  'events/outcome_scale': { to: 'grade_scales', by: 'id', isNeeded: true },
  'events/followed_by': { to: 'events', by: 'id' },
  'events/previous_overall': { to: 'grades', by: 'id' },
  'frameworks/events': { to: 'events', by: 'id' },
  'frameworks/grade_scale': { to: 'grade_scales', by: 'id', isNeeded: true },
  'frameworks/overall_bears/overall': { to: 'grades', by: 'id' },
  'frameworks/overall_bears/grade': { to: 'grades', by: 'id' },
  'authorities/successors': { to: 'authorities', by: 'gss_code' },
  'known_errors/authority': { to: 'authorities', by: 'name', isNeeded: true },
  'known_errors/says': { to: 'grades', by: 'id', isNeeded: true },
  'known_errors/report_says': { to: 'grades', by: 'id', isNeeded: true },
  'next_steps/events': { to: 'events', by: 'id' },
  'next_steps/after': { to: 'events', by: 'id' },
  'next_steps/when/frameworks': { to: 'frameworks', by: 'id' },
  'next_steps/when/overall': { to: 'grades', by: 'id' },
  'next_steps/when/any': { to: 'grades', by: 'id' },
  'next_steps/when/outcome': { to: 'grades', by: 'id' },
  'trusts/runs/authority': { to: 'authorities', by: 'name', isNeeded: true },
};

/** What the value at a path of a file names; undefined where it names no other entry. */
export function targetAt(path: readonly (string | number)[]): Target | undefined {
  return TARGETS[path.filter(step => typeof step === 'string').join('/')];
}

/** Names of entries that there are not. */
export function pointerDoubts(entry: Entry, known: Known): Doubt[] {
  const doubts = pointersIn(entry).flatMap(({ pointer, to, by, text, isNeeded }) => {
    const names = known.names(to, by);
    return names.has(text) ? [] : [{ pointer, isFatal: isNeeded, message: `There is no ${NOUNS[to]} ${quote(text)}.${didYouMean(text, names)}` }];
  });
  return entry.list === 'frameworks' && !known.isUncertain('frameworks') ? [...doubts, ...joinDoubts(entry.value, known)] : doubts;
}

/** Entries without those that need one which is not among them, or which need such a one. */
export function withoutOrphans(entries: readonly Entry[], known: Known): readonly Entry[] {
  const there = new Map<string, ReadonlySet<string>>();
  const isThere = ({ to, by, text }: Pointer): boolean => {
    const key = `${to} ${by}`;
    let names = there.get(key);
    if (!names) there.set(key, (names = new Set(namesIn([...known.builtIn[to], ...entries.filter(({ list }) => list === to).map(({ value }) => value)], by))));
    return names.has(text);
  };
  const left = entries.filter(entry => pointersIn(entry).every(pointer => !pointer.isNeeded || isThere(pointer)));
  return left.length === entries.length ? left : withoutOrphans(left, known);
}

/** Judgements that others join, are parts of or are about, and that there are not. */
function joinDoubts({ judgements }: ReferenceData['frameworks'][number], known: Known): Doubt[] {
  const ids = new Set(known.all('frameworks').flatMap(({ value }) => value.judgements.map(judgement => judgement.id)));
  return judgements.flatMap(({ joins = [], topic }, i) => {
    const named = [...joins.map((join, j) => ({ pointer: `joins/${j}`, named: join })), ...(topic === undefined ? [] : [{ pointer: 'topic', named: topic }])];
    return named.filter(({ named }) => !ids.has(named)).map(({ pointer, named }) => ({ pointer: `/judgements/${i}/${pointer}`, message: `There is no judgement ${quote(named)}.${didYouMean(named, ids)}` }));
  });
}

function pointersIn({ list, value }: Entry): Pointer[] {
  return Object.entries(TARGETS).flatMap(([path, target]) => {
    const [first, ...steps] = path.split('/');
    return first === list ? [...valuesAt(value, steps)].map(found => ({ ...found, ...target })) : [];
  });
}

/** The texts at a path, with JSON pointers to them; every entry of a list counts. */
function* valuesAt(value: unknown, steps: readonly string[], pointer = ''): Generator<{ pointer: string; text: string }> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) yield* valuesAt(item, steps, `${pointer}/${i}`);
  } else if (!steps.length) {
    if (typeof value === 'string') yield { pointer, text: value };
  } else if (value !== null && typeof value === 'object') {
    yield* valuesAt((value as Record<string, unknown>)[steps[0]!], steps.slice(1), `${pointer}/${steps[0]}`);
  }
}
