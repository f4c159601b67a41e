import { capitalised } from '../../text/words';
import { changeMarkup, gradeBadge } from '../grade-markup';
import { attributes, html, type Content, type Markup } from '../markup';
import type { Place } from '../placed';
import { drawJourney, NARROW, WIDE } from './figure/figure';
import { writeSvg } from './figure/svg';
import { describeFigure, eventsInWords, gradesShown, kinHeading, TABLE_BELOW } from './words';
import type { Entry, EventEntry, JourneyView, Kin } from './view';

/** How a journey is to be written. */
export interface JourneyOptions {
  /** Whether the page has a script that leads to the text and to other journeys: elements then carry `data-file` and `data-line`, or `data-journey`. */
  leadsToText: boolean;
}

/** The page about a journey, without what is around it. */
export function writeJourney(view: JourneyView, options: JourneyOptions): Markup {
  return new JourneyWriter(options).page(view);
}

class JourneyWriter {
  constructor(private readonly options: JourneyOptions) {}

  page(view: JourneyView): Markup {
    const { authority, about, story, chronicle, kin } = view;
    const events = chronicle.filter(({ kind }) => kind === 'event').length;
    return html`<main id="view" lang="en-GB" class="journey">
<header>
<h1 class="authority">${authority}</h1>
<p class="event">${eventsInWords(view)}</p>
<p class="about">${about.join(' · ')}</p>
${story && html`<p class="headline">${story}</p>`}
</header>
${events || kin.some(({ lane }) => lane) ? this.figure(view) : html`<p class="lead">There is no record of ${authority} here.</p>`}
${events ? html`<section>
<h2 id="chronicle">What happened</h2>
${this.table(chronicle, 'chronicle')}</section>
` : ''}${kin.map((one, i) => this.kin(one, i))}</main>`;
  }

  private figure(view: JourneyView): Markup {
    // Of two drawings the one that fits the pane is shown.
    const draw = (width: typeof WIDE | typeof NARROW, name: string) => writeSvg(drawJourney(view, width), { name, title: `Time line of ${view.authority}`, description: `${describeFigure(view)} ${TABLE_BELOW}`, leadsToText: this.options.leadsToText });
    return html`<section>
<h2 id="timeline">Time line</h2>
<div class="scroll" role="group" aria-labelledby="timeline" tabindex="0">
${draw(WIDE, 'wide')}
${draw(NARROW, 'narrow')}
</div>
<ul class="key" aria-label="Grades in the time line">${gradesShown(view).map(grade => html`<li>${gradeBadge(grade)}</li>`)}</ul>
</section>
`;
  }

  private table(entries: readonly Entry[], labelledBy: string): Markup {
    const column = (name: Content) => html`<th scope="col" role="columnheader">${name}</th>`;
    return html`<table role="table" class="chronicle" aria-labelledby="${labelledBy}">
<thead role="rowgroup"><tr role="row">${column('When')}${column('What')}${column('Grades')}</tr></thead>
<tbody role="rowgroup">
${entries.map(entry => this.row(entry))}</tbody>
</table>
`;
  }

  private row(entry: Entry): Markup {
    if (entry.kind === 'event') return this.event(entry);
    const [what, more] = entry.kind === 'step' ? [this.lead(entry.name, entry.place), entry.note] : [entry.text, undefined];
    return html`<tr role="row" class="${entry.kind}">
<td role="cell" class="when">${entry.when}</td>
<th scope="row" role="rowheader" colspan="2">${what}${more && html`<p class="remark">${more}</p>`}</th>
</tr>
`;
  }

  private event({ when, name, about, summary, place, standsIn, alsoIn, grades, outcome }: EventEntry): Markup {
    const others = alsoIn.map(({ text, place: other }, i) => [i ? ', ' : '', this.lead(text, other)]);
    return html`<tr role="row" class="told">
<td role="cell" class="when">${when}</td>
<th scope="row" role="rowheader">${this.lead(name, place)}${about && html`<p class="remark">${about}</p>`}${summary && html`<p class="says">${summary}</p>`}
${this.options.leadsToText ? '' : html`<p class="stands">${standsIn}</p>`}${others.length ? html`<p class="stands">Also told in ${others}</p>` : ''}</th>
<td role="cell" class="result">${outcome ? gradeBadge(outcome) : grades.length ? this.grades(grades) : html`<span class="absent">not graded</span>`}</td>
</tr>
`;
  }

  private grades(grades: EventEntry['grades']): Markup {
    return html`<ul class="grades">${grades.map(({ name, overall, grade, change }) => html`<li${attributes({ class: overall ? 'overall' : undefined })}><span class="of">${name}</span> <span>${gradeBadge(grade)}${change && change.direction !== 'same' ? html` ${changeMarkup(change)}` : ''}</span></li>`)}</ul>`;
  }

  private kin({ relation, name, life, chronicle }: Kin, index: number): Markup {
    const id = `${relation}-${index + 1}`;
    const own = 'An authority of its own: its grades are not set against those above.';
    return html`<section class="kin">
<h2 id="${id}">${kinHeading({ relation, name })}</h2>
<p class="about">${[capitalised(life), own].filter(text => text !== '').join('. ')}</p>
${this.options.leadsToText ? html`<p><button type="button" class="place" data-journey="${name}">Journey of ${name}</button></p>
` : ''}${chronicle.length ? this.table(chronicle, id) : html`<p class="absent">There is no record of ${name} here.</p>`}
</section>
`;
  }

  /** Words that lead to a place: a button where there is a text to go to, so that the keyboard gets there too. */
  private lead(words: string, { file, line }: Place): Markup {
    return this.options.leadsToText ? html`<button type="button" class="lead-to"${attributes({ 'data-file': file, 'data-line': line })}>${words}</button>` : html`${words}`;
  }
}
