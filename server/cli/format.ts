import { canFormat, formatStream, type FormatOptions } from '../features/format';
import { RecordStream } from '../records/stream';
import { createReference } from '../reference/reference';
import { applyEdits } from '../text/edits';
import { visible } from '../text/visible';
import type { Arguments } from './arguments';
import { openInputs } from './inputs';
import { Progress } from './progress';
import { STATUS, type Status } from './status';
import { print, printData, say } from './terminal';
import { replaceText } from './write-file';

/** Formats files in their places, or standard input to standard output; with `--check` only names what is not formatted. */
export async function format(args: Arguments): Promise<Status> {
  const inputs = await openInputs(args);
  const isCheck = args.has('check');
  const options: FormatOptions = args.has('field-order') ? { fieldOrder: createReference(inputs.data) } : {};
  const isFilter = args.value('stdin-filepath') !== undefined && !isCheck;
  const progress = new Progress({ isQuiet: false });
  const totals = { files: 0, changed: 0, failed: 0 };
  const fail = (message: string) => {
    totals.failed++;
    progress.clear();
    say(visible(message));
  };
  for await (const { file, shown, text, mark } of inputs.texts(() => progress.clear())) {
    totals.files++;
    const stream = RecordStream.of(text);
    const after = formattedText(stream, options);
    for (const line of linesOfBroken(stream)) fail(`${shown}:${line} This record is not formatted, because of a mistake in its YAML; 'inspection-records check' tells which.`);
    if (isFilter) await printData(mark + after);
    else if (after !== text) {
      const problem = isCheck ? undefined : replaceText(file, text, after);
      if (problem) fail(`${shown}: ${problem}`);
      else {
        totals.changed++;
        progress.clear();
        await print(`${visible(shown)}\n`);
      }
    }
    await progress.step(() => `Formatting: ${totals.files} of ${inputs.files.length} files`);
  }
  progress.clear();
  if (!isFilter && totals.files > 0) say(describe(totals, isCheck));
  if (inputs.hasProblems) return STATUS.usage;
  return totals.failed > 0 || (isCheck && totals.changed > 0) ? STATUS.findings : STATUS.clean;
}

function formattedText(stream: RecordStream, options: FormatOptions): string {
  const texts = stream.slices.map(({ text }) => text);
  for (const { index, edits } of formatStream(stream, options)) texts[index] = applyEdits(texts[index]!, edits);
  return texts.join('');
}

/** Lines, from 1, on which the records begin that cannot be formatted. */
function linesOfBroken(stream: RecordStream): number[] {
  return stream.records.filter(({ slice }) => !canFormat(slice)).map(({ index }) => stream.firstLines[index]! + 1);
}

function describe({ files, changed }: { files: number; changed: number }, isCheck: boolean): string {
  const of = `${files} ${files === 1 ? 'file' : 'files'}`;
  return isCheck ? `${changed} of ${of} would be changed.` : `${changed} of ${of} changed.`;
}
