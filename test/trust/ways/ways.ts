import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { WriteStream } from 'node:tty';
import path from 'node:path';
import { readArguments, type Arguments } from '../../../server/cli/arguments';
import { pathInBaseline } from '../../../server/cli/baseline-file';
import { REPORT_FORMATS } from '../../../server/cli/choices';
import { COMMANDS } from '../../../server/cli/commands';
import { openInputs, type Inputs } from '../../../server/cli/inputs';
import { Progress } from '../../../server/cli/progress';
import { readFiles, type FileText } from '../../../server/cli/read-files';
import { readRecords, Records, type Revise } from '../../../server/cli/records';
import { checkedFiles, tell, toldBy } from '../../../server/cli/tell';
import { isLevel } from '../../../server/findings/severities';
import { readParsed } from '../../../server/records/read';
import { Baseline } from '../../../server/reports/baseline';
import { AmongOthers } from '../../../server/workspace/among';
import { BASELINE, CONFIGURATION } from './collection';

// Checking comes to its report in more than one way: files are read at once or ahead, records by the plain reader or by the parser, all for the
// first time or some of them again. Nobody may see which way it was.

/** What was read, and what could not be. */
export interface Read {
  records: Records;
  /** What is known across records, where anything was asked already. */
  among?: AmongOthers;
  problems: readonly string[];
}

/** A way from inputs to records. `order` is a number from which it may make an order of its own. */
export type Way = (inputs: Inputs, args: Arguments, order: number) => Promise<Read>;

const progress = new Progress({ isQuiet: true });

function levels(args: Arguments) {
  return Object.fromEntries(args.values('rule').map(setting => setting.split('=')).filter(([, level]) => isLevel(level)));
}

/** Files one after the other, as the program itself reads them. */
const ordinary: Way = async (inputs, args) => ({ records: await readRecords(inputs, progress, { levels: levels(args) }), problems: [] });

/** All files, each asked for before the one before it has come. */
const ahead: Way = (inputs, args) => oneByOne(inputs, args, readFiles(inputs.files, 0));

/** In any order; each is understood, and held against those that have come, before the next one comes. */
const inAnyOrder: Way = (inputs, args, order) => oneByOne(inputs, args, shuffled(inputs, order), async read => {
  for await (const checked of checkedFiles(read.records, read.among!, progress)) void checked;
});

/** Each file first has the text of another one, and is checked with it. */
const changed: Way = async (inputs, args, order) => {
  const records = new Records(inputs, levels(args));
  const among = new AmongOthers(records.workspace);
  const [others, own] = [await all(readFiles(inputs.files)), await all(shuffled(inputs, order))];
  for (const [index, file] of others.entries()) {
    const other = others[(index + 1) % others.length]!;
    if ('text' in other) await records.set({ ...file, text: other.text, mark: other.mark });
  }
  for await (const checked of checkedFiles(records, among, progress)) void checked;
  for (const read of own) {
    if ('text' in read) await records.set(read);
    else records.delete(read.shown);
  }
  return { records, among, problems: problemsOf(own) };
};

/** Every record is read by the parser, however plainly it is written. */
const parsed: Way = (inputs, args) => oneByOne(inputs, args, readFiles(inputs.files), undefined, (_, stream) => {
  for (const slice of stream.slices) Object.defineProperty(slice, 'record', { value: readParsed(slice.text) });
  return Promise.resolve(stream);
});

export const WAYS: Readonly<Record<string, Way>> = { ahead, inAnyOrder, changed, parsed };

/** Takes files in as they come. */
export async function oneByOne(inputs: Inputs, args: Arguments, files: AsyncIterable<FileText>, after?: (read: Read) => Promise<void>, revise?: Revise): Promise<Read> {
  const records = new Records(inputs, levels(args));
  const among = new AmongOthers(records.workspace);
  const come: FileText[] = [];
  for await (const file of files) {
    come.push(file);
    if ('text' in file) await records.set(file, revise);
    await after?.({ records, among, problems: [] });
  }
  return { records, among, problems: problemsOf(come) };
}

/** The files in an order that a number stands for. */
export async function* shuffled({ files }: Inputs, order: number): AsyncGenerator<FileText> {
  const left = [...files];
  for (let rest = order; left.length; rest = Math.floor(rest / 3)) yield* readFiles(left.splice(rest % left.length, 1));
}

async function all<T>(each: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of each) found.push(one);
  return found;
}

function problemsOf(files: readonly FileText[]): string[] {
  return files.flatMap(file => ('problem' in file ? [`${file.shown}: ${file.problem}`] : [])).sort();
}

/** What a program was told to check, and how. */
export interface Task {
  folder: string;
  options: readonly string[];
  order: number;
}

/** Everything that anybody sees of a way: a report in each format, what cannot be read, and whether there is a finding that counts. */
export async function seenBy(way: Way, { folder, options, order }: Task): Promise<Record<string, unknown>> {
  const problems: string[] = [];
  const args = readArguments('check', [folder, '--config', path.join(folder, CONFIGURATION), '--no-color', ...options], COMMANDS.check!.options);
  const inputs = await openInputs(args, message => problems.push(message));
  const read = await way(inputs, args, order);
  const seen: Record<string, unknown> = { problems: [...problems, ...read.problems].sort() };
  for (const format of REPORT_FORMATS) seen[format] = await report(read, args, format);
  return seen;
}

/** The program's way. */
export const usual = (task: Task) => seenBy(ordinary, task);

async function report({ records, among = new AmongOthers(records.workspace) }: Read, args: Arguments, format: string): Promise<string> {
  const out = new PassThrough();
  const written = text(out);
  const asked = readArguments('check', ['--no-color', '--format', format, ...args.values('baseline').flatMap(file => ['--baseline', file]), ...['--fail-on', args.value('fail-on')!], ...(args.has('quiet') ? ['--quiet'] : [])], COMMANDS.check!.options);
  const { hasFailed } = await tell(records, among, { ...toldBy(asked, out as unknown as WriteStream), isTalkative: false, isSummed: false }, progress);
  out.end();
  return `${await written}\n${hasFailed}`;
}

/** Some of what is found in a folder, as a baseline that lies in it. */
export async function baselineOf(folder: string, tenths: number): Promise<string> {
  const args = readArguments('check', [folder], COMMANDS.check!.options);
  const { records } = await ordinary(await openInputs(args, () => {}), args, 0);
  const baseline = new Baseline();
  let number = 0;
  for await (const { path: shown, findings } of checkedFiles(records, new AmongOthers(records.workspace), progress)) {
    for (const finding of findings) if (number++ % 10 < tenths) baseline.add(pathInBaseline(path.join(folder, BASELINE), shown), finding);
  }
  return baseline.toString();
}
