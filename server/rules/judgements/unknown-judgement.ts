import { shorten } from '../../text/quote';
import { frameworkInForce } from '../beginning';
import { rewrite } from '../scalar-text';
import { NOTHING, ofEach, type InspectionRule } from '../rule';
import { didYouMean, listed, theFramework } from '../wording';
import { lacking, mayBeMisnamed } from './lacking';

export const unknownJudgement: InspectionRule = {
  id: 'unknown-judgement',
  severity: 'error',
  summary: 'The judgement is none that any framework has.',
  why: 'Every report of an edition prints the same judgements in the same words (321 ILACS and about 170 SIF reports, without exception), so anything else is a slip. The right names depend on the event and on the first day of fieldwork.',
  fix: 'some',
  check(inspection, context) {
    const { judgements, record } = inspection;
    const unknown = judgements.filter(({ match }) => match.kind === 'unknown');
    const framework = unknown.length ? frameworkInForce(inspection, context) : undefined;
    if (!framework) return NOTHING;
    const missing = mayBeMisnamed(framework, judgements) ? lacking(framework, judgements).map(({ name }) => name) : [];
    return ofEach(unknown, ({ pair: { key }, match }) => {
      const guesses = match.kind === 'unknown' ? match.guesses.map(({ name }) => name) : [];
      const suggestions = guesses.length ? guesses : missing;
      return [{
        start: key.start, end: key.end, suggestions,
        message: `'${shorten(key.text, 100)}' is not a judgement of ${theFramework(framework)}.${guesses.length ? didYouMean(guesses.slice(0, 1)) : lack(missing)}`,
        fixes: suggestions.map(name => ({ title: `Change to '${name}'`, edits: [rewrite(record, key, name)] })),
      }];
    });
  },
};

/** What nothing else calls missing while a line may be meant for it. */
function lack(names: readonly string[]): string {
  return names.length ? ` ${listed(names)} ${names.length > 1 ? 'are' : 'is'} not here yet.` : '';
}
