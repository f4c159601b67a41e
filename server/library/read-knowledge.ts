import referenceData from 'generated:reference-data';
import { readPacks } from '../findings/packs';
import { lineStarts, positionAt } from '../text/lines';
import { Knowledge } from './knowledge';
import type { Range, TextFile } from './place';

/** A mistake in a file of reference data: the entry that it is in is left out. */
export interface KnowledgeProblem {
  path: string;
  range: Range;
  message: string;
}

/**
 * Adds further frameworks, grades, events and bodies to what is built in. Never throws: what cannot be used is told, and left out.
 * @param files of reference data, in YAML, as `frameworks:` of a configuration names them
 */
export function readKnowledge(files: readonly TextFile[]): { knowledge: Knowledge; problems: KnowledgeProblem[] } {
  const { data, problems } = readPacks(files.map(({ path, text }) => ({ name: path, text })), referenceData);
  const starts = new Map(files.map(({ path, text }) => [path, lineStarts(text)]));
  const positionIn = (path: string, offset: number) => positionAt(starts.get(path)!, offset);
  return {
    knowledge: new Knowledge(data),
    problems: problems.map(({ file, message, start, end }) => ({ path: file, message, range: { start: positionIn(file, start), end: positionIn(file, end) } })),
  };
}
