import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { oneRecord } from '../../scripts/many-records.mjs';
import { buildProgram, removeFolders } from '../cli/run';
import { copyOfProject, examples, Repository, type Outcome } from './repository';

// Each hook is run on staged files in a git repository, as pre-commit would run it with the program installed.

interface Hook {
  id: string;
  entry: string;
  language: string;
  files: string;
  pass_filenames?: boolean;
  require_serial?: boolean;
}

const hooks = parse(fs.readFileSync('.pre-commit-hooks.yaml', 'utf8')) as Hook[];

const RIGHT = oneRecord(1);
const WRONG = oneRecord(0).replace('Overall effectiveness: Good', 'Overall effectiveness: Godo');
const PATH = 'a folder/kent.inspection.yaml';

/** Runs a hook on what is staged; undefined where it has nothing to do. A hook that changes a file has failed. */
function runHook(id: string, repository: Repository, args: readonly string[] = []): Outcome | undefined {
  const { entry, files, pass_filenames = true } = hooks.find(hook => hook.id === id)!;
  const staged = repository.git('diff', '--cached', '--name-only', '--diff-filter=d', '-z').split('\0').filter(name => new RegExp(files).test(name));
  if (staged.length === 0) return undefined;
  const before = repository.git('diff');
  const [command, ...words] = entry.split(' ');
  const result = repository.run(command!, [...words, ...args, ...pass_filenames ? staged : []]);
  return { ...result, status: result.status === 0 && repository.git('diff') !== before ? 1 : result.status };
}

describe('the hooks for pre-commit', () => {
  let repository: Repository;
  before(function () {
    if (process.platform === 'win32') this.skip();
    buildProgram();
  });
  beforeEach(() => { repository = new Repository({ 'old.inspection.yaml': RIGHT, 'README.md': '' }); });
  after(removeFolders);

  const stage = (name: string, text: string) => {
    repository.write(name, text);
    repository.git('add', name);
  };

  it('have nothing to do where no record is staged', () => {
    stage('README.md', 'new');
    for (const { id } of hooks) assert.equal(runHook(id, repository), undefined);
  });

  it('refuse a wrong record, and let a right one pass', () => {
    stage(PATH, WRONG);
    const { status, stdout } = runHook('inspection-records', repository)!;
    assert.equal(status, 1);
    assert.match(stdout, /^a folder\/kent\.inspection\.yaml:\d+:26 error unknown-grade/);
    stage(PATH, oneRecord(2));
    assert.equal(runHook('inspection-records', repository)!.status, 0);
  });

  it('know the records that are not staged', () => {
    const [, id] = /^id: (.*)$/m.exec(RIGHT)!;
    stage(PATH, `${oneRecord(2)}follows: ${id}\n`);
    stage('twin.inspection.yaml', oneRecord(3));
    assert.equal(runHook('inspection-records', repository)!.status, 0);
    stage(PATH, RIGHT);
    assert.match(runHook('inspection-records', repository)!.stdout, /error duplicate-id/);
  });

  it('are run when the configuration changes, too, and take a baseline', () => {
    repository.write('old.inspection.yaml', WRONG);
    repository.run('inspection-records', ['check', '--write-baseline', 'known.json']);
    stage('inspection-records.config.yaml', 'rules: {publication-gap: off}\n');
    assert.equal(runHook('inspection-records', repository)!.status, 1);
    assert.equal(runHook('inspection-records', repository, ['--baseline', 'known.json'])!.status, 0);
  });

  it('mend and format what is staged, and nothing else', () => {
    repository.write('old.inspection.yaml', `${RIGHT}theme:   x\n`);
    const messy = oneRecord(2).replace('published: ', 'published:   ').replace(': Good', ': good');
    stage(PATH, messy);
    assert.equal(runHook('inspection-records-fix', repository)!.status, 1);
    assert.equal(repository.read(PATH), messy.replace(': good', ': Good'));
    repository.git('add', PATH);
    assert.equal(runHook('inspection-records-fix', repository)!.status, 0);
    const { status, stdout } = runHook('inspection-records-format', repository)!;
    assert.deepEqual([status, stdout], [1, `${PATH}\n`]);
    assert.equal(repository.read(PATH), oneRecord(2));
    assert.equal(repository.read('old.inspection.yaml'), `${RIGHT}theme:   x\n`);
  });

  it('fail on a record that cannot be formatted', () => {
    stage(PATH, 'authority: "Kent\n');
    assert.equal(runHook('inspection-records-format', repository)!.status, 1);
  });

  it('install the program as pre-commit does: from the package that npm makes of a clone, which says its name and nothing else', () => {
    const copy = copyOfProject();
    const npm = (...args: string[]) => execFileSync('npm', [...args, '--loglevel=error', '--update-notifier=false', '--offline'], { cwd: copy, encoding: 'utf8' });
    const name = npm('pack').trim();
    assert.match(name, /^inspection-records-[\d.]+\.tgz$/);
    npm('install', '--global', '--prefix', path.join(copy, 'installed'), path.join(copy, name));
    const program = path.join(copy, 'installed/bin/inspection-records');
    stage(PATH, WRONG);
    assert.deepEqual(repository.run(program, ['check']), runHook('inspection-records', repository));
    assert.ok(fs.existsSync(path.join(copy, 'installed/lib/node_modules/inspection-records/docs/rules/unknown-grade.md')));
  });

  it('are told of as they are', () => {
    const page = fs.readFileSync('docs/ci/pre-commit.md', 'utf8');
    for (const { id, language } of hooks) {
      assert.equal(language, 'node');
      assert.ok(page.includes(`| \`${id}\` |`), id);
    }
    for (const text of examples('docs/ci/pre-commit.md', 'yaml')) {
      const { repos } = parse(text) as { repos: { hooks: { id: string }[] }[] };
      for (const { id } of repos.flatMap(({ hooks: used }) => used)) assert.ok(hooks.some(hook => hook.id === id), id);
    }
  });
});
