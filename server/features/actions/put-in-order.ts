import { orderFields } from '../format/order';
import { comesTo } from './intended';
import { meets, rewrite, type Refactoring } from './refactoring';

/** Puts the fields in the order of the format and the judgements in printed order: at any key of the two. */
export const putInOrder: Refactoring = selected => {
  const { inspection: { root, fields, record, reference } } = selected;
  const judgements = fields.get('judgements')?.value;
  const keys = [...root.pairs, ...(judgements?.kind === 'map' ? judgements.pairs : [])].map(({ key }) => key);
  if (!keys.some(key => meets(selected, key))) return [];
  const edits = orderFields(record, reference);
  return edits.length && comesTo(record, edits) ? [rewrite('Put fields and judgements in their usual order', edits)] : [];
};
