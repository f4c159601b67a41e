import type { JudgementData } from '../reference/data';

/** For the middle of a sentence: "Good" → "good"; "LSCB" stays. */
export function uncapitalised(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The name by which people speak of a judgement: the first of its spellings, or else its own. */
export function spokenName(judgement: JudgementData): string {
  return uncapitalised(judgement.spellings?.[0] ?? judgement.name);
}
