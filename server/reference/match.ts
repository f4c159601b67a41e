import { fold, nearest } from '../text/spelling';

/** What a written name stands for. */
export type Match<T> =
  | { kind: 'exact'; value: T }
  /** A known variant of the name: to be mended, not to be argued about. */
  | { kind: 'spelling'; value: T }
  /** No known name; what may be meant, likeliest first. */
  | { kind: 'unknown'; guesses: T[] };

/** What was meant for certain: undefined for an unknown name. */
export function matched<T>(match: Match<T> | undefined): T | undefined {
  return match && match.kind !== 'unknown' ? match.value : undefined;
}

/** How names are compared: folded, and with hyphens like spaces ("Stoke on Trent"). */
export function nameKey(name: string): string {
  return fold(fold(name).replace(/-/g, ' '));
}

/** Names and their variants, folded, to what they may stand for. */
export class NameIndex<T> {
  private readonly byName = new Map<string, T[]>();
  /** The same lists by the names as they were added: most are written just so, and need not be folded. */
  private readonly asAdded = new Map<string, T[]>();

  add(name: string, value: T): void {
    const key = nameKey(name);
    let values = this.byName.get(key);
    if (!values) this.byName.set(key, (values = []));
    if (!values.includes(value)) values.push(value);
    this.asAdded.set(name, values);
  }

  find(name: string): readonly T[] {
    return this.asAdded.get(name) ?? this.byName.get(nameKey(name)) ?? [];
  }

  /** Likeliest first, told apart by value: several variants of one thing count once. */
  guess(name: string, isPossible: (value: T) => boolean = () => true, count = 3): T[] {
    const possible = [...this.byName].map(([key, values]) => ({ key, values: values.filter(isPossible) })).filter(({ values }) => values.length);
    const near = nearest(nameKey(name), possible, ({ key }) => key, count * 4);
    return [...new Set(near.flatMap(({ values }) => values))].slice(0, count);
  }
}
