import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { oneRecord } from '../../scripts/many-records.mjs';
import { buildProgram, folderWith, removeFolders } from '../cli/run';
import { copyOfProject, examples, Repository, type Outcome } from './repository';

// What action.yml tells GitHub to run is run here, in a repository of records, with what GitHub would hand over.

interface Action {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { using: string; steps: { id?: string; shell: string; run: string; env?: Record<string, string> }[] };
}

const action = parse(fs.readFileSync('action.yml', 'utf8')) as Action;
const [build, check] = action.runs.steps;

const WRONG = oneRecord(0).replace('Overall effectiveness: Good', 'Overall effectiveness: Godo');
const NAME = 'records/wrong.inspection.yaml';

interface Run extends Outcome {
  outputs: Record<string, string>;
  summary: string;
}

/** Runs the step that checks, as a workflow with these inputs would. */
function runCheck(repository: Repository, inputs: Readonly<Record<string, string>> = {}): Run {
  for (const name of Object.keys(inputs)) assert.ok(name in action.inputs, name);
  const files = folderWith({ output: '', summary: '' });
  const env = Object.fromEntries(Object.entries(check!.env!).map(([name, value]) => {
    const [, input] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)!;
    return [name, inputs[input!] ?? action.inputs[input!]!.default];
  }));
  const result = repository.bash(check!.run, { ...env, GITHUB_ACTION_PATH: path.resolve('.'), GITHUB_OUTPUT: path.join(files, 'output'), GITHUB_STEP_SUMMARY: path.join(files, 'summary') });
  const outputs = Object.fromEntries(fs.readFileSync(path.join(files, 'output'), 'utf8').split('\n').filter(line => line !== '').map(line => line.split('=') as [string, string]));
  return { ...result, outputs, summary: fs.readFileSync(path.join(files, 'summary'), 'utf8') };
}

