import { HtmlPieces, optional, type HtmlOptions } from './html-pieces';
import { attributes, html, type Content, type Markup } from './markup';
import { tally } from './problems';
import type {
  Change, GuideView, Item, JourneyStep, JourneyStrip, JudgementRow, JudgementTable, Line, ListSection, Outcome, Problem, RecordView, Section, TableSection, TextPlace, View,
} from './view';

export type { HtmlOptions, Leads } from './html-pieces';

/** A part of a page: one element, whose id is the same for as long as the part is there. */
export interface HtmlBlock {
  id: string;
  html: Markup;
  /** Where its elements lead in the text: `data-place` and `data-from` are indexes of these. */
  places: readonly TextPlace[];
}

/** The page about one record, without what is around it. */
export function writeHtml(view: View, options: HtmlOptions): Markup {
  return html`<main id="view" lang="en-GB"${attributes({ class: view.kind })}>
${htmlBlocks(view, options).map(block => block.html)}</main>`;
}

/** A record as a part of a page about several. */
export function writeHtmlPart(view: View, options: HtmlOptions, id: string): Markup {
  return html`<article${attributes({ class: view.kind, id })}>
${htmlBlocks(view, options, 2).map(block => block.html)}</article>`;
}

/**
 * The parts of the page about one record, in order.
 * @param level of the record's own heading; those in it are one lower
 */
export function htmlBlocks(view: View, options: HtmlOptions, level: 1 | 2 = 1): HtmlBlock[] {
  const block = (id: string, write: (writer: BlockWriter) => Markup): HtmlBlock => {
    const writer = new BlockWriter(options, level);
    return { id: writer.id(id), html: write(writer), places: writer.places };
  };
  const problems = view.problems.length ? [block('problems', writer => writer.problems(view.problems))] : [];
  if (view.kind === 'guide') return [block('head', writer => writer.guide(view)), ...problems];
  const { outcome, judgements, journey } = view;
  return [
    block('head', writer => writer.head(view)),
    ...(view.facts.length ? [block('facts', writer => writer.facts(view))] : []),
    ...(outcome ? [block('outcome', writer => writer.outcome(outcome))] : []),
    ...(judgements ? [block('judgements', writer => writer.judgements(judgements))] : []),
    ...(journey ? [block('journey', writer => writer.journey(journey))] : []),
    ...view.sections.map(section => block(section.id, writer => writer.section(section))),
    ...problems,
  ];
}

const ARROWS: Readonly<Record<Change['direction'], string>> = { up: '▲', down: '▼', same: '=', other: '' };
const SEVERITIES: Readonly<Record<Problem['severity'], string>> = { error: 'Error', warning: 'Warning', information: 'Information', hint: 'Hint' };

/** A table with more columns than this needs a wide page. */
const MANY = 3;

class BlockWriter extends HtmlPieces {
  constructor(options: HtmlOptions, private readonly level: 1 | 2) {
    super(options);
  }

  head({ authority, event, about, headline, summary, problems }: RecordView): Markup {
    return html`<header${this.idOf('head')}>
<h${this.level} class="authority"${this.place(authority)}>${this.text(authority)}</h${this.level}>
<p class="event"${this.place(event[0])}>${this.line(event)}</p>
${optional(about.join(' · '), text => html`<p class="about"${this.place({ from: authority.at })}>${text}</p>`)}
${optional(headline, run => html`<p class="headline"${this.place(run)}>${this.text(run)}</p>`)}
${optional(summary, run => html`<p class="lead"${this.place(run)}>${this.text(run)}</p>`)}
${problems.length ? html`<p class="tally"><a href="#${this.id('problems')}">${tally(problems)}</a></p>` : ''}
</header>
`;
  }

  facts({ facts }: RecordView): Markup {
    return html`<dl class="facts"${this.idOf('facts')}>
${facts.map(({ label, line }) => html`<div${this.placeOfLine(line)}><dt>${label}</dt><dd>${this.line(line)}</dd></div>
`)}</dl>
`;
  }

  guide({ title, intro, needs }: GuideView): Markup {
    return html`<div${this.idOf('head')}><header>
<h${this.level} class="authority">${title}</h${this.level}>
<p class="lead">${intro}</p>
</header>
<dl class="needs">
${needs.map(({ name, description, example }) => html`<dt>${name}</dt><dd>${description}<pre>${example}</pre></dd>
`)}</dl></div>
`;
  }

  judgements({ title, rows, previous }: JudgementTable): Markup {
    const changes = rows.some(({ change }) => change);
    return html`<section class="judgements"${this.idOf('judgements')}>
${this.heading(title)}
<table role="table">
<caption>${previous ? caption(previous) : 'Grades in the order of the report'}</caption>
${columns(['Judgement', 'Grade', ...(changes ? [`Since ${previous!.when}`] : [])])}
<tbody role="rowgroup">
${rows.map(row => this.judgement(row, changes))}</tbody>
</table>
</section>
`;
  }

  private judgement({ name, level, summary, grade, absent, change }: JudgementRow, changes: boolean): Markup {
    return html`<tr role="row"${attributes({ class: level })}${this.place(name)}>
<th scope="row" role="rowheader">${this.lead([name])}${optional(summary, run => html`<p class="remark"${this.place(run)}>${this.text(run)}</p>`)}</th>
<td role="cell"${this.place(grade)}>${grade ? this.grade(grade) : html`<span class="absent">${absent}</span>`}</td>
${changes ? html`<td role="cell" class="change">${optional(change, shown => this.change(shown))}</td>` : ''}
</tr>
`;
  }

