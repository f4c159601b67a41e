import { LEVEL_MEANINGS, type Setting } from '../../findings/settings';
import type { Level } from '../../findings/severities';
import type { Rule } from '../../rules/rule';
import { codeBlock, codeSpan, escapeMarkdown, link } from '../../text/markdown';
import { page } from '../hover/page';

/** What a setting is for, with an example. */
export function settingText({ name, description, example, missing }: Setting): string {
  return page(`**${escapeMarkdown(name)}**${missing ? ' — required' : ''}`, escapeMarkdown(description), codeBlock(example, 'yaml'));
}

/** What a rule says, why, and how grave it is of itself; with a link to its page where it is known where the pages are. */
export function ruleText({ id, summary, why, severity }: Rule, rulePages?: string): string {
  const more = rulePages && ` ${link('Read more', `${rulePages}${id}.md`)}`;
  return page(`**${escapeMarkdown(summary)}**`, `${escapeMarkdown(why)}${more ?? ''}`, `Where nothing else is said: ${codeSpan(severity)}.`);
}

export function levelText(level: Level): string {
  return `${codeSpan(level)} — ${escapeMarkdown(LEVEL_MEANINGS[level])}`;
}
