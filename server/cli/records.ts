import referenceData from 'generated:reference-data';
import type { Checker } from '../findings/checker';
import { Checkers } from '../findings/checkers';
import type { Levels } from '../findings/severities';
import { today } from '../lsp/today';
import { RecordStream } from '../records/stream';
import { Reader } from '../reference/reader';
import { createReference } from '../reference/reference';
import { Workspace } from '../workspace/workspace';
import { relativePath } from './find-files';
import type { Inputs } from './inputs';
import type { Progress } from './progress';

/** One file of records, and the checker that the configuration gives it. */
export interface RecordFile {
  /** As it is shown, and its name in the workspace. */
  path: string;
  stream: RecordStream;
  checker: Checker;
}

/** The records that a command works on: they are the workspace, and no others. */
export interface Records {
  files: readonly RecordFile[];
  workspace: Workspace;
}

/** Records that are read without a look at the clock. */
const RECORDS_AT_ONCE = 20;

/** @param levels win over the configuration */
export async function readRecords(inputs: Inputs, progress: Progress, levels: Levels = {}): Promise<Records> {
  const reader = new Reader(createReference(referenceData));
  const checkers = new Checkers(reader, { today: today() }, inputs.configuration, levels);
  const workspace = new Workspace(reader);
  const files: RecordFile[] = [];
  let records = 0;
  for await (const { file, shown, text } of inputs.texts(() => progress.clear())) {
    const stream = RecordStream.of(text);
    workspace.set(shown, stream);
    files.push({ path: shown, stream, checker: checkers.for(relativePath(inputs.home, file)) });
    for (let isRead = false; !isRead;) {
      const until = records + RECORDS_AT_ONCE;
      isRead = workspace.advance(() => {
        if (records === until) return true;
        records++;
        return false;
      });
      await progress.step(() => `Reading: ${files.length} of ${inputs.files.length} files, ${records} records`);
    }
  }
  progress.clear();
  return { files, workspace };
}
