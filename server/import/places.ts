import type { Draft } from './draft';
import { firstDayOf } from './match-records';

/** The name of the file for an authority's records: "kirklees.inspection.yaml". Whatever the source wrote, it is a name in one folder. */
export function fileNameFor(authority: unknown): string {
  const slug = String(authority ?? '').normalize('NFKD').toLowerCase().replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80);
  return `${slug === '' ? 'no-authority' : slug}.inspection.yaml`;
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