describe('the GitHub Action', () => {
  before(function () {
    if (process.platform === 'win32') this.skip();
    buildProgram();
  });
  after(removeFolders);

  const repository = () => new Repository({ [NAME]: WRONG, 'records/right.inspection.yaml': oneRecord(1) });

  it('says what is wrong beside the lines, sums it up, counts it, and fails', () => {
    const { status, stdout, outputs, summary } = runCheck(repository());
    assert.equal(status, 1);
    assert.match(stdout, /^::error file=records\/wrong\.inspection\.yaml,line=\d+,endLine=\d+,col=26,endColumn=29,title=unknown-grade::'Godo' is not a grade\. Did you mean 'Good'\?\n$/);
    assert.deepEqual(outputs, { files: '2', records: '2', error: '1', warning: '0', information: '0', hint: '0' });
    assert.match(summary, /^## Inspection records\n\n1 error in 2 files \(2 records\)\.\n\n[^]*\| unknown-grade \|/);
  });

  it('is content with right records', () => {
    const { status, stdout, stderr, outputs } = runCheck(repository(), { paths: '\nrecords/right.inspection.yaml\n' });
    assert.deepEqual([status, stdout, stderr, outputs.error], [0, '', '', '0']);
  });

  it('does what each input asks of it', () => {
    const records = repository();
    assert.equal(runCheck(records, { 'fail-on': 'never' }).status, 0);
    assert.equal(runCheck(records, { rules: 'unknown-grade=warning\n\npublication-gap=off\n' }).outputs.warning, '1');
    assert.equal(runCheck(records, { summary: 'false' }).summary, '');
    assert.match(runCheck(records, { annotations: 'false' }).stdout, /^records\/wrong\.inspection\.yaml:\d+:26 error unknown-grade/);
    records.write('quiet.yaml', 'rules: {unknown-grade: off}\n');
    assert.deepEqual([runCheck(records, { config: 'quiet.yaml' }).status, runCheck(records, { config: 'quiet.yaml' }).outputs.error], [0, '0']);
    records.run('inspection-records', ['check', '--write-baseline', 'known.json']);
    const { status, stderr } = runCheck(records, { baseline: 'known.json' });
    assert.deepEqual([status, stderr], [0, '1 finding known to known.json is not told.\n']);
  });

  it('writes findings for code scanning to a file, and tells of it', () => {
    const records = repository();
    const { outputs } = runCheck(records, { 'sarif-file': 'reports/findings.sarif' });
    assert.equal(outputs['sarif-file'], 'reports/findings.sarif');
    const { runs: [{ results }] } = JSON.parse(records.read('reports/findings.sarif')) as { runs: [{ results: { ruleId: string }[] }] };
    assert.deepEqual(results.map(({ ruleId }) => ruleId), ['unknown-grade']);
  });

  it('says what is wrong with its inputs, and leaves nothing half done', () => {
    const records = repository();
    for (const [inputs, message] of [
      [{ 'fail-on': 'errors', 'sarif-file': 'findings.sarif' }, /^'--fail-on' takes error, .* not 'errors'\. Did you mean 'error'\?\n$/],
      [{ rules: 'unknwon-grade=off' }, /^There is no rule 'unknwon-grade'/],
      [{ config: 'gone.yaml' }, /^gone\.yaml: there is no such file/],
    ] as [Record<string, string>, RegExp][]) {
      const { status, stderr, outputs } = runCheck(records, inputs);
      assert.deepEqual([status, outputs], [2, {}]);
      assert.match(stderr, message);
    }
    assert.ok(!fs.existsSync(path.join(records.folder, 'findings.sarif')));
    const gone = runCheck(records, { paths: 'records\ngone' });
    assert.deepEqual([gone.status, gone.stderr, gone.outputs.error], [2, 'gone: there is no such file or folder.\n', '1']);
  });

  it('runs nothing that stands in an input or in the name of a file', () => {
    const records = repository();
    records.write('records/$(touch ran);`touch ran`.inspection.yaml', WRONG);
    const evil = '"; touch ran; $(touch ran) `touch ran` ${{ github.token }}';
    for (const name of Object.keys(action.inputs)) runCheck(records, { [name]: evil });
    runCheck(records);
    assert.ok(!fs.existsSync(path.join(records.folder, 'ran')));
    // GitHub puts its own expressions into a script before bash reads it.
    for (const { run } of action.runs.steps) assert.ok(!run.includes('${{'));
  });

  it('builds the program where GitHub has put the repository', () => {
    const copy = copyOfProject();
    const built = new Repository({ a: '' }).bash(build!.run, { GITHUB_ACTION_PATH: copy });
    assert.deepEqual([built.status, built.stderr], [0, 'building\n']);
    assert.equal(execFileSync(process.execPath, [path.join(copy, 'dist/cli.js'), 'schema'], { encoding: 'utf8' }), `${JSON.stringify(JSON.parse(fs.readFileSync('schemas/inspection-record.schema.json', 'utf8')), null, 2)}\n`);
  });

  it('is told of as it is', () => {
    assert.equal(action.runs.using, 'composite');
    for (const [name, { value }] of Object.entries(action.outputs)) assert.equal(value, `\${{ steps.${check!.id}.outputs.${name} }}`);
    const page = fs.readFileSync('docs/ci/github-actions.md', 'utf8');
    for (const [name, { description }] of Object.entries({ ...action.inputs, ...action.outputs })) {
      assert.ok(page.includes(`| \`${name}\` |`), name);
      assert.match(description, /\.$/);
    }
    for (const workflow of examples('docs/ci/github-actions.md', 'yaml').map(text => parse(text) as { jobs: Record<string, { steps: { uses?: string; with?: object }[] }> })) {
      for (const { uses, with: inputs } of Object.values(workflow.jobs).flatMap(({ steps }) => steps)) {
        if (uses?.includes('inspection-records')) for (const name of Object.keys(inputs ?? {})) assert.ok(name in action.inputs, name);
      }
    }
  });
});
