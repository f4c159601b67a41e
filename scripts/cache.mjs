// What the tests and `npm start` fetch from the npm registry besides the project's dependencies: a browser, VS Code, a newer Node.
// They are too large and too particular to be dependencies, so they are fetched when first needed and kept in one folder.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

/** Where they are kept: `$VSCODE_TEST_CACHE`, or `.cache` in the project. */
export const CACHE = path.resolve(process.env.VSCODE_TEST_CACHE ?? path.join(root, '.cache'));

const windows = process.platform === 'win32';

/** Runs npm quietly; returns what it prints. Throws when it fails, with what it said. */
export function npm(args, cwd = root) {
  const quiet = { npm_config_update_notifier: 'false', npm_config_fund: 'false', npm_config_audit: 'false', npm_config_loglevel: 'error' };
  return execFileSync('npm', args, {
    cwd, encoding: 'utf8', env: { ...process.env, ...quiet }, stdio: ['ignore', 'pipe', 'inherit'], shell: windows,
  }).trim();
}

/**
 * Unpacks a package (`name@version`) into `folder`, without its dependencies and without running anything of it.
 * `inside`: the part of the package that is wanted.
 */
export function unpack(spec, folder, inside = '') {
  fs.mkdirSync(CACHE, { recursive: true });
  const work = fs.mkdtempSync(path.join(CACHE, 'unpack-'));
  try {
    const tarball = npm(['pack', spec, '--silent', '--pack-destination', work], work).split('\n').pop();
    const part = ['package', ...inside.split('/').filter(Boolean)];
    fs.mkdirSync(folder, { recursive: true });
    execFileSync('tar', ['-xzf', path.join(work, tarball), '-C', folder, `--strip-components=${part.length}`, part.join('/')]);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The folder `name` of the cache, made by `make(folder)` when it is not there or was made for another `stamp`. It is made beside its place
 * and then renamed, so that a broken-off run leaves no half of it, and two runs at once do not meet.
 */
export async function cached(name, stamp, make) {
  const folder = path.join(CACHE, name);
  const isThere = () => {
    try { return fs.readFileSync(path.join(folder, '.stamp'), 'utf8') === stamp; } catch { return false; }
  };
  if (isThere()) return folder;
  const building = `${folder}.${process.pid}`;
  fs.rmSync(building, { recursive: true, force: true });
  fs.mkdirSync(building, { recursive: true });
  try {
    await make(building);
    fs.writeFileSync(path.join(building, '.stamp'), stamp);
    if (!isThere()) {
      fs.rmSync(folder, { recursive: true, force: true });
      fs.renameSync(building, folder);
    }
  } finally {
    fs.rmSync(building, { recursive: true, force: true });
  }
  return folder;
}
