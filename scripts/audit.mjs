#!/usr/bin/env node
// What is known to be wrong with the packages that the lock file names: `node scripts/audit.mjs`, and part of `npm run soak`. It asks the registry, so no
// test depends on it. What is part of a download is told apart from what only developers run.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './cache.mjs';

/** The names of the packages of which a part is in dist/, as its notices have them. */
function downloaded() {
  const notices = fs.readFileSync(path.join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  return new Set([...notices.matchAll(/^-{78}\n(\S+) \d/gm)].map(([, name]) => name));
}

function linesOn(vulnerabilities) {
  const inDownloads = downloaded();
  return Object.values(vulnerabilities).map(({ name, severity, via }) => {
    const titles = via.filter(each => typeof each === 'object').map(({ title }) => title);
    return `${name} (${severity}, ${inDownloads.has(name) ? 'PART OF WHAT PEOPLE DOWNLOAD' : 'for development only'}): ${titles.join('; ') || `through ${via.join(', ')}`}`;
  });
}

/** What the registry knows, line by line; where it does not answer, a line that says so. */
export function audit() {
  const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  try {
    const { vulnerabilities, message } = JSON.parse(stdout);
    if (!vulnerabilities) return [`npm audit: the registry gives no answer (${message ?? 'it says nothing'}).`];
    const lines = linesOn(vulnerabilities);
    return lines.length ? [`npm audit: ${lines.length} packages have known weaknesses.`, ...lines] : ['npm audit: no package has a known weakness.'];
  } catch {
    return ['npm audit: the registry gives no answer.'];
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) console.log(audit().join('\n'));
