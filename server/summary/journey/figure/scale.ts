import { dayNumber, fromDayNumber } from '../../../reference/calendar';

/** Where days stand from left to right. */
export class TimeScale {
  /** @param from @param to first and last day; @param left @param right where they stand */
  constructor(readonly from: number, readonly to: number, readonly left: number, readonly right: number) {}

  at(day: number): number {
    const share = (Math.min(Math.max(day, this.from), this.to) - this.from) / Math.max(1, this.to - this.from);
    return this.left + share * (this.right - this.left);
  }

  /** The first days of years, so far apart that their numbers can be read. */
  years(apart: number): { year: number; x: number }[] {
    const [first, last] = [fromDayNumber(this.from).year, fromDayNumber(this.to).year];
    const each = ((this.right - this.left) * 365) / Math.max(365, this.to - this.from);
    const step = [1, 2, 5, 10, 20].find(years => years * each >= apart) ?? 50;
    return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(year => step === 1 || year % step === 0)
      .map(year => ({ year, day: dayNumber({ year, month: 1, day: 1 }) })).filter(({ day }) => day >= this.from && day <= this.to).map(({ year, day }) => ({ year, x: this.at(day) }));
  }
}
