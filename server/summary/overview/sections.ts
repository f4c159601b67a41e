import { attributes, html, type Markup } from '../markup';
import type { Lead } from './lead';
import { tableHead } from './table-head';
import type { Coverage, Overdue, OverviewView } from './view';

/** The parts of an overview that are about the records and not about grades; nothing where there is nothing to tell. */

export function overdueSection(overdue: readonly Overdue[], lead: Lead): Markup {
  if (!overdue.length) return html``;
  return html`<section class="overdue">
<h2 id="overdue">Overdue actions <span class="count">${overdue.length}</span></h2>
<table role="table" class="plain arranged" id="table-overdue" aria-labelledby="overdue">
${tableHead(['Action', 'Authority', 'Due', 'Status'], true)}
<tbody role="rowgroup">
${overdue.map(({ authority, action, owner, due, iso, late, status, place, standsIn }, i) => html`<tr role="row"${attributes({ id: `overdue-${i}` })}><th scope="row" role="rowheader">${lead.text(action, place)}${owner && html`<span class="below">${owner}</span>`}${lead.stands(standsIn)}</th><td role="cell">${authority}</td><td role="cell" data-key="${iso}">${due}<span class="below">${late} late</span></td><td role="cell">${status}</td></tr>
`)}</tbody>
</table>
</section>
`;
}

export function coverageSection({ known, all, regions }: Coverage): Markup {
  if (known === all) return html``;
  return html`<section class="coverage">
<h2 id="coverage">Authorities without a record <span class="count">${all - known}</span></h2>
<table role="table" class="plain" aria-labelledby="coverage">
${tableHead(['Region', 'With a record', 'Without'])}
<tbody role="rowgroup">
${regions.map(({ region, known: own, all: those, without }, i) => html`<tr role="row"><th scope="row" role="rowheader">${region}</th><td role="cell">${own} of ${those}</td><td role="cell">${!without.length ? 'none' : own ? without.join(', ') : html`<details${attributes({ id: `without-${i}` })}><summary>all ${those}</summary>${without.join(', ')}</details>`}</td></tr>
`)}</tbody>
</table>
</section>
`;
}

export function leftSection(left: OverviewView['left'], lead: Lead): Markup {
  if (!left.length) return html``;
  return html`<section class="left">
<h2>Records that are not counted <span class="count">${left.length}</span></h2>
<ul>
${left.map(({ name, why, place, standsIn }) => html`<li>${lead.text(name || 'Record', place)}: ${why} ${lead.stands(standsIn)}</li>
`)}</ul>
</section>
`;
}
