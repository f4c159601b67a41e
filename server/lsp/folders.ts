import type { ClientCapabilities, DidChangeWorkspaceFoldersParams, FileSystemWatcher, WorkspaceFolder } from 'vscode-languageserver';
import { CONFIGURATION_FILE } from '../findings/configuration';
import { RecordStream } from '../records/stream';
import type { Workspace } from '../workspace/workspace';
import { dataNamedBy, isConfiguration, type Configurations } from './configurations';
import type { Connection } from './connection';
import type { Documents, OpenDocument } from './documents';
import { guardNotification } from './guard';
import { isRecordFile, SKIPPED_FOLDERS, type Host } from './host';
import { FileChangeType, WatchKind } from './kinds';

/** The longest that reading files keeps requests waiting, in milliseconds. */
const TURN = 15;

export interface FoldersOptions {
  connection: Connection;
  host: Host;
  documents: Documents;
  dataDocuments: Documents;
  workspace: Workspace;
  configurations: Configurations;
  /** Told when files other than the open ones, or a configuration, have changed what may be known. */
  changed(): void;
}

/**
 * Keeps the workspace as it is on disk: all record files of all folders, but those that the configuration ignores, with the
 * configurations and the reference data that these name. What is open in the editor wins over what is on disk.
 */
export class Folders {
  private folders: string[] = [];
  /** One thing after another: of two readings of a file, the later counts. */
  private queue = Promise.resolve();
  /** Resolves when the configurations of the folders themselves are known. */
  configured = Promise.resolve();

  constructor(private readonly options: FoldersOptions) {}

