import { createReference, type Reference } from '../reference/reference';
import type { Knowledge } from './knowledge';

/** Look-ups in what is known; made once. @internal */
export function referenceOf(knowledge: Knowledge): Reference {
  let reference = references.get(knowledge);
  if (!reference) references.set(knowledge, (reference = createReference(knowledge.data)));
  return reference;
}

const references = new WeakMap<Knowledge, Reference>();
