import type { Finding } from '../../findings/finding';
import { ruleWithId } from '../../rules/registry';
import { codeSpan, escapeMarkdown, link } from '../../text/markdown';

/**
 * Why a rule says what it says. What it says of these very words is not repeated: editors show that themselves.
 * @param rulePages address of the folder with the pages of the rules, ending in `/`; without it there is no link
 */
export function findingHover({ rule: id }: Finding, rulePages?: string): string | undefined {
  const rule = ruleWithId(id);
  return rule && `${codeSpan(id)} — ${escapeMarkdown(rule.why)}${rulePages ? ` ${link('Read more', `${rulePages}${id}.md`)}` : ''}`;
}
