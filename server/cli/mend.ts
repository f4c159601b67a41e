import { mend } from '../features/actions/fix-all';
import type { Checker } from '../findings/checker';
import { RecordStream } from '../records/stream';
import { applyEdits } from '../text/edits';
import { visible } from '../text/visible';
import { count } from '../text/words';
import type { FoundFile } from './find-files';
import type { Progress } from './progress';
import type { Decoded } from './read-files';
import { printData, say } from './terminal';
import { replaceText } from './write-file';

/** Mends what can be mended without asking, record by record, and puts the new texts where the old ones came from. */
export class Mender {
  /** Files that could not be written, and are as they were. */
  failed = 0;
  private findings = 0;
  private files = 0;

  /** @param isFilter the text comes from standard input, and goes to standard output */
  constructor(private readonly isFilter: boolean, private readonly progress: Progress) {}

  /** The records of a file after mending; as they were, where the file could not be written. */
  readonly revise = async ({ file, shown, text, mark }: FoundFile & Decoded, stream: RecordStream, checker: Checker): Promise<RecordStream> => {
    let after = '';
    let mended = 0;
    for (const slice of stream.slices) {
      const { edits, findings } = mend(slice, checker);
      after += applyEdits(slice.text, edits);
      mended += findings;
      await this.progress.step(() => `Mending: ${shown}`);
    }
    this.progress.clear();
    if (this.isFilter) await printData(mark + after);
    if (after === text) return stream;
    const problem = this.isFilter ? undefined : replaceText(file, text, after);
    if (problem) {
      this.failed++;
      say(visible(`${shown}: ${problem}`));
      return stream;
    }
    this.files++;
    this.findings += mended;
    return RecordStream.of(after, stream);
  };

  /** What was done, in a few words: "Mended 12 findings in 3 files."; undefined where nothing was. */
  describe(): string | undefined {
    return this.files > 0 ? `Mended ${count(this.findings, 'finding')} in ${count(this.files, 'file')}.` : undefined;
  }
}
