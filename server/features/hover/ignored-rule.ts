import { ignoresOf } from '../../findings/ignores';
import type { Slice } from '../../records/slice';
import { ruleWithId } from '../../rules/registry';
import { touches, type Span } from '../../text/span';
import { ruleText } from '../configuration/texts';

/** What the rule says whose name stands at an offset of a comment that silences it. */
export function ignoredRuleHover({ record, text }: Slice, offset: number, rulePages?: string): { markdown: string; span: Span } | undefined {
  const span = ignoresOf(record, text).flatMap(({ rules }) => rules).find(named => touches(named, offset));
  const rule = span && ruleWithId(span.id);
  return rule && { markdown: ruleText(rule, rulePages), span };
}
