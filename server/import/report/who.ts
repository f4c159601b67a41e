import type { CalendarDate } from '../../reference/calendar';
import type { Authority } from '../../reference/authorities';
import { existsOn } from '../../reference/authorities';
import { matched } from '../../reference/match';
import type { Reference } from '../../reference/reference';
import { listed } from '../../text/words';

/** Who a title names. */
export interface Who {
  authority?: Authority;
  trust?: string;
  /** What is not certain of it. */
  doubt?: string;
}

/** Words of a title that are looked at. */
const MOST_TITLE_WORDS = 200;

/** Words of the longest name of a council with its titles. */
const MOST_WORDS = 12;

/**
 * Who was inspected, by the words of a title: "Inspection of City of Bradford Metropolitan District Council children's services". The longest
 * runs of words that are names of authorities are those that are meant; of several the first, with a doubt. Where a trust is named, it is
 * the authority whose services it ran.
 */
export function whoIn(title: string, date: CalendarDate | undefined, { authorities, trusts }: Reference): Who {
  const words = title.split(/\s+/).filter(word => word !== '').slice(0, MOST_TITLE_WORDS);
  const found = new Map<number, Authority>();
  const taken = new Set<number>();
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const run = Array.from({ length }, (_, index) => start + index);
      if (run.some(index => taken.has(index))) continue;
      const name = words.slice(start, start + length).join(' ').replace(/[,.:;]+$/, '');
      const trust = found.size === 0 ? matched(trusts.match(name)) : undefined;
      const runs = trust ? trusts.authoritiesOf(trust, date) : [];
      if (trust && runs.length > 0) return { trust: trust.name, authority: runs.length === 1 ? authorities.named(runs[0]!) : undefined, doubt: runs.length > 1 ? `the title names a trust, which ran the services of ${runs.length} authorities` : undefined };
      // A name is written with a capital: "reading" is none, Reading is.
      const authority = /^[\p{Lu}]/u.test(name) && !/\d/.test(name) ? matched(authorities.match(name, date)) : undefined;
      if (!authority || isOnlyTitle(name)) continue;
      found.set(start, authority);
      for (const index of run) taken.add(index);
    }
  }
  return decide([...found].sort(([a], [b]) => a - b).map(([, authority]) => authority), date);
}

function decide(named: readonly Authority[], date: CalendarDate | undefined): Who {
  const [authority, ...others] = [...new Set(named)];
  if (!authority) return {};
  if (others.length > 0) return { authority, doubt: `the title also names ${listed(others.map(({ name }) => name))}` };
  return !date || existsOn(authority, date) ? { authority } : { authority, doubt: 'it did not exist on that day' };
}

/** Short codes that are names too ("LA") would be found in any title. */
function isOnlyTitle(name: string): boolean {
  return name.length < 4;
}
