import { visible } from '../text/visible';

/** HTML that is safe to put into a page: made by `html` only. */
export class Markup {
  private constructor(readonly text: string) {}

  /** Markup of our own that is no template, such as a style sheet. Never for anything that was read. */
  static trusted(text: string): Markup {
    return new Markup(text);
  }
}

/** What may stand in a template: text is escaped, nothing stands for nothing. */
export type Content = Markup | string | number | undefined | readonly Content[];

/** A template of HTML. This is the one place in which text is escaped; it is safe between tags and in quoted attributes. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Markup {
  return Markup.trusted(strings.reduce((done, string, index) => done + render(values[index - 1]) + string));
}

/** Attributes with their values, as they stand in a tag; those without a value are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): Markup {
  return Markup.trusted(Object.entries(values).map(([name, value]) => (value === undefined ? '' : ` ${name}="${escape(String(value))}"`)).join(''));
}

function render(content: Content): string {
  if (content === undefined) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'object') return content.map(render).join('');
  return escape(String(content));
}

/** What most texts are: printable ASCII without anything that means something in HTML. */
const HARMLESS = /^[ !#-%(-;=?-~]*$/;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Hidden characters are written out, so that no text can show itself as another; line breaks stay. */
function escape(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text.split(/\r\n|\r|\n/).map(visible).join('\n').replace(/[&<>"']/g, character => ENTITIES[character]!);
}
