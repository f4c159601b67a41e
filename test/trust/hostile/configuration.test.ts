import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { readConfiguration } from '../../../server/findings/configuration';
import { visible } from '../../../server/text/visible';
import { buildProgram, folderWith, removeFolders, runProgram } from '../../cli/run';
import { PAYLOADS } from '../../support/payloads';

// A configuration is data. It names files below it, and nothing else is read; nothing in it is run.

const RECORD = 'authority: Kent\nevent: focused visit\nfieldwork: {start: 2023-03-15, end: 2023-03-16}\n';
const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'];

describe('a configuration', () => {

  it('may say anything anywhere, and what is wrong with it is said with nothing hidden', () => {
    for (const words of [...PAYLOADS, ...NAMES]) {
      const written = JSON.stringify(words);
      const { problems } = readConfiguration(`? ${written}\n: 1\nrules: {? ${written} : off, publication-gap: ${written}}\nignore: [${written}]\nframeworks: [${written}]\noverrides:\n  - {files: ${written}, rules: {? ${written} : ${written}}}\n`);
      assert.ok(problems.length > 0, words);
      for (const { message } of problems) assert.equal(visible(message), message, words);
    }
    assert.equal(({} as Record<string, unknown>)['publication-gap'], undefined);
  });

  it('names no file above it, elsewhere on the disk or on the web', () => {
    for (const pattern of ['../../etc/passwd', '/etc/passwd', '~/.ssh/id', 'C:\\x.yaml', 'c:/x.yaml', '\\\\server\\x.yaml', 'a/../../x.yaml', '..']) {
      const { problems, configuration } = readConfiguration(`frameworks: ${JSON.stringify(pattern)}\n`);
      assert.match(problems[0]!.message, /^Only files below this folder are read/, pattern);
      assert.deepEqual(configuration.frameworks, [], pattern);
    }
  });

  describe('of the command line', () => {
    before(buildProgram);
    after(removeFolders);

    it('reads nothing that a link leads to, or an address names', async function () {
      if (process.platform === 'win32') this.skip();
      const folder = folderWith({ 'outside/secret.yaml': 'secret: [unclosed\n', 'inside/kent.inspection.yaml': RECORD, 'inside/packs/notes.txt': '' });
      fs.symlinkSync('../../outside/secret.yaml', path.join(folder, 'inside/packs/link.yaml'));
      fs.symlinkSync('../outside', path.join(folder, 'inside/folder'));
      for (const pattern of ['packs/**', 'folder/**', '**/*.yaml', 'https://example.org/pack.yaml', 'file:///etc/passwd']) {
        fs.writeFileSync(path.join(folder, 'inside/inspection-records.config.yaml'), `frameworks: ${JSON.stringify(pattern)}\n`);
        const { stderr, status } = await runProgram(['check', '--fail-on', 'never'], { cwd: path.join(folder, 'inside') });
        assert.doesNotMatch(stderr, /secret/, pattern);
        assert.match(stderr, /No YAML file below this folder fits this pattern: nothing is read by it\./, pattern);
        assert.equal(status, 0);
      }
      // A planted fault: where the file itself lies there, it is read, and that is seen.
      fs.rmSync(path.join(folder, 'inside/packs/link.yaml'));
      fs.cpSync(path.join(folder, 'outside/secret.yaml'), path.join(folder, 'inside/packs/link.yaml'));
      fs.writeFileSync(path.join(folder, 'inside/inspection-records.config.yaml'), 'frameworks: packs/**\n');
      assert.match((await runProgram(['check', '--fail-on', 'never'], { cwd: path.join(folder, 'inside') })).stderr, /secret/);
    });

    it('runs nothing, whatever its YAML asks for', async () => {
      for (const text of ["rules: !!js/function 'function () { return process.exit(7) }'\n", 'ignore: !<tag:yaml.org,2002:js/regexp> /x/\n', 'rules: !!python/object/apply:os.system ["touch x"]\n', 'ignore: ["$(touch x)", "`touch x`"]\n', `a: &a [${'x, '.repeat(50)}]\nb: [${'*a, '.repeat(500)}]\n`]) {
        const cwd = folderWith({ 'inspection-records.config.yaml': text, 'kent.inspection.yaml': RECORD });
        const { status, stderr } = await runProgram(['check', '--fail-on', 'never'], { cwd });
        assert.ok(status === 0 || status === 2, stderr);
        assert.doesNotMatch(stderr, /has failed/);
        assert.deepEqual(fs.readdirSync(cwd).sort(), ['inspection-records.config.yaml', 'kent.inspection.yaml']);
      }
    });
  });
});
