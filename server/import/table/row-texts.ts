import { monthNumber } from '../../reference/calendar';
import { matched } from '../../reference/match';
import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';
import { capitalised } from '../../text/words';

/** Longer than any theme: it is taken as it is. */
const MOST_LETTERS = 300;

/**
 * A theme without what programs that read letters leave behind it: the authority, and days. "Child exploitation in Anytown between 8 and
 * 12 July 2019." is the theme "Child exploitation". Known themes are written as they are known.
 */
export function themeIn(text: string, { themes, authorities }: Reference): string {
  const whole = text.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  if (whole.length > MOST_LETTERS) return whole;
  const written = whole.replace(/ (?:between|from) \d{1,2}\b.*? ([a-z]+)(?: \d{4})?$/i, (days, month: string) => (monthNumber(month) ? '' : days));
  const wanted = fold(written);
  const known = themes.filter(({ name }) => wanted === fold(name) || wanted.startsWith(`${fold(name)} in `)).sort((a, b) => b.name.length - a.name.length)[0];
  if (known) return known.name;
  const [theme, place] = written.split(' in ');
  return capitalised(place !== undefined && theme && matched(authorities.match(place)) ? theme : written);
}

/** The findings in a cell. A text that begins in the middle of a sentence was cut out wrongly, and holds none; nor does one that says that there are none. */
export function findingsIn(text: string): string[] {
  const written = text.replace(/\s+/g, ' ').trim();
  return /^[A-Z‘“'"]/.test(written) && !/^there (?:are|were) no\b/i.test(written) ? [written] : [];
}
