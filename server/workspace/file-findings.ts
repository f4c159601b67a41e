import type { Finding } from '../findings/finding';
import type { RecordStream } from '../records/stream';
import type { AmongOthers } from './among';
import { KeptOfFile, type Asking } from './kept-of-file';
import type { Workspace } from './workspace';

/** What is wrong with the records of one file, kept from one text of it to the next. */
export class FileFindings {
  private readonly kept: KeptOfFile<readonly Finding[]>;

  constructor(workspace: Workspace, private readonly among: AmongOthers) {
    this.kept = new KeptOfFile(workspace);
  }

  /**
   * The findings of a file as it is now, record by record, as far as there are not more than `most` of them; undefined where `isOver` has
   * put an end to it before: what was found till then is kept.
   */
  check(stream: RecordStream, asking: Asking, most: number, isOver: () => boolean): readonly (readonly Finding[])[] | undefined {
    const known = this.kept.of(stream, asking);
    const { slices } = stream;
    const { checker, isAmong } = asking;
    let count = 0;
    let checked = 0;
    for (; checked < slices.length && count <= most; checked++) {
      let found = known[checked];
      if (!found) {
        const slice = slices[checked]!;
        if (!checker.hasChecked(slice) && isOver()) return undefined;
        found = known[checked] = isAmong ? this.among.findings(slice, checker) : checker.findings(slice);
      }
      count += found.length;
    }
    return known.slice(0, checked) as (readonly Finding[])[];
  }
}
