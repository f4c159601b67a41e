import { matched } from '../../reference/match';
import type { TrustData } from '../../reference/data';
import type { Inspection, Written } from '../../reference/inspection';
import type { Authority } from '../../reference/authorities';
import { quote } from '../../text/quote';
import { inFlow, rewrite, scalarText } from '../scalar-text';
import { addition } from '../pair-edits';
import { NOTHING, type Fix, type InspectionRule } from '../rule';
import { listed } from '../wording';

export const trustAsAuthority: InspectionRule = {
  id: 'trust-as-authority',
  severity: 'warning',
  summary: 'A children’s services trust or company stands in the place of the authority.',
  why: 'Ofsted inspects local authorities, also where a trust runs the services for them; some reports are even titled after the trust (Bradford, 21 May 2026). The trust has a field of its own, so that an authority’s history stays together when a trust comes or goes.',
  fix: 'all',
  check(inspection) {
    const { authority, reference, on } = inspection;
    if (authority?.match.kind !== 'unknown') return NOTHING;
    const { node } = authority;
    const trust = matched(reference.trusts.match(node.text.trim()));
    if (!trust) return NOTHING;
    const then = reference.trusts.authoritiesOf(trust, on?.date);
    const names = then.length ? then : reference.trusts.authoritiesOf(trust);
    return [{
      start: node.start, end: node.end, suggestions: names,
      message: `${quote(node.text)} is not an authority: it runs, or ran, services for ${listed(names)}. Name the authority here, and the trust in the field 'trust'.`,
      fixes: names.map(name => nameBoth(inspection, authority, name, then.length ? trust : undefined, then.length === 1)),
    }];
  },
};

/** Puts the authority in its place; the trust comes below it, unless a trust is named already. */
function nameBoth({ root, fields, record }: Inspection, { node }: Written<Authority>, name: string, trust: TrustData | undefined, all: boolean): Fix {
  const pair = fields.get('authority')!;
  const change = rewrite(record, node, name);
  if (!trust || fields.has('trust')) return { title: `Change to '${name}'`, edits: [change], ...(all && { all }) };
  const entry = `trust: ${scalarText(trust.name, 'plain', inFlow(record.root, node.start))}`;
  return { title: `Change to '${name}' and name the trust`, edits: [change, addition(record, root, pair, [entry])], ...(all && { all }) };
}
