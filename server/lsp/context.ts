import type { ClientCapabilities } from 'vscode-languageserver';
import type { Checker } from '../findings/checker';
import type { RecordStream } from '../records/stream';
import type { AmongOthers } from '../workspace/among';
import type { Workspace } from '../workspace/workspace';
import type { Configurations } from './configurations';
import type { Connection } from './connection';
import type { Documents, OpenDocument } from './documents';
import type { AreRead } from './folders';
import type { FreshImports } from './import/fresh-imports';
import type { Settings } from './settings';
import type { Clock } from './turns';

/** What the parts of the server share. */
export interface ServerContext {
  connection: Connection;
  /** What the client says that it supports. */
  client: ClientCapabilities;
  /** Records; every open document that is nothing else. */
  documents: Documents;
  configurationDocuments: Documents;
  /** Files with reference data that a configuration names. */
  dataDocuments: Documents;
  configurations: Configurations;
  workspace: Workspace;
  /** What records of open documents were imported. */
  freshImports: FreshImports;
  /** Findings of records among the others of the workspace. */
  among: AmongOthers;
  /** The checker for a document: another one when the day or its configuration changes. */
  checkerFor(uri: string): Checker;
  /** Whether the configuration says that nothing is to be said of a document. */
  isIgnored(uri: string): boolean;
  /** Resolves when the configurations of the workspace's folders are known. */
  configured(): Promise<void>;
  clock: Clock;
  /** Whether the connection can send a PreparedList. */
  writesBytes: boolean;
  /** When all files of the workspace's folders will be read. */
  areFilesRead(): AreRead;
  /** Record files of the workspace that are there and cannot be read. */
  unreadable(): readonly string[];
  /** Resolves when all records of the workspace are read. */
  allRead(): Promise<void>;
  /** What the user chose, as it is now. */
  settings(): Settings;
  /** Address of the folder with the pages of the rules; ends with `/`. */
  rulePages: string;
  /** The commands of the editor that may be named: those that it says it has. */
  commands: ReadonlySet<string>;
}

type At = { textDocument: { uri: string }; position: { line: number; character: number } };

/** The record at a place of an open document, with the offset in its slice; undefined where the document is not open. */
export function recordAt({ documents }: ServerContext, at: At) {
  return placeIn(documents, at);
}

/** The same for a configuration: of any document, it is either this or a record. */
export function configurationAt({ configurationDocuments }: ServerContext, at: At) {
  return placeIn(configurationDocuments, at);
}

/** The same for a file of reference data. */
export function dataAt({ dataDocuments }: ServerContext, at: At) {
  return placeIn(dataDocuments, at);
}

function placeIn(documents: Documents, { textDocument, position }: At) {
  const document: OpenDocument | undefined = documents.get(textDocument.uri);
  return document && { document, stream: document.stream satisfies RecordStream, ...document.stream.locate(position) };
}
