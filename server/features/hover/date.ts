import type { ScalarNode } from '../../records/node';
import { compareDates, daysBetween, isDay, longDate, weekdayName, type CalendarDate } from '../../reference/calendar';
import { dateOf, type Inspection } from '../../reference/inspection';
import { count } from '../../text/words';
import { lastDayOnSite, weekdaysAfter, weekdaysOnSite } from '../days';
import { editionInWords } from './edition';
import { facts, page } from './page';

/** A date in words, and what it makes of the days between: on site, until publication; with the framework that it decides. */
export function dateHover(node: ScalarNode, date: CalendarDate, inspection: Inspection): string {
  return page(`**${inWords(date)}**`, facts(onSite(node, inspection), waited(node, date, inspection), decides(node, date, inspection)));
}

/** "Monday 8 July 2024"; "July 2024", where the day is not known. */
function inWords(date: CalendarDate): string {
  return isDay(date) ? `${weekdayName(date)} ${longDate(date)}` : longDate(date);
}

function onSite(node: ScalarNode, { fieldwork }: Inspection): string | undefined {
  const range = fieldwork.find(({ end }) => end?.node === node);
  const [start, end] = [dateOf(range?.start), dateOf(range?.end)];
  const weekdays = range && weekdaysOnSite(range);
  if (!weekdays || !isDay(start) || !isDay(end)) return undefined;
  return `${count(weekdays, 'weekday')} on site, ${count(daysBetween(start, end) + 1, 'day')} from first to last`;
}

function waited(node: ScalarNode, date: CalendarDate, inspection: Inspection): string | undefined {
  const last = lastDayOnSite(inspection);
  if (inspection.published?.node !== node || !last || !isDay(date)) return undefined;
  const weekdays = weekdaysAfter(last, date);
  return weekdays === undefined ? undefined : `${count(weekdays, 'weekday')} (${count(daysBetween(last, date), 'day')}) after the last day on site, ${inWords(last)}`;
}

function decides(node: ScalarNode, date: CalendarDate, { on, edition, fieldwork, published }: Inspection): string | undefined {
  const decisive = on?.basis === 'fieldwork' ? fieldwork.some(({ start }) => start?.node === node) && compareDates(on.date, date) === 0 : on && published?.node === node;
  const words = editionInWords(edition);
  return decisive && words ? `Framework in force: ${words}` : undefined;
}
