import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { npm } from '../../scripts/cache.mjs';
import { ensureNode } from '../../scripts/node.mjs';
import { buildProgram } from '../cli/run';
import { TemporaryFolder } from '../support/folder';

/** The oldest that the package says it runs on, and the last of each line after it. */
const NODES = ['20.19.0', '22.23.3', '24.21.0'];

/** What npm may find in the package, and by beginnings of paths, which end with a slash or hyphen; and how large it may be, in bytes. */
const WANTED = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'dist/cli.js', 'dist/cli-', 'dist/THIRD-PARTY-NOTICES.txt', 'dist/pdfjs.mjs', 'dist/read-source.mjs', 'dist/word.js', 'dist/library/', 'docs/', 'examples/', 'schemas/'];
const BUDGET = { library: 900_000, rest: 2_000_000 };

const WRONG = 'authority: Kirklees\nevent: ILACS focused visti\npublished: 2022-07-08\n';

/** What examples are called with whose output depends on the day. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = { 'summary-in-markdown.mjs': ['', '2026-11-21'] };

interface Packed { filename: string; files: { path: string; size: number; mode: number }[] }

// The package that npm makes, installed in an empty project without network.
describe('the npm package', () => {
  let project: TemporaryFolder;
  let packed: Packed;
  before(async () => {
    buildProgram();
    const { buildLibrary } = await import('../../scripts/library.mjs');
    await buildLibrary();
    project = new TemporaryFolder({ 'package.json': '{"private": true}', 'wrong.inspection.yaml': WRONG });
    [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', project.path])) as [Packed];
    npm(['install', '--offline', path.join(project.path, packed.filename)], project.path);
  });
  after(() => project?.remove());

  const installed = (...steps: string[]) => path.join(project.path, 'node_modules/inspection-records', ...steps);

  it('holds what is needed and nothing else', () => {
    assert.deepEqual(packed.files.map(file => file.path).filter(file => !WANTED.some(wanted => (/[/-]$/.test(wanted) ? file.startsWith(wanted) : file === wanted))), []);
    for (const file of ['dist/cli.js', 'dist/THIRD-PARTY-NOTICES.txt', 'dist/library/index.js', 'dist/library/index.d.ts', 'docs/rules/unknown-grade.md', 'examples/check-a-string.mjs', 'schemas/inspection-record.schema.json']) assert.ok(packed.files.some(each => each.path === file), file);
    assert.deepEqual(packed.files.map(file => file.path).filter(file => /\.(png|ts|yaml)$/.test(file) && !file.endsWith('.d.ts')), []);
  });

  it('is no larger than it has to be', () => {
    const bytes = (isCounted: (file: string) => boolean) => packed.files.filter(file => isCounted(file.path)).reduce((sum, { size }) => sum + size, 0);
    const isLibrary = (file: string) => file.startsWith('dist/library/');
    assert.ok(bytes(isLibrary) < BUDGET.library, `the library has ${bytes(isLibrary)} bytes`);
    const isRest = (file: string) => !isLibrary(file) && file !== 'dist/pdfjs.mjs';
    assert.ok(bytes(isRest) < BUDGET.rest, `the rest has ${bytes(isRest)} bytes`);
  });

  it('brings no other package along', () => {
    assert.deepEqual(fs.readdirSync(path.join(project.path, 'node_modules')).filter(name => !name.startsWith('.')), ['inspection-records']);
  });

  it('links to pages that are in it', () => {
    for (const file of packed.files.map(each => each.path).filter(each => each.startsWith('docs/') && each.endsWith('.md'))) {
      for (const [, link] of fs.readFileSync(installed(file), 'utf8').matchAll(/\]\(((?![a-z]+:|#)[^)#\s]+)/g)) {
        assert.ok(fs.existsSync(installed(path.dirname(file), link!)), `${file} links to ${link}`);
      }
    }
  });

  for (const version of NODES) {
    it(`runs on Node ${version}: the program, and the examples`, async function () {
      const node = await ensureNode(version).catch((error: Error) => {
        console.log(`    skipped: Node ${version} cannot be had (${error.message.split('\n')[0]})`);
        this.skip();
      });
      const run = (...args: string[]) => spawnSync(node, args, { cwd: project.path, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' } });
      assert.equal(run('--version').stdout.trim(), `v${version}`);
      const checked = run(installed('dist/cli.js'), 'check', '--format', 'json');
      assert.equal(checked.stderr, '');
      assert.deepEqual([checked.status, (JSON.parse(checked.stdout) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule)], [1, ['unknown-event']]);
      for (const name of fs.readdirSync('examples')) {
        fs.copyFileSync(installed('examples', name), path.join(project.path, name));
        const { stdout, stderr, status } = run(name, ...(ARGUMENTS[name] ?? []));
        assert.deepEqual([stderr, status], ['', 0]);
        const golden = path.join('test/packages/golden', `${name}.txt`);
        if (process.env.UPDATE_GOLDEN) fs.writeFileSync(golden, stdout);
        assert.equal(stdout, fs.readFileSync(golden, 'utf8'));
      }
    });
  }

  it('has with it what it loads only when that is asked for', () => {
    const run = (...args: string[]) => spawnSync(process.execPath, [installed('dist/cli.js'), ...args], { cwd: project.path, encoding: 'utf8' });
    const word = run('summary', '--format', 'docx', '--output', 'wrong.docx', 'wrong.inspection.yaml');
    assert.deepEqual([word.stderr, word.status], ['', 0]);
    assert.equal(fs.readFileSync(path.join(project.path, 'wrong.docx')).toString('latin1', 0, 2), 'PK');
    // A file that is no report is said to be none by what reads reports.
    project.write('no-report.pdf', '%PDF-1.7');
    assert.doesNotMatch(run('import', 'no-report.pdf').stderr, /has failed|Cannot find module/);
  });

  it('is called by its name once it is installed', () => {
    assert.equal(npm(['exec', '--offline', '--', 'inspection-records', '--version'], project.path), (JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string }).version);
  });
});
