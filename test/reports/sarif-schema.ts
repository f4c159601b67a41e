import fs from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** The validator of SARIF 2.1.0, from the schema that Microsoft publishes. */
export function sarifValidator(): ValidateFunction {
  const schema = JSON.parse(fs.readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8')) as Record<string, unknown>;
  // It is written in an older draft, of which it uses nothing that has changed since but its own name.
  return addFormats(new Ajv({ strict: false, unicodeRegExp: false })).compile({ ...schema, $schema: undefined, id: undefined });
}
