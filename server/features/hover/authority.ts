import { longDate, parseDate } from '../../reference/calendar';
import type { Authority } from '../../reference/authorities';
import type { TrustData } from '../../reference/data';
import type { Reference } from '../../reference/reference';
import { escapeMarkdown, link } from '../../text/markdown';
import { capitalised, listed } from '../../text/words';
import { facts, page } from './page';

/** An authority's codes, kind and region, its life and its neighbours in time, and the trusts that ran its services. */
export function authorityHover(authority: Authority, { authorities, trusts, links }: Reference): string {
  const others = (found: readonly Authority[]) => (found.length ? escapeMarkdown(listed(found.map(({ name }) => name))) : undefined);
  const before = others(authorities.predecessors(authority));
  const after = others(authorities.successors(authority));
  return page(
    `**${escapeMarkdown(authority.name)}** — ${escapeMarkdown(`${capitalised(authority.type)}, ${authority.region}`)}`,
    authority.official_name === authority.name ? undefined : escapeMarkdown(authority.official_name),
    facts(
      codes(authority, links.pageOf(authority)),
      life(authority),
      before && `Took the place of ${before}`,
      after && `Succeeded by ${after}`,
      ...trusts.of(authority.name).map(trust => `Services run by ${escapeMarkdown(trust.name)}, ${runs(trust, authority.name)}`),
    ),
    authority.note && escapeMarkdown(`${authority.note}.`),
  );
}

/** A trust, and whose services it ran when. */
export function trustHover(trust: TrustData): string {
  const names = [...new Set(trust.runs.map(({ authority }) => authority))];
  return page(`**${escapeMarkdown(trust.name)}** — children's services trust`, facts(...names.map(name => `Services of ${escapeMarkdown(name)}, ${runs(trust, name)}`)));
}

function codes({ gss_code, dfe_code, provider_number, former_gss_codes = [] }: Authority, address: string | undefined): string | undefined {
  const number = provider_number && (address ? link(String(provider_number), address) : escapeMarkdown(String(provider_number)));
  const known = [
    gss_code && escapeMarkdown(`${gss_code} (ONS)`), dfe_code && escapeMarkdown(`${dfe_code} (DfE)`), number && `${number} (reports site)`,
    former_gss_codes.length && escapeMarkdown(`formerly ${former_gss_codes.join(', ')}`),
  ].filter(Boolean);
  return known.length ? `Codes: ${known.join(', ')}` : undefined;
}

function life({ from, to }: Authority): string | undefined {
  if (from) return to ? `Existed from ${longDate(from)} to ${longDate(to)}` : `Exists since ${longDate(from)}`;
  return to && `Existed until ${longDate(to)}`;
}

/** "since April 2014", "30 September 2014 to 31 August 2022", with a note where the days are not certain. */
function runs(trust: TrustData, authority: string): string {
  return escapeMarkdown(trust.runs.filter(run => run.authority === authority).map(({ from, to, note }) => {
    const days = [from, to].map(day => day && longDate(parseDate(day)!));
    return (days[1] ? `${days[0]} to ${days[1]}` : `since ${days[0]}`) + (note ? ` (${note})` : '');
  }).join('; '));
}
