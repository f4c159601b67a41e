import type { InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import { version } from '../../package.json';
import { Reader } from '../reference/reader';
import { AmongOthers } from '../workspace/among';
import { Workspace } from '../workspace/workspace';
import { actionCapabilities, registerActions } from './actions';
import { completionCapabilities, registerCompletion } from './completion';
import { Configurations } from './configurations';
import type { Connection } from './connection';
import type { ServerContext } from './context';
import { DataFiles } from './data-files';
import { Diagnostics } from './diagnostics';
import { Documents } from './documents';
import { registerExport } from './export';
import { registerFillIn } from './fill-in';
import { registerPaste } from './paste';
import { Folders } from './folders';
import { formattingCapabilities, registerFormatting } from './formatting';
import { registerRefusals } from './gate';
import type { Host } from './host';
import { FreshImports } from './import/fresh-imports';
import { registerImport } from './import/register';
import { registerJourney } from './journey';
import { TextDocumentSyncKind } from './kinds';
import { refreshLenses } from './lenses';
import { navigationCapabilities, registerNavigation } from './navigation';
import { registerPageExport } from './page-export';
import { registerPages } from './pages';
import { CAPABILITIES } from './params';
import { registerPreview } from './preview';
import type { InitializationOptions } from './protocol';
import { readingCapabilities, registerReading } from './reading';
import { ClientSettings } from './settings';
import { fitting } from './shapes';
import { registerStatus, tellStatus } from './status';
import { registerDocuments } from './synchronise';
import { TypingWatch } from './typing';

/** Wires a connection to the engine. Translates; decides nothing about records. */
export function createServer(connection: Connection, host: Host): void {
  registerRefusals(connection);
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const capabilities = fitting(params.capabilities, CAPABILITIES);
    return { serverInfo: { name: 'inspection-records', version }, capabilities: serve(connection, host, { ...params, capabilities }) };
  });
}

/** Registers all that is answered; what that is, in the protocol's words. */
function serve(connection: Connection, host: Host, { capabilities: client, initializationOptions, workspaceFolders, rootUri }: InitializeParams): ServerCapabilities {
  const { rulePages = host.rulePages, commands = [] } = (initializationOptions ?? {}) as InitializationOptions;
  const configurations = new Configurations(new Reader(host.reference), host.today);
  const workspace = new Workspace(uri => configurations.readerFor(uri));
  const documents = new Documents(host.files.normalize);
  const dataDocuments = new Documents(host.files.normalize);
  const settings = new ClientSettings(connection, client, () => diagnostics.refresh());
  const checkerFor: ServerContext['checkerFor'] = uri => configurations.checkerFor(host.files.normalize(uri));
  const context: ServerContext = {
    connection, client, documents, configurationDocuments: new Documents(host.files.normalize), dataDocuments, configurations, workspace, rulePages, commands: new Set(commands), among: new AmongOthers(workspace),
    checkerFor, freshImports: new FreshImports(documents, checkerFor),
    isIgnored: uri => configurations.ignores(host.files.normalize(uri)),
    configured: () => folders.configured,
    clock: host, writesBytes: host.writesBytes ?? false,
    areFilesRead: () => folders.areRead,
    unreadable: () => folders.unreadable,
    allRead: () => folders.allRead(),
    settings: () => settings.current,
  };
  const typing: TypingWatch = new TypingWatch(() => { diagnostics.refresh(); preview.refresh(); }, () => settings.current.typingPause);
  const diagnostics: Diagnostics = new Diagnostics(context, typing);
  const preview = registerPreview(context, typing);
  const pages = registerPages(context);
  const dataFiles = new DataFiles(connection, client, configurations);
  const folders = new Folders({ connection, client, host, documents, dataDocuments, workspace, configurations, changed: () => {
    dataFiles.refresh();
    diagnostics.refresh();
    preview.refresh();
    pages.changed();
    refreshLenses(context);
    tellStatus(context);
  } });
  registerDocuments(context, folders, typing, (uri, what) => {
    diagnostics.changed(uri);
    preview.refresh(what === 'edited' ? uri : undefined);
    pages.changed();
    context.freshImports.changed(uri);
  });
  for (const register of [registerCompletion, registerNavigation, registerJourney, registerActions, registerFormatting, registerFillIn, registerPaste, registerReading]) register(context);
  registerStatus(context, typing);
  registerExport(context, host);
  registerPageExport(context, host);
  registerImport(context, host);
  connection.onInitialized(() => {
    settings.follow();
    folders.register();
    folders.add(workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: '' }] : []));
  });
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...diagnostics.capabilities,
    ...completionCapabilities,
    ...navigationCapabilities,
    ...actionCapabilities,
    ...formattingCapabilities,
    ...readingCapabilities,
  };
}
