import { expectedAt } from '../../findings/settings';
import { isLevel } from '../../findings/severities';
import type { Slice } from '../../records/slice';
import { ruleWithId } from '../../rules/registry';
import type { Hover } from '../hover';
import { placeAt } from '../place';
import { levelText, ruleText, settingText } from './texts';

/**
 * Explains what stands at an offset of a configuration: what a setting is for, what a rule says and why, what comes of a level.
 * @param rulePages address of the folder with the pages of the rules, ending in `/`
 */
export function hoverConfiguration(slice: Slice, offset: number, rulePages?: string): Hover | undefined {
  const { path, scalar, isKey } = placeAt(slice.record.root, offset);
  if (!scalar) return undefined;
  const expected = expectedAt(isKey ? path.slice(0, -1) : path);
  const markdown = isKey ? keyText() : expected?.kind === 'level' && isLevel(scalar.text) ? levelText(scalar.text) : undefined;
  return markdown === undefined ? undefined : { markdown, span: { start: scalar.start, end: scalar.end } };

  function keyText(): string | undefined {
    const rule = expected?.kind === 'rules' ? ruleWithId(scalar!.text) : undefined;
    const setting = expected?.kind === 'settings' ? expected.settings.find(({ name }) => name === scalar!.text) : undefined;
    return rule ? ruleText(rule, rulePages) : setting && settingText(setting);
  }
}
