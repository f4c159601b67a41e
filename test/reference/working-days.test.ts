import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, isoDate, isWeekend, parseDate, type CalendarDate } from '../../server/reference/calendar';
import { reference } from '../support/checker';

const { workingDays } = reference;
const day = (iso: string) => parseDate(iso) as Required<CalendarDate>;
const between = (a: string, b: string) => workingDays.between(day(a), day(b));
const after = (start: string, count: number) => {
  const found = workingDays.after(day(start), count);
  return found && isoDate(found);
};

describe('working days', () => {
  it('leave out weekends and bank holidays', () => {
    // Kirklees 2024: 28 weekdays from the last day on site to the report, with the summer bank holiday among them.
    assert.equal(between('2024-07-19', '2024-08-28'), 27);
    assert.equal(between('2024-08-23', '2024-08-27'), 1);
    assert.equal(between('2024-12-24', '2025-01-02'), 4);
    assert.equal(between('2024-08-28', '2024-08-28'), 0);
    assert.equal(between('2024-08-28', '2024-08-01'), 0);
  });

  it('lead to the day by which a plan is due', () => {
    // Kirklees's plan was due on 9 March 2017, "70 working days, give or take a day" after the report of 25 November 2016.
    assert.equal(after('2016-11-25', 70), '2017-03-08');
    // Kirklees's letter of 2022 names 25 November, Norfolk's of 2025 the very day.
    assert.equal(after('2022-08-18', 70), '2022-11-28');
    assert.equal(after('2025-02-27', 70), '2025-06-11');
  });

  it('are not counted through years whose bank holidays are not known', () => {
    assert.equal(between('2008-12-01', '2009-02-01'), undefined);
    assert.equal(between('2028-12-01', '2029-01-05'), undefined);
    assert.equal(after('2028-12-01', 70), undefined);
    assert.equal(after('2028-12-01', 5), '2028-12-08');
  });

  it('are counted alike forwards and in between', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 1, max: 300 }), (offset, count) => {
      const start = addDays(day('2009-01-01'), offset);
      const end = workingDays.after(start, count)!;
      assert.equal(workingDays.between(start, end), count);
      assert.ok(!isWeekend(end));
    }));
  });
});
