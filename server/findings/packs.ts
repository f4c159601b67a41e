import type { ReferenceData } from '../reference/data';
import { dayDoubts, overlapDoubts } from './packs/days';
import { readEntries, type Entry, type List, type PackFile, type PackProblem } from './packs/entries';
import { Known, placed, type Doubt } from './packs/known';
import { innerNameDoubts, nameDoubts } from './packs/names';
import { pointerDoubts, withoutOrphans } from './packs/pointers';
import { senseDoubts } from './packs/sense';

export type { PackFile, PackProblem } from './packs/entries';

/**
 * Joins reference data from files to what is built in. Never throws: an entry that cannot be used is left out, and the rest counts.
 * Nothing that is built in can be replaced.
 * @param files in the order in which their entries are to come
 */
export function readPacks(files: readonly PackFile[], builtIn: ReferenceData): { data: ReferenceData; problems: PackProblem[] } {
  const read = readEntries(files);
  const known = new Known(builtIn, read);
  const names = nameDoubts(known);
  const problems = [...read.problems];
  const sound = read.entries.filter(entry => {
    const doubts = doubtsAbout(entry, known, names.get(entry)!);
    problems.push(...doubts.map(doubt => placed(entry, doubt)));
    return !doubts.some(({ isFatal }) => isFatal);
  });
  const order = new Map(files.map(({ name }, index) => [name, index]));
  return { data: join(builtIn, withoutOrphans(sound, known)), problems: problems.sort((a, b) => order.get(a.file)! - order.get(b.file)! || a.start - b.start) };
}

function doubtsAbout(entry: Entry, known: Known, names: readonly Doubt[]): Doubt[] {
  // What is said of an entry that there should not be twice would be said twice.
  if (names.some(({ isFatal }) => isFatal)) return names.filter(({ isFatal }) => isFatal).slice(0, 1);
  return [...names, ...innerNameDoubts(entry), ...pointerDoubts(entry, known), ...dayDoubts(entry), ...overlapDoubts(entry, known), ...senseDoubts(entry, known)];
}

function join(builtIn: ReferenceData, entries: readonly Entry[]): ReferenceData {
  const of = <L extends List>(list: L) => [...builtIn[list], ...entries.filter(entry => entry.list === list).map(({ value }) => value)];
  return Object.fromEntries((Object.keys(builtIn) as List[]).map(list => [list, of(list)])) as unknown as ReferenceData;
}
