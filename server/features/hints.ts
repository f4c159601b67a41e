import type { Checker } from '../findings/checker';
import type { ScalarNode } from '../records/node';
import type { Slice } from '../records/slice';
import { isDay, weekdayName } from '../reference/calendar';
import { dateOf, type DateField, type FieldworkRange, type Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { touches, type Span } from '../text/span';
import { lastDayOnSite, workAfter, workOnSite } from './days';

/** What hints may say; each kind can be turned off. */
export interface HintOptions {
  /** The weekday of a date. */
  weekday: boolean;
  /** Working days on site. */
  daysOnSite: boolean;
  /** Working days from the last day on site to publication. */
  daysToPublication: boolean;
  /** The edition of the framework that applies. */
  edition: boolean;
  /** An authority's code in the statistics. */
  authorityCode: boolean;
}

export const ALL_HINTS: Readonly<HintOptions> = { weekday: true, daysOnSite: true, daysToPublication: true, edition: true, authorityCode: true };

/** A short remark shown behind a value. */
export interface Hint {
  /** Offset in the slice: the end of the value. */
  at: number;
  label: string;
  /** What the remark rests on, where that is not plain. */
  tooltip?: string;
}

/**
 * What a record's dates and names amount to, in order of place.
 * @param within only hints in this part of the slice
 */
export function hints(slice: Slice, within: Span, checker: Checker, options: HintOptions = ALL_HINTS): Hint[] {
  const inspection = checker.inspection(slice);
  if (!inspection) return [];
  const found: Hint[] = [];
  const add = (node: ScalarNode | undefined, parts: (string | false | undefined)[], tooltip?: string) => {
    const label = parts.filter(Boolean).join(', ');
    if (node && label && touches(within, node.end) && !/[\n\r]/.test(slice.text.slice(node.start, node.end))) found.push({ at: node.end, label, tooltip });
  };
  const weekday = (field: DateField | undefined) => options.weekday && weekdayOf(field);
  if (options.authorityCode) add(inspection.authority?.node, [matched(inspection.authority?.match)?.gss_code], 'Code of the authority in the Office for National Statistics');
  if (options.edition) addEdition(inspection, add);
  for (const range of inspection.fieldwork) {
    add(range.start?.node, [weekday(range.start)]);
    add(range.end?.node, [weekday(range.end), options.daysOnSite && onSite(range, inspection)], `${WORKING_DAYS}, first and last day included`);
  }
  add(inspection.published?.node, [weekday(inspection.published), options.daysToPublication && waited(inspection)], `${WORKING_DAYS}, after the last day on site`);
  return found.sort((a, b) => a.at - b.at);
}

const WORKING_DAYS = 'Mondays to Fridays without bank holidays, where these are known';

function addEdition({ event, edition }: Inspection, add: (node: ScalarNode | undefined, parts: string[], tooltip?: string) => void): void {
  if (edition?.kind === 'one') add(event?.node, [edition.framework.short_name], edition.framework.name);
}

function weekdayOf(field: DateField | undefined): string | undefined {
  const date = dateOf(field);
  return isDay(date) ? weekdayName(date) : undefined;
}

function onSite(range: FieldworkRange, { reference: { workingDays } }: Inspection): string | undefined {
  const days = workOnSite(range, workingDays);
  return days && `${days} on site`;
}

function waited(inspection: Inspection): string | undefined {
  const [last, published] = [lastDayOnSite(inspection), dateOf(inspection.published)];
  const days = last && isDay(published) ? workAfter(last, published, inspection.reference.workingDays) : undefined;
  return days && `${days} after fieldwork`;
}
