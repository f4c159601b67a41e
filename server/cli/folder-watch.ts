import fs from 'node:fs';
import path from 'node:path';
import { visible } from '../text/visible';
import { describeSystemError } from './system-error';
import { UsageError } from './usage-error';

/** What happens within this time of a first change belongs to it, in milliseconds: editors write a file in several steps. */
const BATCH = 50;

/** Tells of changes in folders, without those below them. */
export class FolderWatch {
  private readonly watchers = new Map<string, fs.FSWatcher>();
  private batch = new Set<string>();
  private readonly batches: ReadonlySet<string>[] = [];
  private timer?: NodeJS.Timeout;
  private wake?: () => void;
  private isClosed = false;

  /** Watches these folders, by their whole paths, and no others; whether one was added. One that is not there is passed over. */
  watch(folders: readonly string[]): boolean {
    const wanted = new Set(this.isClosed ? [] : folders);
    for (const folder of this.watchers.keys()) if (!wanted.has(folder)) this.drop(folder);
    return [...wanted].filter(folder => !this.watchers.has(folder) && this.add(folder)).length > 0;
  }

  /** Resolves to the whole paths of what changed, when something does: files, and folders of which no more is known. After `close`, to undefined. */
  async changes(): Promise<ReadonlySet<string> | undefined> {
    if (this.batches.length === 0 && !this.isClosed) await new Promise<void>(resolve => { this.wake = resolve; });
    return this.isClosed ? undefined : this.batches.shift();
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.watch([]);
    this.wake?.();
  }

  private add(folder: string): boolean {
    try {
      const watcher = fs.watch(folder, (_, name) => this.note(name === null ? folder : path.join(folder, name)));
      watcher.on('error', () => {
        this.drop(folder);
        this.note(folder);
      });
      this.watchers.set(folder, watcher);
      return true;
    } catch (error) {
      const meaning = describeSystemError(error);
      if (!meaning) throw error;
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOSPC' || code === 'EMFILE') throw new UsageError(`${visible(folder)}: it cannot be watched, because too many folders are watched already.`);
      return false;
    }
  }

  private drop(folder: string): void {
    this.watchers.get(folder)?.close();
    this.watchers.delete(folder);
  }

  private note(changed: string): void {
    this.batch.add(changed);
    this.timer ??= setTimeout(() => {
      this.batches.push(this.batch);
      this.batch = new Set();
      this.timer = undefined;
      this.wake?.();
    }, BATCH);
  }
}
