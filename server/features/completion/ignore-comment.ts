import type { Checker } from '../../findings/checker';
import { commentsOf } from '../../records/comments';
import type { Slice } from '../../records/slice';
import { rules } from '../../rules/registry';
import { ruleText } from '../configuration/texts';
import { sortText, type CompletionItem } from './item';

/** A comment up to the rule that is being named in it, with the rules that it names already. */
const NAMING = /^#\s*inspection-records:\s*ignore[ \t]+((?:[\w-]+[ \t,]+)*)([\w-]*)$/;

/**
 * The rules that an ignore comment may name at an offset: those that have found something in the record first. Nothing in any other comment.
 */
export function ignorable(slice: Slice, offset: number, checker: Checker): CompletionItem[] {
  const { text, record: { root } } = slice;
  const comment = commentsOf(text, root).find(({ start, end }) => start < offset && offset <= end);
  const naming = comment && NAMING.exec(text.slice(comment.start, offset));
  if (!naming) return [];
  const [, named = '', typed = ''] = naming;
  const rest = /^[\w-]*/.exec(text.slice(offset, comment.end))![0];
  const present = new Set(named.match(/[\w-]+/g));
  const found = new Set(checker.findings(slice).map(({ rule }) => rule));
  const free = rules.filter(({ id }) => !present.has(id) && id !== 'unused-ignore');
  return [...free.filter(({ id }) => found.has(id)), ...free.filter(({ id }) => !found.has(id))].map((rule, index) => ({
    label: rule.id, kind: 'rule', description: found.has(rule.id) ? 'found in this record' : undefined, documentation: ruleText(rule),
    sortText: sortText(index), edit: { start: offset - typed.length, end: offset + rest.length, text: rule.id },
  }));
}
