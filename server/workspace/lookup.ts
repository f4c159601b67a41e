import { byPlace, type WorkspaceRecord } from './record';
import { WordList } from './word-list';

/** How many words before and behind a misspelt one are worth comparing with it. */
const NEIGHBOURS = 50;

/** How many changes are remembered at least: between two looks at an open file there are a handful. */
const REMEMBERED = 256;

/** The records that have one word. */
interface Entry {
  records: Set<WorkspaceRecord>;
  changedAt: number;
  /** In order; until one of them changes. */
  sorted?: readonly WorkspaceRecord[];
}

/** Records by a word that they hold, such as an id. Remembers when what it knows of a word last changed. */
export class Lookup {
  private readonly entries = new Map<string, Entry>();
  /** Words that no record has any more, unless one gets it back before anybody asks: as a record does that is typed in. */
  private readonly idle = new Set<string>();
  /** When a word last came or went. */
  private wordsChangedAt = 0;
  /** In order of the alphabet, and of the alphabet from the last letter on; from when they are first asked for. */
  private list?: WordList;
  private mirrored?: WordList;
  /** Those that most records have first; until a record comes or goes that has any. */
  private used?: readonly string[];
  /** The words that changed last, in order of time. */
  private readonly changes: { word: string; at: number }[] = [];
  /** Of changes up to this time some are forgotten. */
  private forgottenTill = 0;

  /**
   * @param wordsOf the words of a record: always the same ones
   * @param tick the time of a change: a greater number each time
   */
  constructor(private readonly wordsOf: (record: WorkspaceRecord) => readonly string[], private readonly tick: () => number, private readonly order = byPlace) {}

  add(record: WorkspaceRecord): void {
    for (const word of this.wordsOf(record)) {
      let entry = this.entries.get(word);
      if (!entry) {
        this.entries.set(word, (entry = { records: new Set(), changedAt: 0 }));
        this.list?.add(word);
        this.mirrored?.add(mirror(word));
        this.wordsChangedAt = this.tick();
      }
      entry.records.add(record);
      this.idle.delete(word);
      this.touch(word, entry);
    }
  }

  delete(record: WorkspaceRecord): void {
    for (const word of this.wordsOf(record)) {
      const entry = this.entries.get(word)!;
      entry.records.delete(record);
      if (!entry.records.size) this.idle.add(word);
      this.touch(word, entry);
    }
  }

  get(word: string): readonly WorkspaceRecord[] {
    const entry = this.entries.get(word);
    return entry ? (entry.sorted ??= [...entry.records].sort(this.order)) : [];
  }

  /** All words that any record has, each once, in order of the alphabet. */
  get words(): readonly string[] {
    this.sweep();
    return (this.list ??= new WordList(this.entries.keys())).all;
  }

  /** All words, those that most records have first. */
  get byUse(): readonly string[] {
    this.sweep();
    return (this.used ??= [...this.entries].sort(([a, { records }], [b, { records: others }]) => others.size - records.size || (a < b ? -1 : 1)).map(([word]) => word));
  }

  /** The words that may be meant by a misspelt one: those that begin or end most like it, in no certain order. All of them where there are few. */
  like(word: string): string[] {
    const { length } = this.words;
    if (length <= 2 * NEIGHBOURS) return [...this.words];
    this.mirrored ??= new WordList([...this.words].map(mirror));
    return [...new Set([...this.list!.around(word, NEIGHBOURS), ...this.mirrored.around(mirror(word), NEIGHBOURS).map(mirror)])];
  }

  /** When the records of a word last changed; for a word that none has, when any word came or went (another one may be meant). */
  lastChange(word: string): number {
    this.sweep();
    return this.entries.get(word)?.changedAt ?? this.wordsChangedAt;
  }

  /** The words whose records changed after a moment, each once; undefined where that is forgotten. */
  changedSince(moment: number): ReadonlySet<string> | undefined {
    if (moment < this.forgottenTill) return undefined;
    const words = new Set<string>();
    for (let i = this.changes.length - 1; i >= 0 && this.changes[i]!.at > moment; i--) words.add(this.changes[i]!.word);
    return words;
  }

  /** Whether any word came or went after a moment. */
  hasOtherWordsSince(moment: number): boolean {
    this.sweep();
    return this.wordsChangedAt > moment;
  }

  has(word: string): boolean {
    this.sweep();
    return this.entries.has(word);
  }

  private touch(word: string, entry: Entry): void {
    entry.sorted = this.used = undefined;
    entry.changedAt = this.tick();
    this.changes.push({ word, at: entry.changedAt });
    if (this.changes.length > 2 * REMEMBERED) this.forgottenTill = this.changes.splice(0, REMEMBERED).at(-1)!.at;
  }

  private sweep(): void {
    if (!this.idle.size) return;
    for (const word of this.idle) {
      this.entries.delete(word);
      this.list?.delete(word);
      this.mirrored?.delete(mirror(word));
      this.wordsChangedAt = this.tick();
    }
    this.idle.clear();
  }
}

function mirror(word: string): string {
  return [...word].reverse().join('');
}
