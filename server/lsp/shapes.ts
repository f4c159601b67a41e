/** What does not fit: where it stands in the value, as `.position.line`, and what was expected there. */
export interface Misfit {
  path: string;
  expected: string;
}

/** Tells what is wrong with a value that came from outside; undefined where nothing is. */
export type Shape = (value: unknown) => Misfit | undefined;

export const anything: Shape = () => undefined;
export const text = one('a text', value => typeof value === 'string');
export const base64 = one('a text in base64', value => typeof value === 'string' && value.length % 4 === 0 && /^[a-z\d+/]*={0,2}$/i.test(value));
export const flag = one('true or false', value => typeof value === 'boolean');
export const number = one('a number', value => typeof value === 'number');
/** Lines, characters, versions of answers. As large as anybody likes: "to the end" is often said so. */
export const count = one('a whole number, not below 0', value => Number.isInteger(value) && (value as number) >= 0);

export function oneOf(...words: readonly string[]): Shape {
  return one(`one of ${words.join(', ')}`, value => words.includes(value as string));
}

/** What may be left out. Some clients say so with null. */
export function optional(shape: Shape): Shape {
  return value => (value === undefined || value === null ? undefined : shape(value));
}

export function list(shape: Shape): Shape {
  return value => {
    if (!Array.isArray(value)) return { path: '', expected: 'a list' };
    return first(value.map((each, i) => at(`[${i}]`, shape(each))));
  };
}

/** Further parts may be there. An empty list is taken for an object without parts: in some languages they are one thing. */
export function object(parts: Readonly<Record<string, Shape>>): Shape {
  return value => {
    if (typeof value !== 'object' || value === null || (Array.isArray(value) && value.length)) return { path: '', expected: 'an object' };
    return first(Object.entries(parts).map(([name, shape]) => at(`.${name}`, shape((value as Record<string, unknown>)[name]))));
  };
}

/** What one of them fits; where none does, what is wrong for the first. */
export function either(...shapes: readonly [Shape, ...Shape[]]): Shape {
  return value => {
    const misfits = shapes.map(shape => shape(value));
    return misfits.includes(undefined) ? undefined : misfits[0];
  };
}

/** An object without the parts that do not fit: what is said wrongly counts as not said. A list goes as a whole. */
export function fitting<T>(value: T, shape: Shape): T {
  const misfit = shape(value);
  return misfit ? fitting(without(value, misfit.path.slice(1).replace(/\[.*/, '').split('.')), shape) : value;
}

function without<T>(value: T, [name, ...rest]: readonly string[]): T {
  const parts = { ...value } as Record<string, unknown>;
  if (rest.length) parts[name!] = without(parts[name!], rest);
  else delete parts[name!];
  return parts as T;
}

function one(expected: string, fits: (value: unknown) => boolean): Shape {
  return value => (fits(value) ? undefined : { path: '', expected });
}

function at(place: string, misfit: Misfit | undefined): Misfit | undefined {
  return misfit && { path: place + misfit.path, expected: misfit.expected };
}

function first(misfits: readonly (Misfit | undefined)[]): Misfit | undefined {
  return misfits.find(misfit => misfit !== undefined);
}
