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

  /** The trusts that run or ran an authority's services, by its canonical name. */
  of(authority: string): TrustData[] {
    return this.all.filter(trust => trust.runs.some(run => run.authority === authority));
  }
}
