import { nodeAt, pairOf } from '../../records/node';
import type { ReferenceData } from '../../reference/data';
import type { Entries, Entry, EntryOf, List, PackProblem } from './entries';

/** A mistake in an entry. */
export interface Doubt {
  /** JSON pointer to the value at fault. */
  pointer: string;
  message: string;
  /** The entry cannot be used because of it. */
  isFatal?: boolean;
}

/** A value of reference data, built in or of a file. */
export interface Held<L extends List> {
  value: ReferenceData[L][number];
  /** Absent for what is built in. */
  entry?: EntryOf<L>;
}

/** Everything that the entries of files are held against: what is built in, and one another. */
export class Known {
  private readonly namesByField = new Map<string, ReadonlySet<string>>();

  constructor(readonly builtIn: ReferenceData, private readonly read: Entries) {}

  get entries(): readonly Entry[] {
    return this.read.entries;
  }

  all<L extends List>(list: L): Held<L>[] {
    const entries = this.entries.filter(entry => entry.list === list) as unknown as EntryOf<L>[];
    return [...this.builtIn[list].map(value => ({ value })), ...entries.map(entry => ({ value: entry.value, entry }))];
  }

  /** Whether a list has entries of which it cannot be told what they say. */
  isUncertain(list: List): boolean {
    return this.read.spoilt.some(each => each.list === list);
  }

  /** What entries of a list have in a field by which others name them; spoilt entries too. */
  names(list: List, field: 'id' | 'name' | 'gss_code'): ReadonlySet<string> {
    const key = `${list} ${field}`;
    let names = this.namesByField.get(key);
    if (!names) {
      const spoilt = this.read.spoilt.flatMap(({ list: of, node }) => {
        const value = of === list && node.kind === 'map' ? pairOf(node, field)?.value : undefined;
        return value?.kind === 'scalar' ? [value.text] : [];
      });
      this.namesByField.set(key, (names = new Set([...namesIn(this.all(list).map(({ value }) => value), field), ...spoilt])));
    }
    return names;
  }
}

/** What entries have in a field by which others name them. */
export function namesIn(values: readonly object[], field: 'id' | 'name' | 'gss_code'): string[] {
  return values.flatMap(value => {
    const name = (value as Record<string, unknown>)[field];
    return typeof name === 'string' ? [name] : [];
  });
}

/** A doubt with its place in the file. */
export function placed({ node, file, offset }: Entry, { pointer, message }: Doubt): PackProblem {
  const { start, end } = nodeAt(node, pointer).node;
  return { file, start: start + offset, end: end + offset, message };
}
