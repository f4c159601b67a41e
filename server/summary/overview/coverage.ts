import { existsOn, type Authority } from '../../reference/authorities';
import type { CalendarDate } from '../../reference/calendar';
import type { Coverage } from './view';

/**
 * Which of today's authorities have a record.
 * @param known their canonical names
 */
export function coverageOf(authorities: readonly Authority[], known: ReadonlySet<string>, today: CalendarDate): Coverage {
  const regions = new Map<string, string[]>();
  for (const authority of authorities) {
    if (existsOn(authority, today)) regions.set(authority.region, [...(regions.get(authority.region) ?? []), authority.name]);
  }
  const rows = [...regions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([region, names]) => {
    const without = names.filter(name => !known.has(name)).sort();
    return { region, known: names.length - without.length, all: names.length, without };
  });
  return { known: rows.reduce((sum, row) => sum + row.known, 0), all: rows.reduce((sum, row) => sum + row.all, 0), regions: rows };
}
