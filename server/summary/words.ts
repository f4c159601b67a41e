import type { JudgementData } from '../reference/data';

/** "1 error", "2 errors". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** "a", "a and b", "a, b and c"; with a comma before the "and" where a name has one of its own. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  const comma = names.length > 2 && names.some(name => name.includes(' and ')) ? ',' : '';
  return `${names.slice(0, -1).join(', ')}${comma} and ${names.at(-1)!}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** For the middle of a sentence: "Good" → "good"; "LSCB" stays. */
export function uncapitalised(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The name by which people speak of a judgement: the first of its spellings, or else its own. */
export function spokenName(judgement: JudgementData): string {
  return uncapitalised(judgement.spellings?.[0] ?? judgement.name);
}
