import { slug } from '../text/slug';
import type { Draft } from './draft';
import { firstDayOf } from './match-records';

/** The name of the file for an authority's records: "kirklees.inspection.yaml". Whatever the source wrote, it is a name in one folder. */
export function fileNameFor(authority: unknown): string {
  return `${slug(String(authority ?? '')).slice(0, 80) || 'no-authority'}.inspection.yaml`;
}

/** Drafts by the file that they belong into, in order of the names; within one, by their first day. */
export function byFile(drafts: readonly Draft[]): Map<string, Draft[]> {
  const files = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const name = fileNameFor(draft.value.authority);
    files.set(name, [...(files.get(name) ?? []), draft]);
  }
  const firstDay = ({ value }: Draft) => String(firstDayOf(value) ?? value.published ?? '');
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, own]) => [name, own.sort((a, b) => firstDay(a).localeCompare(firstDay(b)))]));
}
