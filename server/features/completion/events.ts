import type { CalendarDate } from '../../reference/calendar';
import type { EventData } from '../../reference/data';
import type { Reference } from '../../reference/reference';
import { onDate } from '../../rules/wording';
import { escapeMarkdown } from '../../text/markdown';
import { fold } from '../../text/spelling';
import { goesWithRecord, isInForce } from './fit';
import { knownAs, type Choice } from './item';
import type { Situation } from './situation';

/**
 * Kinds of event that go with the record's day, judgements and outcome; while it has no day, those of today come first. The others
 * are offered only where letters are typed that mean one of them and none of these: so the list is right, and nothing is out of reach.
 */
export function events(situation: Situation): Choice[] {
  const { reference, on, today, caret } = situation;
  const day = on ?? { date: today, basis: 'fieldwork' as const };
  const fitting = reference.events.all.filter(event => goesWithRecord(event, on, situation));
  const isCurrent = (event: EventData) => isInForce(event, day, reference.frameworks);
  const tell = (event: EventData): Choice => ({ ...describe(event, reference), ...(!isCurrent(event) && { description: `not in force ${on ? onDate(on.date) : 'today'}` }) });
  const first = [...fitting.filter(isCurrent), ...fitting.filter(event => !isCurrent(event))].map(tell);
  if (first.some(choice => isMeant(choice, caret.typed))) return first;
  return [...first, ...reference.events.all.filter(event => !fitting.includes(event)).map(tell).filter(choice => isMeant(choice, caret.typed))];
}

/** Whether typed letters begin a word of what a choice goes by. */
function isMeant({ label, goesBy = [] }: Choice, typed: string): boolean {
  return [label, ...goesBy].some(name => ` ${fold(name)}`.includes(` ${fold(typed)}`));
}

function describe(event: EventData, { frameworks }: Reference): Choice {
  const life = frameworks.life(event);
  return { ...knownAs(event.name, event.spellings ?? []), kind: 'event', detail: life && years(life), documentation: escapeMarkdown(event.description) };
}

function years({ from, to }: { from: CalendarDate; to?: CalendarDate }): string {
  if (!to) return `since ${from.year}`;
  return from.year === to.year ? String(from.year) : `${from.year} to ${to.year}`;
}
