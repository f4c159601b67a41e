// What the server and the client say to each other when files are imported and texts pasted; client code gets it through ../protocol.ts.
import type { Position as Place } from '../../text/span';

export { MOST_FILE_BYTES } from '../../import/bounds';

/** Request, client to server: what a report, a table or an export says. It ends when it is cancelled. */
export const readSourceRequest = 'inspectionRecords/readSource';

export interface ReadSourceParams {
  /** As messages and the records name it. */
  name: string;
  /** The whole file, in base64. */
  content: string;
  /** Address of a file where the records may come to stand: the configuration that holds there may know more authorities and events. */
  near?: string;
}

/** By a number, as it stays with the server; or, as the end of a sentence about the file, why it cannot be read. */
export type ReadSourceResult = { reading: number; records: number; notes: readonly string[] } | { problem: string };

/** Request, client to server: what was read of one or several files, put together. */
export const gatherRequest = 'inspectionRecords/gather';

export interface GatherParams { readings: readonly number[]; near?: string }

export interface GatherResult {
  /** A number that the import is known by. */
  import: number;
  records: number;
  /** As the records name them, each once. */
  authorities: string[];
  /** What somebody should look at again, each a sentence. */
  doubts: string[];
  /** Where the sources contradict each other, each a sentence. */
  notes: readonly string[];
  /** Addresses of files of the workspace where records of these authorities stand. */
  homes: string[];
}

/** Where records that were read are to go. */
export type ImportPlace =
  | { kind: 'new document' }
  /** A new file for each authority in the folder with this address. */
  | { kind: 'new files'; folder: string }
  /** To the records below a folder: they get what they lack, and other inspections go to the file of their authority there. */
  | { kind: 'folder'; folder: string }
  /** To the records of an open document, in the same way; a record at `position` that has only been begun may be the one that is meant. */
  | { kind: 'document'; textDocument: { uri: string }; position?: Place };

/** Request, client to server: what is to be written where. Nothing is written by the server. */
export const placeImportRequest = 'inspectionRecords/placeImport';

export interface PlaceImportParams { import: number; near?: string; into: ImportPlace }

export interface PlaceImportResult {
  files: PlacedFile[];
  /** How many records come to those that are there, and how many of these get something. */
  added: number;
  completed: number;
  /** What the sources say otherwise than the records, which stay as they are; and files that could not be read; each a sentence. */
  notes: string[];
}

export type PlacedFile =
  /** To be made, with so many records; without an address, as a document that has none yet. */
  | { uri?: string; text: string; records: number }
  /** To be changed: edits for this version of it, null where it is not open. */
  | { uri: string; version: number | null; edits: PlacedEdit[] };

export interface PlacedEdit { range: { start: Place; end: Place }; newText: string }

/** Notification, client to server: an import is over, and has gone into these documents; what was read of others is not needed any more. */
export const finishImportNotification = 'inspectionRecords/finishImport';

export interface FinishImportParams { import?: number; readings: readonly number[]; uris: readonly string[] }

/** Request, client to server: a text that was copied, as part of the record at a place of an open document. */
export const pasteRequest = 'inspectionRecords/paste';

export interface PasteParams {
  textDocument: { uri: string };
  position: Place;
  text: string;
}

/** What the text was taken for, and the edit; or, in words for the user, why there is none. */
export type PasteResult = {
  as: 'judgements' | 'findings';
  /** It can hardly be anything else: a table of judgements, or a list where findings belong. Otherwise it may be pasted as it is as well. */
  isCertain: boolean;
  edit: PlacedEdit;
} | { refusal: string };
