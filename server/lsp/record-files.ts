import type { ClientCapabilities } from 'vscode-languageserver';
import { RecordStream } from '../records/stream';
import type { Workspace } from '../workspace/workspace';
import type { Configurations } from './configurations';
import type { Connection } from './connection';
import type { Documents } from './documents';
import type { Host } from './host';
import { Progress } from './progress';
import { Turns } from './turns';

/** How many files are fetched at once: while some are on their way, others are read. */
const AT_ONCE = 8;

export interface RecordFilesOptions {
  connection: Connection;
  client: ClientCapabilities;
  host: Host;
  documents: Documents;
  workspace: Workspace;
  configurations: Configurations;
}

/** Reads the record files of the workspace, and knows which of them are still to be read. */
export class RecordFiles {
  private readonly waiting = new Set<string>();
  private readonly notText = new Set<string>();
  private readonly progress: Progress;

  constructor(private readonly options: RecordFilesOptions) {
    this.progress = new Progress(options.connection, options.client, options.host, 'Reading inspection records');
  }

  /** Names a file that is to be read, for the first time or again. */
  add(uri: string): void {
    this.waiting.add(uri);
  }

  /** Files that are gone, or not wanted any more, need not be read. */
  forget(isGone: (uri: string) => boolean): void {
    for (const files of [this.waiting, this.notText]) for (const uri of files) if (isGone(uri)) files.delete(uri);
  }

  /** Files that are there and wanted, and cannot be read: nobody knows what their records are. */
  get unreadable(): string[] {
    const { configurations, documents } = this.options;
    return [...this.notText].filter(uri => !configurations.ignores(uri) && !documents.get(uri));
  }

  get areRead(): boolean {
    return this.waiting.size === 0;
  }

  /** Whether the user has stopped the reading: what is not read then waits until something needs it. */
  get isStopped(): boolean {
    return this.progress.isStopped;
  }

  /** Reads what waits, with all its records, unless the user stops that; other requests have their turn meanwhile. */
  async readAll(): Promise<void> {
    const turns = new Turns(this.options.host);
    let done = 0;
    this.progress.begin();
    while (this.waiting.size && !this.progress.isStopped) {
      const files = [...take(this.waiting, AT_ONCE)];
      const texts = await Promise.all(files.map(uri => this.textOf(uri)));
      for (const [i, uri] of files.entries()) {
        this.waiting.delete(uri);
        this.put(uri, texts[i]);
        await this.readRecords(turns);
        this.progress.isAt(++done, done + this.waiting.size, 'files');
      }
    }
    this.progress.end();
  }

  /** Reads these at once, as far as they are wanted; the others are taken out. */
  async read(files: readonly string[], areWanted: (uri: string) => boolean): Promise<void> {
    const turns = new Turns(this.options.host);
    for (const uri of files) {
      const text = areWanted(uri) ? await this.textOf(uri) : undefined;
      this.waiting.delete(uri);
      if (!areWanted(uri)) this.notText.delete(uri);
      this.put(uri, text);
      await this.readRecords(turns);
    }
  }

  /** Reads the records of the files that are known. */
  async readRecords(turns = new Turns(this.options.host)): Promise<void> {
    while (!this.options.workspace.advance(() => turns.isOver) || turns.isOver) await turns.next();
  }

  private async textOf(uri: string): Promise<string | undefined> {
    const { host: { files }, configurations } = this.options;
    if (configurations.ignores(uri)) return undefined;
    const text = await files.read(uri);
    if (text === undefined && await files.isThere(uri)) this.notText.add(uri);
    else this.notText.delete(uri);
    return text;
  }

  /** What is open in the editor wins over what is on disk. */
  private put(uri: string, text: string | undefined): void {
    const { documents, workspace, configurations } = this.options;
    const open = documents.get(uri);
    if (configurations.ignores(uri) || (!open && text === undefined)) workspace.delete(uri);
    else workspace.set(uri, open?.stream ?? RecordStream.of(text!, workspace.stream(uri)));
  }
}

function* take<T>(all: Iterable<T>, most: number): Generator<T> {
  let left = most;
  for (const one of all) {
    if (left-- === 0) return;
    yield one;
  }
}
