import { byPlace, type WorkspaceRecord } from './record';

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
  private allWords?: readonly string[];
  private changedAt = 0;

  /**
   * @param wordsOf the words of a record: always the same ones
   * @param tick the time of a change: a greater number each time
   */
  constructor(private readonly wordsOf: (record: WorkspaceRecord) => readonly string[], private readonly tick: () => number, private readonly order = byPlace) {}

  add(record: WorkspaceRecord): void {
    for (const word of this.wordsOf(record)) {
      let entry = this.entries.get(word);
      if (!entry) this.entries.set(word, (entry = { records: new Set(), changedAt: 0 }));
      entry.records.add(record);
      this.touch(entry);
    }
  }

  delete(record: WorkspaceRecord): void {
    for (const word of this.wordsOf(record)) {
      const entry = this.entries.get(word)!;
      entry.records.delete(record);
      if (!entry.records.size) this.entries.delete(word);
      this.touch(entry);
    }
  }

  get(word: string): readonly WorkspaceRecord[] {
    const entry = this.entries.get(word);
    return entry ? (entry.sorted ??= [...entry.records].sort(this.order)) : [];
  }

  /** All words that any record has, each once, in order of the alphabet. */
  get words(): readonly string[] {
    return (this.allWords ??= [...this.entries.keys()].sort());
  }

  /** When the records of a word last changed; for a word that none has, when those of any word did (another one may be meant). */
  lastChange(word: string): number {
    return this.entries.get(word)?.changedAt ?? this.changedAt;
  }

  private touch(entry: Entry): void {
    entry.sorted = undefined;
    this.allWords = undefined;
    this.changedAt = entry.changedAt = this.tick();
  }
}
