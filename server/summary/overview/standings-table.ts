import { slug } from '../../text/slug';
import { gradeBadge } from '../grade-markup';
import { attributes, html, type Markup } from '../markup';
import { authoritiesInWords, DIRECTIONS, movementInWords } from './words';
import type { Lead } from './lead';
import type { Cell, Movement, Part, Standing } from './view';

/**
 * Authorities with their latest grades. Every cell carries what it is sorted by, and every row what it is filtered by: the script of the page
 * makes use of them, and without it the table is what it is.
 * @param id of its heading
 */
export function standingsTable(standings: readonly Standing[], { topics, grades }: Part, id: string, lead: Lead): Markup {
  const table = `table-${id}`;
  const column = (name: string, className?: string) => html`<th scope="col" role="columnheader" data-sort=""${attributes({ class: className })}>${name}</th>`;
  return html`${filters(standings, grades, topics[0]?.name ?? '', table)}<ul class="key in-print" aria-label="Letters of grades">${grades.map(grade => html`<li>${gradeBadge(grade)}</li>`)}</ul>
<table role="table" class="standings arranged" aria-labelledby="${id}" id="${table}">
<thead role="rowgroup"><tr role="row">${column('Authority')}${column('Region', 'region')}${column('Inspected')}${topics.map(({ name }) => column(name))}${column('Change')}</tr></thead>
<tbody role="rowgroup">
${standings.map(standing => row(standing, topics.map(({ name }) => name), table, lead))}</tbody>
</table>
`;
}

/** A table shorter than this is looked through faster than filtered. */
const WORTH_FILTERING = 10;

function filters(standings: readonly Standing[], grades: Part['grades'], topic: string, table: string): Markup {
  if (standings.length < WORTH_FILTERING) return html``;
  const regions = [...new Set(standings.map(({ region }) => region))].sort();
  const held = new Set(standings.map(({ cells }) => cells[0]?.text ?? ''));
  const ways = new Set(standings.map(({ movement }) => movement.direction));
  const choice = (name: string, label: string, all: string, options: readonly (readonly [string, string])[]) => (options.length < 2 ? '' : html`<label>${label} <select data-choice="${name}"><option value="">${all}</option>${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></label>
`);
  return html`<form class="filters" role="search" aria-label="Filter authorities" hidden data-for="${table}">
<label>Find <input type="search" data-words="" autocomplete="off" spellcheck="false"></label>
${choice('region', 'Region', 'All regions', regions.map(region => [region, region]))}${choice('grade', topic, 'All grades', [...grades.filter(({ text }) => held.has(text)).map(({ text }) => [text, text] as const), ...(held.has('') ? [['none', 'Not graded'] as const] : [])])}${choice('moved', 'Change', 'All', (Object.keys(DIRECTIONS) as Movement['direction'][]).filter(way => ways.has(way)).map(way => [way, DIRECTIONS[way].name]))}</form>
<p class="shown" role="status" data-for="${table}">${authoritiesInWords(standings.length)}</p>
`;
}

function row({ authority, region, life, event, when, iso, place, cells, movement }: Standing, topics: readonly string[], table: string, lead: Lead): Markup {
  const filtered = { 'data-region': region, 'data-grade': cells[0]?.text ?? 'none', 'data-moved': movement.direction };
  return html`<tr role="row"${attributes({ id: `${table}-${slug(authority)}`, ...filtered })}>
<th scope="row" role="rowheader" data-key="${authority}">${lead.journey(authority)}<span class="below region-below">${region}</span>${life && html`<span class="below">${life}</span>`}</th>
<td role="cell" class="region" data-key="${region}">${region}</td>
<td role="cell" class="inspected" data-key="${iso}">${lead.text(when, place)}<span class="below">${event}</span></td>
${cells.map((cell, i) => html`<td role="cell" class="held" data-key="${cell?.rank ?? 9}">${cellMarkup(cell, topics[i]!)}</td>
`)}<td role="cell" class="moves" data-key="${Object.keys(DIRECTIONS).indexOf(movement.direction)}">${movementMarkup(movement)}</td>
</tr>
`;
}

function cellMarkup(cell: Cell | undefined, topic: string): Markup {
  const name = html`<span class="in-blocks">${topic} </span>`;
  if (!cell) return html`${name}<span class="absent">not graded</span>`;
  return html`${name}${gradeBadge(cell)}${cell.together ? html`<span class="below">judged together</span>` : ''}`;
}

function movementMarkup(movement: Movement): Markup {
  const { name, letter } = DIRECTIONS[movement.direction];
  if (movement.direction === 'none') return html`<span class="absent">${name}</span>`;
  const more = movement.direction === 'same' && !movement.up && !movement.down ? '' : movementInWords(movement);
  return html`<span class="way"><span aria-hidden="true">${letter}</span> ${name}</span><span class="below">${more}${more && ', '}since ${movement.since}</span>`;
}
