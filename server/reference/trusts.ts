import { compareDates, parseDate, type CalendarDate } from './calendar';
import type { TrustData } from './data';
import { NameIndex, type Match } from './match';

export class TrustIndex {
  private readonly names = new NameIndex<TrustData>();

  constructor(readonly all: readonly TrustData[]) {
    for (const trust of all) for (const name of [trust.name, ...(trust.aliases ?? [])]) this.names.add(name, trust);
  }

  match(written: string): Match<TrustData> {
    const exact = this.all.find(trust => trust.name === written);
    if (exact) return { kind: 'exact', value: exact };
    const [meant] = this.names.find(written);
    return meant ? { kind: 'spelling', value: meant } : { kind: 'unknown', guesses: this.names.guess(written) };
  }

  /** The canonical names of the authorities whose services a trust ran on a day, or ever where no day is given. */
  authoritiesOf(trust: TrustData, date?: CalendarDate): string[] {
    return [...new Set(trust.runs.filter(({ from, to }) => !date || (compareDates(date, parseDate(from)!) >= 0 && (!to || compareDates(date, parseDate(to)!) <= 0))).map(run => run.authority))];
  }

  /** The trusts that run or ran an authority's services, by its canonical name. */
  of(authority: string): TrustData[] {
    return this.all.filter(trust => trust.runs.some(run => run.authority === authority));
  }
}
