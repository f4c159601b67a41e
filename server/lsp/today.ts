import type { CalendarDate } from '../reference/calendar';

/** Today's date where the user is. */
export function today(): Required<CalendarDate> {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
