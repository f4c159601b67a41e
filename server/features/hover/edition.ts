import type { Edition } from '../../reference/frameworks';
import { escapeMarkdown } from '../../text/markdown';

/** "ILACS, from April 2026", or the editions that come into question; undefined where none is known or was in force. */
export function editionInWords(edition: Edition | undefined): string | undefined {
  if (edition?.kind === 'one') return escapeMarkdown(edition.framework.short_name);
  return edition?.kind === 'several' ? edition.frameworks.map(({ short_name }) => escapeMarkdown(short_name)).join(' or ') : undefined;
}
