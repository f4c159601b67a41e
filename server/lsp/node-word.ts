import { createRequire } from 'node:module';
import path from 'node:path';
import type { WordWriters } from '../summary/formats';

/** What writes Word files: a bundle of its own beside this one, loaded when it is first asked for. */
export async function loadWordWriters(): Promise<WordWriters> {
  const { wordWriters } = createRequire(__filename)(path.join(__dirname, 'word.js')) as { wordWriters: WordWriters };
  return wordWriters;
}
