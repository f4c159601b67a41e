import type { ScalarNode } from '../../records/node';
import { compareDates, daysBetween, isDay, longDate, weekdayName, type CalendarDate } from '../../reference/calendar';
import { dateOf, type Inspection } from '../../reference/inspection';
import { count } from '../../text/words';
import { lastDayOnSite, workAfter, workOnSite } from '../days';
import { editionInWords } from './edition';
import { facts, page } from './page';

/** A date in words, and what it makes of the days between: on site, until publication; with the framework that it decides. */
export function dateHover(node: ScalarNode, date: CalendarDate, inspection: Inspection): string {
  return page(`**${inWords(date)}**`, facts(onSite(node, inspection), waited(date, inspection), decides(node, date, inspection)));
}

/** "Monday 8 July 2024"; "July 2024", where the day is not known. */
function inWords(date: CalendarDate): string {
  return isDay(date) ? `${weekdayName(date)} ${longDate(date)}` : longDate(date);
}

function onSite(node: ScalarNode, { fieldwork, reference }: Inspection): string | undefined {
  const range = fieldwork.find(({ end }) => end?.node === node);
  const [start, end] = [dateOf(range?.start), dateOf(range?.end)];
  const days = range && workOnSite(range, reference.workingDays);
  if (!days || !isDay(start) || !isDay(end)) return undefined;
  return `${days} on site, ${count(daysBetween(start, end) + 1, 'day')} from first to last`;
}

/** For any day after the fieldwork: publication, a step that followed, a day on which something is due. */
function waited(date: CalendarDate, inspection: Inspection): string | undefined {
  const last = lastDayOnSite(inspection);
  if (!last || !isDay(date)) return undefined;
  const days = workAfter(last, date, inspection.reference.workingDays);
  return days && `${days} (${count(daysBetween(last, date), 'day')}) after the last day on site, ${inWords(last)}`;
}

function decides(node: ScalarNode, date: CalendarDate, { on, edition, fieldwork, published }: Inspection): string | undefined {
  const decisive = on?.basis === 'fieldwork' ? fieldwork.some(({ start }) => start?.node === node) && compareDates(on.date, date) === 0 : on && published?.node === node;
  const words = editionInWords(edition);
  return decisive && words ? `Framework in force: ${words}` : undefined;
}
