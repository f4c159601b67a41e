import { addDays, dayNumber, isWeekend, parseDate, weekdaysBetween, isDay, type CalendarDate } from './calendar';
import type { BankHolidayData } from './data';

type Day = Required<CalendarDate>;

/**
 * Counts working days: no Saturdays, Sundays or bank holidays. Years whose bank holidays are not known are not counted as if they
 * had none: then there is no answer.
 */
export class WorkingDays {
  private readonly years: ReadonlySet<number>;
  /** Day numbers in ascending order; none on a weekend. */
  private readonly holidays: readonly number[];

  constructor(data: readonly BankHolidayData[]) {
    this.years = new Set(data.map(({ year }) => year));
    const days = data.flatMap(({ days: kept }) => kept.map(parseDate)).filter(isDay);
    this.holidays = days.filter(day => !isWeekend(day)).map(dayNumber).sort((a, b) => a - b);
  }

  /** Working days after `a` up to and including `b`, 0 where `b` is not later; undefined where a year's bank holidays are not known. */
  between(a: Day, b: Day): number | undefined {
    for (let year = a.year; year <= b.year; year++) if (!this.years.has(year)) return undefined;
    const [from, to] = [dayNumber(a), dayNumber(b)];
    return weekdaysBetween(a, b) - this.holidays.filter(day => from < day && day <= to).length;
  }

  /** The day on which so many working days have passed after a day; undefined where a year's bank holidays are not known. */
  after(start: Day, count: number): Day | undefined {
    let day = start;
    for (let left = count; left > 0;) {
      day = addDays(day, 1);
      if (!this.years.has(day.year)) return undefined;
      if (!isWeekend(day) && !this.holidays.includes(dayNumber(day))) left--;
    }
    return day;
  }
}
