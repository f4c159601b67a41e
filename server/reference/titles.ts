import type { AuthorityTitleData } from './data';
import { nameKey } from './match';

/** A name without some of the words of its title. */
export interface Untitled {
  /** Folded as names are looked up. */
  name: string;
  /** The words that were taken off, each once. */
  title: ReadonlySet<string>;
}

/** Takes a council's title off its name. */
export class Titles {
  private readonly before: readonly string[];
  private readonly after: readonly string[];

  constructor(data: readonly AuthorityTitleData[]) {
    const standing = (place: AuthorityTitleData['stands']) => data.filter(({ stands }) => stands === place).map(({ words }) => nameKey(words)).sort((a, b) => b.length - a.length);
    this.before = standing('before');
    this.after = standing('after');
  }

  /** A written name with less and less of its title: first as it stands, last without any. Nothing is left of a title alone. */
  steps(written: string): Untitled[] {
    const steps: Untitled[] = [];
    for (let step: Untitled | undefined = { name: nameKey(written), title: new Set() }; step; step = this.shorter(step)) steps.push(step);
    const { name } = steps.at(-1)!;
    return name === '' || this.before.includes(name) || this.after.includes(name) ? [] : steps;
  }

  private shorter({ name, title }: Untitled): Untitled | undefined {
    const less = (words: string, rest: string): Untitled => ({ name: nameKey(rest), title: new Set([...title, ...words.split(' ')]) });
    const last = this.after.find(words => name.endsWith(` ${words}`));
    if (last) return less(last, name.slice(0, -last.length - 1));
    const first = this.before.find(words => name.startsWith(`${words} `));
    if (first) return less(first, name.slice(first.length + 1));
    // As in an index: "Bristol, City of".
    const turned = this.before.find(words => name.endsWith(`, ${words}`));
    return turned === undefined ? undefined : less(turned, name.slice(0, -turned.length - 2));
  }
}
