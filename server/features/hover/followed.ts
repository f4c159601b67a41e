import type { Inspection } from '../../reference/inspection';
import { escapeMarkdown } from '../../text/markdown';
import { headline } from '../headline';
import { facts, page } from './page';

/** Which record an id means. @param others those that have it; none where that is not known, and then nothing is said */
export function followedHover(others: readonly Inspection[]): string | undefined {
  const names = others.map(other => `**${escapeMarkdown(headline(other))}**`);
  return names.length > 1 ? facts(...names) : page(...names) || undefined;
}
