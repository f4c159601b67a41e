import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { rules } from '../../server/rules/registry';
import { readReferenceData, readSchema } from '../schemas/reference-files';

// The engine serves whatever inspectorate its data describes, so it knows none by name. Of the code under server/ — names of things,
// texts and patterns — nothing may hold a name or an id that stands in the reference data, or a word that only one inspectorate uses.
// Comments may, for examples help to understand; and so may `why` of a rule, where the evidence for it is given with its sources.

const data = readReferenceData();

/** What stands for an inspectorate, its frameworks and its events, whatever is around it. */
const WORDS = [/ofsted|ilacs|jtai|lscb/i, /(?<![a-z])([st]lac|sif|cpi)(?![a-z])/i, /\bSEND\b/];

/** Names that are also words of the language. */
const ORDINARY = new Set(['Good', 'Not judged', 'Reading']);

/** Names that are found anywhere in a text. */
const NAMES = [
  ...data.events.map(({ name }) => name), ...data.grade_scales.map(({ name }) => name), ...data.trusts.map(({ name }) => name),
  ...data.frameworks.flatMap(({ name, short_name, judgements }) => [name, short_name, ...judgements.map(judgement => judgement.name)]),
  ...data.grade_scales.flatMap(({ grades }) => grades.map(({ name }) => name)),
  ...data.authorities.map(({ name }) => name), ...data.themes.map(({ name }) => name), ...data.national_framework.map(({ name }) => name),
].filter(name => !ORDINARY.has(name));

/** Ids, and ordinary words, count only where they are a whole text. */
const WHOLE = new Set([
  ...ORDINARY, ...[data.events, data.frameworks, data.grades, data.grade_scales].flatMap(list => list.map(({ id }) => id)),
  ...data.frameworks.flatMap(({ judgements }) => judgements.map(({ id }) => id)),
]);

/** The words of the shape of reference data are the engine's own, though a grade may be called alike: families of colours, for one. */
const SHAPE = new Set(enumsOf(readSchema('reference-data.schema.json')));

const NAMED = new Set(NAMES.map(name => wordsOf(name).join(' ')));
const LONGEST = Math.max(...[...NAMED].map(name => name.split(' ').length));

/** What rules are called is settled by the list of them; in code, a rule has the name of its id. */
const RULES = new Set(rules.flatMap(({ id }) => [id, id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())]));

/** What is wrong with a text; undefined where nothing is. */
function complaintAboutText(text: string): string | undefined {
  if (SHAPE.has(text) || RULES.has(text)) return undefined;
  return WORDS.map(word => word.exec(text)?.[0]).find(found => found) ?? nameIn(text) ?? (WHOLE.has(text) ? text : undefined);
}

function nameIn(text: string): string | undefined {
  const words = wordsOf(text);
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 1; end <= Math.min(words.length, start + LONGEST); end++) {
      const name = words.slice(start, end).join(' ');
      if (NAMED.has(name)) return name;
    }
  }
  return undefined;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** The same for a name in code, by its words: `ofstedUrn`, `send_outcome`. */
function complaintAboutName(name: string): string | undefined {
  return RULES.has(name) || ORDINARY.has(name) ? undefined : complaintAboutText(name.replace(/([a-z])([A-Z])|_/g, '$1 $2').toLowerCase());
}

function enumsOf(node: unknown): string[] {
  if (node === null || typeof node !== 'object') return [];
  const own = 'enum' in node && Array.isArray(node.enum) ? node.enum.map(String) : [];
  return [...own, ...Object.values(node).flatMap(enumsOf)];
}

/** What is wrong in a tree of code; not looked at are comments, the evidence of rules, and which files are imported. */
function* complaintsAbout(node: ts.Node): Generator<{ at: number; found: string | undefined }> {
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'why') return;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
  if (ts.isIdentifier(node)) yield { at: node.getStart(), found: complaintAboutName(node.text) };
  else if (ts.isLiteralExpression(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) yield { at: node.getStart(), found: complaintAboutText(node.text) };
  const children: ts.Node[] = [];
  ts.forEachChild(node, child => void children.push(child));
  for (const child of children) yield* complaintsAbout(child);
}

function complaintsIn(name: string, code: string): string[] {
  const source = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true);
  return [...complaintsAbout(source)].flatMap(({ at, found }) => (found === undefined ? [] : [`${name}:${source.getLineAndCharacterOfPosition(at).line + 1} ${found}`]));
}

describe('the engine', () => {
  it('knows no inspectorate by name: no framework, event, judgement, grade, body or theme', () => {
    const files = fs.readdirSync('server', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).sort().map(name => path.join('server', name));
    assert.deepEqual(files.flatMap(file => complaintsIn(file, fs.readFileSync(file, 'utf8'))), []);
  });

  it('would be found out', () => {
    const found = (code: string) => complaintsIn('x.ts', code);
    assert.deepEqual(found("const a = 'Only ILACS has this.'; // Ofsted"), ['x.ts:1 ILACS']);
    assert.deepEqual(found('if (grade.id === "inadequate_") {}\nconst rule = { why: "Ofsted says so.", summary: `Not for ${x} Kirklees.` };'), ['x.ts:1 inadequate', 'x.ts:2 kirklees']);
    assert.deepEqual(found('/** Ofsted */ const theOfstedUrn = /an outstanding one/; const tone = "outstanding"; const g = "good one"'), ['x.ts:1 ofsted', 'x.ts:1 outstanding']);
    assert.deepEqual(found("rule.id === 'monitoring-without-inadequate'; isInadequate(); send('a SEND letter')"), ['x.ts:1 inadequate', 'x.ts:1 SEND']);
    assert.deepEqual(found("f(judgement.id === 'overall_effectiveness', 'care_leavers')"), ['x.ts:1 overall effectiveness', 'x.ts:1 care leavers']);
  });
});
