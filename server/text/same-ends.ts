/** How many of the first, and of the last, two rows of things have in common; none counts for both. */
export function sameEnds<T>(before: ArrayLike<T>, after: ArrayLike<T>): { first: number; last: number } {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first++;
  let last = 0;
  while (last < most - first && before[before.length - 1 - last] === after[after.length - 1 - last]) last++;
  return { first, last };
}
