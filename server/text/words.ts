const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** "1 error", "2 errors". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** "four"; figures from 11 on. */
export function numberInWords(number: number): string {
  return NUMBERS[number] ?? String(number);
}

/** "second" for 2; "11th" and so on from there. */
export function ordinalInWords(number: number): string {
  return ORDINALS[number - 1] ?? `${number}th`;
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
