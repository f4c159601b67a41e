import type { Reference } from '../../reference/reference';
import { fold } from '../../text/spelling';
import { escapeMarkdown } from '../../text/markdown';
import { facts, page } from './page';

/** The outcomes and enablers that a value refers to, with their names: "outcome 4", or several of them among other words. */
export function nationalFrameworkHover(text: string, { nationalFramework }: Reference): string | undefined {
  const words = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const named = nationalFramework.filter(({ reference }) => words.includes(` ${fold(reference)} `));
  if (!named.length) return undefined;
  const lines = named.map(({ reference, name }) => `**${escapeMarkdown(reference)}** — ${escapeMarkdown(name)}`);
  return lines.length > 1 ? facts(...lines) : page(...lines);
}
