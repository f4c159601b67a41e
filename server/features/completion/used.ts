import { fieldText } from '../../reference/inspection';
import { matched } from '../../reference/match';
import { knownAs, type Choice } from './item';
import type { Situation } from './situation';

/** The ids of other records: those of the record's own authority, or none where it has none but others have. */
export function ids({ vocabulary, inspection }: Situation): Choice[] {
  const own = inspection && fieldText(inspection, 'id')?.text;
  const authority = matched(inspection?.authority?.match)?.name;
  const all = (vocabulary?.ids() ?? []).filter(({ id }) => id !== own);
  const near = all.filter(other => authority === undefined || other.authority === authority);
  return near.map(({ id, name, authority: of }) => ({ ...knownAs(id, [of, name]), kind: 'value', description: name }));
}

/** What is written in a field elsewhere, so that a name is spelt alike everywhere. */
export function usedElsewhere(field: string): (situation: Situation) => Choice[] {
  return ({ vocabulary }) => (vocabulary?.used(field) ?? []).map(label => ({ label, kind: 'value' }));
}
