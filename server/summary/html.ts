import { isWebAddress, shownAddress } from './address';
import { attributes, html, type Content, type Markup } from './markup';
import { tally } from './problems';
import type { Change, GradeRun, GuideView, Item, JudgementRow, JudgementTable, Line, Outcome, Problem, RecordView, Run, Section, View } from './view';

/** How a view is to be written. */
export interface HtmlOptions {
  /** Line (from 0) in its file of an offset in the record's slice. */
  lineOf(offset: number): number;
  /** Whether the page has a script that leads to the text: elements then carry their line in `data-line`. */
  leadsToText: boolean;
  /** Put before every id, where several records stand on one page. */
  prefix?: string;
}

/** The page about one record, without what is around it. */
export function writeHtml(view: View, options: HtmlOptions): Markup {
  return html`<main id="view" lang="en-GB"${attributes({ class: view.kind })}>${new HtmlWriter(options, 1).view(view)}</main>`;
}

/** A record as a part of a page about several. */
export function writeHtmlPart(view: View, options: HtmlOptions, id: string): Markup {
  return html`<article${attributes({ class: view.kind, id })}>${new HtmlWriter(options, 2).view(view)}</article>`;
}

const ARROWS: Readonly<Record<Change['direction'], string>> = { up: '▲', down: '▼', same: '=', other: '' };
const SEVERITIES: Readonly<Record<Problem['severity'], string>> = { error: 'Error', warning: 'Warning', information: 'Information', hint: 'Hint' };

class HtmlWriter {
  /** @param level of the record's own heading; those in it are one lower */
  constructor(private readonly options: HtmlOptions, private readonly level: 1 | 2) {}

  view(view: View): Markup {
    return view.kind === 'record' ? this.record(view) : this.guide(view);
  }

  private record(view: RecordView): Markup {
    const { problems } = view;
    return html`
<header>
<h${this.level} class="authority"${this.place(view.authority)}>${this.text(view.authority)}</h${this.level}>
<p class="event"${this.place(view.event[0])}>${this.line(view.event)}</p>
${optional(view.about.join(' · '), about => html`<p class="about">${about}</p>`)}
${optional(view.headline, headline => html`<p class="headline">${headline}</p>`)}
${optional(view.summary, summary => html`<p class="lead"${this.place(summary)}>${this.text(summary)}</p>`)}
${problems.length ? html`<p class="tally"><a href="#${this.id('problems')}">${tally(problems)}</a></p>` : ''}
</header>
${view.facts.length ? html`<dl class="facts">
${view.facts.map(({ label, line }) => html`<div${this.place(line.find(({ at }) => at !== undefined))}><dt>${label}</dt><dd>${this.line(line)}</dd></div>
`)}</dl>` : ''}
${optional(view.outcome, outcome => this.outcome(outcome))}
${optional(view.judgements, table => this.judgements(table))}
${view.sections.map(section => this.section(section))}${this.problems(problems)}`;
  }

  private guide({ title, intro, needs, problems }: GuideView): Markup {
    return html`
<header>
<h${this.level} class="authority">${title}</h${this.level}>
<p class="lead">${intro}</p>
</header>
<dl class="needs">
${needs.map(({ name, description, example }) => html`<dt>${name}</dt><dd>${description}<pre>${example}</pre></dd>
`)}</dl>
${this.problems(problems)}`;
  }

  private judgements({ rows, previous }: JudgementTable): Markup {
    const changes = rows.some(({ change }) => change);
    const column = (name: Content) => html`<th scope="col" role="columnheader">${name}</th>`;
    return html`<section class="judgements">
<h${this.level + 1}>Judgements</h${this.level + 1}>
<table role="table">
<caption>${previous ? caption(previous) : 'Grades in the order of the report'}</caption>
<thead role="rowgroup"><tr role="row">${column('Judgement')}${column('Grade')}${changes ? column(`Since ${previous!.when}`) : ''}</tr></thead>
<tbody role="rowgroup">
${rows.map(row => this.judgement(row, changes))}</tbody>
</table>
</section>
`;
  }

  private judgement({ name, level, summary, grade, absent, change }: JudgementRow, changes: boolean): Markup {
    return html`<tr role="row"${attributes({ class: level })}${this.place(name)}>
<th scope="row" role="rowheader">${this.lead(name)}${optional(summary, text => html`<p class="remark"${this.place(text)}>${this.text(text)}</p>`)}</th>
<td role="cell"${this.place(grade)}>${grade ? this.grade(grade) : html`<span class="absent">${absent}</span>`}</td>
${changes ? html`<td role="cell" class="change">${optional(change, shown => this.change(shown))}</td>` : ''}
</tr>
`;
  }

  private change({ direction, text, then }: Change): Markup {
    return html`<p${attributes({ class: direction })}>${ARROWS[direction] && html`<span class="arrow" aria-hidden="true">${ARROWS[direction]}</span>`}${text}</p>${optional(then, what => html` <p class="remark">then ${what}</p>`)}`;
  }

