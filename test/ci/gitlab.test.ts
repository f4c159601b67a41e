import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { oneRecord } from '../../scripts/many-records.mjs';
import { buildProgram, removeFolders } from '../cli/run';
import { copyOfProject, examples, Repository } from './repository';

// The job of docs/ci/gitlab.md, run as GitLab's runner would: line by line, until one fails.

interface Job {
  before_script: string[];
  script: string[];
  artifacts: { reports: { codequality: string; junit: string } };
}

const [example] = examples('docs/ci/gitlab.md', 'yaml');
const { before_script: preparation, script, artifacts: { reports } } = (parse(example!) as Record<string, Job>)['inspection-records']!;

describe('the job for GitLab', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
    buildProgram();
  });
  after(removeFolders);

  /** Where the program lies when it is prepared. */
  const program = { program: path.resolve('.') };

  it('prepares the program', () => {
    const copy = copyOfProject();
    const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: copy, stdio: 'ignore' });
    git('init');
    git('add', '--all');
    git('add', '--force', 'node_modules');
    git('commit', '--message=All');
    git('tag', 'v0.1.0');
    const lines = preparation.map(line => line.replace('REPOSITORY', `"${pathToFileURL(copy).href}"`));
    const { status, stdout } = new Repository({ a: '' }).bash([...lines, 'node "$program/dist/cli.js" --version', 'rm -r "$program"'].join('\n'));
    const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { version: string };
    assert.deepEqual([status, stdout], [0, `${version}\n`]);
  });

  it('fails on a wrong record, with both reports made and the findings in its log', () => {
    const repository = new Repository({ 'sub/wrong.inspection.yaml': oneRecord(0).replace('Overall effectiveness: Good', 'Overall effectiveness: Godo') });
    const { status, stdout } = repository.bash(script.join('\n'), program);
    assert.equal(status, 1);
    assert.match(stdout, /^sub\/wrong\.inspection\.yaml:\d+:26 error unknown-grade/);
    const [entry] = JSON.parse(repository.read(reports.codequality)) as { check_name: string; location: object }[];
    assert.deepEqual([entry!.check_name, Object.keys(entry!.location)], ['unknown-grade', ['path', 'lines']]);
    assert.match(repository.read(reports.junit), /<testsuites name="inspection-records" tests="1" failures="1"/);
  });

  it('passes with right records', () => {
    const repository = new Repository({ 'right.inspection.yaml': oneRecord(0) });
    assert.equal(repository.bash(script.join('\n'), program).status, 0);
    assert.deepEqual(JSON.parse(repository.read(reports.codequality)), []);
  });

  it('fails where the configuration is wrong', () => {
    const { status, stderr } = new Repository({ 'right.inspection.yaml': oneRecord(0), 'inspection-records.config.yaml': 'rules: {x: off}\n' }).bash(script.join('\n'), program);
    assert.equal(status, 2);
    assert.match(stderr, /^inspection-records\.config\.yaml:1:9 /);
  });

  it('names options that there are', () => {
    const page = fs.readFileSync('docs/ci/gitlab.md', 'utf8');
    const records = new Repository({ 'right.inspection.yaml': oneRecord(0) });
    records.run('inspection-records', ['check', '--write-baseline', 'known.json']);
    for (const [, options] of page.matchAll(/`(--[^`]+)`/g)) assert.equal(records.run('inspection-records', ['check', ...options!.split(' ')]).status, 0, options);
  });
});
