import { visible } from './visible';

/**
 * Words as Markdown shows them, exactly as they are: on one line, with nothing hidden, no markup, no link and no HTML. For every text
 * that comes from a record or from data and is put between markup of ours.
 */
export function escapeMarkdown(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim())
    .replace(/[\\`*_{}[\]<>&~|#!$@^]/g, '\\$&')
    // Addresses would be made links without being asked for.
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(?<!:)\/(?=\/)/g, '\\/')
    .replace(/www\./gi, match => `${match.slice(0, -1)}\\.`)
    // At the beginning of a line these would make a list or a heading.
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Words between backquotes, as they are. */
export function codeSpan(text: string): string {
  const words = visible(text.replace(/\s+/g, ' ').trim());
  const fence = fenceFor(words, 1);
  return words === '' ? '' : /^`|`$/.test(words) ? `${fence} ${words} ${fence}` : `${fence}${words}${fence}`;
}

/** Lines of text as a block of code in some language. */
export function codeBlock(text: string, language: string): string {
  const fence = fenceFor(text, 3);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A link; `label` is plain words. */
export function link(label: string, address: string): string {
  return `[${escapeMarkdown(label)}](${address.replace(/[\s()<>\\]/g, character => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`)})`;
}

/** What our own Markdown is made of: blocks of code, rules between parts, escaped characters, bold, links, code. */
const OURS = /^(?<fence>`{3,}).*\n(?<block>[^]*?)\n\k<fence>$|^---$|\\(?<escaped>[!-/:-@[-`{-~])|\*\*|\[(?<label>(?:\\.|[^\]\\])*)\]\((?<address>[^)]*)\)|(?<quotes>`+)(?<code>.+?)\k<quotes>(?!`)/gm;

/** Our own Markdown as plain text, for editors that show nothing else. */
export function plainText(markdown: string): string {
  const parts = markdown.replace(OURS, (...found) => {
    const { block, escaped, label, address, code } = found.at(-1) as Record<string, string | undefined>;
    return block ?? escaped ?? (label === undefined ? code?.trim() : `${label.replace(/\\(.)/g, '$1')}: ${address}`) ?? '';
  });
  return parts.replace(/\n{3,}/g, '\n\n');
}

function fenceFor(text: string, least: number): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
  return '`'.repeat(Math.max(least, longest + 1));
}
