import referenceData from 'generated:reference-data';
import { Checkers } from '../findings/checkers';
import { atLeast, isLevel, isRule, LEVELS, type Level, type Levels } from '../findings/severities';
import { today } from '../lsp/today';
import { RecordStream } from '../records/stream';
import { Reader } from '../reference/reader';
import { createReference } from '../reference/reference';
import { jsonReporter } from '../reports/json';
import { addToTotals, noTotals, placedFindings, type FileReport, type PlacedFinding, type Reporter } from '../reports/report';
import { describeTotals, textReporter } from '../reports/text';
import { rules } from '../rules/registry';
import { SEVERITIES, type Severity } from '../rules/rule';
import { alternatives, didYouMean } from '../text/did-you-mean';
import type { Arguments } from './arguments';
import { relativePath } from './find-files';
import { openInputs, type Inputs } from './inputs';
import { Progress } from './progress';
import { STATUS, type Status } from './status';
import { columnsOf, paintFor, print, say } from './terminal';
import { UsageError } from './usage-error';

/** Reports by the name of their format. */
const REPORTERS: Record<string, (args: Arguments) => Reporter> = {
  text: args => textReporter({ paint: paintFor(process.stdout, { noColor: args.has('no-color') }), width: columnsOf(process.stdout) - 8 }),
  json: jsonReporter,
};

export const REPORT_FORMATS = Object.keys(REPORTERS);
export const FAIL_ON = [...SEVERITIES, 'never'];

export async function check(args: Arguments): Promise<Status> {
  const levels = levelsGiven(args.values('rule'));
  const inputs = await openInputs(args);
  const checkers = new Checkers(new Reader(createReference(referenceData)), { today: today() }, inputs.configuration, levels);
  const reporter = REPORTERS[args.value('format')!]!(args);
  const failOn = args.value('fail-on')!;
  const counts = (severity: Severity) => failOn !== 'never' && atLeast(severity, failOn as Severity);
  const isTold = args.has('quiet') ? counts : () => true;
  const totals = noTotals();
  let hasFailed = false;
  for await (const report of checkedFiles(inputs, checkers, args.has('quiet'))) {
    const told = { ...report, findings: report.findings.filter(({ finding }) => isTold(finding.severity)) };
    hasFailed ||= told.findings.some(({ finding }) => counts(finding.severity));
    addToTotals(totals, told);
    await print(reporter.file(told));
  }
  await print(reporter.end(totals));
  if (args.value('format') === 'text' && !args.has('quiet') && totals.files > 0) say(describeTotals(totals));
  return inputs.hasProblems ? STATUS.usage : hasFailed ? STATUS.findings : STATUS.clean;
}

async function* checkedFiles(inputs: Inputs, checkers: Checkers, isQuiet: boolean): AsyncGenerator<FileReport> {
  const progress = new Progress();
  let files = 0;
  let records = 0;
  for await (const { file, shown, text } of inputs.texts(() => progress.clear())) {
    const stream = RecordStream.of(text);
    const findings: PlacedFinding[] = [];
    let recordsOfFile = 0;
    for (const found of placedFindings(shown, stream, checkers.for(relativePath(inputs.home, file)))) {
      findings.push(...found);
      recordsOfFile++;
      records++;
      if (!isQuiet) await progress.step(() => `Checking: ${files} of ${inputs.files.length} files, ${records} records`);
    }
    files++;
    progress.clear();
    if (recordsOfFile === 0 && !isQuiet) say(`${shown}: there is no record in this file.`);
    yield { path: shown, records: recordsOfFile, findings };
  }
}

/** The levels of `--rule ID=SEVERITY`. */
function levelsGiven(settings: readonly string[]): Levels {
  const levels: Record<string, Level> = {};
  for (const setting of settings) {
    const [, id, level] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
    if (id === undefined) throw new UsageError(`'--rule' takes a rule and how grave it is, as in --rule publication-gap=off, not '${setting}'.`);
    if (!isRule(id)) throw new UsageError(`There is no rule '${id}'.${didYouMean(id, rules.map(rule => rule.id))}`);
    if (!isLevel(level)) throw new UsageError(`A rule can be ${alternatives(LEVELS)}, not '${level}'.${didYouMean(level!, LEVELS)}`);
    levels[id] = level;
  }
  return levels;
}
