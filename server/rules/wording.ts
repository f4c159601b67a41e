import { longDate, type CalendarDate } from '../reference/calendar';
import type { DecidingDate, Framework } from '../reference/frameworks';

/** "'A', 'B' and 'C'". */
export function listed(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  const quoted = names.map(name => `'${name}'`);
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} ${word} ${quoted.at(-1)}` : quoted.join('');
}

/** " Did you mean 'A' or 'B'?", to be put after a sentence; nothing where nothing is near. */
export function didYouMean(names: readonly string[]): string {
  return names.length ? ` Did you mean ${listed(names, 'or')}?` : '';
}

/** "on 8 July 2024", "in July 2024", "in 2024". */
export function onDate(date: CalendarDate): string {
  return `${date.day === undefined ? 'in' : 'on'} ${longDate(date)}`;
}

/** "since 1 April 2026", "from 1 January 2018 to 31 December 2022". */
export function duringLife({ from, to }: { from: CalendarDate; to?: CalendarDate }): string {
  return to ? `from ${longDate(from)} to ${longDate(to)}` : `since ${longDate(from)}`;
}

/** "the framework then in force (ILACS, from April 2026)". */
export function theFramework(framework: Framework): string {
  return `the framework then in force (${framework.short_name})`;
}

/** What the choice of a framework rests on, as a sentence. */
export function decidedBy({ date, basis }: DecidingDate): string {
  return basis === 'fieldwork' ? `Fieldwork began ${onDate(date)}.` : `The report came out ${onDate(date)}, and no fieldwork is given.`;
}
