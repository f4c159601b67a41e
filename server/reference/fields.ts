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

/**
 * The fields of the mapping at a path of a record, in canonical order: `[]` for the record itself, `['quotes', 0]` for a quote.
 * List items are numbers; a grade's own mapping is `['judgements', NAME]`. Empty where no fixed fields belong.
 */
export function fieldsAt(path: readonly (string | number)[]): readonly Field[] {
  const node = schemaAt(path);
  if (!node?.properties) return [];
  let fields = known.get(node);
  if (!fields) {
    const required = new Set(node.required ?? []);
    fields = Object.entries(node.properties).map(([name, child]) => describe(name, child, required.has(name)));
    known.set(node, fields);
  }
  return fields;
}

/** The field that a path leads to, or undefined where it is not one of the format. */
export function fieldAt(path: readonly (string | number)[]): Field | undefined {
  const name = path.at(-1);
  return typeof name === 'string' ? fieldsAt(path.slice(0, -1)).find(field => field.name === name) : undefined;
}

/** The fields of a record of which at least one must be there. */
export const ONE_OF_THESE: readonly string[] = (root.anyOf ?? []).flatMap(({ required = [] }) => required);

/** What belongs at a path, be it a field, a list entry or a judgement; undefined where nothing is said of what stands there. */
export function valueAt(path: readonly (string | number)[]): Field | undefined {
  const node = schemaAt(path);
  if (!node) return undefined;
  let value = entries.get(node);
  if (!value) entries.set(node, (value = describe(String(path.at(-1) ?? ''), node, false)));
  return value;
}

const known = new WeakMap<SchemaNode, readonly Field[]>();
const entries = new WeakMap<SchemaNode, Field>();

function schemaAt(path: readonly (string | number)[]): SchemaNode | undefined {
  let node: SchemaNode | undefined = root;
  for (const step of path) {
    if (!node) return undefined;
    if (typeof step === 'number') node = node.items;
    else if (node.properties && Object.hasOwn(node.properties, step)) node = node.properties[step];
    else node = typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
    node = node && resolve(node);
  }
  return node;
}

/** A schema with what it refers to; its own texts win. */
function resolve(node: SchemaNode): SchemaNode {
  if (!node.$ref) return node;
  let merged = resolved.get(node);
  if (!merged) resolved.set(node, (merged = { ...definitions[node.$ref.replace('#/$defs/', '')], ...node, $ref: undefined }));
  return merged;
}

const resolved = new WeakMap<SchemaNode, SchemaNode>();

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
