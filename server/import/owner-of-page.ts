import type { Authority } from '../reference/authorities';
import type { Reference } from '../reference/reference';

/** Whose page an address leads to: it ends in the number of the authority on that site, or in its code of three figures. */
export function ownerOfPage(address: unknown, { authorities }: Reference): Authority | undefined {
  const number = /(?<!\d)(\d+)\/?$/.exec(String(address))?.[1];
  return number === undefined ? undefined : authorities.all.find(({ dfe_code: dfe, provider_number: own }) => [dfe, own].some(known => known !== undefined && String(known) === number));
}
