import { addDays, compareDates, firstDay, lastDay, parseDate, type CalendarDate } from './calendar';
import type { EventData, FrameworkData, JudgementData } from './data';
import { nameKey } from './match';

/** An edition of a framework with its dates read. */
export interface Framework extends FrameworkData {
  from: CalendarDate;
  to?: CalendarDate;
}

/** A span of time by its first and last day; what is absent is without end. */
export interface Life {
  from?: CalendarDate;
  to?: CalendarDate;
}

/** The day that decides which edition applies: the first day of fieldwork, or the publication day where no fieldwork is known. */
export interface DecidingDate {
  date: CalendarDate;
  basis: 'fieldwork' | 'published';
}

/** The edition in force for an event on a day. */
export type Edition =
  | { kind: 'one'; framework: Framework }
  /** The date does not tell, being too coarse or that of the publication: any of these. */
  | { kind: 'several'; frameworks: Framework[] }
  /** No framework of that event was in force. */
  | { kind: 'none' };

/** The longest that a report was ever seen to wait from the first day of fieldwork (Surrey, October 2014 to June 2015), in days. */
const LONGEST_WAIT = 230;

export class FrameworkIndex {
  readonly all: readonly Framework[];
  private readonly byEvent = new Map<string, Framework[]>();

  constructor(data: readonly FrameworkData[]) {
    this.all = data.map(entry => ({ ...entry, from: parseDate(entry.in_force.from)!, to: entry.in_force.to ? parseDate(entry.in_force.to) : undefined }));
    for (const framework of this.all) for (const event of framework.events) {
      this.byEvent.set(event, [...(this.byEvent.get(event) ?? []), framework].sort((a, b) => compareDates(a.from, b.from)));
    }
  }

  withId(id: string): Framework | undefined {
    return this.all.find(framework => framework.id === id);
  }

  /** All editions that an event was ever judged by, oldest first. */
  of(event: EventData): readonly Framework[] {
    return this.byEvent.get(event.id) ?? [];
  }

  /**
   * Which edition of a graded event's framework was in force. Where only the publication is known, reports of an edition that came
   * out after its end leave two possible.
   */
  edition(event: EventData, on: DecidingDate): Edition {
    const possible = this.of(event).filter(framework => coincide(framework, on.date) || (on.basis === 'published' && wasPublished(framework, on.date)));
    const found = possible.length || on.basis === 'fieldwork' ? possible : this.of(event).filter(framework => waited(framework, on.date)).slice(-1);
    if (found.length === 1) return { kind: 'one', framework: found[0]! };
    return found.length ? { kind: 'several', frameworks: found } : { kind: 'none' };
  }

  /**
   * Whether an event could take place on that day: by a framework where it is graded, else by its own first and last day.
   * @param edition the one in force, where that is known already
   */
  eventInForce(event: EventData, on: DecidingDate, edition?: Edition): boolean {
    if (this.of(event).length) return (edition ?? this.edition(event, on)).kind !== 'none';
    if (!event.in_force) return true;
    return couldBegin({ from: parseDate(event.in_force.from)!, to: event.in_force.to ? parseDate(event.in_force.to) : undefined }, on);
  }

  /** First and last day on which an event could begin, over all editions; `to` is absent while it still can. */
  life(event: EventData): { from: CalendarDate; to?: CalendarDate } | undefined {
    if (event.in_force) return { from: parseDate(event.in_force.from)!, to: event.in_force.to ? parseDate(event.in_force.to) : undefined };
    const editions = this.of(event);
    return editions.length ? { from: editions[0]!.from, to: editions.at(-1)!.to } : undefined;
  }
}

/** Whether an inspection with this deciding date may have begun in a span of time; a report may come out long after its end. */
export function couldBegin(life: Life, on: DecidingDate): boolean {
  return coincide(life, on.date) || (on.basis === 'published' && waited(life, on.date));
}

/** What a written judgement name is within one edition; undefined where the edition has no such judgement. */
export function judgementNamed(framework: FrameworkData, written: string): { judgement: JudgementData; exact: boolean } | undefined {
  const names = namesOf(framework);
  const exact = names.printed.get(written);
  if (exact) return { judgement: exact, exact: true };
  const variant = names.variants.get(keyOf(written));
  return variant && { judgement: variant, exact: false };
}

/** How names of judgements are compared: as other names are, and without "the" and the number that SIF reports print before them ("2.1"). */
function keyOf(name: string): string {
  return nameKey(name).replace(/^\d(?:\.\d)?[.)]? /, '').replace(/^the /, '');
}

interface JudgementNames {
  printed: ReadonlyMap<string, JudgementData>;
  /** By their keys; where two judgements share one, the first. */
  variants: ReadonlyMap<string, JudgementData>;
}

const namesByFramework = new WeakMap<FrameworkData, JudgementNames>();

function namesOf(framework: FrameworkData): JudgementNames {
  let names = namesByFramework.get(framework);
  if (!names) {
    const printed = framework.judgements.flatMap(judgement => [judgement.name, ...(judgement.also_printed ?? [])].map(name => [name, judgement] as const));
    const variants = framework.judgements.flatMap(judgement => [judgement.name, ...(judgement.also_printed ?? []), ...(judgement.spellings ?? [])].map(name => [keyOf(name), judgement] as const));
    namesByFramework.set(framework, (names = { printed: new Map(printed.reverse()), variants: new Map(variants.reverse()) }));
  }
  return names;
}

function coincide(life: Life, date: CalendarDate): boolean {
  return (!life.from || compareDates(lastDay(date), life.from) >= 0) && (!life.to || compareDates(firstDay(date), life.to) <= 0);
}

/** Whether reports of an edition were seen to come out on that day. */
function wasPublished({ published_seen: seen }: Framework, date: CalendarDate): boolean {
  return seen !== undefined && coincide({ from: parseDate(seen.from), to: parseDate(seen.to) }, date);
}

/** Whether what was published on that day may have begun while the framework or event was in force. */
function waited(life: Life, date: CalendarDate): boolean {
  const earliest = addDays(firstDay(date), -LONGEST_WAIT);
  return (!life.from || compareDates(lastDay(date), life.from) >= 0) && (!life.to || compareDates(earliest, life.to) <= 0);
}
