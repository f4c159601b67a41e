import { unpack } from '../../server/import/formats/zip';

/** The XML of the body of a Word file. */
export function bodyOf(file: Uint8Array): string {
  return partOf(file, 'word/document.xml');
}

/** One of the XML files of which a Word file consists. */
export function partOf(file: Uint8Array, part: string): string {
  return new TextDecoder().decode(unpack(file, name => name === part).get(part));
}

/** What a Word file says: a line for each paragraph, with its style, and one for each row of a table. */
export function wordText(file: Uint8Array): string {
  const body = bodyOf(file).replace(/<w:tr[ >].*?<\/w:tr>/gs, row => {
    const isHead = /<w:tblHeader\/>/.test(row);
    const cells = [...row.matchAll(/<w:tc[ >].*?<\/w:tc>/gs)].map(([cell]) => [...cell.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => textOf(paragraph)).join(' / '));
    return `<w:p ><w:r><w:t>${isHead ? 'HEAD ' : ''}| ${cells.join(' | ')} |</w:t></w:r></w:p>`;
  });
  return [...body.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => {
    const style = /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1];
    return `${style ? `[${style}] ` : ''}${textOf(paragraph)}\n`;
  }).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'" };

function textOf(paragraph: string): string {
  return [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text!).join('').replace(/&(lt|gt|amp|quot|apos);/g, entity => ENTITIES[entity]!);
}
