import { attributes, html, type Content, type Markup } from '../markup';
import type { Place } from '../placed';

/** Words that lead to a place in a text, or to the journey of an authority: buttons where the page has a script for that. */
export interface Lead {
  text(words: string, place: Place): Markup;
  journey(authority: string): Markup;
  /** Where a record stands, where nothing leads there. */
  stands(where: string): Content;
}

export function leadWith(leadsToText: boolean): Lead {
  if (!leadsToText) return { text: words => html`${words}`, journey: name => html`${name}`, stands: where => html`<span class="stands">${where}</span>` };
  return {
    text: (words, { file, line }) => html`<button type="button" class="lead-to"${attributes({ 'data-file': file, 'data-line': line })}>${words}</button>`,
    journey: name => html`<button type="button" class="lead-to" data-journey="${name}">${name}</button>`,
    stands: () => '',
  };
}
