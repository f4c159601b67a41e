import { TextDocumentSyncKind, type Connection, type InitializeParams, type InitializeResult } from 'vscode-languageserver';
import { version } from '../../package.json';
import { Reader } from '../reference/reader';
import { AmongOthers } from '../workspace/among';
import { Workspace } from '../workspace/workspace';
import { actionCapabilities, registerActions } from './actions';
import { completionCapabilities, registerCompletion } from './completion';
import { Configurations } from './configurations';
import type { ServerContext } from './context';
import { Diagnostics } from './diagnostics';
import { Documents } from './documents';
import { registerFillIn } from './fill-in';
import { Folders } from './folders';
import { formattingCapabilities, registerFormatting } from './formatting';
import type { Host } from './host';
import { registerJourney } from './journey';
import { refreshLenses } from './lenses';
import { navigationCapabilities, registerNavigation } from './navigation';
import { registerPreview } from './preview';
import { readingCapabilities, registerReading } from './reading';
import { ClientSettings } from './settings';
import { registerDocuments } from './synchronise';
import { TypingWatch } from './typing';

/** What the client may say when it starts the server. */
interface InitializationOptions {
  /** Address of the folder with the pages of the rules; ends with `/`. */
  rulePages?: string;
}

/** Wires a connection to the engine. Translates; decides nothing about records. */
export function createServer(connection: Connection, host: Host): void {
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { rulePages = host.rulePages } = (params.initializationOptions ?? {}) as InitializationOptions;
    const reader = new Reader(host.reference);
    const configurations = new Configurations(reader, host.today);
    const workspace = new Workspace(uri => configurations.readerFor(uri));
    const documents = new Documents(host.files.normalize);
    const dataDocuments = new Documents(host.files.normalize);
    const settings = new ClientSettings(connection, params.capabilities, () => diagnostics.refresh());
    const context: ServerContext = {
      connection, client: params.capabilities, documents, configurationDocuments: new Documents(host.files.normalize), dataDocuments, configurations, workspace, rulePages, among: new AmongOthers(workspace),
      checkerFor: uri => configurations.checkerFor(host.files.normalize(uri)),
      isIgnored: uri => configurations.ignores(host.files.normalize(uri)),
      configured: () => folders.configured,
      allRead: () => folders.allRead(),
      settings: () => settings.current,
    };
    const typing: TypingWatch = new TypingWatch(uri => { diagnostics.refresh(); preview.changed(uri); }, () => settings.current.typingPause);
    const diagnostics: Diagnostics = new Diagnostics(context, typing, host.yield);
    const preview = registerPreview(context, typing);
    const folders = new Folders({ connection, host, documents, dataDocuments, workspace, configurations, changed: () => {
      diagnostics.refresh();
      preview.refresh();
      refreshLenses(context);
    } });
    registerDocuments(context, folders, typing, uri => {
      diagnostics.changed(uri);
      preview.changed(uri);
    });
    registerCompletion(context);
    registerNavigation(context);
    registerJourney(context);
    registerActions(context);
    registerFormatting(context);
    registerFillIn(context);
    registerReading(context);
    connection.onInitialized(() => {
      settings.follow();
      folders.register(params.capabilities);
      folders.add(params.workspaceFolders ?? (params.rootUri ? [{ uri: params.rootUri, name: '' }] : []));
    });
    return {
      serverInfo: { name: 'inspection-records', version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        ...diagnostics.capabilities,
        ...completionCapabilities,
        ...navigationCapabilities,
        ...actionCapabilities,
        ...formattingCapabilities,
        ...readingCapabilities,
      },
    };
  });
  connection.onShutdown(() => undefined);
}
