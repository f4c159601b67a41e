import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { copyOfProject } from '../ci/repository';
import { removeFolders } from '../cli/run';
import { noticesFor } from '../../scripts/notices.mjs';

const bundleOf = (...inputs: string[]) => [{ outputs: { 'dist/x.js': { inputs: Object.fromEntries(inputs.map(input => [input, { bytesInOutput: 1 }])) } } }];

describe('third-party notices', () => {
  after(removeFolders);

  it('name every package of a bundle once, with its version and its licence', () => {
    const notices = noticesFor(bundleOf('server/cli/main.ts', 'node_modules/yaml/a.js', 'node_modules/yaml/b.js', 'node_modules/vscode-uri/lib/c.js'));
    const { version } = JSON.parse(fs.readFileSync('node_modules/yaml/package.json', 'utf8')) as { version: string };
    assert.deepEqual(notices.match(/^-+\n(.*)$/gm)!.map(title => title.split('\n')[1]!.replace(/[\d.]+ /, '')), ['vscode-uri (MIT)', 'yaml (ISC)']);
    assert.ok(notices.includes(`yaml ${version} (ISC)\n\nCopyright Eemeli Aro`));
    assert.match(notices, /Open Government Licence/);
  });

  it('leave out what a bundle leaves out', () => {
    assert.doesNotMatch(noticesFor([{ outputs: { x: { inputs: { 'node_modules/yaml/a.js': { bytesInOutput: 0 } } } } }]), /yaml/);
  });

  it('stop a build with a package that may not be bundled, or has no licence with it', () => {
    // The licence of axe-core asks for more than to be handed on.
    assert.throws(() => noticesFor(bundleOf('node_modules/axe-core/axe.js')), /axe-core .* is licensed as MPL-2\.0/);
    assert.throws(() => noticesFor(bundleOf('node_modules/@types/gone/x.js')), /ENOENT/);
  });

  it('come with every build', function () {
    if (process.platform === 'win32') this.skip();
    const copy = copyOfProject();
    execFileSync(process.execPath, ['esbuild.mjs'], { cwd: copy, stdio: 'ignore' });
    const notices = fs.readFileSync(path.join(copy, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['yaml', 'picomatch', 'morphdom', 'vscode-languageclient', 'vscode-uri']) assert.match(notices, new RegExp(`^${name} [\\d.]+ \\(`, 'm'));
    for (const manifest of ['.vscodeignore', '.npmignore']) assert.match(fs.readFileSync(manifest, 'utf8'), /^!dist\/THIRD-PARTY-NOTICES\.txt$/m);
  });
});
