import type { Level } from './severities';

/**
 * One setting of a configuration: what its reader takes, and what editors offer and explain. `holds`: rules with their levels,
 * patterns for paths, or a list of entries with settings of their own.
 */
export interface Setting {
  name: string;
  description: string;
  /** As it stands in a configuration. */
  example: string;
  holds: 'levels' | 'patterns' | 'entries';
  entries?: readonly Setting[];
  /** Said of an entry that lacks it; absent where it may be left out. */
  missing?: string;
}

export const OVERRIDE_SETTINGS = [
  {
    name: 'files', holds: 'patterns',
    description: 'The files that this entry is for: a pattern for paths below this folder, or a list of patterns. One without / fits at any depth, and one that fits a folder stands for everything in it.',
    example: 'files: "archive/**"',
    missing: "'files' is missing here: the files that this is for.",
  },
  {
    name: 'rules', holds: 'levels',
    description: 'How grave rules are in these files; what is not named here stays as it is elsewhere.',
    example: 'rules:\n  missing-judgement: warning',
    missing: "'rules' is missing here: what is to hold for these files.",
  },
] as const satisfies readonly Setting[];

export const SETTINGS = [
  {
    name: 'rules', holds: 'levels',
    description: 'How grave each rule is. A rule that is not named keeps the level that it has of itself.',
    example: 'rules:\n  publication-gap: off\n  fieldwork-weekend: information',
  },
  {
    name: 'overrides', holds: 'entries', entries: OVERRIDE_SETTINGS,
    description: 'What is to hold otherwise in some of the files. Of several entries that fit a file, the last one decides.',
    example: 'overrides:\n  - files: "archive/**"\n    rules: {missing-judgement: warning}',
  },
  {
    name: 'ignore', holds: 'patterns',
    description: 'Files that are left out altogether: a pattern for paths below this folder, or a list of patterns. One without / fits at any depth, and one that fits a folder stands for everything in it.',
    example: 'ignore: ["drafts/**"]',
  },
  {
    name: 'frameworks', holds: 'patterns',
    description: 'Data files with further frameworks, grade scales, events and authorities, of other inspectorates for instance: a pattern for paths below this folder, or a list of patterns. They add to what is built in.',
    example: 'frameworks: ["frameworks/*.yaml"]',
  },
] as const satisfies readonly Setting[];

/** What comes of each level. */
export const LEVEL_MEANINGS: Readonly<Record<Level, string>> = {
  error: 'The record is wrong. Editors underline it in red, and a check of the files fails.',
  warning: 'The record is very likely wrong. Editors underline it, and a check passes unless it is told to be strict.',
  information: 'Something that readers of the record should know.',
  hint: 'Advice. Editors mark it faintly, and it stands in no list of problems.',
  off: 'The rule is not applied.',
};

/** What belongs at a place of a configuration: keys that are settings or rules, or a value. */
export type Expected = { kind: 'settings'; settings: readonly Setting[] } | { kind: 'rules' | 'level' | 'pattern' };

/** @param path keys and list indices that lead to the place; undefined where nothing is known to belong there */
export function expectedAt(path: readonly (string | number)[]): Expected | undefined {
  let expected: Expected | undefined = { kind: 'settings', settings: SETTINGS };
  let entries: readonly Setting[] | undefined;
  for (const step of path) {
    if (typeof step === 'number') expected = entries ? { kind: 'settings', settings: entries } : expected?.kind === 'pattern' ? expected : undefined;
    else if (expected?.kind === 'rules') expected = { kind: 'level' };
    else {
      const setting: Setting | undefined = settingsOf(expected).find(({ name }) => name === step);
      entries = setting?.entries;
      expected = setting?.holds === 'levels' ? { kind: 'rules' } : setting?.holds === 'patterns' ? { kind: 'pattern' } : undefined;
      continue;
    }
    entries = undefined;
  }
  return expected;
}

function settingsOf(expected: Expected | undefined): readonly Setting[] {
  return expected?.kind === 'settings' ? expected.settings : [];
}
