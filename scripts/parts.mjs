// An esbuild plugin for a program that is cut into parts: what not every run needs is loaded when it is first asked for (`import()`), so that
// a program that starts is not read whole. esbuild cuts ES modules only; these start later than CommonJS, and so that is made of them.
import fs from 'node:fs';
import path from 'node:path';
import esbuild from 'esbuild';

/** What a build needs to be cut; with this plugin, which writes the files. Parts are called after the program: `cli-4MCLOH3H.js`. */
export const inParts = { format: 'esm', splitting: true, write: false };

/** @param program name of its first file, without `.js`; the others of an earlier build are taken away */
export const partsAsCommonJs = program => ({
  name: 'parts-as-common-js',
  setup(build) {
    build.onEnd(async ({ outputFiles = [] }) => {
      const parts = await Promise.all(outputFiles.map(async ({ path: file, text }) => ({ file, code: await asCommonJs(text, build.initialOptions) })));
      if (parts.length === 0) return;
      const folder = path.dirname(parts[0].file);
      fs.mkdirSync(folder, { recursive: true });
      for (const name of fs.readdirSync(folder)) if (name.startsWith(`${program}-`)) fs.rmSync(path.join(folder, name));
      for (const { file, code } of parts) fs.writeFileSync(file, code);
    });
  },
});

async function asCommonJs(text, { minify, target, platform }) {
  const { code } = await esbuild.transform(text, { format: 'cjs', minify, target, platform, supported: { 'dynamic-import': false } });
  // What a part gives to others never changes once it has run, and is called thousands of times: plain values instead of what looks them up.
  return `${code}module.exports={...module.exports};\n`;
}
