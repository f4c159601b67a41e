import { attributes, html, type Markup } from '../markup';
import { bar } from './bar';
import { distributionTable } from './distribution-table';
import { leadWith, type Lead } from './lead';
import { coverageSection, leftSection, overdueSection } from './sections';
import { standingsTable } from './standings-table';
import { tableHead } from './table-head';
import type { Movements, OverviewView, Part } from './view';
import { aboutInWords, authoritiesInWords, movementInWords, movementShares } from './words';

/** How an overview is to be written. */
export interface OverviewOptions {
  /** Whether the page has a script that leads to the text and to journeys: elements then carry `data-file` and `data-line`, or `data-journey`. */
  leadsToText: boolean;
}

/** The page about a folder, without what is around it. */
export function writeOverview(view: OverviewView, { leadsToText }: OverviewOptions): Markup {
  const { title, tally, parts, overdue, coverage, left } = view;
  const lead = leadWith(leadsToText);
  return html`<main id="view" lang="en-GB" class="overview">
<header>
<h1 class="authority">${title}</h1>
<p class="event">${tally}</p>
<p class="about">${aboutInWords(view)}</p>
</header>
${contents(view)}${parts.map((part, i) => new PartWriter(part, `part-${i + 1}-`, lead).page())}${overdueSection(overdue, lead)}${coverageSection(coverage)}${leftSection(left, lead)}</main>`;
}

/** Where on the page things are. */
function contents({ parts, overdue, coverage }: OverviewView): Markup {
  const links = [
    ...parts.flatMap(({ standings, inspectorate, movements }, i) => (standings.length ? [
      [`part-${i + 1}-held`, inspectorate ?? 'Grades held'], [`part-${i + 1}-standings`, 'By authority'],
      ...(movementShares(movements.counts).length ? [[`part-${i + 1}-movements`, 'Changes']] : []), [`part-${i + 1}-regions`, 'By region'], [`part-${i + 1}-years`, 'By year'],
    ] : [])),
    ...(overdue.length ? [['overdue', 'Overdue actions']] : []), ...(coverage.known < coverage.all ? [['coverage', 'Without a record']] : []),
  ];
  return html`<nav aria-label="On this page"><ul class="contents">${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
`;
}

/** All that one inspectorate graded. */
class PartWriter {
  /** @param prefix put before every id */
  constructor(private readonly part: Part, private readonly prefix: string, private readonly lead: Lead) {}

  page(): Markup {
    const { standings, former, years } = this.part;
    return html`${standings.length ? html`${this.held()}${this.standings()}${this.movements(this.part.movements)}${this.regions()}` : ''}${years.length ? this.years() : ''}${former.length ? this.section('former', 'Authorities that are no more', id => standingsTable(former, this.part, id, this.lead)) : ''}`;
  }

  private held(): Markup {
    const { held, grades, standings } = this.part;
    return this.section('held', 'Grades that authorities hold', id => html`<p class="remark">${authoritiesInWords(standings.length)}, each by its latest graded inspection.</p>
${distributionTable(held, grades, { labelledBy: id, first: 'Judgement', without: 'Not graded' })}`);
  }

  private standings(): Markup {
    return this.section('standings', 'Latest grades by authority', id => standingsTable(this.part.standings, this.part, id, this.lead));
  }

  private regions(): Markup {
    const { regions, grades, topics } = this.part;
    return this.section('regions', `${topics[0]!.name}: grades by region`, id => distributionTable(regions, grades, { labelledBy: id, first: 'Region', without: 'Not graded' }));
  }

  private movements({ counts, moved }: Movements): Markup {
    const shares = movementShares(counts);
    if (!shares.length) return html``;
    const words = shares.map(({ grade, count: number }) => `${grade.text}: ${number}`).join(', ');
    return this.section('movements', 'Changes since the inspection before', () => html`${bar(shares, words)}
<p class="remark">${words}. The overall grade decides; where it stayed or is not there, the other judgements do.</p>
${moved.length ? html`<details${attributes({ id: `${this.prefix}moves` })}><summary><h3${attributes({ id: `${this.prefix}moved` })}>What moved <span class="count">${moved.length}</span></h3></summary>
<table role="table" class="plain" aria-labelledby="${this.prefix}moved">
${tableHead(['Authority', 'Then and now', 'Change'])}
<tbody role="rowgroup">
${moved.map(({ authority, when, movement }) => html`<tr role="row"><th scope="row" role="rowheader">${this.lead.journey(authority)}</th><td role="cell">${movement.since} to ${when}</td><td role="cell">${movementInWords(movement)}</td></tr>
`)}</tbody>
</table>
</details>
` : ''}`);
  }

  private years(): Markup {
    const { years, grades } = this.part;
    return this.section('years', 'Grades given, year by year', () => html`<p class="remark">By the year in which inspections began.</p>
${years.map(({ topic, rows }, i) => html`<details${attributes({ open: i === 0 ? '' : undefined, id: `${this.prefix}year-${topic.id}` })}><summary><h3${attributes({ id: `${this.prefix}years-${topic.id}` })}>${topic.name}</h3></summary>
${distributionTable(rows, grades, { labelledBy: `${this.prefix}years-${topic.id}`, first: 'Year' })}</details>
`)}`);
  }

  private section(name: string, heading: string, content: (id: string) => Markup): Markup {
    const { inspectorate } = this.part;
    const id = `${this.prefix}${name}`;
    return html`<section class="${name}">
<h2${attributes({ id })}>${inspectorate ? `${inspectorate}: ${heading}` : heading}</h2>
${content(id)}</section>
`;
  }
}
