import type { Slice } from '../records/slice';

/**
 * The same function, which remembers what it last made of a slice: a slice never changes, so that is made again only where something
 * else that it depends on has become another. After an edit, what is told of a whole file costs the records that the edit touched.
 * @param make depends on its arguments alone
 */
export function keep<Rest extends readonly unknown[], T>(make: (slice: Slice, ...rest: Rest) => T): (slice: Slice, ...rest: Rest) => T {
  const known = new WeakMap<Slice, { rest: Rest; made: T }>();
  return (slice, ...rest) => {
    const last = known.get(slice);
    if (last?.rest.every((each, i) => each === rest[i])) return last.made;
    const made = make(slice, ...rest);
    known.set(slice, { rest, made });
    return made;
  };
}
