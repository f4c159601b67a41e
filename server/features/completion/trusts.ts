import { compareDates, parseDate, type CalendarDate } from '../../reference/calendar';
import type { TrustData } from '../../reference/data';
import { matched } from '../../reference/match';
import { trustHover } from '../hover/authority';
import { knownAs, type Choice } from './item';
import type { Situation } from './situation';

type Run = TrustData['runs'][number];

/** All trusts: first those that ran the record's authority, among them those that did so on its date. */
export function trusts({ reference, inspection, on, today }: Situation): Choice[] {
  const authority = matched(inspection?.authority?.match)?.name;
  const date = on?.date ?? today;
  const distance = ({ runs }: TrustData) => Math.min(...runs.map(run => (run.authority !== authority ? 2 : isRunning(run, date) ? 0 : 1)));
  return [...reference.trusts.all].sort((a, b) => distance(a) - distance(b)).map(describe);
}

function isRunning({ from, to }: Run, date: CalendarDate): boolean {
  return compareDates(parseDate(from)!, date) <= 0 && (!to || compareDates(date, parseDate(to)!) <= 0);
}

function describe(trust: TrustData): Choice {
  const { name, aliases = [], runs } = trust;
  const places = [...new Set(runs.map(({ authority }) => authority))];
  return { ...knownAs(name, [...aliases, ...places]), kind: 'value', description: places.join(', '), documentation: trustHover(trust) };
}
