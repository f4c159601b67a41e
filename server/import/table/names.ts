import type { EventData, FrameworkData, JudgementData } from '../../reference/data';
import type { Framework } from '../../reference/frameworks';
import { kinOf } from '../../reference/judgements';
import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';

/** A heading as names are looked for in it: folded, without the marks that tables put in. */
export function headingKey(heading: string): string {
  return ` ${fold(heading).replace(/[()/:,?]/g, ' ').replace(/\s+/g, ' ').trim()} `;
}

/** How many letters of a heading a name covers, found in it as whole words; 0 where it is not there. */
function covered(key: string, name: string): number {
  const wanted = headingKey(name);
  return wanted.length > 2 && key.includes(wanted) ? wanted.length - 2 : 0;
}

/** The event that a heading or a title names: where it names several, the one that is named last and most fully ("Single inspection, re-inspection"). */
export function eventIn(text: string, reference: Reference): EventData | undefined {
  const key = headingKey(text);
  const lastLetter = (name: string) => (covered(key, name) > 0 ? key.lastIndexOf(headingKey(name)) + headingKey(name).length : 0);
  return most(reference.events.all, ({ name, spellings = [] }) => {
    const names = [name, ...spellings];
    return Math.max(...names.map(lastLetter)) * key.length + longest(key, names);
  });
}

/** The event that a text names among other words, where it names no other one: "ILACS Standard (2 weeks)". */
export function onlyEventIn(text: string, { events }: Reference): EventData | undefined {
  const namesIn = (key: string) => events.all.flatMap(event => [event.name, ...event.spellings ?? []].filter(name => covered(key, name) > 0).map(name => ({ event, name })));
  const key = headingKey(text);
  const longest = most(namesIn(key), ({ name }) => name.length);
  const rest = longest && key.replace(headingKey(longest.name), ' | ');
  return rest !== undefined && namesIn(rest).every(({ event }) => event === longest?.event) ? longest?.event : undefined;
}

/** Whether what a text says of an event is no more than the name of its framework, which may be that of others too: "ILACS", "ILACS 1". */
export function namesFrameworkAlone(text: string, event: EventData, { frameworks }: Reference): boolean {
  const key = headingKey(text);
  const letters = longest(key, [event.name, ...event.spellings ?? []]);
  return letters > 0 && frameworks.of(event).some(({ short_name: name }) => letters <= covered(key, name.split(',')[0]!));
}

/** The judgement of an edition that a heading names, and how many of its letters. */
export function judgementIn(heading: string, framework: FrameworkData): { judgement: JudgementData; letters: number } | undefined {
  const key = headingKey(heading);
  const lettersOf = (judgement: JudgementData) => longest(key, namesOf(judgement));
  const judgement = most(framework.judgements, lettersOf);
  return judgement && { judgement, letters: lettersOf(judgement) };
}

/** All judgements of an edition that a heading names. */
export function judgementsNamed(heading: string, framework: FrameworkData): JudgementData[] {
  const key = headingKey(heading);
  return framework.judgements.filter(judgement => longest(key, namesOf(judgement)) > 0);
}

function namesOf({ name, also_printed = [], spellings = [] }: JudgementData): string[] {
  return [name, ...also_printed, ...spellings];
}

/** Whether a heading names a judgement of any edition: in several words, or by nothing but its short name. */
export function namesJudgement(heading: string, frameworks: readonly FrameworkData[]): boolean {
  const key = headingKey(heading);
  const isNamed = (name: string) => {
    const letters = covered(key, name);
    return letters > 0 && (headingKey(name).trim().includes(' ') || key.replace(/ (grade|judgement|rating) $/, ' ').trim().length === letters);
  };
  return frameworks.some(framework => framework.judgements.some(judgement => namesOf(judgement).some(isNamed)));
}

/** What a heading means in an edition. */
export interface Meaning {
  /** Several where one heading stands for parts that the edition judges apart; none where it has no such judgement. */
  judgements: readonly JudgementData[];
  /** Whether the heading is the edition's own name for it, and not that of another edition's judgement, which joins it or is a part of it. */
  isOwn: boolean;
}

/** @param others all editions that a heading may be taken from */
export function meaningIn(heading: string, framework: Framework, others: readonly Framework[]): Meaning {
  // A table has a few headings and very many rows.
  let known = meanings.get(framework);
  if (known?.others !== others) meanings.set(framework, (known = { others, byHeading: new Map() }));
  let meaning = known.byHeading.get(heading);
  if (!meaning) known.byHeading.set(heading, (meaning = lookUp(heading, framework, others)));
  return meaning;
}

const meanings = new WeakMap<Framework, { others: readonly Framework[]; byHeading: Map<string, Meaning> }>();

function lookUp(heading: string, framework: Framework, others: readonly Framework[]): Meaning {
  const own = judgementIn(heading, framework);
  const elsewhere = most(others, other => judgementIn(heading, other)?.letters ?? 0);
  const foreign = elsewhere && judgementIn(heading, elsewhere);
  if (own && (!foreign || own.letters >= foreign.letters)) return { judgements: [own.judgement], isOwn: true };
  return { judgements: foreign ? kinOf(foreign.judgement, framework) : [], isOwn: false };
}

function longest(key: string, names: readonly string[]): number {
  return Math.max(0, ...names.map(name => covered(key, name)));
}

/** The first of those for which most is counted; undefined where nothing is counted for any. */
function most<T>(all: readonly T[], count: (one: T) => number): T | undefined {
  let best: T | undefined;
  let least = 0;
  for (const one of all) {
    const number = count(one);
    if (number > least) [best, least] = [one, number];
  }
  return best;
}
