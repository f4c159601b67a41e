import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildProgram } from '../cli/run';
import { TemporaryFolder } from '../support/folder';
import { documented, INSPECTION, needs, VISIT, withThisProgram } from './documented';

// An editor whose client nobody here wrote. It is not installed for this test: where there is none, that is said.
const NEOVIM = process.env.NEOVIM ?? 'nvim';

/** What test/editors/neovim.lua writes down. */
interface Report {
  problem?: string;
  diagnostics: { code: string; severity: number; line: number; from: number; to: number; message: string; source: string }[];
  hover: string;
  actions: string[];
  mended: string;
  completion: string[];
  completed: string;
  definition: string;
  references: string[];
  outline: string[];
  renamed: [visit: string, inspection: string];
  formatted: string;
}

function use(folder: TemporaryFolder): Report {
  folder.write('.set-up/init.lua', withThisProgram(documented('neovim', 'lua'), "'inspection-records', 'lsp'"));
  const home = path.join(folder.path, '.set-up');
  const result = spawnSync(NEOVIM, ['--headless', '--clean', '-u', path.join(home, 'init.lua'), '-c', `luafile ${path.resolve('test/editors/neovim.lua')}`], {
    cwd: folder.path, encoding: 'utf8', timeout: 60_000,
    env: { ...process.env, REPORT: path.join(home, 'report.json'), HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home, XDG_CACHE_HOME: home },
  });
  assert.equal(result.status, 0, result.stderr);
  return JSON.parse(folder.read('.set-up/report.json')) as Report;
}

describe('Neovim with its own client', () => {
  let folder: TemporaryFolder | undefined;
  let report: Report;

  before(function () {
    needs(this, NEOVIM, ['--version'], 'Neovim', 'neovim');
    buildProgram();
    folder = new TemporaryFolder({ 'inspection.inspection.yaml': INSPECTION, 'visit.inspection.yaml': VISIT });
    report = use(folder);
    assert.equal(report.problem, undefined);
  });
  after(() => folder?.remove());

  it('shows what is wrong', () => {
    assert.deepEqual(report.diagnostics.map(({ code, severity, line, from, to, source }) => [code, severity, line, from, to, source]), [['unknown-authority', 1, 1, 11, 16, 'inspection-records']]);
    assert.match(report.diagnostics[0]!.message, /Did you mean 'Kent'/);
  });

  it('explains it', () => assert.match(report.hover, /unknown-authority/));

  it('mends it, or offers to silence it', () => {
    assert.equal(report.mended, VISIT.replace('Kentt', 'Kent').trimEnd());
    assert.deepEqual(report.actions, ["Change to 'Kent'", "Ignore 'unknown-authority' in this record"]);
  });

  it('offers what can be written, and writes it', () => {
    assert.deepEqual(report.completion.slice(0, 2), ['Front door', 'Children in need/subject to a plan']);
    assert.match(report.completed, /\ntheme: Front door$/);
  });

  it('leads to the record that is followed, and to all places of its id', () => {
    assert.equal(report.definition, 'inspection.inspection.yaml: id: kent-2022');
    assert.deepEqual(report.references.sort(), ['inspection.inspection.yaml: id: kent-2022', 'visit.inspection.yaml: follows: kent-2022']);
  });

  it('has an outline', () => assert.deepEqual(report.outline, ['[Object] Kent — ILACS focused visit, May 2023']));

  it('renames an id in all files', () => {
    assert.match(report.renamed[0], /^follows: kent-july-2022$/m);
    assert.equal(report.renamed[1], INSPECTION.replace('kent-2022', 'kent-july-2022').trimEnd());
    assert.equal(folder!.read('inspection.inspection.yaml'), INSPECTION.replace('kent-2022', 'kent-july-2022'));
  });

  it('formats', () => assert.match(report.formatted, /\nstrengths:\n {2}- One\.\nnotes: Two\.$/));
});
