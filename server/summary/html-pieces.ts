import { isWebAddress, shownAddress } from './address';
import { gradeBadge } from './grade-markup';
import { attributes, html, type Content, type Markup } from './markup';
import type { GradeRun, Line, Run, TextPlace } from './view';

/** How a view is to be written. */
export interface HtmlOptions {
  /** Line (from 0) in its file of an offset in the record's slice. */
  lineOf(offset: number): number;
  /** Present where the page has a script that leads to the text. */
  leads?: Leads;
  /** Where another record of the journey stands on the same page: `#record-2`. */
  recordAddress?(record: number): string | undefined;
  /** Put before every id, where several records stand on one page. */
  prefix?: string;
}

/** Where elements lead in the text. */
export interface Leads {
  /** The place of an offset in the record's slice. */
  placeOf(offset: number): TextPlace;
  /** The place of a record of the journey, by its number; undefined where that is not known. */
  recordPlace(record: number): TextPlace | undefined;
}

/**
 * Writes the pieces of one part of a page. Places in the text are numbered within the part, and kept beside it: so the part stays the same
 * when lines above it come and go.
 */
export class HtmlPieces {
  readonly places: TextPlace[] = [];

  constructor(protected readonly options: HtmlOptions) {}

  line(line: Line): Markup {
    return html`${line.map(run => this.text(run))}`;
  }

  text({ text, iso, url, record, mark, trace }: Run): Markup {
    const shown = iso ? html`<time${attributes({ datetime: iso })}>${text}</time>`
      : url && isWebAddress(url) ? html`<a${attributes({ href: url, rel: 'noreferrer' })}>${text === url ? shownAddress(url) : text}</a>` : html`${text}`;
    return html`${record === undefined ? shown : this.recordLink(record, shown)}${this.mark(mark)}${trace && html` <span class="trace">${trace}</span>`}`;
  }

  /** What a row is about: a button where there is a text to go to, so that the keyboard gets there too. */
  lead(line: Line): Markup {
    const first = line.find(({ at }) => at !== undefined);
    return first && this.options.leads && line.every(({ url, record }) => url === undefined && record === undefined)
      ? html`<button type="button" class="lead-to"${this.place(first)}>${this.line(line)}</button>` : this.line(line);
  }

  grade(grade: GradeRun): Markup {
    return html`${gradeBadge(grade)}${this.mark(grade.mark)}`;
  }

  mark(mark: string | undefined): Markup | undefined {
    return mark === undefined ? undefined : html` <span class="mark">${mark}</span>`;
  }

  /** Attributes by which an element leads to the text that it stands for, or from which it follows. */
  place(run: Pick<Run, 'at' | 'from'> | undefined): Markup {
    const { leads } = this.options;
    if (!leads || !run) return attributes({});
    if (run.at !== undefined) return attributes({ 'data-place': this.keep(leads.placeOf(run.at)) });
    return attributes({ 'data-from': run.from === undefined ? undefined : this.keep(leads.placeOf(run.from)) });
  }

  /** The same for a line: it leads to the first of its pieces that stands for a text. */
  placeOfLine(line: Line): Markup {
    return this.place(line.find(({ at }) => at !== undefined) ?? line.find(({ from }) => from !== undefined));
  }

  id(name: string): string {
    return `${this.options.prefix ?? ''}${name}`;
  }

  private recordLink(record: number, shown: Markup): Markup {
    const place = this.options.leads?.recordPlace(record);
    if (place) return html`<button type="button" class="record"${attributes({ 'data-from': this.keep(place) })}>${shown}</button>`;
    const address = this.options.recordAddress?.(record);
    return address === undefined ? shown : html`<a${attributes({ href: address })}>${shown}</a>`;
  }

  private keep(place: TextPlace): number {
    return this.places.push(place) - 1;
  }
}

/** Writes what is there. */
export function optional<T>(value: T | undefined, write: (value: T) => Content): Content {
  return value === undefined || value === '' ? undefined : write(value);
}
