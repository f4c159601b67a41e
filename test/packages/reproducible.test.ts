import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { npm } from '../../scripts/cache.mjs';
import { copyOfProject } from '../ci/repository';
import { removeFolders } from '../cli/run';
import { DESKTOP, WEB } from './unpacked';

/** The sums of all packages that a copy of the project makes, by their names. */
function packagesOf(copy: string, zone: string): Record<string, string> {
  const env = { ...process.env, TZ: zone };
  execFileSync(process.execPath, ['scripts/package.mjs'], { cwd: copy, stdio: 'ignore', env });
  execFileSync(process.execPath, ['scripts/library.mjs'], { cwd: copy, stdio: 'ignore', env });
  const [packed] = JSON.parse(npm(['pack', '--json', '--ignore-scripts'], copy)) as [{ filename: string }];
  return Object.fromEntries([DESKTOP, WEB, packed.filename].map(name => [name, sumOf(path.join(copy, name))]));
}

function sumOf(file: string): string {
  return crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}

// Whoever has the sources can see that a package was made of them and of nothing else.
describe('packages', () => {
  after(removeFolders);

  it('are the same to the last byte when they are made again, in another folder, another hour and another time zone', function () {
    if (process.platform === 'win32') this.skip();
    const first = packagesOf(copyOfProject(), 'Europe/London');
    assert.equal(Object.keys(first).length, 3);
    const copy = copyOfProject();
    // Times of files are of no account.
    for (const name of ['README.md', 'LICENSE', 'syntaxes/language-configuration.json']) fs.utimesSync(path.join(copy, name), 1e9, 1e9);
    assert.deepEqual(packagesOf(copy, 'Asia/Tokyo'), first);
  });
});
