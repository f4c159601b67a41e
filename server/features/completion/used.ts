import { dayNumber, firstDay, isoDate } from '../../reference/calendar';
import { fieldText } from '../../reference/inspection';
import { matched } from '../../reference/match';
import { slug } from '../../text/slug';
import { knownAs, type Choice } from './item';
import type { Situation } from './situation';

/** The ids of other records: those of the record's own authority, or none where it has none but others have. Of what came before it, the latest graded inspection first. */
export function ids({ vocabulary, inspection, on }: Situation): Choice[] {
  const own = inspection && fieldText(inspection, 'id')?.text;
  const authority = matched(inspection?.authority?.match)?.name;
  const all = (vocabulary?.ids() ?? []).filter(({ id }) => id !== own);
  const near = all.filter(other => authority === undefined || other.authority === authority);
  const day = on && dayNumber(firstDay(on.date));
  const earlier = near.filter(({ began }) => day !== undefined && began !== undefined && began < day).sort((a, b) => Number(b.graded) - Number(a.graded) || b.began! - a.began!);
  return [...new Set([...earlier, ...near])].map(({ id, name, authority: of }) => ({ ...knownAs(id, [of, name]), kind: 'value', description: name }));
}

/** A name for this record that no other has, of its authority, its day as far as that tells it apart, and its event. Nothing while one of them is not known. */
export function ownId({ vocabulary, inspection, event, on }: Situation): Choice[] {
  const authority = matched(inspection?.authority?.match)?.name;
  if (authority === undefined || !event || !on) return [];
  const own = inspection && fieldText(inspection, 'id')?.text;
  const taken = new Set(vocabulary?.ids().map(({ id }) => id).filter(id => id !== own));
  const { year, month, day } = on.date;
  const dates = [{ year }, { year, month }, { year, month, day }].map(isoDate);
  const free = dates.map(date => slug(`${authority} ${date} ${event.id}`)).find(id => !taken.has(id));
  return free === undefined ? [] : [{ label: free, kind: 'value' }];
}

/** Which visit this is, counted on from the records before it. Between quotes it would be no number. */
export function nextNumber({ vocabulary, inspection, caret }: Situation): Choice[] {
  const counted = inspection && !caret.quote ? vocabulary?.countedOn(inspection) : undefined;
  return counted ? [{ label: String(counted.number), kind: 'value', isNumber: true, description: `after the ${counted.from}` }] : [];
}

/** What is written in a field elsewhere, so that a name is spelt alike everywhere. */
export function usedElsewhere(field: string): (situation: Situation) => Choice[] {
  return ({ vocabulary }) => (vocabulary?.used(field) ?? []).map(label => ({ label, kind: 'value' }));
}
