/**
 * What the language server and the VS Code client say to each other beyond LSP, and what the client says to the script in its preview.
 * The only file of the server that the client may import.
 */

/** A place in a document, as in LSP: 0-based line and UTF-16 character. */
export interface Place { line: number; character: number }

/** Request, client to server: the rendered preview of one record. */
export const previewRequest = 'inspectionRecords/preview';

export interface PreviewParams {
  textDocument: { uri: string };
  /** The record at this place; without it, the first. */
  position?: Place;
}

export interface PreviewResult {
  /** The version of the document that was rendered; null when the server has no such document open, and then there is nothing to show. */
  version: number | null;
  /** A short name of the record, for the title of a tab. */
  title: string;
  /** The record as an HTML fragment, escaped. Elements that stand for text carry its line in the document in `data-line` (0-based). */
  html: string;
  /** Which record of the document it is, counted from 0. */
  recordIndex: number;
  /** The text does not parse at present: `html` is the last good view, with a note that says so. */
  stale: boolean;
}

/** Notification, server to client: a changed document has been read, so its preview may look different. */
export const previewChangedNotification = 'inspectionRecords/previewChanged';

export interface PreviewChangedParams { uri: string }

/** Request, client to server: all events of the authority of one record, in order of date; those of the authorities in whose place it came stand before them. */
export const journeyRequest = 'inspectionRecords/journey';

export interface JourneyParams { textDocument: { uri: string }; position: Place }

export interface JourneyResult {
  authority: string;
  steps: JourneyStep[];
}

export interface JourneyStep {
  /** "ILACS standard inspection" */
  event: string;
  /** "July 2024"; empty where no date is known. */
  date: string;
  /** The overall grade, where there is one. */
  grade: string;
  /** Where it is told: of several records of one event, that which was asked about, or else one of the same file, or the one that says most. */
  uri: string;
  place: Place;
  /** How many records tell of it. */
  told: number;
  /** It is the event of the record that was asked about. */
  current: boolean;
  /** The authority, where it is an earlier one. */
  predecessor?: string;
}

/** Request, client to server: what holds for an open document of records. */
export const statusRequest = 'inspectionRecords/status';

export interface StatusParams {
  textDocument: { uri: string };
  /** In the record that is meant. */
  position: Place;
}

export interface StatusResult {
  /** The configuration (its address) that says not to check this document, with its pattern that fits; null where it is checked. */
  ignoredBy: { configuration: string; pattern: string } | null;
  /** The edition of the framework in force for the record: "ILACS, January 2023 to March 2026"; null where none is known. */
  framework: string | null;
  /** Other files of the workspace are still being read: what they say against this one is not known yet. */
  isReading: boolean;
}

/** Notification, server to client: configurations or other files have changed, and what holds for open documents with them. */
export const statusChangedNotification = 'inspectionRecords/statusChanged';

/** Text to put in the place of a range: as it is, or as a snippet with tab stops where something is to be filled in. */
export interface FillInEdit {
  range: { start: Place; end: Place };
  newText: string;
  snippet: string;
}

/** Request, client to server: what a new record may be about. */
export const choicesRequest = 'inspectionRecords/choices';

export interface ChoicesParams {
  /** Address of a file where the record may come to stand: the configuration that holds there may know more authorities and events. */
  near?: string;
}

export interface ChoicesResult {
  authorities: SubjectChoice[];
  events: SubjectChoice[];
  /** Likely first days of fieldwork. */
  days: SubjectChoice[];
}

export interface SubjectChoice { label: string; description?: string }

/** Request, client to server: a record to be filled in. */
export const newRecordRequest = 'inspectionRecords/newRecord';

export interface NewRecordParams extends ChoicesParams {
  /** By name, another name or code. */
  authority: string;
  event: string;
  /** First day of fieldwork. */
  start: string;
  /** The open document behind whose records it is to stand; without it, or where it is not open, an empty one. */
  textDocument?: { uri: string };
}

/** The record; or, in words for the user, why there can be none. */
export type NewRecordResult = { edit: FillInEdit } | { refusal: string };

/** Request, client to server: lines to be filled in, for the record at a place of an open document. */
export const insertionRequest = 'inspectionRecords/insertion';

export interface InsertionParams {
  textDocument: { uri: string };
  position: Place;
  what: 'judgements' | 'followUp';
}

/** The lines; or, in words for the user, why there are none. */
export type InsertionResult = { edit: FillInEdit } | { refusal: string };

/** Request, server to client: what lies in a folder that the server cannot read itself; nothing where the client cannot either. Links are left out. */
export const readFolderRequest = 'inspectionRecords/readFolder';

/** Request, server to client: the text of such a file; null where there is none, or it is no text in UTF-8. */
export const readFileRequest = 'inspectionRecords/readFile';

export interface FileParams { uri: string }

export interface FolderEntry { uri: string; isFolder: boolean }

/** What VS Code keeps for a preview across reloads of the window. */
export interface PreviewState {
  uri: string;
  place: Place;
  /** How far the preview is scrolled, in pixels. */
  scroll: number;
}

/** Extension to webview. */
export interface ShowMessage {
  type: 'show';
  html: string;
  stale: boolean;
  /** Differs when another record is shown: then the view starts at its top again. */
  record: string;
  uri: string;
  place: Place;
}

/** Webview to extension: it can be sent a view; or the reader chose an element that stands for this place in the text. */
export type FromWebview = { type: 'ready' } | { type: 'reveal'; place: Place };
