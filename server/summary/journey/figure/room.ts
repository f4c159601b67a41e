/** Finding room for things along a line, so that none covers another. */

export interface Extent {
  from: number;
  to: number;
}

/** A row for each, counted from 0, so that no two of one row are nearer than `gap`; each goes to the first row that has room. */
export function rowsFor(extents: readonly Extent[], gap: number): number[] {
  const rows: Extent[][] = [];
  return extents.map(extent => {
    const free = rows.findIndex(row => row.every(other => extent.from >= other.to + gap || extent.to + gap <= other.from));
    const row = free < 0 ? rows.push([]) - 1 : free;
    rows[row]!.push(extent);
    return row;
  });
}

/**
 * Moves points that stand too near to one another apart, as little as may be, and keeps their order.
 * @param points rising
 */
export function spread(points: readonly number[], gap: number, least: number, most: number): number[] {
  // Points that were pushed together move as one, about their middle.
  const groups: { middle: number; count: number }[] = [];
  for (const point of points) {
    groups.push({ middle: point, count: 1 });
    for (let last = groups.at(-1)!, before = groups.at(-2); before && before.middle + (before.count * gap) / 2 > last.middle - (last.count * gap) / 2; last = groups.at(-1)!, before = groups.at(-2)) {
      const count = before.count + last.count;
      groups.splice(-2, 2, { middle: (before.middle * before.count + last.middle * last.count) / count, count });
    }
  }
  const spaced = groups.flatMap(({ middle, count }) => Array.from({ length: count }, (_, i) => middle + (i - (count - 1) / 2) * gap));
  const pushed: number[] = [];
  for (const point of spaced) pushed.push(Math.max(point, pushed.length ? pushed.at(-1)! + gap : least));
  for (let i = pushed.length - 1, limit = most; i >= 0; i--, limit = pushed[i + 1]! - gap) pushed[i] = Math.min(pushed[i]!, limit);
  return pushed;
}
