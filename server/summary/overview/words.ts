import { capitalised, count } from '../../text/words';
import type { Share } from './bar';
import type { Movement, Movements, OverviewView } from './view';

/** "1 authority", "153 authorities". */
export function authoritiesInWords(number: number): string {
  return number === 1 ? '1 authority' : `${number} authorities`;
}

/** "152 of today’s 153 authorities have a record · 2 overdue actions". */
export function aboutInWords({ coverage: { known, all }, overdue }: OverviewView): string {
  return `${known} of today’s ${authoritiesInWords(all)} ${known === 1 ? 'has' : 'have'} a record · ${overdue.length ? count(overdue.length, 'overdue action') : 'no overdue actions'}`;
}

/** What each way of moving is called, and how it looks: an arrow, so that it is never told by colour alone. */
export const DIRECTIONS: Readonly<Record<Movement['direction'], { name: string; letter: string; tone: string }>> = {
  up: { name: 'Better', letter: '▲', tone: 'good' },
  same: { name: 'The same', letter: '=', tone: 'none' },
  mixed: { name: 'Better and worse', letter: '▲▼', tone: 'middling' },
  down: { name: 'Worse', letter: '▼', tone: 'inadequate' },
  none: { name: 'Nothing to compare', letter: '–', tone: 'none' },
};

/** How many moved which way, without those that there are none of; empty where nothing can be compared. */
export function movementShares(counts: Movements['counts']): Share[] {
  const ways = (Object.keys(DIRECTIONS) as Movement['direction'][]).filter(way => counts[way]);
  return ways.some(way => way !== 'none') ? ways.map(way => ({ grade: { ...DIRECTIONS[way], text: DIRECTIONS[way].name }, count: counts[way] })) : [];
}

/** "Overall up from Requires improvement to be good, 3 judgements up". */
export function movementInWords({ direction, overall, up, down }: Movement): string {
  if (direction === 'none') return DIRECTIONS.none.name;
  const parts = [
    overall && overall.direction !== 'same' ? `overall ${overall.text}` : '', up ? `${count(up, 'judgement')} up` : '',
    down ? `${up ? down : count(down, 'judgement')} down` : '',
  ].filter(part => part !== '');
  return capitalised(parts.join(', ') || 'no change');
}
