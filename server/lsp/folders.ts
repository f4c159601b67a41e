import { FileChangeType, type Connection, type WorkspaceFolder } from 'vscode-languageserver';
import { CONFIGURATION_FILE } from '../findings/configuration';
import { RecordStream } from '../records/stream';
import type { Workspace } from '../workspace/workspace';
import { isConfiguration, type Configurations } from './configurations';
import type { Documents } from './documents';
import { guardNotification } from './guard';
import { isRecordFile, type Host } from './host';

/** The longest that reading files keeps requests waiting, in milliseconds. */
const TURN = 15;

export interface FoldersOptions {
  connection: Connection;
  host: Host;
  documents: Documents;
  workspace: Workspace;
  configurations: Configurations;
  /** Told when files other than the open ones, or a configuration, have changed what may be known. */
  changed(): void;
}

/** Keeps the workspace as it is on disk: all record files of all folders. What is open in the editor wins over what is on disk. */
export class Folders {
  private folders: string[] = [];

  constructor(private readonly options: FoldersOptions) {}

  /** Reads everything below the folders, giving way to requests in between. */
  async add(folders: readonly WorkspaceFolder[]): Promise<void> {
    let turn = performance.now();
    for (const folder of folders.map(({ uri }) => this.options.host.files.normalize(uri))) {
      this.folders.push(folder);
      for await (const uri of this.options.host.files.list(folder)) {
        await this.readAgain(uri);
        if (performance.now() - turn < TURN) continue;
        await this.options.host.yield();
        turn = performance.now();
      }
    }
    await this.settle();
  }

  remove(folders: readonly WorkspaceFolder[]): void {
    const gone = folders.map(({ uri }) => this.options.host.files.normalize(uri));
    this.folders = this.folders.filter(folder => !gone.includes(folder));
    for (const uri of this.options.workspace.uris) {
      if (gone.some(folder => inside(uri, folder)) && !this.contains(uri) && !this.options.documents.get(uri)) this.options.workspace.delete(uri);
    }
    this.options.changed();
  }

  /** Takes a file as it stands on disk now; one that is gone is taken out. */
  async readAgain(uri: string): Promise<void> {
    const { host, documents, workspace, configurations } = this.options;
    const text = await host.files.read(uri);
    if (configurations.update(uri, text) || documents.get(uri)) return;
    if (text === undefined || configurations.ignores(uri)) workspace.delete(uri);
    else workspace.set(uri, RecordStream.of(text, workspace.stream(uri)));
  }

  /** Listens to the client's news of files; it watches for us. */
  register(): void {
    const { connection, host } = this.options;
    connection.onDidChangeWatchedFiles(guardNotification(connection, 'file changes', ({ changes }) => {
      void this.follow(changes.map(change => ({ uri: host.files.normalize(change.uri), gone: change.type === FileChangeType.Deleted })));
    }));
  }

  private async follow(changes: readonly { uri: string; gone: boolean }[]): Promise<void> {
    for (const { uri, gone } of changes) {
      if (isRecordFile(uri) || isConfiguration(uri)) await this.readAgain(uri);
      // A folder that is gone is told as one change.
      else if (gone) for (const file of this.options.workspace.uris) if (inside(file, uri)) await this.readAgain(file);
    }
    await this.settle();
  }

  /** Reads the records that wait, turn by turn. */
  private async settle(): Promise<void> {
    let end = performance.now() + TURN;
    while (!this.options.workspace.advance(() => performance.now() > end)) {
      await this.options.host.yield();
      end = performance.now() + TURN;
    }
    this.options.changed();
  }

  private contains(uri: string): boolean {
    return this.folders.some(folder => inside(uri, folder));
  }
}

/** What the client is asked to watch. */
export const WATCHERS = [{ globPattern: '**/*.inspection.{yaml,yml}' }, { globPattern: `**/${CONFIGURATION_FILE}` }];

function inside(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
