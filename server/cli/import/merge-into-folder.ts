import fs from 'node:fs';
import path from 'node:path';
import type { Draft } from '../../import/draft';
import { KnownRecords } from '../../import/match-records';
import { mergeAll } from '../../import/merge-all';
import { byFile } from '../../import/places';
import { writeRecords } from '../../import/write-record';
import { visible } from '../../text/visible';
import { Arguments } from '../arguments';
import { openInputs } from '../inputs';
import { Progress } from '../progress';
import { readRecords, type RecordFile } from '../records';
import { describeSystemError } from '../system-error';
import { print, say } from '../terminal';
import { UsageError } from '../usage-error';
import { replaceText } from '../write-file';
import { writeNew } from './write-new';

/**
 * Adds to the records of a folder what they lack; inspections that it does not know go to the file of their authority. Nothing that is
 * there is changed. Whether all could be written, and nothing contradicts. The names of files that changed go to standard output.
 */
export async function mergeIntoFolder(drafts: readonly Draft[], folder: string, args: Arguments, options: { evidence: boolean }): Promise<boolean> {
  makeFolder(folder);
  const given = new Map(args.has('config') ? [['config', args.values('config')]] : []);
  const inputs = await openInputs(new Arguments([folder], {}, given), () => {});
  const { files } = await readRecords(inputs, new Progress({ isQuiet: false }));
  const known = new KnownRecords();
  for (const { stream, checker } of files) {
    for (const slice of stream.slices) {
      const inspection = checker.inspection(slice);
      if (inspection && slice.record.faults.length === 0) known.add(slice, inspection);
    }
  }
  const { texts, others: unknown, conflicts } = mergeAll(drafts, known, options);
  const others = byFile(unknown);
  for (const conflict of conflicts) say(visible(conflict));
  let isWhole = conflicts.length === 0 && !inputs.hasProblems;
  const appended = appendOthers(others, folder, files, options);
  for (const file of files) {
    const changed = file.stream.slices.map(slice => texts.get(slice) ?? slice.text).join('');
    const text = appended.get(path.resolve(file.path)) ?? '';
    const whole = text === '' ? changed : `${changed === '' || changed.endsWith('\n') ? changed : `${changed}\n`}---\n${text}`;
    if (whole === file.stream.text) continue;
    const problem = replaceText(path.resolve(file.path), file.stream.text, whole);
    if (problem) say(visible(`${file.path}: ${problem}`));
    else await print(`${visible(file.path)}\n`);
    isWhole &&= !problem;
  }
  for (const [name, own] of others) {
    const file = path.join(folder, name);
    if (appended.has(path.resolve(file))) continue;
    if (writeNew(file, writeRecords(own, options))) await print(`${visible(file.split(path.sep).join('/'))}\n`);
    else isWhole = false;
  }
  return isWhole;
}

function makeFolder(folder: string): void {
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (error) {
    const meaning = describeSystemError(error, 'write');
    throw meaning ? new UsageError(`${visible(folder)}: ${meaning}.`) : error;
  }
}

/** Records for files that are there already, by the file. */
function appendOthers(others: ReadonlyMap<string, readonly Draft[]>, folder: string, files: readonly RecordFile[], options: { evidence: boolean }): Map<string, string> {
  const there = new Set(files.map(({ path: shown }) => path.resolve(shown)));
  return new Map([...others].map(([name, own]) => [path.resolve(folder, name), writeRecords(own, options)] as const).filter(([file]) => there.has(file)));
}
