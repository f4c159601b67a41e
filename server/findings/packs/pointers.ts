import type { ReferenceData } from '../../reference/data';
import { didYouMean } from '../../text/did-you-mean';
import { quote } from '../../text/quote';
import type { Entry, List } from './entries';
import { namesIn, type Doubt, type Known } from './known';
import { NOUNS } from './names';

/** A value that names another entry. */
interface Pointer {
  pointer: string;
  to: List;
  /** The field of the other entry that it names it by. */
  by: 'id' | 'name' | 'gss_code';
  text: string;
  /** Without the other entry this one is of no use. */
  isNeeded?: boolean;
}

const pointersOf: { [L in List]?: (value: ReferenceData[L][number]) => Pointer[] } = {
  grade_scales: ({ grades }) => grades.map(({ grade }, i) => ({ ...id(`/grades/${i}/grade`, 'grades', grade), isNeeded: true })),
  events: ({ outcome_scale, followed_by = [], previous_overall = [] }) => [
    ...(outcome_scale === undefined ? [] : [{ ...id('/outcome_scale', 'grade_scales', outcome_scale), isNeeded: true }]),
    ...followed_by.map((event, i) => id(`/followed_by/${i}`, 'events', event)),
    ...previous_overall.map((grade, i) => id(`/previous_overall/${i}`, 'grades', grade)),
  ],
  frameworks: ({ events, grade_scale, overall_bears = [] }) => [
    ...events.map((event, i) => id(`/events/${i}`, 'events', event)),
    { ...id('/grade_scale', 'grade_scales', grade_scale), isNeeded: true },
    ...overall_bears.flatMap(({ overall, grade }, i) => [id(`/overall_bears/${i}/overall`, 'grades', overall), id(`/overall_bears/${i}/grade`, 'grades', grade)]),
  ],
  authorities: ({ successors = [] }) => successors.map((code, i) => ({ pointer: `/successors/${i}`, to: 'authorities', by: 'gss_code', text: code })),
  next_steps: ({ events = [], after, when: { frameworks = [], overall = [], any = [], outcome = [] } = {} }) => [
    ...events.map((event, i) => id(`/events/${i}`, 'events', event)),
    ...after.map((event, i) => id(`/after/${i}`, 'events', event)),
    ...frameworks.map((framework, i) => id(`/when/frameworks/${i}`, 'frameworks', framework)),
    ...Object.entries({ overall, any, outcome }).flatMap(([field, grades]) => grades.map((grade, i) => id(`/when/${field}/${i}`, 'grades', grade))),
  ],
  trusts: ({ runs }) => runs.map(({ authority }, i) => ({ pointer: `/runs/${i}/authority`, to: 'authorities', by: 'name', text: authority, isNeeded: true })),
};

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
  return (pointersOf[list] as ((value: unknown) => Pointer[]) | undefined)?.(value) ?? [];
}

function id(pointer: string, to: List, text: string): Pointer {
  return { pointer, to, by: 'id', text };
}