  private change({ direction, text, then }: Change): Markup {
    return html`<p${attributes({ class: direction })}>${ARROWS[direction] && html`<span class="arrow" aria-hidden="true">${ARROWS[direction]}</span>`}${text}</p>${optional(then, what => html` <p class="remark">then ${what}</p>`)}`;
  }

  outcome({ label, grade, meaning }: Outcome): Markup {
    return html`<section class="outcome"${this.idOf('outcome')}>
${this.heading(label)}
<p${this.place(grade)}>${this.grade(grade)}</p>
${optional(meaning, text => html`<p class="remark"${this.place({ from: grade.at })}>${text}</p>`)}
</section>
`;
  }

  journey({ steps, count, earlier, later }: JourneyStrip): Markup {
    return html`<section class="strip"${this.idOf('journey')}>
<h${this.level + 1}>Journey <span class="count">${count}</span></h${this.level + 1}>
<ol>
${more(earlier, 'earlier')}${steps.map(step => this.journeyStep(step))}${more(later, 'later')}</ol>
</section>
`;
  }

  private journeyStep({ when, event, grade, isThis, pause }: JourneyStep): Markup {
    const badge = grade ? html`<span class="badge ${grade.tone}" aria-hidden="true">${grade.letter ?? '?'}</span>` : html`<span class="badge" aria-hidden="true"></span>`;
    return html`<li${attributes({ 'class': isThis ? 'this' : undefined, 'aria-current': isThis ? 'true' : undefined })}>${badge}<span class="when">${this.text(when)}</span> <span class="what">${event}</span>${optional(grade, ({ text }) => html` <span class="result">${text}</span>`)}${optional(pause, text => html` <span class="pause">${text}</span>`)}</li>
`;
  }

  section(section: Section): Markup {
    const { id, title, count, style } = section;
    return html`<details open${attributes({ id: this.id(id), class: section.style === 'table' ? `table ${id}${section.columns.length > MANY ? ' many' : ''}` : style })}>
<summary><h${this.level + 1}>${title}${optional(count, number => html` <span class="count">${number}</span>`)}</h${this.level + 1}></summary>
${section.style === 'table' ? this.table(section) : this.groups(section)}</details>
`;
  }

  private table({ title, note, columns: names, rows }: TableSection): Markup {
    return html`${optional(note, text => html`<p class="note">${text}</p>
`)}<table role="table"${attributes({ 'aria-label': title })}>
${columns(names)}
<tbody role="rowgroup">
${rows.map(cells => this.row(cells, names))}</tbody>
</table>
`;
  }

  private row([first = [], ...others]: readonly Line[], [, ...names]: readonly string[]): Markup {
    return html`<tr role="row"${this.placeOfLine(first)}>
<th scope="row" role="rowheader">${this.lead(first)}</th>
${others.map((line, index) => html`<td role="cell"${attributes({ 'data-label': line.length ? names[index] : undefined })}${this.placeOfLine(line)}>${this.line(line)}</td>
`)}</tr>
`;
  }

  private groups({ style, groups }: ListSection): Content {
    return groups.map(group => html`${optional(group.title, name => html`<h${this.level + 2}>${name}</h${this.level + 2}>
`)}${style === 'text' ? group.items.map(item => html`<p${this.place(item.main)}>${this.text(item.main)}</p>
`) : html`<ul>
${group.items.map(item => html`<li${this.place(item.main)}>${style === 'quotes' ? this.quote(item) : this.item(item)}</li>
`)}</ul>
`}`);
  }

  private item({ main, details }: Item): Markup {
    return html`${this.text(main)}${details.length ? html`<ul class="details">${details.map(({ label, value }) => html`<li${this.place(value)}>${label && html`<span class="label">${label}:</span> `}${this.text(value)}</li>`)}</ul>` : ''}`;
  }

  private quote({ main, details }: Item): Markup {
    const by = details.map(({ value }, index) => [index ? ', ' : '', this.text(value)]);
    return html`<figure><blockquote><p>${this.text(main)}</p></blockquote>${by.length ? html`<figcaption>${by}</figcaption>` : ''}</figure>`;
  }

  problems(problems: readonly Problem[]): Markup {
    return html`<section class="problems"${this.idOf('problems')}>
<h${this.level + 1}>Problems <span class="count">${problems.length}</span></h${this.level + 1}>
<ul>
${problems.map(problem => html`<li${attributes({ class: problem.severity })}><span class="severity">${SEVERITIES[problem.severity]}</span> ${this.linePlace(problem)} <span class="message">${problem.message}</span> <span class="rule">${problem.rule}</span></li>
`)}</ul>
</section>
`;
  }

  /** The line of a problem: a button where there is a text to go to. */
  private linePlace({ at }: Problem): Markup {
    const shown = `line ${this.options.lineOf(at) + 1}`;
    return this.options.leads ? html`<button type="button" class="place"${this.place({ from: at })}>${shown}</button>` : html`<span class="place">${shown}</span>`;
  }

  private heading(text: string): Markup {
    return html`<h${this.level + 1}>${text}</h${this.level + 1}>`;
  }

  private idOf(name: string): Markup {
    return attributes({ id: this.id(name) });
  }
}

function more(number: number, where: string): Content {
  return number ? html`<li class="more">${number} ${where}</li>
` : '';
}

function columns(names: readonly string[]): Markup {
  return html`<thead role="rowgroup"><tr role="row">${names.map(name => html`<th scope="col" role="columnheader">${name}</th>`)}</tr></thead>`;
}

function caption({ event, when, comparable }: NonNullable<JudgementTable['previous']>): string {
  const before = `${event}, ${when}`;
  return comparable ? `Grades in the order of the report, compared with the graded inspection before: ${before}`
    : `Grades in the order of the report. The graded inspection before, ${before}, judged other things, so that grades cannot be compared`;
}
