import { existsOn, type Authority } from '../../reference/authorities';
import { longDate } from '../../reference/calendar';
import type { Reference } from '../../reference/reference';
import { authorityHover } from '../hover/authority';
import { knownAs, type Choice } from './item';
import type { Situation } from './situation';

/** All authorities by name: first those that existed on the record's date, or exist today while it has none. */
export function authorities({ reference, on, today }: Situation): Choice[] {
  const date = on?.date ?? today;
  const known = described(reference);
  const alive = (entry: Described) => existsOn(entry.authority, date);
  return [...known.filter(alive), ...known.filter(entry => !alive(entry))].map(({ choice }) => choice);
}

interface Described {
  authority: Authority;
  choice: Choice;
}

/** Made once from reference data, which never changes. */
const known = new WeakMap<Reference, readonly Described[]>();

function described(reference: Reference): readonly Described[] {
  let entries = known.get(reference);
  if (!entries) known.set(reference, (entries = [...reference.authorities.all].sort((a, b) => a.name.localeCompare(b.name, 'en')).map(authority => ({ authority, choice: describe(authority, reference) }))));
  return entries;
}

function describe(authority: Authority, reference: Reference): Choice {
  const { name, official_name, aliases = [], gss_code, former_gss_codes = [], dfe_code, region, to } = authority;
  return {
    ...knownAs(name, [gss_code, ...former_gss_codes, dfe_code, ...aliases, official_name]), kind: 'authority',
    detail: to && `until ${longDate(to)}`,
    description: [gss_code, region].filter(Boolean).join(' · '),
    documentation: authorityHover(authority, reference),
  };
}
