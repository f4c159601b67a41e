// Tests are TypeScript: each run makes one bundle of those it is about, so that what they share is loaded once.
import path from 'node:path';
import esbuild from 'esbuild';
import { plugins } from '../esbuild.mjs';
import { root } from './cache.mjs';

/** Our own scripts (the browser, the editor) stay outside the bundle: they find their files from where they lie. */
const scriptsOutside = {
  name: 'scripts outside',
  setup(build) {
    build.onResolve({ filter: /^\..*\.mjs$/ }, ({ path: file, resolveDir }) => ({ path: path.resolve(resolveDir, file), external: true }));
  },
};

/** Bundles the files into `outfile`, a CommonJS module that runs them all when loaded. Packages stay outside it. */
export async function bundleTests(files, outfile) {
  await esbuild.build({
    stdin: { contents: ['./test/support/property-tests', ...files].map(file => `import ${JSON.stringify(file)};`).join('\n'), resolveDir: root, sourcefile: 'all-tests.ts' },
    outfile, bundle: true, format: 'cjs', platform: 'node', target: 'node20', packages: 'external',
    sourcemap: 'inline', logLevel: 'warning', plugins: [scriptsOutside, ...plugins],
  });
}
