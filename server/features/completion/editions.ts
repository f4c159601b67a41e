import { compareDates, type CalendarDate } from '../../reference/calendar';
import { judgementNamed, type Framework } from '../../reference/frameworks';
import type { Situation } from './situation';

/**
 * The editions that a record may be judged by: the one in force, or while event or date are not known all that may be, today's
 * first. Those that do not have a judgement of the record are left out, if any has them all. None where the event carries no judgements.
 */
export function possibleEditions(situation: Situation): readonly Framework[] {
  const { event, inspection, reference } = situation;
  if (event && event.result !== 'grades') return [];
  const edition = inspection?.edition;
  if (edition?.kind === 'one') return [edition.framework];
  const candidates = edition?.kind === 'several' ? edition.frameworks : event ? reference.frameworks.of(event) : reference.frameworks.all;
  const names = inspection?.judgements.filter(({ match }) => match.kind === 'exact').map(({ pair }) => pair.key.text) ?? [];
  const fitting = candidates.filter(framework => names.every(name => judgementNamed(framework, name)?.exact));
  return (fitting.length ? fitting : [...candidates]).sort((a, b) => likelihood(a, situation.today) - likelihood(b, situation.today) || compareDates(b.from, a.from));
}

function likelihood({ from, to }: Framework, today: CalendarDate): number {
  return compareDates(from, today) <= 0 && (!to || compareDates(today, to) <= 0) ? 0 : 1;
}
