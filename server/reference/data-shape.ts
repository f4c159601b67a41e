import schema from '../../schemas/reference-data.schema.json';

/** The part of JSON Schema that the schema of reference data makes use of; a test holds it to that. */
export interface Shape {
  $ref?: string;
  type?: string;
  description?: string;
  examples?: readonly unknown[];
  properties?: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  items?: Shape;
  enum?: readonly string[];
  pattern?: string;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  maximum?: number;
  uniqueItems?: boolean;
}

const definitions = schema.$defs as unknown as Record<string, Shape>;

/** What a file of reference data may hold: lists by their names. */
export const dataShape = schema as unknown as Shape;

/** The shape itself, where another one stands for it. */
export function resolveShape(shape: Shape): Shape {
  return shape.$ref === undefined ? shape : { ...definitions[shape.$ref.slice('#/$defs/'.length)], ...shape };
}
