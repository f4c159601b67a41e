import { isEmpty, pairOf, type Node } from '../../records/node';
import type { Choice } from './item';
import { judgementsOfEdition } from './judgements';
import type { Situation } from './situation';

/** Fields of a record that hold what is to become better. */
const TO_MEND = ['needs_improvement', 'priority_actions'];

/** A longer text is a paragraph, of which an action takes up a part at most. */
const LONGEST = 120;

/** What an action may answer: what the record says is to become better, in its words, and its judgements. */
export function addressable(situation: Situation): Choice[] {
  const texts = TO_MEND.flatMap(name => textsOf(situation.inspection?.fields.get(name)?.value));
  const findings = [...new Set(texts)].map((label): Choice => ({ label, kind: 'value', description: 'finding of this record' }));
  return [...findings, ...judgementsOfEdition(situation)];
}

function textsOf(list: Node | undefined): string[] {
  const nodes = list?.kind === 'list' ? list.items.map(item => (item.kind === 'map' ? pairOf(item, 'text')?.value : item)) : [];
  return nodes.flatMap(node => (node?.kind === 'scalar' && !isEmpty(node) && node.text.length <= LONGEST && !/[\n\r]/.test(node.text) ? [node.text] : []));
}
