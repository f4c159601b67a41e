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
  private readonly byGss = new Map<string, Authority>();
  private folded?: FoldedNames;

  constructor(data: readonly AuthorityData[], private readonly titleData: readonly AuthorityTitleData[]) {
    this.all = data.map(entry => ({ ...entry, from: entry.valid_from ? parseDate(entry.valid_from) : undefined, to: entry.valid_to ? parseDate(entry.valid_to) : undefined }));
    for (const authority of this.all) {
      this.canonical.set(authority.name, authority);
      if (authority.gss_code) this.byGss.set(authority.gss_code, authority);
    }
  }

  /** Made when the first name is met that is not written as it should be: a program that starts does not wait for it. */
  private get written(): FoldedNames {
    return (this.folded ??= foldNames(this.all, new Titles(this.titleData)));
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
    const candidates = [...this.written.names.find(written).map(authority => ({ authority, title: NO_TITLE })), ...this.withoutTitle(written)];
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
    return this.written.titles.steps(written).flatMap(({ name, title }) => this.written.bare.find(name).map(authority => ({ authority, title })));
  }

  /** The authority of a like name that bears a title which the one in question does not: "Derby County Council" is not Derby for certain. */
  private rival(authority: Authority, title: Untitled['title'], date: CalendarDate | undefined): Authority | undefined {
    const bears = (other: Authority) => [...title].every(word => this.written.untitled.get(other)!.title.has(word));
    if (!title.size || bears(authority)) return undefined;
    return this.all.find(other => (!date || existsOn(other, date)) && isLike(nameKey(other.name), nameKey(authority.name)) && bears(other));
  }

  /** What a name that nobody bears may mean, titles left aside; where that did not exist on `date`, who was there in its place. */
  private guess(written: string, date: CalendarDate | undefined): Authority[] {
    const name = this.written.titles.steps(written).at(-1)?.name ?? '';
    const named = this.all.filter(authority => ` ${name} `.includes(` ${nameKey(authority.name)} `)).sort((a, b) => b.name.length - a.name.length);
    const guesses = [...this.written.bare.guess(name), ...named];
    return [...new Set(guesses.flatMap(authority => (!date || existsOn(authority, date) ? [authority] : this.inPlaceOf(authority, date))))].slice(0, MOST_GUESSES);
  }
}

/** Every way to write an authority that is known, folded. */
interface FoldedNames {
  names: NameIndex<Authority>;
  /** Without codes, and without titles where a name is left: the names that others are compared with. */
  bare: NameIndex<Authority>;
  titles: Titles;
  /** The official name of each without its title, down to a name in use ("City of London"). */
  untitled: ReadonlyMap<Authority, Untitled>;
}

function foldNames(all: readonly Authority[], titles: Titles): FoldedNames {
  const names = new NameIndex<Authority>();
  const bare = new NameIndex<Authority>();
  const inUse = new Set(all.map(({ name }) => nameKey(name)));
  const untitled = new Map(all.map(authority => {
    const steps = titles.steps(authority.official_name);
    return [authority, steps.find(({ name }) => inUse.has(name)) ?? steps.at(-1) ?? { name: nameKey(authority.official_name), title: NO_TITLE }];
  }));
  for (const authority of all) {
    const { name, official_name: official, aliases = [], gss_code: gss, former_gss_codes: former = [], dfe_code: dfe, provider_number: provider } = authority;
    for (const written of [name, official, ...aliases, gss, ...former, dfe, provider]) if (written) names.add(String(written), authority);
    for (const written of [name, untitled.get(authority)!.name, ...aliases]) bare.add(written, authority);
  }
  return { names, bare, titles, untitled };
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
