import { compareDates, parseDate, type CalendarDate } from './calendar';
import type { AuthorityData, AuthorityTitleData } from './data';
import { nameKey, NameIndex, type Match } from './match';
import { Titles, type Untitled } from './titles';

/** An inspected body with its life and its neighbours in time. */
export interface Authority extends AuthorityData {
  from?: CalendarDate;
  to?: CalendarDate;
}

export class AuthorityIndex {
  readonly all: readonly Authority[];
  private readonly canonical = new Map<string, Authority>();
  private readonly names = new NameIndex<Authority>();
  /** Without codes, and without titles where a name is left: the names that others are compared with. */
  private readonly bare = new NameIndex<Authority>();
  private readonly titles: Titles;
  /** The official name of each without its title, down to a name in use ("City of London"). */
  private readonly untitled: ReadonlyMap<Authority, Untitled>;
  private readonly byGss = new Map<string, Authority>();

  constructor(data: readonly AuthorityData[], titles: readonly AuthorityTitleData[]) {
    this.titles = new Titles(titles);
    this.all = data.map(entry => ({ ...entry, from: entry.valid_from ? parseDate(entry.valid_from) : undefined, to: entry.valid_to ? parseDate(entry.valid_to) : undefined }));
    for (const authority of this.all) {
      this.canonical.set(authority.name, authority);
      if (authority.gss_code) this.byGss.set(authority.gss_code, authority);
      const codes = [authority.gss_code, ...(authority.former_gss_codes ?? []), authority.dfe_code, authority.provider_number];
      for (const name of [authority.name, authority.official_name, ...(authority.aliases ?? []), ...codes]) if (name) this.names.add(String(name), authority);
    }
    const inUse = new Set(this.all.map(({ name }) => nameKey(name)));
    this.untitled = new Map(this.all.map(authority => {
      const steps = this.titles.steps(authority.official_name);
      return [authority, steps.find(({ name }) => inUse.has(name)) ?? steps.at(-1) ?? { name: nameKey(authority.official_name), title: NO_TITLE }];
    }));
    for (const authority of this.all) for (const name of [authority.name, this.untitled.get(authority)!.name, ...(authority.aliases ?? [])]) this.bare.add(name, authority);
  }

  named(name: string): Authority | undefined {
    return this.canonical.get(name);
  }

  withGssCode(code: string): Authority | undefined {
    return this.byGss.get(code);
  }

  /** What a written authority stands for; where a name or code was handed on, the one that existed on `date` is meant. */
  match(written: string, date?: CalendarDate): Match<Authority> {
    const exact = this.canonical.get(written);
    if (exact) return { kind: 'exact', value: exact };
    const candidates = [...this.names.find(written).map(authority => ({ authority, title: NO_TITLE })), ...this.withoutTitle(written)];
    const meant = candidates.find(({ authority }) => !date || existsOn(authority, date)) ?? candidates[0];
    if (!meant) return { kind: 'unknown', guesses: this.guess(written, date) };
    const rival = this.rival(meant.authority, meant.title, date);
    return rival ? { kind: 'unknown', guesses: [rival, meant.authority] } : { kind: 'spelling', value: meant.authority };
  }

  successors(authority: Authority): Authority[] {
    return (authority.successors ?? []).map(code => this.byGss.get(code)).filter(found => found !== undefined);
  }

  predecessors(authority: Authority): Authority[] {
    return this.all.filter(other => authority.gss_code !== undefined && other.successors?.includes(authority.gss_code));
  }

  /** Who stood in an authority's place on a day on which it did not exist: the successors by then, or the predecessors. */
  inPlaceOf(authority: Authority, date: CalendarDate): Authority[] {
    const next = authority.to && compareDates(date, authority.to) > 0 ? this.successors.bind(this) : this.predecessors.bind(this);
    const found = new Set(next(authority));
    for (const other of found) if (!existsOn(other, date)) for (const further of next(other)) found.add(further);
    return [...found].filter(other => existsOn(other, date));
  }

  /** What a name stands for when less and less of its title is regarded. */
  private withoutTitle(written: string): { authority: Authority; title: Untitled['title'] }[] {
    return this.titles.steps(written).flatMap(({ name, title }) => this.bare.find(name).map(authority => ({ authority, title })));
  }

  /** The authority of a like name that bears a title which the one in question does not: "Derby County Council" is not Derby for certain. */
  private rival(authority: Authority, title: Untitled['title'], date: CalendarDate | undefined): Authority | undefined {
    const bears = (other: Authority) => [...title].every(word => this.untitled.get(other)!.title.has(word));
    if (!title.size || bears(authority)) return undefined;
    return this.all.find(other => (!date || existsOn(other, date)) && isLike(nameKey(other.name), nameKey(authority.name)) && bears(other));
  }

  /** What a name that nobody bears may mean, titles left aside; where that did not exist on `date`, who was there in its place. */
  private guess(written: string, date: CalendarDate | undefined): Authority[] {
    const name = this.titles.steps(written).at(-1)?.name ?? '';
    const named = this.all.filter(authority => ` ${name} `.includes(` ${nameKey(authority.name)} `)).sort((a, b) => b.name.length - a.name.length);
    const guesses = [...this.bare.guess(name), ...named];
    return [...new Set(guesses.flatMap(authority => (!date || existsOn(authority, date) ? [authority] : this.inPlaceOf(authority, date))))].slice(0, MOST_GUESSES);
  }
}

const NO_TITLE: Untitled['title'] = new Set();

/** Whether one name is the beginning of the other, as "Derby" is of "Derbyshire". */
function isLike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.startsWith(short) && /^[a-z]/.test(long.slice(short.length));
}

const MOST_GUESSES = 3;

/** Whether the authority existed on a date, or may have at the precision of that date. */
export function existsOn(authority: Authority, date: CalendarDate): boolean {
  return (!authority.from || compareDates(date, authority.from) >= 0) && (!authority.to || compareDates(date, authority.to) <= 0);
}
