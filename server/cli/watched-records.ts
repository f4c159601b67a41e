import path from 'node:path';
import type { Levels } from '../findings/severities';
import { visible } from '../text/visible';
import { AmongOthers } from '../workspace/among';
import type { Inputs } from './inputs';
import { readFiles, type FileText } from './read-files';
import { Records } from './records';

/** Records that are kept while files change: only what changed is read again, and only what that bears on is checked again. */
export class WatchedRecords {
  records!: Records;
  among!: AmongOthers;
  /** Files that cannot be read, with what to say of each. */
  private readonly unreadable = new Map<string, string>();

  constructor(private readonly levels: Levels) {}

  /** What to say of the files that cannot be read. */
  get problems(): readonly string[] {
    return [...this.unreadable.values()];
  }

  /** Reads everything anew: there may be another configuration. */
  async reset(inputs: Inputs): Promise<void> {
    this.records = new Records(inputs, this.levels);
    this.among = new AmongOthers(this.records.workspace);
    this.unreadable.clear();
    await this.update(inputs, new Set());
  }

  /**
   * Takes in what has changed; whether anything is different now.
   * @param changed whole paths: files, and folders in which any file may have changed
   */
  async update({ files }: Inputs, changed: ReadonlySet<string>): Promise<boolean> {
    const there = new Set(files.map(({ shown }) => shown));
    const gone = [...this.records.paths, ...this.unreadable.keys()].filter(shown => !there.has(shown));
    for (const shown of gone) this.forget(shown);
    let isDifferent = gone.length > 0;
    const isKnown = (shown: string) => this.records.has(shown) || this.unreadable.has(shown);
    for await (const read of readFiles(files.filter(({ file, shown }) => !isKnown(shown) || changed.has(file) || changed.has(path.dirname(file))))) {
      isDifferent = await this.take(read) || isDifferent;
    }
    return isDifferent;
  }

  private async take(read: FileText): Promise<boolean> {
    const { shown } = read;
    if ('text' in read) {
      this.unreadable.delete(shown);
      return this.records.set(read);
    }
    const message = visible(`${shown}: ${read.problem}`);
    if (this.unreadable.get(shown) === message) return false;
    this.forget(shown);
    this.unreadable.set(shown, message);
    return true;
  }

  private forget(shown: string): void {
    this.records.delete(shown);
    this.unreadable.delete(shown);
  }
}
