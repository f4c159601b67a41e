import type { RecordStream } from '../records/stream';
import { visibleJson } from '../text/visible';
import type { Chapter } from './document';

/**
 * Everything that is shown of records, for programs: the view of each one as it is, with lines (from 1) of the file in the place of offsets.
 * @param pathOf what a file is called
 */
export function writeJson(chapters: readonly Chapter[], pathOf: (stream: RecordStream) => string | undefined): string {
  const records = chapters.map(({ stream, view, lineOf }) => ({ path: (stream && pathOf(stream)) ?? null, ...(withLines(view, lineOf) as object) }));
  return `${visibleJson({ version: 1, records }, 2)}\n`;
}

/** What means something within a view only. */
const OWN: ReadonlySet<string> = new Set(['from', 'record']);

/** Offsets stand in `at` and `from`, wherever in a view. */
function withLines(value: unknown, lineOf: (offset: number) => number): unknown {
  if (Array.isArray(value)) return value.map(each => withLines(each, lineOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, child]) => {
    if (OWN.has(key)) return [];
    return [key === 'at' && typeof child === 'number' ? ['line', lineOf(child) + 1] : [key, withLines(child, lineOf)]];
  }));
}
