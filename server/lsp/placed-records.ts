import type { Placed } from '../summary/placed';
import type { WorkspaceRecord } from '../workspace/record';
import { decoded } from './address';
import type { ServerContext } from './context';

/** The files that a page about many records leads to, in the order in which its elements number them. */
export class PageFiles {
  /** Addresses, as the client spells them. */
  readonly addresses: string[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly context: ServerContext) {}

  place = (record: WorkspaceRecord): Placed => {
    const { inspection, uri } = record;
    return { inspection, file: this.numberOf(uri), fileName: nameOf(uri), lineOf: offset => record.stream.positionOf(record.index, offset).line };
  };

  private numberOf(uri: string): number {
    let number = this.numbers.get(uri);
    if (number === undefined) {
      number = this.addresses.push(this.context.documents.get(uri)?.uri ?? uri) - 1;
      this.numbers.set(uri, number);
    }
    return number;
  }
}

/** What a file or folder is called: the last part of its address. */
export function nameOf(uri: string): string {
  return decoded(uri.replace(/(?<!\/)\/+$/, '').split('/').at(-1) ?? uri);
}
