import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { loadWordWriters } from '../lsp/node-word';
import { briefing } from '../summary/briefing';
import { chaptersOf, type Chapter } from '../summary/document';
import { FORMATS, type Means } from '../summary/formats';
import { visible } from '../text/visible';
import { AmongOthers } from '../workspace/among';
import type { Arguments } from './arguments';
import { findChromium, printPage } from './chromium';
import { openInputs, type Inputs } from './inputs';
import { Progress } from './progress';
import { readRecords, type Records } from './records';
import { STATUS, type Status } from './status';
import { pageAsked, writePage } from './summary-page';
import { printData, say } from './terminal';
import { UsageError } from './usage-error';
import { isRecord, writeOutput } from './write-output';

/** How often one looks whether there is news of long work, in milliseconds. */
const LOOK = 100;

export async function summary(args: Arguments): Promise<Status> {
  const page = pageAsked(args);
  const inputs = await openInputs(args);
  const format = args.value('format')!;
  const output = args.value('output');
  // What cannot be done is said before anything is.
  if (format === 'pdf' || format === 'png') findChromium(format);
  if (output === undefined && isBinary(format) && process.stdout.isTTY) throw new UsageError(`A ${format} file is nothing for a terminal: name a file for it with --output.`);
  const progress = new Progress({ isQuiet: false });
  const records = await readRecords(inputs, progress);
  if (records.files.length > 0 && (output === undefined || await mayWrite(output, args, inputs))) {
    const document = await withProgress(progress, page ? writePage(page, args, records) : write(format, chaptersFor(args, records), meansFor(records)));
    if (output === undefined) await printData(document);
    else writeOutput(output, document, 'a summary', inputs);
  }
  return inputs.hasProblems ? STATUS.usage : STATUS.clean;
}

function isBinary(format: string): boolean {
  return ['docx', 'pdf', 'png'].includes(format);
}

async function write(format: string, chapters: readonly Chapter[], means: Means): Promise<string | Uint8Array> {
  if (format !== 'pdf') return FORMATS[format]!.write(chapters, means);
  return printPage(await FORMATS.html!.write(chapters, means) as string);
}

function chaptersFor(args: Arguments, records: Records): Chapter[] {
  const chapters = chaptersOfAll(records);
  if (args.value('style') !== 'briefing') return chapters;
  const wrong = chapters.filter(({ view }) => view.problems.some(({ severity }) => severity === 'error')).length;
  if (wrong) say(`${wrong === 1 ? 'One record has' : `${wrong} records have`} errors, which a briefing does not show: see 'inspection-records check'.`);
  const { pathOf } = meansFor(records);
  return chapters.map(chapter => briefing(chapter, path.basename((chapter.stream && pathOf(chapter.stream)) ?? '')));
}

function meansFor({ files }: Records): Means {
  const paths = new Map(files.map(({ stream, path: shown }) => [stream, shown]));
  return {
    word: loadWordWriters,
    pathOf: stream => paths.get(stream),
  };
}

function chaptersOfAll({ files, workspace }: Records): Chapter[] {
  const checkers = new Map(files.flatMap(({ stream, checker }) => stream.slices.map(slice => [slice, checker] as const)));
  const among = new AmongOthers(workspace);
  return chaptersOf(files.map(({ stream }) => stream), files[0]!.checker, slice => among.findings(slice, checkers.get(slice)!));
}

/** What is there already is written over only where the user says so: by --force, or asked at the terminal. */
async function mayWrite(output: string, args: Arguments, inputs: Inputs): Promise<boolean> {
  if (args.has('force') || isRecord(output, inputs) || !isFile(output)) return true;
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw new UsageError(`${visible(output)}: there is such a file already. --force writes over it.`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${visible(output)} is there already. Write over it? (y/N) `)).trim());
  } finally {
    terminal.close();
  }
}

/** Whether there is such a file. What cannot be looked at cannot be written either, and is told then. */
function isFile(name: string): boolean {
  try {
    return fs.statSync(name).isFile();
  } catch {
    return false;
  }
}

/** Waits for work that says nothing of itself, and says after a while that one waits. */
async function withProgress<T>(progress: Progress, work: Promise<T>): Promise<T> {
  const timer = setInterval(() => { void progress.step(() => 'Writing the summary'); }, LOOK);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    progress.clear();
  }
}
