import type { LinkData } from './data';

export interface Link extends LinkData {
  matches(address: string): boolean;
}

export class LinkIndex {
  private readonly all: readonly Link[];

  constructor(data: readonly LinkData[]) {
    this.all = data.map(link => {
      const pattern = new RegExp(link.pattern);
      return { ...link, matches: address => pattern.test(address) };
    });
  }

  /** The forms that addresses in a field have. */
  of(field: string): Link[] {
    return this.all.filter(link => link.field === field);
  }

  /** The names of the fields that are known to hold an address of a certain form. */
  get fields(): string[] {
    return [...new Set(this.all.map(({ field }) => field))];
  }
}
