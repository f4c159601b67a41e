/** Words that may stand in a place. */
export type Values = 'files' | readonly string[];

/** A command as shells complete it. */
export interface CompletedCommand {
  name: string;
  does: string;
  options: readonly CompletedOption[];
  /** What stands behind its options, as the help says it. */
  takes: string;
  /** The same, as far as it is known. */
  positionals?: Values;
}

export interface CompletedOption {
  /** Without its dashes. */
  name: string;
  help: string;
  /** What stands for its value in the help; absent where it takes none. */
  value?: string;
  /** The words that its value may be, as far as that is known. */
  values?: Values;
  isRepeatable: boolean;
}

/** What users call the program. */
export const PROGRAM = 'inspection-records';

/** The same as the name of a shell's function. */
export const FUNCTION = '_inspection_records';
