import { isEmpty, toValue, type ListNode, type MapNode, type Node, type ScalarNode } from '../../records/node';
import { resolveShape, type Shape } from '../../reference/data-shape';
import { alternatives, didYouMean } from '../../text/did-you-mean';
import { quote } from '../../text/quote';
import type { Span } from '../../text/span';
import { nearest } from '../../text/spelling';

/** Words that are wrong where they stand, and why. */
export interface Misfit extends Span {
  message: string;
}

/**
 * Where a value is not as the schema of reference data wants it. The schema is read as it is, and not through its compiled validator:
 * that would be a sixth of the server's size, and could not tell the words at fault.
 * @param holder the key, or else the value itself, that something missing is told at
 */
export function* misfits(node: Node, given: Shape, holder: Span = headOf(node)): Generator<Misfit> {
  const shape = resolveShape(given);
  if (isEmpty(node)) yield { ...spanOf(holder), message: `Something is missing here${about(shape)}.` };
  else if (shape.type === 'object') yield* node.kind === 'map' ? fieldMisfits(node, shape, holder) : [{ ...spanOf(node), message: `Fields belong here, each with a colon and its value: ${alternatives(Object.keys(shape.properties ?? {}))}.` }];
  else if (shape.type === 'array') yield* node.kind === 'list' ? itemMisfits(node, shape) : [{ ...spanOf(node), message: "A list belongs here: each entry on a line of its own, after '- '." }];
  else if (node.kind !== 'scalar') yield { ...spanOf(holder), message: `A single value belongs here${about(shape)}.` };
  else {
    const message = valueMisfit(node, shape);
    if (message !== undefined) yield { ...spanOf(node), message };
  }
}

function* fieldMisfits({ pairs }: MapNode, { properties = {}, required = [] }: Shape, holder: Span): Generator<Misfit> {
  const seen = new Set<string>();
  for (const { key, value } of pairs) {
    const shape = Object.hasOwn(properties, key.text) ? properties[key.text] : undefined;
    if (!shape) {
      yield { ...spanOf(key), message: unknownField(key.text, Object.keys(properties)) };
      // What is misspelt is not missing too.
      const [meant] = nearest(key.text, Object.keys(properties), name => name, 1);
      if (meant !== undefined) seen.add(meant);
    } else if (seen.has(key.text)) yield { ...spanOf(key), message: `${quote(key.text)} stands here twice.` };
    else yield* misfits(value, shape, key);
    seen.add(key.text);
  }
  for (const name of required) if (!seen.has(name)) yield { ...spanOf(holder), message: `'${name}' is missing here${about(resolveShape(properties[name]!))}.` };
}

/** What is said of a key that is no field. */
export function unknownField(written: string, names: readonly string[]): string {
  return `There is no field ${quote(written)} here.${didYouMean(written, names) || ` There is ${alternatives(names)}.`}`;
}

function* itemMisfits({ items }: ListNode, { items: shape = {}, uniqueItems }: Shape): Generator<Misfit> {
  const seen = new Set<string>();
  for (const item of items) {
    yield* misfits(item, shape);
    const written = uniqueItems ? JSON.stringify(toValue(item)) : '';
    if (seen.has(written)) yield { ...headOf(item), message: 'This stands in the list already.' };
    if (uniqueItems) seen.add(written);
  }
}

function valueMisfit(node: ScalarNode, shape: Shape): string | undefined {
  const { value, text } = node;
  switch (shape.type) {
    case 'integer': return Number.isInteger(value) ? sizeMisfit(value as number, shape) : `A whole number belongs here, not ${quote(text)}.`;
    case 'boolean': return typeof value === 'boolean' ? undefined : `'true' or 'false' belongs here, not ${quote(text)}.`;
  }
  if (shape.enum) return shape.enum.some(each => each === value) ? undefined : `This can be ${alternatives(shape.enum)}, not ${quote(text)}.${didYouMean(text, shape.enum)}`;
  if (typeof value !== 'string') return `A text belongs here. YAML takes ${quote(text)} for something else unless it is in quotes.`;
  if (shape.pattern !== undefined && !new RegExp(shape.pattern, 'u').test(value)) return `${quote(text)} is not of the form that is needed here, as in '${String(shape.examples?.[0])}'.`;
  return undefined;
}

function sizeMisfit(value: number, { minimum = -Infinity, maximum = Infinity }: Shape): string | undefined {
  if (value < minimum) return `A number from ${minimum} on belongs here.`;
  return value > maximum ? `A number up to ${maximum} belongs here.` : undefined;
}

/** ": the name of the grade in these files", for the end of a sentence. */
function about({ description }: Shape): string {
  return description === undefined ? '' : `: ${description.charAt(0).toLowerCase()}${description.slice(1).replace(/\.$/, '')}`;
}

/** The words by which a value is known: the first key of a mapping, else all of it. */
export function headOf(node: Node): Span {
  return spanOf(node.kind === 'map' && node.pairs.length ? node.pairs[0]!.key : node);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
