import { dayNumber, firstDay, lastDay } from '../../reference/calendar';
import type { Framework } from '../../reference/frameworks';
import { matched } from '../../reference/match';
import type { Subject } from './subject';
import type { EditionBand } from './view';

/**
 * The editions of frameworks that were in force between two days: those by which the authority was graded, and of the others that its
 * kinds of inspection came from or led to those that were in force while none of these were.
 */
export function editionsBetween(from: number, to: number, subject: Subject): EditionBand[] {
  const bands = [...subject.editionsUsed].map(band);
  for (const other of relatedEditions(subject).map(band)) if (daysAlone(other, bands) >= WORTH_SHOWING) bands.push(other);
  return bands.filter(one => one.from <= to && one.to >= from).sort((a, b) => a.from - b.from);
}

/** An edition that fills less time than this is left out, in days. */
const WORTH_SHOWING = 180;

/** Editions of the events by which the authority was graded, and of those that took their place or whose place they took; oldest first. */
function relatedEditions({ happenings, editionsUsed, reference: { events, frameworks } }: Subject): Framework[] {
  const kinds = new Set(happenings.flatMap(({ main: { inspection: { event } } }) => matched(event?.match) ?? []).filter(({ result }) => result === 'grades'));
  const related = new Set([...kinds].flatMap(kind => [kind, ...events.lineage(kind)]).flatMap(kind => frameworks.of(kind)));
  return [...related].filter(edition => !editionsUsed.has(edition)).sort((a, b) => (a.in_force.from < b.in_force.from ? -1 : 1));
}

/** `to` is without end for the edition in force. */
function band({ short_name, from, to }: Framework): EditionBand {
  return { name: short_name, from: dayNumber(firstDay(from)), to: to ? dayNumber(lastDay(to)) : Infinity };
}

/** Days on which an edition was in force and none of the others. */
function daysAlone({ from, to }: EditionBand, others: readonly EditionBand[]): number {
  return others.reduce((days, other) => days - Math.max(0, Math.min(to, other.to) - Math.max(from, other.from)), to - from);
}
