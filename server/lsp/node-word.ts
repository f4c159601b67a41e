import { createRequire } from 'node:module';
import path from 'node:path';
import type { WordWriter } from '../summary/formats';

/** The writer of Word files: a bundle of its own beside this one, loaded when it is first asked for. */
export async function loadWordWriter(): Promise<WordWriter> {
  const { writeWord } = createRequire(__filename)(path.join(__dirname, 'word.js')) as { writeWord: WordWriter };
  return writeWord;
}
