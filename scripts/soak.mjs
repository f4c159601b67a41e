#!/usr/bin/env node
// `npm run soak`: the harnesses of test/trust in their long form, with cases that were not tried before. A case that fails is kept there.
//   npm run soak -- test/trust/edit-sessions      one of them
//   SOAK=0.1 npm run soak                         a tenth of the cases
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { audit } from './audit.mjs';
import { root } from './cache.mjs';
import { setUp } from './setup.mjs';

const A_DAY = 24 * 60 * 60 * 1000;
await setUp(message => console.log(`== set-up: ${message}`)).catch(error => { console.error(error.message); process.exit(1); });
for (const line of audit()) console.log(`== ${line}`);
const folders = process.argv.length > 2 ? process.argv.slice(2) : ['test/trust'];
const { status } = spawnSync(process.execPath, [path.join('scripts', 'run-tests.mjs'), ...folders, '--timeout', String(A_DAY)],
  { cwd: root, stdio: 'inherit', env: { PROPERTY_SEED: 'random', SOAK: '1', ...process.env } });
process.exitCode = status ?? 1;
