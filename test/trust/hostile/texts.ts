import fc from 'fast-check';
import { recordOf } from '../../support/every-field';
import { PAYLOADS } from '../../support/payloads';
import { soaking } from '../trial';

// Texts that try to be something else, and records and data that have them wherever a text may stand.

/** Names that mean something to JavaScript. */
export const NAMES: readonly string[] = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'valueOf', '__defineGetter__', 'then'];

/** A text made of pieces that try to be something else, with others between them. */
export const text: fc.Arbitrary<string> = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PAYLOADS, ...NAMES) }, fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('\n', '\r\n::error::x', '"', "'", '\\', '|', ' ')), { minLength: 1, maxLength: soaking ? 6 : 3 }).map(parts => parts.join(''));

/** A record with that text in every field, and as names of fields and judgements, in a comment, in a list and deep inside. */
export function recordsWith(words: string): string {
  const written = JSON.stringify(words);
  const comment = words.replace(/[\n\r\u0085\u2028\u2029]/g, ' ');
  return `# ${comment}\n${recordOf(words)}? ${written}\n: ${written}\nx_own: {${written}: [${written}, {${written}: {__proto__: {polluted: 1}}}]}\n---\nauthority: Kent\nevent: ${written}\nfieldwork: {start: 2023-03-15}\njudgements:\n  Overall effectiveness: ${written}\n  ? ${written}\n  : Good\n`;
}

/** Records that are read as what they are, with that text in every field that may hold any: of an inspection, a visit before it and one after. */
export function toldRecordsWith(words: string): string {
  const written = JSON.stringify(words);
  const known: Readonly<Record<string, string>> = { authority: 'Kent', event: 'ILACS standard inspection', '  start': '2022-05-09', '  end': '2022-05-20', published: '2022-07-18', '    kind': 'improvement notice', '    date': '2022-09-05', '    due': '2022-12-01', '    accessed': '2023-01-02' };
  const inspection = Object.entries(known).reduce((record, [field, value]) => record.replace(`${field}: ${written}\n`, () => `${field}: ${value}\n`), recordOf(words)).replace('judgements:\n', 'judgements:\n  Overall effectiveness: Good\n');
  const visit = (start: string, more: string) => `authority: Kent\nevent: focused visit\nfieldwork: {start: ${start}}\ntheme: ${written}\nlead_inspector: ${written}\n${more}`;
  return [inspection, visit('2021-03-15', `summary: ${written}\n`), visit('2023-06-12', `follows: ${written}\nid: ${written}\n`)].join('---\n');
}

/** Reference data of a workspace in which everything is called so. */
export function packWith(words: string): string {
  const [one, other] = [JSON.stringify(`${words} 1`), JSON.stringify(`${words} 2`)];
  return `grades:
  - {id: high, letter: H, tone: good, rank: 1}
grade_scales:
  - {id: one, name: ${one}, grades: [{grade: high, name: ${one}, meaning: ${one}}]}
events:
  - {id: look, name: ${one}, result: grades, description: ${one}, inspectorate: ${one}}
frameworks:
  - {id: look_2020, name: ${one}, short_name: ${one}, events: [look], in_force: {from: 2020-01-01}, grade_scale: one, judgements: [{id: clean, name: ${one}, level: key, required: true, covers: ${one}}, {id: tidy, name: ${other}, level: key, covers: ${one}}]}
authorities:
  - {name: ${one}, official_name: ${other}, region: ${one}, type: town}
`;
}

/** A record that is read by it. */
export function recordByPack(words: string): string {
  const [one, other] = [JSON.stringify(`${words} 1`), JSON.stringify(`${words} 2`)];
  return `authority: ${one}\nevent: ${one}\nfieldwork: {start: 2023-03-15}\njudgements:\n  ? ${one}\n  : ${one}\n  ? ${other}\n  : ${one}\n`;
}
