/**
 * What the language server and the VS Code client say to each other beyond LSP, and what the client says to the script in its preview.
 * The only file of the server that the client may import.
 */

import type { Position as Place } from '../text/span';

export * from './import/protocol';
export type { Place };

/** Commands of an editor that the server may name in its answers. */
export const EDITOR_COMMANDS = {
  showValues: 'editor.action.triggerSuggest', showProblems: 'workbench.actions.view.problems', openPreview: 'inspectionRecords.openPreviewToSide', showJourney: 'inspectionRecords.showJourney',
} as const;

/** What the client may say when it starts the server. */
export interface InitializationOptions {
  /** Address of the folder with the pages of the rules; ends with `/`. */
  rulePages?: string;
  /** Those of the editor's commands that there are: no other is named, because an editor that does not know a command says that something is broken. */
  commands?: readonly string[];
}

/** Request, client to server: the rendered preview of one record. */
export const previewRequest = 'inspectionRecords/preview';

export interface PreviewParams {
  /** Which preview it is for: the server knows what each of them shows. */
  preview: string;
  textDocument: { uri: string };
  /** The record at this place; without it, the first. */
  position?: Place;
  /** The last answer that this preview has shown. Of what has not changed since, nothing is sent. */
  revision?: number;
}

export interface PreviewResult {
  /** The version of the document that was rendered; null when the server has no such document open, and then there is nothing to show. */
  version: number | null;
  /** A short name of the record, for the title of a tab. */
  title: string;
  /** The parts of the page, in order; those that are not named are there no more. */
  blocks: PreviewBlock[];
  /** Of this answer. */
  revision: number;
  /** The answer to which parts without content refer; null where all of them have theirs. */
  since: number | null;
  /** Which record of the document it is, counted from 0. */
  recordIndex: number;
  /** First and last line of that record. */
  lines: { first: number; last: number };
  /** The text does not parse at present: the parts are the last good view, with a note that says so. */
  stale: boolean;
}

/** A part of a page: one element with this id. */
export interface PreviewBlock {
  id: string;
  /**
   * Escaped HTML; absent where it is as it was. Elements lead to the places whose indexes they have in `data-place`, where they stand for
   * what is written there, or in `data-from`, where they follow from it.
   */
  html?: string;
  /** Places in the text, of the document or of another one; absent where they are as they were. */
  places?: PreviewPlace[];
}

export interface PreviewPlace extends Place {
  /** Address of another document. */
  uri?: string;
}

/** Notification, server to client: the preview of a document may look different, for another reason than an edit of the client's own. */
export const previewChangedNotification = 'inspectionRecords/previewChanged';

export interface PreviewChangedParams { uri: string }

/** Notification, client to server: a preview is there no more. */
export const previewClosedNotification = 'inspectionRecords/previewClosed';

export interface PreviewClosedParams { preview: string }

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

/** What a page about many records is about. */
export type PageSubject = JourneySubject | OverviewSubject;

export interface JourneySubject {
  kind: 'journey';
  /** By its canonical name. */
  authority: string;
  /** Address of a file: what is known of authorities and frameworks is what the configuration that holds there says. */
  near: string;
}

export interface OverviewSubject {
  kind: 'overview';
  /** Address of a folder. */
  folder: string;
}

/** Request, client to server: a page about many records; null where there is nothing that it could be about. */
export const pageRequest = 'inspectionRecords/page';

export interface PageParams {
  /** Names one page of the client, so that the server knows what it has been sent. */
  page: string;
  subject: PageSubject;
  /** Of the answer that the page shows; absent where it shows none. */
  revision?: number;
}

export interface PageResult {
  /** For a tab. */
  title: string;
  revision: number;
  /** The answer to which what is absent and what is taken over refer; null where nothing does. */
  since: number | null;
  /**
   * Escaped HTML: one element, `main`. In it, elements with `data-leads` lead to a text, those with `data-journey` to the page about the
   * authority of that name. Absent where it is as it was.
   */
  pieces?: PagePiece[];
  /** Of each element with `data-leads`, in the order of the page: the number of a file, and a line of it (0-based). Absent where they are as they were. */
  places?: number[];
  /** Addresses of files, in the order of their numbers. Absent where they are as they were. */
  files?: string[];
}

