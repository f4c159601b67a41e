/** What may stand where something else belongs. `undefined` stands for nothing at all. */
const ODD: readonly unknown[] = [undefined, null, 7, -1, 1.5, 1e300, 'x', '', true, [], {}, [null], { uri: 5 }, '__proto__', 'file:////%zz/x', 'a b:c'];

/** A value with one part of it, or all of it, replaced by something odd; in every way. */
export function* spoilt(value: unknown): Generator<unknown> {
  for (const path of pathsIn(value)) for (const odd of ODD) yield replaced(value, path, odd);
}

type Path = readonly (string | number)[];

function* pathsIn(value: unknown, above: Path = []): Generator<Path> {
  yield above;
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) yield* pathsIn(part, [...above, Array.isArray(value) ? Number(name) : name]);
}

function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  const copy = (Array.isArray(value) ? [...value as unknown[]] : { ...value as object }) as Record<string | number, unknown>;
  copy[name] = replaced(copy[name], rest, by);
  return copy;
}
