import type { Node, ScalarNode } from '../records/node';

/** What the schema asks of a value by itself, whatever is inside it. */
export interface Demands {
  type?: string | string[];
  enum?: unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
}

/** The schema's word for what it minds about a value. */
export type Demand = keyof Demands;

/** Says what the schema minds about a value. */
export type Refuse = (node: Node) => Demand | undefined;

/**
 * Makes of demands what tells which of them a value does not meet: of several the gravest, as a text outside a fixed list is of the wrong form,
 * too. The schema is read as it is: its compiled validator, which the tests hold this to, needs the record as plain values, and takes many
 * times as long to say that all is well.
 */
export function refusing(demands: Demands): Refuse {
  const types = [demands.type ?? []].flat();
  const pattern = demands.pattern === undefined ? undefined : new RegExp(demands.pattern, 'u');
  const { minimum = -Infinity, maximum = Infinity, minItems = 0, enum: values } = demands;
  return node => {
    if (node.kind === 'scalar' && values && !values.includes(node.value)) return 'enum';
    if (types.length && !types.includes(typeOf(node)) && !(types.includes('number') && typeOf(node) === 'integer')) return 'type';
    if (node.kind === 'list') return node.items.length < minItems ? 'minItems' : undefined;
    if (node.kind === 'map') return undefined;
    const { value } = node;
    if (typeof value === 'string') return pattern && !pattern.test(value) ? 'pattern' : undefined;
    if (typeof value !== 'number') return undefined;
    return value < minimum ? 'minimum' : value > maximum ? 'maximum' : undefined;
  };
}

function typeOf(node: Node): string {
  return node.kind === 'map' ? 'object' : node.kind === 'list' ? 'array' : typeOfValue(node);
}

function typeOfValue({ value }: ScalarNode): string {
  if (value === null) return 'null';
  return typeof value === 'number' ? (Number.isInteger(value) ? 'integer' : 'number') : typeof value;
}
