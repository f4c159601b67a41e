import { shorten } from '../../text/quote';
import { frameworkInForce } from '../beginning';
import { rewrite } from '../scalar-text';
import type { InspectionRule } from '../rule';
import { didYouMean, theFramework } from '../wording';

export const unknownJudgement: InspectionRule = {
  id: 'unknown-judgement',
  severity: 'error',
  summary: 'The judgement is none that any framework has.',
  why: 'Every report of an edition prints the same judgements in the same words (321 ILACS and about 170 SIF reports, without exception), so anything else is a slip. The right names depend on the event and on the first day of fieldwork.',
  fix: 'some',
  *check(inspection, context) {
    const framework = frameworkInForce(inspection, context);
    if (!framework) return;
    for (const { pair: { key }, match } of inspection.judgements) {
      if (match.kind !== 'unknown') continue;
      const suggestions = match.guesses.map(({ name }) => name);
      yield {
        start: key.start, end: key.end, suggestions,
        message: `'${shorten(key.text, 100)}' is not a judgement of ${theFramework(framework)}.${didYouMean(suggestions.slice(0, 1))}`,
        fixes: suggestions.map(name => ({ title: `Change to '${name}'`, edits: [rewrite(inspection.record, key, name)] })),
      };
    }
  },
};
