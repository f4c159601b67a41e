import assert from 'node:assert/strict';
import fs from 'node:fs';

interface Locked { name: string; version: string; integrity?: string; resolved?: string; dev?: boolean; hasInstallScript?: boolean; link?: boolean }

/** Packages that run something when they are installed, and why they may. None of them is part of what people download. */
const RUN_AT_INSTALL: Readonly<Record<string, string>> = {
  '@vscode/vsce-sign': 'comes with vsce, which packs the extension; signs nothing here',
  'esbuild': 'puts its program for this machine in place; makes the bundles',
  'keytar': 'comes with vsce for those who publish; optional',
};

const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as { lockfileVersion: number; packages: Record<string, Omit<Locked, 'name'>> };
const locked: Locked[] = Object.entries(lock.packages).filter(([folder]) => folder !== '').map(([folder, entry]) => ({ ...entry, name: folder.replace(/.*node_modules\//, '') }));

/** What a package must not be, by what is promised of all. */
const WRONG: Readonly<Record<string, (each: Locked) => boolean>> = {
  'is pinned to one version, by a sum of all its bytes': ({ version, integrity }) => !/^\d/.test(version) || !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
  'names no place to be fetched from: that is for whoever installs it to say': ({ resolved, link }) => (resolved ?? link) !== undefined,
  'is for development alone': ({ dev }) => !dev,
  'runs nothing when it is installed, but for these': ({ name, hasInstallScript }) => hasInstallScript === true && !Object.hasOwn(RUN_AT_INSTALL, name),
};

describe('every package of the lock file', () => {
  for (const [promise, isWrong] of Object.entries(WRONG)) it(promise, () => assert.deepEqual(locked.filter(isWrong).map(({ name }) => name), []));

  it('is of many: they are found', () => assert.ok(locked.length > 300));

  it('stands there without an address elsewhere in the file', () => assert.doesNotMatch(fs.readFileSync('package-lock.json', 'utf8'), /"(?:git|file|link)[+:]/));

  it('that runs something is still among them', () => {
    assert.deepEqual(locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name).sort(), Object.keys(RUN_AT_INSTALL));
  });

  it('would be found at fault: one more that is none of this', () => {
    const good = locked.find(({ name }) => name === 'yaml')!;
    assert.deepEqual(Object.values(WRONG).map(isWrong => isWrong(good)), [false, false, false, false]);
    const faults: Partial<Locked>[] = [{ integrity: 'sha1-x' }, { resolved: 'https://example.org/x.tgz' }, { dev: undefined }, { hasInstallScript: true }];
    assert.deepEqual(faults.map(fault => Object.values(WRONG).findIndex(isWrong => isWrong({ ...good, ...fault }))), [0, 1, 2, 3]);
    assert.ok(WRONG['is pinned to one version, by a sum of all its bytes']!({ ...good, version: '^1.0.0' }));
  });
});
