import type { Reading } from '../import/draft';
import type { ReadingContext, SourceFile } from '../import/read-file';
import type { CalendarDate } from '../reference/calendar';
import type { Reference } from '../reference/reference';
import type { WordWriters } from '../summary/formats';

/** What the server may know of the world it runs in: Node, or a web worker whose client reads files for it. */
export interface Host {
  reference: Reference;
  today(): Required<CalendarDate>;
  /** Milliseconds on a clock that is never put back. */
  now(): number;
  /** Resolves when everything else that waits has had its turn. */
  yield(): Promise<void>;
  files: Files;
  /** Whether the connection can send a PreparedList. */
  writesBytes?: boolean;
  /** Address of the folder with the pages of the rules; ends with `/`. Empty where it is not known. */
  rulePages: string;
  /** What writes Word files; absent where it cannot be loaded. */
  word?(): Promise<WordWriters>;
  /** Reads records out of a report, a table or an export; throws an Unreadable where it cannot. Absent where nothing is imported. */
  readSource?(source: SourceFile, context: ReadingContext, stop: AbortSignal): Promise<Reading>;
}

/** The files of the workspace. Addresses are URIs, spelt as `normalize` spells them. */
export interface Files {
  normalize(uri: string): string;
  /** The YAML files below a folder, in no certain order; none where the folder cannot be read. Links are not followed. */
  list(folder: string): AsyncIterable<string>;
  /** Whether a link leads to a file on its way from a folder above it. */
  isLinked(uri: string, folder: string): Promise<boolean>;
  /** Undefined where there is no such file, or it is no text in UTF-8. */
  read(uri: string): Promise<string | undefined>;
  /** Whether there certainly is such a file, though perhaps not for us to read. */
  isThere(uri: string): Promise<boolean>;
}

/** What any file that may matter here is called. */
export function isYamlFile(uri: string): boolean {
  return /\.ya?ml$/i.test(uri);
}

/** What a record file is called. */
export function isRecordFile(uri: string): boolean {
  return /\.inspection\.ya?ml$/i.test(uri);
}

/** Folders that hold no records of the user's, whatever is in them. */
export const SKIPPED_FOLDERS: readonly string[] = ['.git', 'node_modules'];
