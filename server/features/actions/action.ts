import type { Finding } from '../../findings/finding';
import type { TextEdit } from '../../rules/rule';

/** Something the editor can do to a record. Edits by offsets in the record's slice. */
export interface Action {
  title: string;
  kind: 'quickfix' | 'source.fixAll.inspectionRecords' | 'refactor.rewrite';
  edits: readonly TextEdit[];
  /** The same with a gap for everything that is still to be filled in, where it leaves something to be filled in. */
  withGaps?: readonly TextEdit[];
  /** What it mends. */
  finding?: Finding;
  /** The one that is meant most often. */
  preferred?: boolean;
}
