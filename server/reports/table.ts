import { harmlessCell } from '../text/harmless-cell';
import { visibleJson } from '../text/visible';
import type { Column, ExportedRecord } from './columns';

/** Makes a table of records that come one after the other. */
export interface TableWriter {
  /** Before the first record. */
  begin: string;
  row(record: ExportedRecord): string;
  /** After the last record. */
  end: string;
}

/**
 * Comma-separated values as RFC 4180 has them, for spreadsheets too: a cell that one of these would take for a formula begins with an
 * apostrophe.
 */
export function csvWriter(columns: readonly Column[]): TableWriter {
  const line = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`;
  return { begin: line(columns.map(({ name }) => name)), row: record => line(columns.map(({ value }) => harmlessCell(cellText(value(record))))), end: '' };
}

/** One list of objects, one on a line; every object has every column. */
export function jsonWriter(columns: readonly Column[]): TableWriter {
  let isFirst = true;
  return {
    begin: '[',
    row(record) {
      const separator = isFirst ? '\n' : ',\n';
      isFirst = false;
      return separator + objectText(columns, record);
    },
    end: '\n]\n',
  };
}

/** The same objects, each a line of its own and nothing else. */
export function ndjsonWriter(columns: readonly Column[]): TableWriter {
  return { begin: '', row: record => `${objectText(columns, record)}\n`, end: '' };
}

function objectText(columns: readonly Column[], record: ExportedRecord): string {
  return visibleJson(Object.fromEntries(columns.map(({ name, value }) => [name, value(record)])));
}

function cellText(value: unknown): string {
  return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
