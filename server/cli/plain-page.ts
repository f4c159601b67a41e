import type { Paint } from '../reports/text';

/** How a page is laid out. */
interface Layout {
  /** Columns that its lines take at most, but for those of examples. */
  width: number;
  paint: Paint;
}

const EXAMPLE = '    ';

/** A page in Markdown, of the few forms that the pages of the rules have, as a terminal shows it: headings, paragraphs, lists and examples. */
export function plainPage(markdown: string, layout: Layout): string {
  // With the examples at odd places.
  const parts = markdown.split(/^```.*\n/m);
  return parts.map((part, i) => (i % 2 === 1 ? example(part) : prose(part, layout))).join('');
}

function example(text: string): string {
  return text.replace(/^(?=.)/gm, EXAMPLE);
}

function prose(text: string, { width, paint }: Layout): string {
  // Each paragraph, heading or entry of a list, and between them the line breaks.
  return text.split(/(\n{2,}|^\n|\n$|\n(?=- ))/).map(part => {
    const [, heading] = /^#+ (.*)$/.exec(part) ?? [];
    return heading ? paint('place', heading) : /^\n*$/.test(part) ? part : wrapped(part, width);
  }).join('');
}

/** A paragraph or an entry of a list in lines of at most `width` characters. */
function wrapped(text: string, width: number): string {
  const indent = text.startsWith('- ') ? '  ' : '';
  const lines: string[] = [];
  let line = '';
  for (const word of text.replace(/\*\*(\w+)\*\*/g, '$1').split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}
