import type { CalendarDate } from '../../reference/calendar';
import { existsOn, type Authority } from '../../reference/authorities';
import { ownerOfPage } from '../owner-of-page';
import { matched } from '../../reference/match';
import { listed } from '../../text/words';
import type { DraftMaker } from '../draft';
import type { Row } from './row';

/**
 * Sets the authority of a row, as it was called on the day: tables name the council of today also for inspections of the one before it.
 * The page of the authority is set with it, unless the link leads to another one's.
 */
export function readAuthority(row: Row, date: CalendarDate, maker: DraftMaker): void {
  const { authorities } = row.reference;
  const written = (row.cell('authority') ?? row.cell('code'))!;
  const about = row.evidence(written.column, written.cell);
  const match = authorities.match(written.cell.text, date);
  const code = row.cell('code');
  const named = matched(match) ?? (code && matched(authorities.match(code.cell.text, date)));
  if (!named) {
    maker.set('authority', written.cell.text, { ...about, doubt: 'no authority of this name is known' });
    return;
  }
  const then = existsOn(named, date) ? [named] : authorities.inPlaceOf(named, date);
  if (then.length === 1) {
    if (then[0] !== named) row.says[written.column.heading] = written.cell.text;
    maker.set('authority', then[0]!.name, about);
  } else maker.set('authority', named.name, { ...about, doubt: `it did not exist on that day${then.length > 1 ? `; ${listed(then.map(({ name }) => name))} did` : ''}` });
  setPage(row, [named, ...then], maker);
}

function setPage(row: Row, meant: readonly Authority[], maker: DraftMaker): void {
  const link = row.cell('provider_page');
  const address = link && (link.cell.link ?? (/^https?:\/\/\S+$/.test(link.cell.text) ? link.cell.text : undefined));
  if (address === undefined) return;
  const owner = ownerOfPage(address, row.reference);
  if (owner && !meant.includes(owner)) row.says[link!.column.heading] = address;
  else maker.set('provider_page', address, { evidence: { place: row.place, words: address } });
}
