import type { DidChangeWorkspaceFoldersParams, FileSystemWatcher, WorkspaceFolder } from 'vscode-languageserver';
import { CONFIGURATION_FILE } from '../findings/configuration';
import { isAddress } from './address';
import { dataNamedBy, isConfiguration } from './configurations';
import type { Documents, OpenDocument } from './documents';
import { register } from './connection';
import { guardNotification } from './guard';
import { isRecordFile, SKIPPED_FOLDERS } from './host';
import { FileChangeType, WatchKind } from './kinds';
import { RecordFiles, type RecordFilesOptions } from './record-files';
import { Turns } from './turns';

/** How long it is worth waiting for all files, in milliseconds: what is told before would be told anew in a moment. */
const PATIENCE = 200;

/** `when needed`: the user has stopped the reading. It goes on when somebody asks for what only all files can tell. */
export type AreRead = 'now' | 'soon' | 'later' | 'when needed';

export interface FoldersOptions extends RecordFilesOptions {
  dataDocuments: Documents;
  /** Told when files other than the open ones, or a configuration, have changed what may be known. */
  changed(): void;
}

/**
 * Keeps the workspace as it is on disk: all record files of all folders, but those that the configuration ignores, with the
 * configurations and the reference data that these name. What is open in the editor wins over what is on disk.
 */
export class Folders {
  private folders: string[] = [];
  /** How many folders are still to be looked through. */
  private unseen = 0;
  /** When the reading began that goes on. */
  private since = -Infinity;
  private readonly recordFiles: RecordFiles;
  /** One thing after another: of two readings of a file, the later counts. */
  private queue = Promise.resolve();
  /** Resolves when the configurations of the folders themselves are known. */
  configured = Promise.resolve();

  constructor(private readonly options: FoldersOptions) {
    this.recordFiles = new RecordFiles(options);
  }

