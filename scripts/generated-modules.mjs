// An esbuild plugin for what is made from schemas/ and docs/ at build time, so that nothing is compiled, parsed or looked for when a program starts:
//   generated:reference-data   every YAML file of reference data, joined list by list, as one object
//   generated:validate-record  ajv's validator of the record schema as plain code: no eval, works in a web worker
//   generated:rule-pages       the pages of docs/rules as one object, by the id of the rule
//   generated:page-script      the script of pages that are files of their own, bundled, with its hash: a page lets in no other
//   generated:page-style       the style sheet of pages about records, likewise
//   generated:pages-style      that of pages about many records, likewise
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import esbuild from 'esbuild';
import { parse } from 'yaml';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const schemas = path.join(root, 'schemas');
const rulePages = path.join(root, 'docs', 'rules');
const pageStyle = path.join(root, 'server', 'summary', 'preview.css');
const pagesStyle = path.join(root, 'server', 'summary', 'pages.css');
const pageScript = path.join(root, 'client', 'webview', 'page-alone.ts');

/** The files of reference data, in a fixed order. */
export function referenceFiles() {
  return fs.readdirSync(schemas, { recursive: true }).map(String).filter(name => name.endsWith('.yaml')).sort().map(name => path.join(schemas, name));
}

function joinReferenceData() {
  const data = { grades: [], grade_scales: [], events: [], frameworks: [], authorities: [], authority_titles: [], trusts: [], themes: [], links: [], national_framework: [], bank_holidays: [], next_steps: [], known_errors: [] };
  for (const file of referenceFiles()) {
    for (const [list, entries] of Object.entries(parse(fs.readFileSync(file, 'utf8')))) {
      if (!(list in data)) throw new Error(`${file}: '${list}' is not a list of reference data`);
      data[list].push(...entries);
    }
  }
  return data;
}

/** What a schema says to people, and keywords below which names stand that are not keywords. */
const FOR_PEOPLE = ['title', 'description', 'examples'];
const NAMED = ['properties', 'patternProperties', '$defs'];

/** A schema without words for people: ajv puts into its code whatever it is given. */
function withoutWords(schema) {
  if (Array.isArray(schema)) return schema.map(withoutWords);
  if (schema === null || typeof schema !== 'object') return schema;
  const kept = Object.entries(schema).filter(([keyword]) => !FOR_PEOPLE.includes(keyword));
  return Object.fromEntries(kept.map(([keyword, value]) => [keyword, NAMED.includes(keyword)
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutWords(each)])) : withoutWords(value)]));
}

function compileRecordSchema() {
  const schema = withoutWords(JSON.parse(fs.readFileSync(path.join(schemas, 'inspection-record.schema.json'), 'utf8')));
  const ajv = new Ajv.default({ strict: true, allErrors: true, allowUnionTypes: true, messages: false, inlineRefs: false, code: { source: true, esm: true, optimize: 2 } });
  return standaloneCode.default(ajv, ajv.compile(schema));
}

function readRulePages() {
  return Object.fromEntries(fs.readdirSync(rulePages).sort().map(name => [path.basename(name, '.md'), fs.readFileSync(path.join(rulePages, name), 'utf8')]));
}

/** The script of pages that are files of their own. */
async function bundlePageScript() {
  const { outputFiles: [bundle] } = await esbuild.build({ entryPoints: [pageScript], bundle: true, write: false, minify: true, platform: 'browser', target: 'es2022', format: 'iife', legalComments: 'none' });
  return { js: bundle.text, sha256: sha256(bundle.text) };
}

function readStyle(file) {
  return esbuild.transformSync(fs.readFileSync(file, 'utf8'), { loader: 'css', minify: true }).code;
}

function stylePage() {
  const css = readStyle(pageStyle);
  return { css, sha256: sha256(css) };
}

/** Pages about many records stand on the style sheet of the page about one, which programs hold once. */
function stylePages() {
  const more = readStyle(pagesStyle);
  const { css } = stylePage();
  return `import page from 'generated:page-style';
export default { css: page.css + ${JSON.stringify(more)}, sha256: ${JSON.stringify(sha256(css + more))} };`;
}

function sha256(text) {
  return createHash('sha256').update(text).digest('base64');
}

const make = {
  // As a text: a program that starts reads JSON sooner than code.
  'reference-data': () => ({ contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(joinReferenceData()))});`, loader: 'js', watchFiles: referenceFiles() }),
  'validate-record': () => ({ contents: compileRecordSchema(), loader: 'js', resolveDir: schemas, watchFiles: [path.join(schemas, 'inspection-record.schema.json')] }),
  'page-script': async () => ({ contents: JSON.stringify(await bundlePageScript()), loader: 'json', watchDirs: [path.dirname(pageScript)] }),
  'page-style': () => ({ contents: JSON.stringify(stylePage()), loader: 'json', watchFiles: [pageStyle] }),
  'pages-style': () => ({ contents: stylePages(), loader: 'js', watchFiles: [pageStyle, pagesStyle] }),
  'rule-pages': () => ({ contents: JSON.stringify(readRulePages()), loader: 'json', watchDirs: [rulePages] }),
};

export const generatedModules = {
  name: 'generated-modules',
  setup(build) {
    build.onResolve({ filter: /^generated:/ }, ({ path }) => ({ path: path.slice('generated:'.length), namespace: 'generated' }));
    build.onLoad({ filter: /.*/, namespace: 'generated' }, ({ path }) => make[path]());
  },
};
