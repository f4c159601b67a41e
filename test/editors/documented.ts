import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import type { Context } from 'mocha';
import { PROGRAM } from '../cli/run';

// What the tests of all editors share: two records, and the set-up that people are told to use.

export const INSPECTION = 'id: kent-2022\nauthority: Kent\nevent: ILACS focused visit\npublished: 2022-07-08\n';
export const VISIT = '# Second visit\nauthority: Kentt # é\nevent: ILACS focused visit\npublished: 2023-05-02\nfollows: kent-2022\n';

/** The first code block of a language on an editor's page. */
export function documented(editor: string, language: string): string {
  const block = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(fs.readFileSync(`docs/editors/${editor}.md`, 'utf8'));
  assert.ok(block, `${editor}: no ${language}`);
  return block[1]!;
}

/** The same with this program in the place of the one on people's PATH, which stands there in these words. */
export function withThisProgram(setUp: string, words: string): string {
  assert.ok(setUp.includes(words));
  const quote = words[0]!;
  return setUp.replace(words, words.replace(`${quote}inspection-records${quote}`, [process.execPath, PROGRAM].map(word => JSON.stringify(word)).join(words.includes(',') ? ', ' : ' ')));
}

/** Skips where an editor is not installed, and says so: tests install none. */
export function needs(context: Context, program: string, args: readonly string[], name: string, packages: string, env: Readonly<Record<string, string>> = {}): void {
  if (spawnSync(program, args, { env: { ...process.env, ...env } }).status === 0) return;
  console.log(`    skipped: there is no ${name} here (${program}; on Debian: apt-get install ${packages})`);
  context.skip();
}
