import { fold } from '../text/spelling';
import { compareDates, parseDate, type CalendarDate } from './calendar';
import type { AuthorityData } from './data';
import { NameIndex, type Match } from './match';

/** An inspected body with its life and its neighbours in time. */
export interface Authority extends AuthorityData {
  from?: CalendarDate;
  to?: CalendarDate;
}

export class AuthorityIndex {
  readonly all: readonly Authority[];
  private readonly canonical = new Map<string, Authority>();
  private readonly names = new NameIndex<Authority>();
  private readonly byGss = new Map<string, Authority>();

  constructor(data: readonly AuthorityData[]) {
    this.all = data.map(entry => ({ ...entry, from: entry.valid_from ? parseDate(entry.valid_from) : undefined, to: entry.valid_to ? parseDate(entry.valid_to) : undefined }));
    for (const authority of this.all) {
      this.canonical.set(authority.name, authority);
      if (authority.gss_code) this.byGss.set(authority.gss_code, authority);
      const codes = [authority.gss_code, ...(authority.former_gss_codes ?? []), authority.dfe_code, authority.provider_number];
      for (const name of [authority.name, authority.official_name, ...(authority.aliases ?? []), ...codes]) if (name) this.names.add(String(name), authority);
    }
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
    const candidates = this.names.find(written);
    const meant = candidates.find(authority => !date || existsOn(authority, date)) ?? candidates[0];
    return meant ? { kind: 'spelling', value: meant } : { kind: 'unknown', guesses: this.guess(written, date) };
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

  /** What a name that nobody bears may mean; where that did not exist on `date`, who was there in its place. */
  private guess(written: string, date: CalendarDate | undefined): Authority[] {
    const text = ` ${fold(written)} `;
    const named = this.all.filter(({ name }) => text.includes(` ${fold(name)} `)).sort((a, b) => b.name.length - a.name.length);
    const guesses = [...this.names.guess(written), ...named];
    return [...new Set(guesses.flatMap(authority => (!date || existsOn(authority, date) ? [authority] : this.inPlaceOf(authority, date))))].slice(0, MOST_GUESSES);
  }
}

const MOST_GUESSES = 3;

/** Whether the authority existed on a date, or may have at the precision of that date. */
export function existsOn(authority: Authority, date: CalendarDate): boolean {
  return (!authority.from || compareDates(date, authority.from) >= 0) && (!authority.to || compareDates(date, authority.to) <= 0);
}