  /** Listens to the client's news of files and folders; the client watches them for us. */
  register(): void {
    const { connection, client, host: { files } } = this.options;
    connection.onDidChangeWatchedFiles(guardNotification(connection, 'file changes', ({ changes }) => {
      void this.then(() => this.follow(changes.map(({ uri, type }) => ({ uri: files.normalize(uri), gone: type === FileChangeType.Deleted }))));
    }));
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) register(connection, 'workspace/didChangeWatchedFiles', { watchers: WATCHERS });
    connection.onNotification('workspace/didChangeWorkspaceFolders', guardNotification<DidChangeWorkspaceFoldersParams>(connection, 'change of folders', ({ event: { added, removed } }) => {
      this.remove(removed);
      this.add(added);
    }));
  }

  /** Reads everything below folders: their own configurations first, so that nothing is said that these would silence. */
  add(added: readonly WorkspaceFolder[]): void {
    const folders = this.spelt(added);
    this.unseen += folders.length;
    this.since = this.options.host.now();
    this.configured = this.then(async () => {
      this.folders.push(...folders);
      if (await this.readSettings(folders.map(folder => `${folder}/${CONFIGURATION_FILE}`))) await this.review();
    });
    void this.then(async () => {
      try {
        for (const folder of folders) {
          const files = await this.filesIn(folder);
          if (await this.readSettings(files)) await this.review();
          await this.expect(files);
        }
      } finally {
        this.unseen -= folders.length;
      }
      await this.recordFiles.readAll();
    });
  }

  remove(removed: readonly WorkspaceFolder[]): void {
    const gone = this.spelt(removed);
    void this.then(async () => {
      this.folders = this.folders.filter(folder => !gone.includes(folder));
      await this.forget(uri => !this.holds(uri));
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

  /** Record files that are there and cannot be read. */
  get unreadable(): string[] {
    return this.recordFiles.unreadable;
  }

  /** When every file of the folders will be read; till then nobody knows what stands in none of them. */
  get areRead(): AreRead {
    if (this.unseen === 0 && this.recordFiles.areRead) return 'now';
    if (this.recordFiles.isStopped) return 'when needed';
    return this.options.host.now() < this.since + PATIENCE ? 'soon' : 'later';
  }

  /** Resolves when everything that was to be read is read, also what the user did not want to wait for; other requests have their turn meanwhile. */
  async allRead(): Promise<void> {
    await this.queue;
    if (this.areRead !== 'now') await this.then(() => this.recordFiles.readAll());
    await this.recordFiles.readRecords();
  }

  private async follow(changes: readonly { uri: string; gone: boolean }[]): Promise<void> {
    const files = new Set<string>();
    for (const { uri, gone } of changes.filter(({ uri }) => this.holds(uri) || this.folders.includes(uri))) {
      if (isRecordFile(uri) || isConfiguration(uri) || this.options.configurations.isData(uri)) files.add(uri);
      // A folder that comes or goes is told as one change; one that is replaced, as two.
      else if (gone) await this.forget(file => isInside(file, uri));
      else for (const file of await this.filesIn(uri)) files.add(file);
    }
    await this.read(await this.withoutLinked([...files]));
  }

  /** Forgets files that are reached through links: what a folder holds is looked through without these, and so is what is told of. */
  private async withoutLinked(files: readonly string[]): Promise<string[]> {
    const { host: { files: { isLinked } } } = this.options;
    const linked = new Set<string>();
    for (const uri of files) for (const folder of this.folders) if (isInside(uri, folder) && await isLinked(uri, folder)) linked.add(uri);
    if (linked.size) await this.forget(uri => linked.has(uri));
    return files.filter(uri => !linked.has(uri));
  }

  /** Reads files as they stand on disk now, those first that the others depend on; those that are gone or not wanted are taken out. */
  private async read(files: readonly string[]): Promise<void> {
    const areOthersWanted = await this.readSettings(files);
    await this.recordFiles.read(files.filter(uri => !isConfiguration(uri)), uri => isRecordFile(uri) && this.holds(uri));
    if (areOthersWanted) await this.reconsider();
  }

  /** Reads those of the files that are configurations or reference data; whether any of that changes what holds for others. */
  private async readSettings(files: readonly string[]): Promise<boolean> {
    let isChanged = false;
    const read = async (uri: string) => { if (await this.takeSetting(uri, this.holds(uri) ? await this.options.host.files.read(uri) : undefined)) isChanged = true; };
    for await (const uri of this.those(files, isConfiguration)) await read(uri);
    for await (const uri of this.those(files, file => this.options.configurations.isData(file))) await read(uri);
    return isChanged;
  }

  /** Takes over a configuration, with the reference data that it names, or reference data; whether that changes anything. */
  private async takeSetting(uri: string, text: string | undefined): Promise<boolean> {
    const { host, configurations } = this.options;
    if (!isConfiguration(uri)) return configurations.updateData(uri, text);
    if (configurations.textOf(uri) === text) return false;
    const names = text === undefined ? undefined : dataNamedBy(uri, text);
    const data = new Map<string, string | undefined>();
    if (names) for await (const file of this.those(await this.filesIn(uri.slice(0, uri.lastIndexOf('/'))), names)) data.set(file, await host.files.read(file));
    // All at once: nobody sees a configuration without what it names.
    configurations.update(uri, text);
    for (const [file, read] of data) configurations.updateData(file, read);
    return true;
  }

  /** A configuration or reference data has changed: other files may be wanted than before, and records may mean something else. */
  private async reconsider(): Promise<void> {
    this.since = this.options.host.now();
    await this.review();
    for (const folder of this.folders) await this.expect(await this.filesIn(folder));
    await this.recordFiles.readAll();
  }

  /** The same for what is known already. */
  private async review(): Promise<void> {
    const { workspace, documents, dataDocuments, configurations } = this.options;
    for (const document of documents.all()) if (configurations.isData(document.key)) documents.handOver(document, dataDocuments);
    for (const document of dataDocuments.all()) if (!configurations.isData(document.key)) dataDocuments.handOver(document, documents);
    for await (const uri of this.those(workspace.uris)) {
      if (configurations.ignores(uri) || configurations.isData(uri)) workspace.delete(uri);
      else workspace.renew(uri);
    }
    for (const document of documents.all()) this.take(document);
  }

  private async forget(isGone: (uri: string) => boolean): Promise<void> {
    const { workspace, documents, configurations } = this.options;
    const before = configurations.version;
    this.recordFiles.forget(isGone);
    for (const uri of workspace.uris) if (isGone(uri) && !documents.get(uri)) workspace.delete(uri);
    for (const uri of configurations.uris) if (isGone(uri)) configurations.update(uri, undefined);
    for (const uri of configurations.dataUris) if (isGone(uri)) configurations.updateData(uri, undefined);
    if (configurations.version !== before) await this.reconsider();
  }

  /** Does something when all that was to be done before is done, and tells of it. */
  private then(task: () => void | Promise<void>): Promise<void> {
    const { connection, changed } = this.options;
    return this.queue = this.queue.then(task).then(() => this.recordFiles.readRecords()).then(changed)
      .catch((error: unknown) => connection.console.error(`reading files failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
  }

  /** Has the record files among some files read that are wanted and not known yet. */
  private async expect(files: readonly string[]): Promise<void> {
    const { workspace, configurations } = this.options;
    for await (const uri of this.those(files, file => isRecordFile(file) && !workspace.stream(file) && !configurations.ignores(file))) this.recordFiles.add(uri);
  }

  /** The files of a kind, while others have their turn: there may be thousands. */
  private async *those(files: readonly string[], are: (uri: string) => boolean = () => true): AsyncGenerator<string> {
    const turns = new Turns(this.options.host);
    for (const uri of files) {
      if (turns.isOver) await turns.next();
      if (are(uri)) yield uri;
    }
  }

  /** What is no address lies nowhere: it must not be taken for the root of the disk. */
  private spelt(folders: readonly WorkspaceFolder[]): string[] {
    return folders.filter(({ uri }) => isAddress(uri)).map(({ uri }) => this.options.host.files.normalize(uri).replace(/(?<!\/)\/+$/, ''));
  }

  private async filesIn(folder: string): Promise<string[]> {
    const turns = new Turns(this.options.host);
    const files: string[] = [];
    for await (const uri of this.options.host.files.list(folder)) {
      files.push(uri);
      if (turns.isOver) await turns.next();
    }
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
