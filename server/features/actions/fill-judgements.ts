import { missingJudgement } from '../../rules/judgements/missing-judgement';
import { count } from '../../text/words';
import { pairSpan } from '../place';
import { missingLines } from './judgement-lines';
import { fillIn, meets, type Refactoring } from './refactoring';

/**
 * Adds the judgements that the framework in force prints and the record lacks, without grades: at the event, or among its judgements.
 * Where their absence is told, that mends it; it is no fix of the rule's own, because the grades are still to be given.
 */
export const fillJudgements: Refactoring = selected => {
  const { inspection, context, findings } = selected;
  const places = ['event', 'judgements'].map(name => inspection.fields.get(name)).filter(pair => pair !== undefined);
  if (!places.some(pair => meets(selected, pairSpan(pair)))) return [];
  const lines = missingLines(inspection, context);
  if (!lines) return [];
  const { missing, edits } = lines;
  const title = missing.length > 1 ? `Insert the ${count(missing.length, 'missing judgement')}` : `Insert the missing judgement '${missing[0]!.name}'`;
  const action = fillIn(title, edits);
  const finding = findings.find(found => found.rule === missingJudgement.id && meets(selected, found));
  return [finding ? { ...action, kind: 'quickfix', finding, preferred: true } : action];
};
