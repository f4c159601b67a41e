import { nearest } from '../../text/spelling';
import { replacement, type Fix, type IgnoreComment, type IgnoreRule, type Report } from '../rule';
import { didYouMean } from '../wording';

export const unusedIgnore: IgnoreRule = {
  id: 'unused-ignore',
  severity: 'hint',
  summary: 'A comment that silences rules silences nothing, or names no rule.',
  why: 'A comment that was needed once stays behind when the mistake is mended, and would hide the next one. A misspelt rule in it hides nothing at all.',
  fix: 'all',
  *checkIgnores(ignores, text, ruleIds) {
    for (const ignore of ignores) {
      const idle = ignore.rules.filter(({ used }) => !used);
      if (!ignore.rules.length) yield { start: ignore.start, end: ignore.end, message: 'This comment names no rule, so it silences nothing.', unnecessary: true, fixes: [removeComment(ignore, text)] };
      else if (idle.length === ignore.rules.length && idle.every(({ id }) => ruleIds.includes(id))) yield { start: ignore.start, end: ignore.end, message: 'This comment silences nothing: there is nothing to silence here.', unnecessary: true, fixes: [removeComment(ignore, text)] };
      else for (const rule of idle) yield idleRule(rule, ignore, text, ruleIds);
    }
  },
};

function idleRule(rule: IgnoreComment['rules'][number], ignore: IgnoreComment, text: string, ruleIds: readonly string[]): Report {
  const { id, start, end } = rule;
  const removal = ignore.rules.length === 1 ? removeComment(ignore, text) : removeName(rule, ignore);
  if (ruleIds.includes(id)) return { start, end, message: `'${id}' silences nothing here.`, unnecessary: true, fixes: [removal] };
  const suggestions = nearest(id, ruleIds, name => name, 2);
  // What was meant to be silenced may still be there: only people can say.
  const fixes = suggestions.length ? [...suggestions.map(name => replacement(rule, name)), { ...removal, all: undefined }] : [removal];
  return { start, end, message: `There is no rule '${id}', so nothing is silenced.${didYouMean(suggestions)}`, suggestions, fixes };
}

/** Removes a comment; with its whole line where it stands alone. */
function removeComment(ignore: IgnoreComment, text: string): Fix {
  let start = ignore.start;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  if (!ignore.alone) return { title: 'Remove this comment', all: true, edits: [{ start, end: ignore.end, text: '' }] };
  const after = /^(?:\r\n|[\n\r])/.exec(text.slice(ignore.end))?.[0].length ?? 0;
  return { title: 'Remove this comment', all: true, edits: [{ start, end: ignore.end + after, text: '' }] };
}

function removeName(rule: { start: number; end: number }, ignore: IgnoreComment): Fix {
  const at = ignore.rules.findIndex(({ start }) => start === rule.start);
  const next = ignore.rules[at + 1];
  const before = ignore.rules[at - 1];
  const span = next ? { start: rule.start, end: next.start } : { start: before?.end ?? rule.start, end: rule.end };
  return { title: 'Remove this name', all: true, edits: [{ ...span, text: '' }] };
}
