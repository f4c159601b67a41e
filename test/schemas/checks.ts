import type { AuthorityData, EventData, FrameworkData, GradeData, GradeScaleData } from '../../server/reference/data';
import { fold } from '../../server/text/spelling';

const FOREVER = '9999-12-31';
const BEFORE = '0000-01-01';

interface Span { from: string; to: string }

/** First and last day of an authority's life, both included. */
export function lifeOf(authority: AuthorityData): Span {
  return { from: authority.valid_from ?? BEFORE, to: authority.valid_to ?? FOREVER };
}

function overlap(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** The day after a calendar day, both `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && day.length === 10;
}

/** The values that stand more than once. */
export function repeated<T>(values: T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** Spellings that lead to two different names, as "spelling: name, name". `groups` pairs each name with all its spellings. */
export function ambiguous(groups: [name: string, spellings: string[]][]): string[] {
  const names = new Map<string, Set<string>>();
  for (const [name, spellings] of groups) {
    for (const spelling of [name, ...spellings].map(fold)) names.set(spelling, (names.get(spelling) ?? new Set()).add(name));
  }
  return [...names].filter(([, found]) => found.size > 1).map(([spelling, found]) => `${spelling}: ${[...found].join(', ')}`);
}

/** Pairs of editions of one event that are in force on one day. */
export function overlappingEditions(frameworks: FrameworkData[]): string[] {
  const span = (f: FrameworkData): Span => ({ from: f.in_force.from, to: f.in_force.to ?? FOREVER });
  return frameworks.flatMap((a, index) => frameworks.slice(index + 1)
    .filter(b => a.events.some(event => b.events.includes(event)) && overlap(span(a), span(b)))
    .map(b => `${a.id} and ${b.id}`));
}

/** Names, official names, aliases and codes that two authorities share on one day, and present names that recall two. */
export function sharedByAuthorities(authorities: AuthorityData[]): string[] {
  const keys = (a: AuthorityData): string[] => [
    ...[a.name, a.official_name, ...(a.aliases ?? [])].map(fold),
    String(a.dfe_code), a.gss_code, ...(a.former_gss_codes ?? []),
  ].filter(key => key !== undefined);
  return authorities.flatMap((a, index) => authorities.slice(index + 1)
    .filter(b => overlap(lifeOf(a), lifeOf(b)))
    .flatMap(b => keys(a).filter(key => keys(b).includes(key)).map(key => `${key}: ${a.name}, ${b.name}`)));
}

/** Successors that do not exist, or that do not begin on the day after the end. */
export function brokenSuccessions(authorities: AuthorityData[]): string[] {
  const byCode = new Map(authorities.map(a => [a.gss_code, a]));
  return authorities.flatMap(a => (a.successors ?? []).filter(code => {
    const successor = byCode.get(code);
    return !a.valid_to || !successor || successor.valid_from !== dayAfter(a.valid_to);
  }).map(code => `${a.name} → ${code}`));
}

/** Grade spellings (with names and numbers) of one scale that lead to two of its grades. */
export function ambiguousGrades(scale: GradeScaleData, grades: GradeData[]): string[] {
  return ambiguous(scale.grades.map(({ grade, name, number }) => [
    name, [...(grades.find(g => g.id === grade)?.spellings ?? []), ...(number === undefined ? [] : [String(number)])],
  ]));
}

/** Judgement spellings of one framework that lead to two of its judgements. */
export function ambiguousJudgements(framework: FrameworkData): string[] {
  return ambiguous(framework.judgements.map(j => [j.name, [...(j.spellings ?? []), ...(j.also_printed ?? [])]]));
}

/** Spellings that two events share. */
export function ambiguousEvents(events: EventData[]): string[] {
  return ambiguous(events.map(e => [e.name, e.spellings ?? []]));
}