  /** Never by colour alone: the letter stands in the badge, the word beside it. */
  private grade(grade: GradeRun): Markup {
    const letter = grade.letter === undefined ? '' : html`<span class="letter" aria-hidden="true">${grade.letter}</span>`;
    return html`<span class="grade ${grade.tone}">${letter}<span class="word">${grade.text}</span></span>${this.mark(grade)}`;
  }

  private outcome({ label, grade, meaning }: Outcome): Markup {
    return html`<section class="outcome">
<h${this.level + 1}>${label}</h${this.level + 1}>
<p${this.place(grade)}>${this.grade(grade)}</p>
${optional(meaning, text => html`<p class="remark">${text}</p>`)}
</section>
`;
  }

  private section({ id, title, count, style, groups }: Section): Markup {
    return html`<details open${attributes({ id: this.id(id), class: style })}>
<summary><h${this.level + 1}>${title}${optional(count, number => html` <span class="count">${number}</span>`)}</h${this.level + 1}></summary>
${groups.map(group => html`${optional(group.title, name => html`<h${this.level + 2}>${name}</h${this.level + 2}>
`)}${style === 'text' ? group.items.map(item => html`<p${this.place(item.main)}>${this.text(item.main)}</p>
`) : html`<ul>
${group.items.map(item => html`<li${this.place(item.main)}>${style === 'quotes' ? this.quote(item) : this.item(item)}</li>
`)}</ul>
`}`)}</details>
`;
  }

  private item({ main, details }: Item): Markup {
    return html`${this.text(main)}${details.length ? html`<ul class="details">${details.map(({ label, value }) => html`<li${this.place(value)}>${label && html`<span class="label">${label}:</span> `}${this.text(value)}</li>`)}</ul>` : ''}`;
  }

  private quote({ main, details }: Item): Markup {
    const by = details.map(({ value }, index) => [index ? ', ' : '', this.text(value)]);
    return html`<figure><blockquote>${this.text(main)}</blockquote>${by.length ? html`<figcaption>${by}</figcaption>` : ''}</figure>`;
  }

  private problems(problems: readonly Problem[]): Markup | undefined {
    if (!problems.length) return undefined;
    return html`<section class="problems"${attributes({ id: this.id('problems') })}>
<h${this.level + 1}>Problems <span class="count">${problems.length}</span></h${this.level + 1}>
<ul>
${problems.map(problem => html`<li${attributes({ class: problem.severity })}><span class="severity">${SEVERITIES[problem.severity]}</span> ${this.linePlace(problem)} <span class="message">${problem.message}</span> <span class="rule">${problem.rule}</span></li>
`)}</ul>
</section>
`;
  }

  /** The line of a problem: a button where there is a text to go to. */
  private linePlace(problem: Problem): Markup {
    const shown = `line ${this.options.lineOf(problem.at) + 1}`;
    return this.options.leadsToText ? html`<button type="button" class="place"${this.place(problem)}>${shown}</button>` : html`<span class="place">${shown}</span>`;
  }

  /** What a row is about: a button where there is a text to go to, so that the keyboard gets there too. */
  private lead(run: Run): Markup {
    const text = this.text(run);
    return this.options.leadsToText && run.at !== undefined ? html`<button type="button" class="lead-to"${this.place(run)}>${text}</button>` : text;
  }

  private line(line: Line): Markup {
    return html`${line.map(run => this.text(run))}`;
  }

  private text({ text, iso, url, mark }: Run): Markup {
    const shown = iso ? html`<time${attributes({ datetime: iso })}>${text}</time>`
      : url && isWebAddress(url) ? html`<a${attributes({ href: url, rel: 'noreferrer' })}>${text === url ? shownAddress(url) : text}</a>` : html`${text}`;
    return mark ? html`${shown}${this.mark({ mark })}` : shown;
  }

  private mark({ mark }: Pick<Run, 'mark'>): Markup {
    return mark ? html` <span class="mark">${mark}</span>` : html``;
  }

  private place(run: { at?: number } | undefined): Markup {
    return attributes({ 'data-line': this.options.leadsToText && run?.at !== undefined ? this.options.lineOf(run.at) : undefined });
  }

  private id(name: string): string {
    return `${this.options.prefix ?? ''}${name}`;
  }
}

function caption({ event, when, comparable }: NonNullable<JudgementTable['previous']>): string {
  const before = `${event}, ${when}`;
  return comparable ? `Grades in the order of the report, compared with the graded inspection before: ${before}`
    : `Grades in the order of the report. The graded inspection before, ${before}, judged other things, so that grades cannot be compared`;
}

function optional<T>(value: T | undefined, write: (value: T) => Markup): Markup | undefined {
  return value === undefined || value === '' ? undefined : write(value);
}
