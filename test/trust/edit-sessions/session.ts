/** What somebody does at an editor in which two files of one folder are open. Numbers that choose among what there is are taken modulo how much there is. */
export interface Session {
  /** Whether the editor asks what is wrong, or is told by the server. */
  client: 'asks' | 'listens';
  /** What the two files hold at first. */
  texts: readonly [string, string];
  /** What an editor shows is compared after every so many edits; edits in between do not wait for answers. */
  every: number;
  /** Everything that can be asked is compared at every so many of these comparisons, and after the last edit. */
  wholly: number;
  steps: readonly Step[];
}

export type Step = PersonStep | NoiseStep;

/** What a person does, where the cursor is. */
export type PersonStep =
  /** Puts the cursor at an offset. */
  | { do: 'go'; to: number }
  /** Puts it behind the next place where some words stand. */
  | { do: 'find'; words: string }
  /** Key by key; Enter indents as the editor is told to. */
  | { do: 'type'; text: string }
  /** Takes one of the things that are offered. */
  | { do: 'choose'; item: number }
  | { do: 'erase'; keys: number }
  | { do: 'undo'; times: number }
  | { do: 'redo'; times: number }
  | { do: 'paste'; text: string }
  /** By our command, which reads what is pasted. */
  | { do: 'paste into the record'; text: string }
  | { do: 'move line'; down: boolean }
  | { do: 'duplicate line' }
  | { do: 'delete line' }
  | { do: 'toggle comment'; lines: number }
  | { do: 'replace all'; find: string; by: string }
  | { do: 'format'; lines?: number }
  /** Makes one of the changes that are offered: for the line, or for all of the file. */
  | { do: 'act'; action: number; everywhere: boolean }
  | { do: 'mend everything' }
  /** The id that stands next. */
  | { do: 'rename'; to: string }
  | { do: 'insert'; what: 'judgements' | 'followUp' }
  | { do: 'new record'; authority: string; event: string; start: string }
  | { do: 'save' }
  | { do: 'other file' };

/** What only a program, or an accident, does. */
export type NoiseStep =
  | { do: 'splice'; from: number; length: number; text: string }
  /** A range as no editor sends it: behind the end of a line or of the text. */
  | { do: 'splice outside'; line: number; character: number; text: string }
  | { do: 'whole text'; text: string }
  /** Several changes in one event, each of the text that the one before has made. */
  | { do: 'several'; changes: readonly { from: number; length: number; text: string }[] }
  /** The same is written at several places at once. */
  | { do: 'cursors'; at: readonly number[]; text: string }
  /** The file is closed, with or without what was written in it, and opened again. */
  | { do: 'close and open' };
