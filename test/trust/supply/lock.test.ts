import assert from 'node:assert/strict';
import fs from 'node:fs';

interface Locked { version: string; integrity?: string; resolved?: string; dev?: boolean; hasInstallScript?: boolean; link?: boolean }

/** Packages that run something when they are installed, and why they may. None of them is part of what people download. */
const RUN_AT_INSTALL: Readonly<Record<string, string>> = {
  '@vscode/vsce-sign': 'comes with vsce, which packs the extension; signs nothing here',
  'esbuild': 'puts its program for this machine in place; makes the bundles',
  'keytar': 'comes with vsce for those who publish; optional',
};

const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as { lockfileVersion: number; packages: Record<string, Locked> };
const locked = Object.entries(lock.packages).filter(([folder]) => folder !== '').map(([folder, entry]) => ({ name: folder.replace(/.*node_modules\//, ''), ...entry }));

describe('the lock file', () => {
  it('pins every package to one version, by a sum of all its bytes', () => {
    assert.ok(locked.length > 300);
    assert.deepEqual(locked.filter(({ version, integrity }) => !/^\d/.test(version) || !/^sha512-[\w+/]{86}==$/.test(integrity ?? '')).map(({ name }) => name), []);
  });

  it('names no place to fetch packages from: that is for whoever installs them to say', () => {
    assert.deepEqual(locked.filter(({ resolved, link }) => resolved ?? link).map(({ name }) => name), []);
    assert.doesNotMatch(fs.readFileSync('package-lock.json', 'utf8'), /"(?:git|file|link)[+:]/);
  });

  it('is of packages for development alone', () => {
    assert.deepEqual(locked.filter(({ dev }) => !dev).map(({ name }) => name), []);
  });

  it('holds no package that runs something when it is installed, but these', () => {
    assert.deepEqual(locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name).sort(), Object.keys(RUN_AT_INSTALL));
  });
});
