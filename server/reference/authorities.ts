import type { AuthorityData } from './data';
import { compareDates, parseDate, type CalendarDate } from './calendar';
import { NameIndex, type Match } from './match';

/** A local authority with its life and its neighbours in time. */
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
      const codes = [authority.gss_code, ...(authority.former_gss_codes ?? []), String(authority.dfe_code), authority.ofsted_urn && String(authority.ofsted_urn)];
      for (const name of [authority.name, authority.official_name, ...(authority.aliases ?? []), ...codes]) if (name) this.names.add(name, authority);
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
    return meant ? { kind: 'spelling', value: meant } : { kind: 'unknown', guesses: this.names.guess(written) };
  }

  successors(authority: Authority): Authority[] {
    return (authority.successors ?? []).map(code => this.byGss.get(code)).filter(found => found !== undefined);
  }

  predecessors(authority: Authority): Authority[] {
    return this.all.filter(other => authority.gss_code !== undefined && other.successors?.includes(authority.gss_code));
  }
}

/** Whether the authority existed on a date, or may have at the precision of that date. */
export function existsOn(authority: Authority, date: CalendarDate): boolean {
  return (!authority.from || compareDates(date, authority.from) >= 0) && (!authority.to || compareDates(date, authority.to) <= 0);
}
