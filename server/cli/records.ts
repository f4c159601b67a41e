import type { Checker } from '../findings/checker';
import { Checkers } from '../findings/checkers';
import type { Levels } from '../findings/severities';
import { today } from '../lsp/today';
import { RecordStream } from '../records/stream';
import { Reader } from '../reference/reader';
import { createReference, type Reference } from '../reference/reference';
import { Workspace } from '../workspace/workspace';
import { compileLater } from './compile-later';
import { relativePath, type FoundFile } from './find-files';
import type { Inputs } from './inputs';
import type { LoadedConfiguration } from './load-configuration';
import type { Progress } from './progress';
import type { Decoded } from './read-files';

/** One file of records, and the checker that the configuration gives it. */
export interface RecordFile {
  /** As it is shown, and its name in the workspace. */
  path: string;
  stream: RecordStream;
  checker: Checker;
}

/** Makes of a file that was read what is to be worked on: the same, or with its mistakes mended. */
export type Revise = (found: FoundFile & Decoded, stream: RecordStream, checker: Checker) => Promise<RecordStream>;

/** The records that a command works on: they are the workspace, and no others. */
export class Records {
  readonly reference: Reference;
  readonly workspace: Workspace;
  private readonly checkers: Checkers;
  private readonly home: string;
  private readonly byPath = new Map<string, RecordFile>();

  /** @param levels win over the configuration */
  constructor({ configuration, home, data }: LoadedConfiguration, levels: Levels = {}) {
    this.reference = createReference(data);
    const reader = new Reader(this.reference);
    this.checkers = new Checkers(reader, { today: today() }, configuration, levels);
    this.workspace = new Workspace(reader);
    this.home = home;
  }

  /** In order of path. */
  get files(): readonly RecordFile[] {
    return [...this.byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  get paths(): readonly string[] {
    return [...this.byPath.keys()];
  }

  has(path: string): boolean {
    return this.byPath.has(path);
  }

  /**
   * Adds a file, or puts its new text in the place of the one before: records that stayed as they were are not read again.
   * Whether anything is different now.
   */
  async set(found: FoundFile & Decoded, revise?: Revise): Promise<boolean> {
    const { file, shown, text } = found;
    const before = this.byPath.get(shown)?.stream;
    const checker = this.checkers.ofAll ?? this.checkers.for(relativePath(this.home, file));
    const read = RecordStream.of(text, before);
    const stream = revise ? await revise(found, read, checker) : read;
    if (before?.slices.length === stream.slices.length && stream.slices.every((slice, i) => slice === before.slices[i])) return false;
    this.workspace.set(shown, stream);
    this.byPath.set(shown, { path: shown, stream, checker });
    return true;
  }

  /** Takes a file out; whether it was there. */
  delete(path: string): boolean {
    this.workspace.delete(path);
    return this.byPath.delete(path);
  }
}

/** Records that are read without a look at the clock. */
const RECORDS_AT_ONCE = 20;

/** From so many files on, a run is long enough to care how its code is compiled. */
const MANY_FILES = 20;

/** @param levels win over the configuration */
export async function readRecords(inputs: Inputs, progress: Progress, { levels, revise }: { levels?: Levels; revise?: Revise } = {}): Promise<Records> {
  if (inputs.files.length >= MANY_FILES) compileLater();
  const records = new Records(inputs, levels);
  let files = 0;
  for await (const found of inputs.texts(() => progress.clear())) {
    await records.set(found, revise);
    files++;
    const turn = progress.step(() => `Reading: ${files} of ${inputs.files.length} files`);
    if (turn) await turn;
  }
  await readAll(records, progress, `${files} of ${inputs.files.length} files`);
  progress.clear();
  return records;
}

/** Reads what the records say, when all are there: what does one thing for many of them takes less time than what does all for one after the other. */
async function readAll({ workspace }: Records, progress: Progress, files: string): Promise<void> {
  let read = 0;
  for (let isRead = false; !isRead;) {
    const until = read + RECORDS_AT_ONCE;
    isRead = workspace.advance(() => {
      if (read === until) return true;
      read++;
      return false;
    });
    const turn = progress.step(() => `Reading: ${files}, ${read} records`);
    if (turn) await turn;
  }
}
