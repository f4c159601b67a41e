import type { WordWriters } from '../formats';
import { writeWord } from './document';
import { writeJourneyWord } from './journey';

// All that writes Word files: a bundle of its own, because the library that it needs is large.
export const wordWriters: WordWriters = { records: writeWord, journey: writeJourneyWord };
