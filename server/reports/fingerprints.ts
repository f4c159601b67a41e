import { about, keyOf } from './baseline';
import type { PlacedFinding } from './report';

/** Names for the findings of a report by which a service knows them again, wherever their lines have gone: what a baseline goes by, and a number where that is the same. */
export class Fingerprints {
  private readonly times = new Map<string, number>();

  /** To be asked once for each finding, in the order of the report. */
  of(path: string, placed: PlacedFinding): string {
    const key = keyOf(about(path, placed));
    const time = (this.times.get(key) ?? 0) + 1;
    this.times.set(key, time);
    return time === 1 ? key : `${key} ${time}`;
  }
}
