import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildProgram } from '../cli/run';
import { TemporaryFolder } from '../support/folder';
import { documented, INSPECTION, needs, VISIT, withThisProgram } from './documented';

const EMACS = process.env.EMACS ?? 'emacs';

/** Without anybody's own set-up, but with the packages that the system has. */
const BATCH = ['--batch', '--no-init-file', '--funcall', 'package-activate-all'];

/** What test/editors/emacs.el writes down. */
interface Report {
  problem?: string;
  /** Begin and end from 1, in characters; type and text. */
  diagnostics: [number, number, string, string][];
  hover: string;
  actions: string[];
  mended: string;
  completed: string;
  renamed: [visit: string, inspection: string];
  formatted: string;
  definition: [file: string, line: number];
}

function use(folder: TemporaryFolder): Report {
  folder.write('.set-up/init.el', withThisProgram(documented('emacs', 'elisp'), '"inspection-records" "lsp" "--stdio"'));
  const home = path.join(folder.path, '.set-up');
  const result = spawnSync(EMACS, [...BATCH, '--load', path.join(home, 'init.el'), '--load', path.resolve('test/editors/emacs.el')], {
    cwd: folder.path, encoding: 'utf8', timeout: 100_000, env: { ...process.env, REPORT: path.join(home, 'report.json'), HOME: home, LC_ALL: 'C.UTF-8' },
  });
  assert.equal(result.status, 0, result.stderr);
  return JSON.parse(folder.read('.set-up/report.json')) as Report;
}

describe('Emacs with Eglot', () => {
  let folder: TemporaryFolder | undefined;
  let report: Report;

  before(function () {
    needs(this, EMACS, [...BATCH, '--eval', "(require 'eglot)"], 'Emacs with Eglot', 'emacs-nox elpa-eglot');
    buildProgram();
    folder = new TemporaryFolder({ 'inspection.inspection.yaml': INSPECTION, 'visit.inspection.yaml': VISIT });
    report = use(folder);
    assert.equal(report.problem, undefined);
  });
  after(() => folder?.remove());

  it('shows what is wrong', () => {
    assert.equal(report.diagnostics.length, 1);
    const [begin, end, type, text] = report.diagnostics[0]!;
    assert.deepEqual([VISIT.slice(begin - 1, end - 1), type], ['Kentt', 'eglot-error']);
    assert.match(text, /\[unknown-authority\]: .*Did you mean 'Kent'/);
  });

  it('explains it', () => assert.match(report.hover, /^unknown-authority/));

  it('mends it, or offers to silence it', () => {
    assert.deepEqual(report.actions, ["Change to 'Kent'", "Ignore 'unknown-authority' in this record"]);
    assert.equal(report.mended, VISIT.replace('Kentt', 'Kent'));
  });

  it('completes what is begun', () => assert.match(report.completed, /\ntheme: Front door$/));

  it('renames an id in all files', () => {
    const renamed = INSPECTION.replace('kent-2022', 'kent-july-2022');
    assert.match(report.renamed[0], /^follows: kent-july-2022$/m);
    assert.equal(report.renamed[1], renamed);
    assert.equal(folder!.read('inspection.inspection.yaml'), renamed);
  });

  it('formats', () => assert.match(report.formatted, /\nstrengths:\n {2}- One\.\nnotes: Two\.\n$/));

  it('goes to the record that is followed', () => assert.deepEqual(report.definition, ['inspection.inspection.yaml', 1]));
});
