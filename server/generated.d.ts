/** Modules that the build makes from `schemas/` and `docs/` (scripts/generated-modules.mjs). */
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

declare module 'generated:rule-pages' {
  /** In Markdown, by the id of the rule. */
  const pages: Readonly<Record<string, string>>;
  export default pages;
}

declare module 'generated:page-script' {
  const script: import('./summary/page').Script;
  export default script;
}

declare module 'generated:page-style' {
  const style: import('./summary/page').Style;
  export default style;
}

declare module 'generated:pages-style' {
  const style: import('./summary/page').Style;
  export default style;
}

declare module '*.css' {
  const text: string;
  export default text;
}
