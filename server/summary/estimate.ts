import { addDays, compareDates, daysInMonth, firstDay, isDay, lastDay, longDate, type CalendarDate } from '../reference/calendar';
import type { NextStepData } from '../reference/data';
import { dateOf, type Inspection } from '../reference/inspection';
import { count } from '../text/words';

type Due = NonNullable<NextStepData['due']>;

/** When something is likely to come. */
export interface Estimate {
  /** "by 9 March 2017", "between January 2027 and January 2028". */
  text: string;
  /** The last day that it may mean; undefined where the text names no date. */
  latest?: Required<CalendarDate>;
}

/** What a rule of thumb means for an inspection; where a date that it counts from is not known, the rule itself is told. */
export function estimate(due: Due, { published, on, reference }: Inspection): Estimate {
  const date = due.since === 'published' ? dateOf(published) : on?.date;
  const base = date && [firstDay(date), lastDay(date)].map(day => (due.working_days ? reference.workingDays.after(day, due.working_days) : day));
  if (!date || !base?.every(isDay) || (due.working_days && !isDay(date))) return { text: rule(due) };
  const [first, last] = base.map(day => addDays(day as Required<CalendarDate>, due.days ?? 0)) as [Required<CalendarDate>, Required<CalendarDate>];
  const { months } = due;
  if (!months) return { text: `by ${due.days ? 'about ' : ''}${longDate(last)}`, latest: last };
  if (months.about) return about(addMonths(first, months.about), addMonths(last, months.about));
  const latest = addMonths(last, months.to ?? 0);
  if (!months.from) return { text: `by about ${month(latest)}`, latest: endOfMonth(latest) };
  return { text: `between ${month(addMonths(first, months.from))} and ${month(latest)}`, latest: endOfMonth(latest) };
}

function about(first: Required<CalendarDate>, last: Required<CalendarDate>): Estimate {
  const isOne = compareDates({ year: first.year, month: first.month }, { year: last.year, month: last.month }) === 0;
  return { text: isOne ? `about ${month(first)}` : `between ${month(first)} and ${month(last)}`, latest: endOfMonth(last) };
}

/** "70 working days after publication". */
function rule({ since, working_days: working, days, months }: Due): string {
  const spans = [working && count(working, 'working day'), days && count(days, 'day'), monthsInWords(months)].filter(text => text);
  return `${spans.join(' and ')} after ${since === 'published' ? 'publication' : 'the first day on site'}`;
}

function monthsInWords(months: Due['months']): string | undefined {
  if (!months) return undefined;
  if (months.about) return `about ${count(months.about, 'month')}`;
  return months.from ? `${months.from} to ${count(months.to ?? months.from, 'month')}` : `up to ${count(months.to ?? 0, 'month')}`;
}

function addMonths({ year, month: from, day }: Required<CalendarDate>, months: number): Required<CalendarDate> {
  const index = year * 12 + from - 1 + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return { year: newYear, month: newMonth, day: Math.min(day, daysInMonth(newYear, newMonth)) };
}

function endOfMonth({ year, month: of }: Required<CalendarDate>): Required<CalendarDate> {
  return lastDay({ year, month: of });
}

function month({ year, month: of }: CalendarDate): string {
  return longDate({ year, month: of });
}
