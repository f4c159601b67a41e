import { createHash } from 'node:crypto';
import { chaptersOf, htmlDocument, markdownDocument, textDocument, type Chapter } from '../summary/document';
import css from '../summary/preview.css';
import { AmongOthers } from '../workspace/among';
import type { Arguments } from './arguments';
import { openInputs } from './inputs';
import { Progress } from './progress';
import { readRecords, type Records } from './records';
import { STATUS, type Status } from './status';
import { print } from './terminal';
import { writeOutput } from './write-output';

/** Documents by the name of their format. */
const WRITERS: Record<string, (chapters: readonly Chapter[]) => string> = {
  text: textDocument,
  markdown: markdownDocument,
  html: chapters => htmlDocument(chapters, { css, sha256: createHash('sha256').update(css).digest('base64') }),
};

export const SUMMARY_FORMATS = Object.keys(WRITERS);

export async function summary(args: Arguments): Promise<Status> {
  const inputs = await openInputs(args);
  const records = await readRecords(inputs, new Progress({ isQuiet: false }));
  if (records.files.length > 0) {
    const document = WRITERS[args.value('format')!]!(chaptersOfAll(records));
    const output = args.value('output');
    if (output === undefined) await print(document);
    else writeOutput(output, document, 'a summary', inputs);
  }
  return inputs.hasProblems ? STATUS.usage : STATUS.clean;
}

function chaptersOfAll({ files, workspace }: Records): Chapter[] {
  const checkers = new Map(files.flatMap(({ stream, checker }) => stream.slices.map(slice => [slice, checker] as const)));
  const among = new AmongOthers(workspace);
  return chaptersOf(files.map(({ stream }) => stream), files[0]!.checker, slice => among.findings(slice, checkers.get(slice)!));
}
