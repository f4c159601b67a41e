import { NO_CONFIGURATION, type Configuration } from '../../findings/configuration';
import { expectedAt, type Setting } from '../../findings/settings';
import { isLevel, LEVELS } from '../../findings/severities';
import type { Slice } from '../../records/slice';
import { rules } from '../../rules/registry';
import { lineBreakOf } from '../../text/lines';
import { nearest } from '../../text/spelling';
import { caretAt, type KeyCaret, type ValueCaret } from '../caret';
import { behindNewDash, onLineBelow } from '../caret/moved';
import { keyItem, valueItem, type Choice, type CompletionItem } from '../completion/item';
import { levelText, ruleText, settingText } from './texts';

export interface ConfigurationCompletionOptions {
  /** What the configuration says so far: the levels of rules are shown as it has them. */
  configuration?: Configuration;
  /** The character whose typing made the editor ask, where it was one that asks of itself: then only values are offered. */
  typed?: string;
}

/** What can be written at an offset of a configuration: settings, rules, levels. Nothing in comments and in patterns for paths. */
export function completeConfiguration(slice: Slice, offset: number, options: ConfigurationCompletionOptions = {}): CompletionItem[] {
  const caret = caretAt(slice, offset);
  if (!caret) return [];
  return caret.place === 'key' ? keys(caret, slice, options) : values(caret, slice, options);
}

function values(caret: ValueCaret, slice: Slice, options: ConfigurationCompletionOptions): CompletionItem[] {
  if (expectedAt(caret.path)?.kind === 'level') return levels(caret);
  return caret.opensBlock && options.typed === undefined ? keys(onLineBelow(caret, slice.text, lineBreakOf(slice.text)), slice, options) : [];
}

function levels(caret: ValueCaret): CompletionItem[] {
  const items = LEVELS.map((level, index) => valueItem({ label: level, kind: 'value', documentation: levelText(level), preselect: level === caret.written || undefined }, caret, index));
  // Over a level that is complete the others are wanted too, though they do not begin like it.
  return isLevel(caret.written) ? items.map(item => ({ ...item, filterText: caret.typed })) : items;
}

function keys(caret: KeyCaret, slice: Slice, options: ConfigurationCompletionOptions): CompletionItem[] {
  const isWelcome = options.typed === undefined || caret.typed !== '';
  if (!isWelcome || (caret.continues && !isLevel(caret.continues.value))) return [];
  const expected = expectedAt(caret.path);
  if (expected?.kind === 'rules') return ruleChoices(caret, options.configuration ?? NO_CONFIGURATION).map((choice, index) => keyItem(choice, caret, index));
  if (expected?.kind === 'settings' && !caret.inList) return settingChoices(expected.settings, caret, lineBreakOf(slice.text)).map((choice, index) => keyItem(choice, caret, index));
  const isEntry = !expected && expectedAt([...caret.path, 0])?.kind === 'settings';
  return isEntry && (caret.isFirst || caret.inList) ? keys(behindNewDash(caret), slice, { ...options, typed: undefined }) : [];
}

function ruleChoices({ keys, holds }: KeyCaret, { levels }: Configuration): Choice[] {
  const present = new Set(keys);
  return rules.filter(({ id }) => !present.has(id)).map(rule => ({
    label: rule.id, kind: 'field', description: levels[rule.id] ?? rule.severity, documentation: ruleText(rule),
    ...(holds === 'nothing' && { rest: ' ', chain: true }),
  }));
}

/** The settings that are not there yet; those without effect are not offered. Over a key that holds something, only what may be meant by it. */
function settingChoices(settings: readonly Setting[], { keys, holds, written, flow, column }: KeyCaret, lineBreak: string): Choice[] {
  const lineStart = lineBreak + ' '.repeat(column + 2);
  const beginnings: Record<Setting['holds'], string> = { levels: lineStart, patterns: ' ', entries: `${lineStart}- ` };
  const fits = (name: string) => holds === 'nothing' || nearest(written, [name], each => each).length > 0;
  return settings.filter(({ name }) => !keys.includes(name) && fits(name)).map(setting => ({
    label: setting.name, kind: 'field', description: setting.missing && 'required', documentation: settingText(setting),
    ...(holds === 'nothing' && { rest: flow ? ' ' : beginnings[setting.holds], chain: setting.holds !== 'patterns' }),
  }));
}