  /** Listens to the client's news of files and folders; the client watches them for us. */
  register(client: ClientCapabilities): void {
    const { connection, host: { files } } = this.options;
    connection.onDidChangeWatchedFiles(guardNotification(connection, 'file changes', ({ changes }) => {
      const kinds = new Map(changes.map(({ uri, type }) => [files.normalize(uri), type]));
      void this.then(() => this.follow([...kinds].map(([uri, type]) => ({ uri, gone: type === FileChangeType.Deleted }))));
    }));
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) void connection.register('workspace/didChangeWatchedFiles', { watchers: WATCHERS });
    connection.onNotification('workspace/didChangeWorkspaceFolders', guardNotification<DidChangeWorkspaceFoldersParams>(connection, 'change of folders', ({ event: { added, removed } }) => {
      this.remove(removed);
      this.add(added);
    }));
  }

  /** Reads everything below folders: their own configurations first, so that nothing is said that these would silence. */
  add(added: readonly WorkspaceFolder[]): void {
    const folders = this.spelt(added);
    this.configured = this.then(async () => {
      this.folders.push(...folders);
      if (await this.readSettings(folders.map(folder => `${folder}/${CONFIGURATION_FILE}`))) this.review();
    });
    void this.then(async () => {
      for (const folder of folders) await this.read(await this.filesIn(folder));
    });
  }

  remove(removed: readonly WorkspaceFolder[]): void {
    const gone = this.spelt(removed);
    void this.then(() => {
      this.folders = this.folders.filter(folder => !gone.includes(folder));
      this.forget(uri => !this.holds(uri));
    });
  }

  /** A document was opened or changed in the editor. */
  take(document: OpenDocument): void {
    const { workspace, configurations } = this.options;
    if (configurations.ignores(document.key)) workspace.delete(document.key);
    else workspace.set(document.key, document.stream);
  }

  /** A document was closed: what is on disk counts again. */
  release(uri: string): void {
    const key = this.options.host.files.normalize(uri);
    void this.then(async () => this.read(await this.withoutLinked([key])));
  }

  /** A configuration, or reference data, was saved in the editor: it counts at once, whether or not the client watches files. */
  saved({ key, stream }: OpenDocument): void {
    void this.then(async () => {
      if (await this.takeSetting(key, stream.text)) await this.reconsider();
    });
  }

  private async follow(changes: readonly { uri: string; gone: boolean }[]): Promise<void> {
    const files: string[] = [];
    for (const { uri, gone } of changes.filter(({ uri }) => this.holds(uri))) {
      if (isRecordFile(uri) || isConfiguration(uri) || this.options.configurations.isData(uri)) files.push(uri);
      // A folder that comes or goes is told as one change.
      else if (gone) this.forget(file => isInside(file, uri));
      else files.push(...await this.filesIn(uri));
    }
    await this.read(await this.withoutLinked(files));
  }

  /** Forgets files that are reached through links: what a folder holds is looked through without these, and so is what is told of. */
  private async withoutLinked(files: readonly string[]): Promise<string[]> {
    const { host: { files: { isLinked } } } = this.options;
    const linked = new Set<string>();
    for (const uri of files) for (const folder of this.folders) if (isInside(uri, folder) && await isLinked(uri, folder)) linked.add(uri);
    if (linked.size) this.forget(uri => linked.has(uri));
    return files.filter(uri => !linked.has(uri));
  }

  /** Reads files as they stand on disk now, those first that the others depend on; those that are gone or not wanted are taken out. */
  private async read(files: readonly string[]): Promise<void> {
    const { host } = this.options;
    const areOthersWanted = await this.readSettings(files);
    let turn = performance.now();
    for (const uri of files.filter(file => !isConfiguration(file))) {
      await this.readRecords(uri);
      if (performance.now() - turn < TURN) continue;
      await host.yield();
      turn = performance.now();
    }
    if (areOthersWanted) await this.reconsider();
  }

  /** Reads those of the files that are configurations or reference data; whether any of that changes what holds for others. */
  private async readSettings(files: readonly string[]): Promise<boolean> {
    let isChanged = false;
    const read = async (uri: string) => { if (await this.takeSetting(uri, this.holds(uri) ? await this.options.host.files.read(uri) : undefined)) isChanged = true; };
    for (const uri of files.filter(isConfiguration)) await read(uri);
    for (const uri of files.filter(file => this.options.configurations.isData(file))) await read(uri);
    return isChanged;
  }

  /** Takes over a configuration, with the reference data that it names, or reference data; whether that changes anything. */
  private async takeSetting(uri: string, text: string | undefined): Promise<boolean> {
    const { host, configurations } = this.options;
    if (!isConfiguration(uri)) return configurations.updateData(uri, text);
    if (configurations.textOf(uri) === text) return false;
    const names = text === undefined ? undefined : dataNamedBy(uri, text);
    const data = new Map<string, string | undefined>();
    if (names) for (const file of await this.filesIn(uri.slice(0, uri.lastIndexOf('/')))) if (names(file)) data.set(file, await host.files.read(file));
    // All at once: nobody sees a configuration without what it names.
    configurations.update(uri, text);
    for (const [file, read] of data) configurations.updateData(file, read);
    return true;
  }

  private async readRecords(uri: string): Promise<void> {
    const { host, documents, workspace, configurations } = this.options;
    const text = isRecordFile(uri) && this.holds(uri) && !configurations.ignores(uri) ? await host.files.read(uri) : undefined;
    const open = documents.get(uri);
    if (open) this.take(open);
    else if (text === undefined) workspace.delete(uri);
    else workspace.set(uri, RecordStream.of(text, workspace.stream(uri)));
  }

  /** A configuration or reference data has changed: other files may be wanted than before, and records may mean something else. */
  private async reconsider(): Promise<void> {
    this.review();
    for (const folder of this.folders) await this.read((await this.filesIn(folder)).filter(uri => isRecordFile(uri) && !this.options.workspace.stream(uri)));
  }

  /** The same for what is known already. */
  private review(): void {
    const { workspace, documents, dataDocuments, configurations } = this.options;
    for (const document of documents.all()) if (configurations.isData(document.key)) documents.handOver(document, dataDocuments);
    for (const document of dataDocuments.all()) if (!configurations.isData(document.key)) dataDocuments.handOver(document, documents);
    for (const uri of workspace.uris) if (configurations.ignores(uri) || configurations.isData(uri)) workspace.delete(uri);
    workspace.renew();
    for (const document of documents.all()) this.take(document);
  }

  private forget(isGone: (uri: string) => boolean): void {
    const { workspace, documents, configurations } = this.options;
    for (const uri of workspace.uris) if (isGone(uri) && !documents.get(uri)) workspace.delete(uri);
    for (const uri of configurations.uris) if (isGone(uri)) configurations.update(uri, undefined);
    for (const uri of configurations.dataUris) if (isGone(uri)) configurations.updateData(uri, undefined);
    workspace.renew();
  }

  /** Resolves when everything that was to be read is read; other requests have their turn meanwhile. */
  async allRead(): Promise<void> {
    await this.queue;
    await this.settle();
  }

  /** Reads the records that wait, turn by turn. */
  private async settle(): Promise<void> {
    let end = performance.now() + TURN;
    while (!this.options.workspace.advance(() => performance.now() > end)) {
      await this.options.host.yield();
      end = performance.now() + TURN;
    }
  }

  /** Does something when all that was to be done before is done, and tells of it. */
  private then(task: () => void | Promise<void>): Promise<void> {
    const { connection, changed } = this.options;
    return this.queue = this.queue.then(task).then(() => this.settle()).then(changed)
      .catch((error: unknown) => connection.console.error(`reading files failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
  }

  private spelt(folders: readonly WorkspaceFolder[]): string[] {
    return folders.map(({ uri }) => this.options.host.files.normalize(uri).replace(/\/+$/, ''));
  }

  private async filesIn(folder: string): Promise<string[]> {
    const files: string[] = [];
    for await (const uri of this.options.host.files.list(folder)) files.push(uri);
    return files;
  }

  /** Whether a file is one of those that we were told to read. */
  private holds(uri: string): boolean {
    return this.folders.some(folder => isInside(uri, folder) && !uri.slice(folder.length).split('/').some(step => SKIPPED_FOLDERS.includes(step)));
  }
}

/** What the client is asked to watch. Folders come and go without a word about what is in them: so it is asked to tell of everything that does. */
const WATCHERS: FileSystemWatcher[] = [
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
  { globPattern: '**/*.{yaml,yml}', kind: WatchKind.Change },
];

function isInside(uri: string, folder: string): boolean {
  return uri.startsWith(`${folder}/`);
}
