/** Modules that the build makes from `schemas/` (scripts/generated-modules.mjs). */
declare module 'generated:reference-data' {
  const data: import('./reference/data').ReferenceData;
  export default data;
}

declare module 'generated:validate-record' {
  /** The part of ajv's error object that is read. */
  interface SchemaError {
    keyword: string;
    /** JSON pointer to the value at fault. */
    instancePath: string;
    params: Record<string, unknown>;
    parentSchema?: unknown;
  }
  const validate: { (value: unknown): boolean; errors?: SchemaError[] | null };
  export default validate;
}

declare module '*.css' {
  const text: string;
  export default text;
}
