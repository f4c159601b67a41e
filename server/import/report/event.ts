import { daysBetween, isDay, parseDate } from '../../reference/calendar';
import type { EventData } from '../../reference/data';
import type { DecidingDate, Framework } from '../../reference/frameworks';
import type { Reference } from '../../reference/reference';
import { alternatives } from '../../text/did-you-mean';
import { headingKey } from '../table/names';
import type { Range } from './days-in-words';
import { judgementRows, type GradedJudgement } from './judgement-rows';
import type { Line } from './lines';

/** What kind of inspection a report is about, and the judgements of its table. */
export interface Decided {
  event: EventData;
  framework: Framework;
  rows: readonly GradedJudgement[];
  doubt?: string;
}

/**
 * Decides the kind of a graded inspection: of those with an edition in force on its first day, the ones whose judgements the report
 * prints; of these the one whose framework the title names; of these the one that takes as long. Undefined where no edition fits.
 */
export function decideGraded(lines: readonly Line[], title: string, on: DecidingDate, ranges: readonly Range[], reference: Reference): Decided | undefined {
  const found = reference.events.all.filter(({ result }) => result === 'grades').flatMap(event => {
    const edition = reference.frameworks.edition(event, on);
    const framework = edition.kind === 'one' ? edition.framework : undefined;
    const rows = framework ? judgementRows(lines, framework, reference) : [];
    return framework && rows.length > 0 ? [{ event, framework, rows }] : [];
  });
  const fitting = best(found, ({ rows }) => rows.filter(({ grade }) => grade).length);
  const named = best(fitting, ({ framework }) => namedLetters(title, framework.name));
  const [first, ...others] = best(named, ({ event }) => -daysFrom(event, ranges));
  if (!first) return undefined;
  const doubt = others.length > 0 ? `the report does not say whether this was ${alternatives([first, ...others].map(({ event }) => event.name))}`
    : named.length > 1 && daysFrom(first.event, ranges) !== 0 ? `taken for that by the days on site, which are not as usual for it` : undefined;
  return { ...first, doubt };
}

function best<T>(all: readonly T[], count: (one: T) => number): T[] {
  const most = Math.max(...all.map(count));
  return all.filter(one => count(one) === most);
}

function namedLetters(title: string, name: string): number {
  return headingKey(title).includes(headingKey(name)) ? name.length : 0;
}

/** How many days the first stay differs from what is usual for an event. */
function daysFrom({ fieldwork_days: usual }: EventData, [first]: readonly Range[]): number {
  const start = first && parseDate(first.start);
  const end = first?.end === undefined ? undefined : parseDate(first.end);
  if (!usual || !isDay(start) || !isDay(end)) return 0;
  const days = daysBetween(start, end) + 1;
  return Math.max(0, usual.from - days, days - usual.to);
}