/** Lines of a page: new ones, or those that it had, from one number to before another. */
export type PagePiece = string | [from: number, to: number];

/** Notification, client to server: a page about many records is there no more. */
export const pageClosedNotification = 'inspectionRecords/pageClosed';

export interface PageClosedParams { page: string }

/** Notification, server to client: records have changed, so pages about many may look different. */
export const pagesChangedNotification = 'inspectionRecords/pagesChanged';

/** Request, client to server: the time line of a journey as a picture. */
export const pictureRequest = 'inspectionRecords/picture';

export interface PictureParams { subject: JourneySubject }

export interface PictureResult {
  /** A whole file. */
  svg: string;
  /** Its own size, in pixels. */
  width: number;
  height: number;
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

/** Request, client to server: records in a form in which they are read elsewhere. */
export const exportRequest = 'inspectionRecords/export';

export interface ExportParams {
  textDocument: { uri: string };
  /** The record at this place; without it, all records of the document. */
  position?: Place;
  /** One of those of `summary --format`. */
  format: ExportFormat;
  style: 'record' | 'briefing';
}

export type ExportFormat = 'text' | 'markdown' | 'html' | 'tsv' | 'json' | 'docx';

/** The whole file, as text or in base64, with a name for it; or, in words for the user, why there is none. */
export type ExportResult = { name: string; text: string } | { name: string; base64: string } | { refusal: string };

/** Request, client to server: a page about many records in a form in which it is read elsewhere. Of an overview there is no Word file. */
export const pageExportRequest = 'inspectionRecords/exportPage';

export interface PageExportParams { subject: PageSubject; format: Exclude<ExportFormat, 'tsv' | 'json'> }

/** What VS Code keeps for a preview across reloads of the window. */
export interface PreviewState {
  uri: string;
  place: Place;
  /** It stays with its record, wherever the cursor goes. */
  locked: boolean;
  /** How far the preview is scrolled, in pixels. */
  scroll: number;
  /** Which record it showed, and what it looked like: to be seen again before the server has started. */
  record?: string;
  page?: string;
}

/** What VS Code keeps for a page about many records across reloads of the window. */
export interface PageState {
  subject: PageSubject;
  scroll: number;
  /** How the reader has sorted and filtered tables, by their ids; only the script of the page looks into it. */
  arrangements: unknown;
}

/** Extension to a page about many records. */
export type ToPage =
  | PageMessage
  /** A picture to be drawn with so many pixels for each of its own. */
  | { type: 'draw'; svg: string; width: number; height: number; scale: number };

/** What is to be shown from now on. */
export interface PageMessage extends Pick<PageResult, 'pieces' | 'places' | 'revision' | 'since'> {
  type: 'page';
  subject: PageSubject;
}

/** A page about many records to the extension. */
export type FromPage =
  /** It can be sent a view, and has none to which pieces could refer. */
  | { type: 'ready' }
  | { type: 'go'; file: number; line: number }
  | { type: 'journey'; authority: string }
  /** A PNG in base64; null where the picture could not be drawn. */
  | { type: 'drawn'; png: string | null };

/** Extension to webview. */
export type ToWebview = ShowMessage | CursorMessage | ScrollMessage;

/** What is to be shown from now on. */
export interface ShowMessage extends Pick<PreviewResult, 'blocks' | 'revision' | 'since' | 'stale'> {
  type: 'show';
  /** Differs when another record is shown: then the view starts at its top again. */
  record: string;
  state: Pick<PreviewState, 'uri' | 'place' | 'locked'>;
}

/** The cursor stands in this line of the text; null where it is in none that the view shows. */
export interface CursorMessage { type: 'cursor'; line: number | null }

/** The editor was scrolled: this line is the first to be seen. */
export interface ScrollMessage { type: 'scroll'; line: number }

/** Webview to extension. */
export type FromWebview =
  /** It can be sent a view, and has none that parts could refer to. */
  | { type: 'ready' }
  /** The reader chose an element that stands for this place in the text. */
  | { type: 'reveal'; place: PreviewPlace }
  /** The reader scrolled: what stands for this line is the first to be seen. */
  | { type: 'scrolled'; line: number };
