import { shorten } from '../../text/quote';
import { frameworkInForce } from '../beginning';
import { rewrite } from '../scalar-text';
import type { InspectionRule } from '../rule';
import { didYouMean, listed, theFramework } from '../wording';
import { lacking, mayBeMisnamed } from './lacking';

export const unknownJudgement: InspectionRule = {
  id: 'unknown-judgement',
  severity: 'error',
  summary: 'The judgement is none that any framework has.',
  why: 'Every report of an edition prints the same judgements in the same words (321 ILACS and about 170 SIF reports, without exception), so anything else is a slip. The right names depend on the event and on the first day of fieldwork.',
  fix: 'some',
  *check(inspection, context) {
    const framework = frameworkInForce(inspection, context);
    if (!framework) return;
    const missing = mayBeMisnamed(framework, inspection.judgements) ? lacking(framework, inspection.judgements).map(({ name }) => name) : [];
    for (const { pair: { key }, match } of inspection.judgements) {
      if (match.kind !== 'unknown') continue;
      const guesses = match.guesses.map(({ name }) => name);
      const suggestions = guesses.length ? guesses : missing;
      yield {
        start: key.start, end: key.end, suggestions,
        message: `'${shorten(key.text, 100)}' is not a judgement of ${theFramework(framework)}.${guesses.length ? didYouMean(guesses.slice(0, 1)) : lack(missing)}`,
        fixes: suggestions.map(name => ({ title: `Change to '${name}'`, edits: [rewrite(inspection.record, key, name)] })),
      };
    }
  },
};

/** What nothing else calls missing while a line may be meant for it. */
function lack(names: readonly string[]): string {
  return names.length ? ` ${listed(names)} ${names.length > 1 ? 'are' : 'is'} not here yet.` : '';
}
