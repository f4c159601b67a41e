import type { AuthorityData, LinkData } from './data';

export interface Link extends LinkData {
  matches(address: string): boolean;
}

/** No address is longer, in UTF-16 units; a pattern of a workspace is not tried on a text that is none. */
const LONGEST = 500;

export class LinkIndex {
  /** The names of the fields that are known to hold an address of a certain form. */
  readonly fields: readonly string[];
  private readonly all: readonly Link[];

  constructor(data: readonly LinkData[]) {
    this.all = data.map(link => {
      const pattern = new RegExp(link.pattern);
      return { ...link, matches: address => address.length <= LONGEST && pattern.test(address) };
    });
    this.fields = [...new Set(this.all.map(({ field }) => field))];
  }

  /** The forms that addresses in a field have. */
  of(field: string): Link[] {
    return this.all.filter(link => link.field === field);
  }

  /** The page on the web that is about an authority, by its number there; undefined where none is known, or several sites may be meant. */
  pageOf({ provider_number: number }: Pick<AuthorityData, 'provider_number'>): string | undefined {
    const [address, another] = this.all.flatMap(link => link.for_authority ?? []);
    return number === undefined || another !== undefined ? undefined : address?.replace('{provider_number}', String(number));
  }
}
