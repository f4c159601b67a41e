import type { EventData } from '../reference/data';
import type { Reference } from '../reference/reference';
import type { Reading } from './draft';
import { readCsv } from './formats/csv';
import { decodeText } from './formats/encoding';
import { kindOf, WHY_NOT } from './formats/kind';
import { ODS_CONTENT, readOds } from './formats/ods';
import { isXlsxPart, readXlsx } from './formats/xlsx';
import { unpack } from './formats/zip';
import { Unreadable, type Sheet } from './table/cells';
import { readExportedJson } from './table/exported';
import { readSheets } from './table/read-sheets';

/** A file that was handed in. */
export interface SourceFile {
  /** As messages and sources name it. */
  name: string;
  bytes: Uint8Array;
}

/** What is known beside the file. */
export interface ReadingContext {
  reference: Reference;
  /** What all rows of a table are about where it does not say it. */
  event?: EventData;
}

/**
 * Reads records out of a table or an export, whatever its name. Throws an Unreadable that says why it cannot be.
 */
export function readTableFile({ name, bytes }: SourceFile, { reference, event }: ReadingContext): Reading {
  const kind = kindOf(bytes);
  const why = WHY_NOT[kind];
  if (why !== undefined) throw new Unreadable(why);
  if (kind === 'zip') return readSheets(sheetsOf(bytes), name, reference, event);
  const text = decodeText(bytes);
  if (kind !== 'json') return readSheets([readCsv(text)], name, reference, event);
  const reading = readExportedJson(text, name, reference);
  if (!reading) throw new Unreadable("it is JSON, but not as 'inspection-records export' writes it.");
  return reading;
}

function sheetsOf(bytes: Uint8Array): Sheet[] {
  const parts = unpack(bytes, name => name === ODS_CONTENT || name === 'META-INF/manifest.xml' || isXlsxPart(name));
  const content = parts.get(ODS_CONTENT);
  if (!content) return readXlsx(parts);
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest && decodeText(manifest).includes('encryption-data')) throw new Unreadable('it is behind a password; save it without one.');
  return readOds(content);
}
