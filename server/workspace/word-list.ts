/** Words in order of the alphabet, each once, of which some come and go. */
export class WordList {
  private readonly sorted: string[];

  constructor(words: Iterable<string>) {
    this.sorted = [...words].sort();
  }

  get all(): readonly string[] {
    return this.sorted;
  }

  /** @param word one that is not there */
  add(word: string): void {
    this.sorted.splice(this.placeOf(word), 0, word);
  }

  /** @param word one that is there */
  delete(word: string): void {
    this.sorted.splice(this.placeOf(word), 1);
  }

  /** The words next to the place of a word in the order, which begin as it does: `count` on each side. */
  around(word: string, count: number): readonly string[] {
    const place = this.placeOf(word);
    return this.sorted.slice(Math.max(0, place - count), place + count);
  }

  /** Index of the first word that is not before this one. */
  private placeOf(word: string): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
