import type { CalendarDate } from '../../reference/calendar';
import type { Authority } from '../../reference/authorities';
import { existsOn } from '../../reference/authorities';
import { matched } from '../../reference/match';
import type { Reference } from '../../reference/reference';

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
 * run of words that is the name of an authority is the one that is meant. Where a trust is named, it is the authority whose services it ran.
 */
export function whoIn(title: string, date: CalendarDate | undefined, { authorities, trusts }: Reference): Who {
  const words = title.replace(/[’']s\b/g, match => match).split(/\s+/).filter(word => word !== '').slice(0, MOST_TITLE_WORDS);
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const name = words.slice(start, start + length).join(' ').replace(/[,.:;]+$/, '');
      const trust = matched(trusts.match(name));
      const run = trust ? trusts.authoritiesOf(trust, date) : [];
      if (trust && run.length > 0) return { trust: trust.name, authority: run.length === 1 ? authorities.named(run[0]!) : undefined, doubt: run.length > 1 ? `the title names a trust, which ran the services of ${run.length} authorities` : undefined };
      // A name is written with a capital: "reading" is none, Reading is.
      const authority = /^[\p{Lu}]/u.test(name) && !/\d/.test(name) ? matched(authorities.match(name, date)) : undefined;
      if (authority && !isOnlyTitle(name)) return !date || existsOn(authority, date) ? { authority } : { authority, doubt: 'it did not exist on that day' };
    }
  }
  return {};
}

/** Short codes that are names too ("LA") would be found in any title. */
function isOnlyTitle(name: string): boolean {
  return name.length < 4;
}
