import schema from '../../schemas/inspection-record.schema.json';

/** One field of the record format, as its JSON Schema describes it: the one source of names, order, texts and allowed values. */
export interface Field {
  name: string;
  title: string;
  description: string;
  examples: unknown[];
  required: boolean;
  /** JSON types that it takes, without null: an empty value is its own rule. */
  types: string[];
  /** The only values that it takes, where they are fixed. */
  values: string[];
  /** `date`, `url`, `slug` where the schema gives the text a form. */
  form?: 'date' | 'url' | 'slug';
}

interface SchemaNode {
  $ref?: string;
  title?: string;
  description?: string;
  examples?: unknown[];
  type?: string | string[];
  enum?: unknown[];
  pattern?: string;
  required?: string[];
  properties?: Record<string, SchemaNode>;
  additionalProperties?: boolean | SchemaNode;
  items?: SchemaNode;
  minimum?: number;
  anyOf?: SchemaNode[];
}

const definitions = schema.$defs as Record<string, SchemaNode>;
const root = schema as unknown as SchemaNode;

/** A field of a mapping, and what the format says of the value that stands there. */
interface Child {
  field: Field;
  shape: Shape;
}

/** A place of the format: what is said of the value that stands there, and of those inside it. Each is made once. */
export class Shape {
  private entry?: Shape;
  private byName?: ReadonlyMap<string, Child>;
  private list?: readonly Field[];
  private needed?: readonly Field[];
  private described?: Field;

  constructor(private readonly node: SchemaNode) {}

  /** The fields of a mapping that stands there, in canonical order; empty where no fixed fields belong. */
  get fields(): readonly Field[] {
    return (this.list ??= [...this.children.values()].map(({ field }) => field));
  }

  /** Those of them that a mapping must have. */
  get required(): readonly Field[] {
    return (this.needed ??= this.fields.filter(({ required }) => required));
  }

  /** The field of a name; none where that is not fixed. */
  child(name: string): Child | undefined {
    return this.children.get(name);
  }

  /** The value that stands there as a field, named by the step that leads to it. */
  value(step: string | number | undefined): Field {
    return (this.described ??= describe(String(step ?? ''), this.node, false));
  }

  /** What a step leads to: the name of a field or judgement, or the number of a list entry. Undefined where nothing is said of what stands there. */
  at(step: string | number): Shape | undefined {
    const { items, additionalProperties } = this.node;
    if (typeof step === 'number') return items && (this.entry ??= new Shape(resolve(items)));
    return this.children.get(step)?.shape ?? (typeof additionalProperties === 'object' ? (this.entry ??= new Shape(resolve(additionalProperties))) : undefined);
  }

  private get children(): ReadonlyMap<string, Child> {
    return (this.byName ??= childrenOf(this.node));
  }
}

/** The record itself. */
export const RECORD = new Shape(root);

/**
 * The fields of the mapping at a path of a record, in canonical order: `[]` for the record itself, `['quotes', 0]` for a quote.
 * List items are numbers; a grade's own mapping is `['judgements', NAME]`. Empty where no fixed fields belong.
 */
export function fieldsAt(path: readonly (string | number)[]): readonly Field[] {
  return shapeAt(path)?.fields ?? [];
}

/** The field that a path leads to, or undefined where it is not one of the format. */
export function fieldAt(path: readonly (string | number)[]): Field | undefined {
  const name = path.at(-1);
  return typeof name === 'string' ? shapeAt(path.slice(0, -1))?.child(name)?.field : undefined;
}

/** The fields of a record of which at least one must be there. */
export const ONE_OF_THESE: readonly string[] = (root.anyOf ?? []).flatMap(({ required = [] }) => required);

/** What belongs at a path, be it a field, a list entry or a judgement; undefined where nothing is said of what stands there. */
export function valueAt(path: readonly (string | number)[]): Field | undefined {
  return shapeAt(path)?.value(path.at(-1));
}

function shapeAt(path: readonly (string | number)[]): Shape | undefined {
  let shape: Shape | undefined = RECORD;
  for (const step of path) shape = shape?.at(step);
  return shape;
}

function childrenOf({ properties = {}, required = [] }: SchemaNode): Map<string, Child> {
  return new Map(Object.entries(properties).map(([name, child]) => [name, { field: describe(name, child, required.includes(name)), shape: new Shape(resolve(child)) }]));
}

/** A schema with what it refers to; its own texts win. */
function resolve(node: SchemaNode): SchemaNode {
  return node.$ref ? { ...definitions[node.$ref.replace('#/$defs/', '')], ...node, $ref: undefined } : node;
}

function describe(name: string, child: SchemaNode, required: boolean): Field {
  const node = resolve(child);
  const form = child.$ref === '#/$defs/date' ? 'date' : node.pattern?.startsWith('^https?') ? 'url' : node.pattern?.startsWith('^[a-z0-9') ? 'slug' : undefined;
  return {
    name, required, form,
    title: node.title ?? name,
    description: node.description ?? '',
    examples: node.examples ?? [],
    types: [node.type ?? []].flat().filter(type => type !== 'null'),
    values: (node.enum ?? []).filter(value => typeof value === 'string'),
  };
}
