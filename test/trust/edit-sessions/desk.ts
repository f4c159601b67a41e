import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { recordWithId } from '../../features/sample-records';
import { ALWAYS_WRONG } from './knowledge';

/** The first of the two lies in the folder already, as it was saved some time ago. */
export const NAMES = ['saved.inspection.yaml', 'new.inspection.yaml'] as const;

/** A folder with files that are not open, or not as they lie there. */
export function makeFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'inspection-records-sessions-'));
  fs.writeFileSync(path.join(folder, ALWAYS_WRONG), 'authority: Nowhere\n');
  fs.writeFileSync(path.join(folder, NAMES[0]), recordWithId('kirklees-2016-sif'));
  fs.writeFileSync(path.join(folder, 'closed.inspection.yaml'), 'id: closed\nauthority: Kent\nevent: ILACS standard inspection\nfieldwork: {start: 2022-05-09}\n');
  return folder;
}
