import assert from 'node:assert/strict';
import { addDays, fromDayNumber, dayNumber, isoDate, isWeekend, parseDate, weekday, type CalendarDate } from '../../server/reference/calendar';
import { readReferenceData } from './reference-files';

type Day = Required<CalendarDate>;

const { bank_holidays } = readReferenceData();

/** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): Day {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return { year, month: Math.floor(n / 31), day: (n % 31) + 1 };
}

function firstMonday(year: number, month: number): Day {
  return addDays({ year, month, day: 1 }, (8 - weekday({ year, month, day: 1 })) % 7);
}

function lastMonday(year: number, month: number): Day {
  return addDays({ year, month, day: 31 }, -((weekday({ year, month, day: 31 }) + 6) % 7));
}

/** The first day from this one on that is neither on a weekend nor taken. */
function kept(day: Day, taken: readonly Day[]): Day {
  let number = dayNumber(day);
  while (isWeekend(fromDayNumber(number)) || taken.some(other => dayNumber(other) === number)) number++;
  return fromDayNumber(number);
}

/** What was moved or added by proclamation. */
const PROCLAIMED: Record<number, { without?: string; with: string[] }> = {
  2011: { with: ['2011-04-29'] },
  2012: { without: '2012-05-28', with: ['2012-06-04', '2012-06-05'] },
  2020: { without: '2020-05-04', with: ['2020-05-08'] },
  2022: { without: '2022-05-30', with: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { with: ['2023-05-08'] },
};

function usual(year: number): string[] {
  // Boxing Day on a Monday stays; the day in the place of Christmas Day comes after it.
  const boxing = { year, month: 12, day: 26 };
  const christmas = kept({ year, month: 12, day: 25 }, isWeekend(boxing) ? [] : [boxing]);
  const days = [
    kept({ year, month: 1, day: 1 }, []), addDays(easter(year), -2), addDays(easter(year), 1), firstMonday(year, 5), lastMonday(year, 5), lastMonday(year, 8),
    christmas, kept(boxing, [christmas]),
  ];
  return days.map(isoDate);
}

describe('the bank holidays of England and Wales', () => {
  it('are known for every year from 2009 to 2028, once', () => {
    assert.deepEqual(bank_holidays.map(({ year }) => year), Array.from({ length: 20 }, (_, index) => 2009 + index));
  });

  for (const { year, days } of bank_holidays) {
    it(`are those that law and proclamations make them: ${year}`, () => {
      const { without, with: added } = PROCLAIMED[year] ?? { with: [] };
      assert.deepEqual(days, [...usual(year).filter(day => day !== without), ...added].sort());
    });
  }

  it('never fall on a weekend', () => {
    for (const day of bank_holidays.flatMap(({ days }) => days)) assert.ok(!isWeekend(parseDate(day) as Day), day);
  });

  it('agree with days that are remembered', () => {
    const all = new Set(bank_holidays.flatMap(({ days }) => days));
    for (const day of ['2010-12-28', '2016-12-27', '2021-12-28', '2022-12-27', '2024-03-29', '2025-04-21', '2026-12-28', '2027-12-27']) assert.ok(all.has(day), day);
    for (const day of ['2022-05-30', '2020-05-04', '2016-12-25', '2021-12-26']) assert.ok(!all.has(day), day);
  });
});
