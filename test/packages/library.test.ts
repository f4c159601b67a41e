import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import esbuild, { type Metafile } from 'esbuild';
import ts from 'typescript';
import * as library from '../../server/library/index';
import { TemporaryFolder } from '../support/folder';

const OUTPUT = 'dist/library';

// A project of somebody else, in which this one is installed as npm installs a folder.
describe('the library as programs see it', () => {
  let project: TemporaryFolder;
  let built: Metafile;
  before(async () => {
    const { buildLibrary } = await import('../../scripts/library.mjs');
    built = await buildLibrary();
    project = new TemporaryFolder({ 'package.json': '{"private": true}' });
    fs.mkdirSync(path.join(project.path, 'node_modules'));
    fs.symlinkSync(path.resolve('.'), path.join(project.path, 'node_modules/inspection-records'), 'junction');
  });
  after(() => project.remove());

  /** A program of theirs, bundled: its text, and the modules of ours that are part of it. */
  async function bundled(program: string): Promise<{ text: string; modules: string[] }> {
    const { outputFiles: [output], metafile } = await esbuild.build({
      stdin: { contents: program, resolveDir: project.path }, absWorkingDir: path.resolve('.'), bundle: true, format: 'esm', platform: 'neutral', write: false, metafile: true, logLevel: 'silent',
    });
    const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)).filter(file => file.startsWith(OUTPUT));
    return { text: output!.text, modules: files.flatMap(file => Object.keys(built.outputs[file]!.inputs)) };
  }

  it('leaves out of a bundle what is not used of it', async () => {
    const { text, modules } = await bundled(`import { judgementsInForce } from 'inspection-records'; console.log(judgementsInForce('ILACS standard inspection', '2024-07-08').length);`);
    const unrelated = modules.filter(file => !/^(server\/(library|reference|text)\/|generated:reference-data$)/.test(file));
    assert.deepEqual(unrelated, []);
    assert.ok(modules.includes('server/reference/frameworks.ts') && !modules.includes('server/reference/inspection.ts'));
    const whole = await bundled(`import * as all from 'inspection-records'; console.log(all);`);
    assert.ok(whole.modules.includes('server/rules/registry.ts') && whole.modules.some(file => /node_modules\/yaml\//.test(file)));
    assert.ok(text.length < whole.text.length / 4);
  });

  it('has no effect when it is loaded, and needs nothing but the language', async () => {
    assert.equal((await bundled(`import 'inspection-records';`)).text.trim(), '');
    const { text } = await bundled(`import * as all from 'inspection-records'; globalThis.done = Object.keys(all).length;`);
    project.write('bare.mjs', `import vm from 'node:vm'; import fs from 'node:fs';
const context = vm.createContext({});
const before = vm.runInContext('Reflect.ownKeys(globalThis)', context).length;
vm.runInContext('(() => {' + fs.readFileSync('bundle.js', 'utf8') + '})()', context);
console.log(vm.runInContext('Reflect.ownKeys(globalThis)', context).length - before, context.done);`);
    project.write('bundle.js', text);
    assert.equal(execFileSync(process.execPath, ['bare.mjs'], { cwd: project.path, encoding: 'utf8' }), `1 ${Object.keys(library).length}\n`);
  });

  it('has types that speak of each other and of nothing else', () => {
    const files = fs.readdirSync(OUTPUT).filter(name => name.endsWith('.d.ts'));
    for (const name of files) {
      for (const [, from] of fs.readFileSync(`${OUTPUT}/${name}`, 'utf8').matchAll(/(?:from|import\()\s*'([^']*)'/g)) {
        assert.ok(files.includes(path.posix.normalize(from!).replace(/\.js$/, '.d.ts')), `${name} imports ${from}`);
      }
    }
  });

  for (const [name, module, moduleResolution] of [['Node', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext], ['bundlers', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler]] as const) {
    it(`has types that programs for ${name} compile with, without those of Node`, () => {
      project.write('program.mts', `import { checkFiles, checkText, formatText, frameworksInForce, judgementsInForce, listAuthorities, listEvents, listRules, mendText, readKnowledge, readRecords, summariseAsHtml, summariseAsMarkdown, summariseAsText, writeNewRecord, type CheckOptions, type Finding, type Knowledge } from 'inspection-records';
const { knowledge } = readKnowledge([{ path: 'a', text: '' }]);
const options: CheckOptions = { today: '2026-11-21', levels: { 'unknown-grade': 'hint' }, knowledge };
export const found: Finding[] = [...checkText('', options), ...checkFiles([], options).flatMap(({ findings }) => findings)];
export const known: Knowledge = knowledge;
export const texts: string[] = [formatText(''), mendText('', options).text, summariseAsHtml('', options), summariseAsMarkdown('', options), summariseAsText('', options), writeNewRecord({ authority: '', event: '', start: '' }, options).text];
export const names: string[] = [...frameworksInForce('', ''), ...judgementsInForce('', '', knowledge), ...listAuthorities(), ...listEvents(knowledge)].map(({ name }) => name);
export const others: (string | undefined)[] = [...listRules().map(({ why }) => why), ...readRecords('').map(({ authority }) => authority?.name)];
// @ts-expect-error a day is needed
checkText('', {});
// @ts-expect-error it is made by readKnowledge
export const made: Knowledge = {};
`);
      const program = ts.createProgram([path.join(project.path, 'program.mts')], { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, module, moduleResolution, types: [], lib: ['lib.es2022.d.ts'], skipLibCheck: false });
      assert.deepEqual(ts.getPreEmitDiagnostics(program).map(({ messageText, file }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`), []);
    });
  }

  it('can be required, by programs that are no modules yet', () => {
    project.write('old.cjs', `console.log(require('inspection-records').judgementsInForce('ILACS standard inspection', '2024-07-08').length)`);
    assert.equal(execFileSync(process.execPath, ['--no-warnings', 'old.cjs'], { cwd: project.path, encoding: 'utf8' }), '5\n');
  });
});
