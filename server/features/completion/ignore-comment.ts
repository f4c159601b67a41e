import type { Checker } from '../../findings/checker';
import { commentsOf, type Comment } from '../../records/comments';
import type { Slice } from '../../records/slice';
import { rules } from '../../rules/registry';
import { ruleText } from '../configuration/texts';
import { sortText, type CompletionItem } from './item';

/** What such a comment begins with, in front of the names of rules. */
const BEGINNING = ['inspection-records:', 'ignore'] as const;

/** A comment up to the word of its beginning that is being written, if it is one of these. */
const BEGUN = /^#[ \t]*(?:(inspection-records:)[ \t]*)?([\w-]*)$/;

/** A comment up to the rule that is being named in it, with the rules that it names already. */
const NAMING = /^#\s*inspection-records:\s*ignore[ \t]+((?:[\w-]+[ \t,]+)*)([\w-]*)$/;

const MEANING = 'Silences the rules that are named behind it: on this line; in the line below, where nothing else stands on this one; or in the whole record, where it stands at its head.';

/**
 * What may be written at an offset of a comment that silences rules: the words that it begins with, and the rules that it may name, those
 * that have found something in the record first. Nothing in any other comment.
 */
export function inComment(slice: Slice, offset: number, checker: Checker, isAsked: boolean): CompletionItem[] {
  const comment = commentsOf(slice.text, slice.record.root).find(({ start, end }) => start < offset && offset <= end);
  return comment ? [...beginning(slice.text, comment, offset, isAsked), ...ignorable(slice, comment, offset, checker)] : [];
}

/** The beginning, where nothing stands behind it that would then name a rule. In a comment that may be any other, it waits to be asked for. */
function beginning(text: string, comment: Comment, offset: number, isAsked: boolean): CompletionItem[] {
  const [, mark, typed] = BEGUN.exec(text.slice(comment.start, offset)) ?? [];
  const rest = /^[\w-]*:?[ \t]*$/.exec(text.slice(offset, comment.end))?.[0];
  const label = (mark === undefined ? BEGINNING : BEGINNING.slice(1)).join(' ');
  if (typed === undefined || rest === undefined || !(mark ?? isAsked) || !label.startsWith(typed + rest.trimEnd())) return [];
  const start = offset - typed.length;
  const before = /[#:]/.test(text[start - 1]!) ? ' ' : '';
  return [{ label, kind: 'rule', chain: true, documentation: MEANING, sortText: sortText(0), edit: { start, end: offset + rest.length, text: `${before}${label} ` } }];
}

function ignorable(slice: Slice, comment: Comment, offset: number, checker: Checker): CompletionItem[] {
  const { text } = slice;
  const naming = NAMING.exec(text.slice(comment.start, offset));
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
