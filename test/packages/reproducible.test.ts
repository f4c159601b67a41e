import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { npm } from '../../scripts/cache.mjs';
import { copyOfProject } from '../ci/repository';
import { removeFolders } from '../cli/run';
import { DESKTOP, WEB } from './unpacked';

/** The sums of all packages that a copy of the project makes, by their names. */
async function packagesOf(copy: string, zone: string): Promise<Record<string, string>> {
  const env = { ...process.env, TZ: zone };
  for (const script of ['scripts/package.mjs', 'scripts/library.mjs']) await promisify(execFile)(process.execPath, [script], { cwd: copy, env });
  const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts'], copy)) as [{ filename: string }];
  return Object.fromEntries([DESKTOP, WEB, packed.filename].map(name => [name, sumOf(path.join(copy, name))]));
}

function sumOf(file: string): string {
  return crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}

function change(file: string, from: string | RegExp, to: string): void {
  const before = fs.readFileSync(file, 'utf8');
  const after = before.replace(from, () => to);
  assert.notEqual(after, before, `${file} has no ${from}`);
  fs.writeFileSync(file, after);
}

// Whoever has the sources can see that a package was made of them and of nothing else.
describe('packages', () => {
  after(removeFolders);

  it('are the same to the last byte when they are made again, in another folder, another hour and another time zone', async function () {
    if (process.platform === 'win32') this.skip();
    const [copy, another, spoilt] = [copyOfProject(), copyOfProject(), copyOfProject()];
    // Times of files are of no account.
    for (const name of ['README.md', 'LICENSE', 'syntaxes/language-configuration.json']) fs.utimesSync(path.join(another, name), 1e9, 1e9);
    // Faults that are planted: the hour in which they are made gets into two of them, and the folder into the third.
    change(path.join(spoilt, 'scripts/package.mjs'), /^process\.env\.SOURCE_DATE_EPOCH = .*$/m, '');
    change(path.join(spoilt, 'scripts/library.mjs'), 'bundle: true, ', 'bundle: true, banner: { js: `// ${root}` }, ');
    const [first, again, faulty] = await Promise.all([packagesOf(copy, 'Europe/London'), packagesOf(another, 'Asia/Tokyo'), packagesOf(spoilt, 'Asia/Tokyo')]);
    assert.equal(Object.keys(first).length, 3);
    assert.deepEqual(again, first);
    assert.deepEqual(Object.keys(first).filter(name => faulty[name] === first[name]), [], 'the planted faults are not found');
  });
});
