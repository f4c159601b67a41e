import { atLeast, isLevel, isRule, LEVELS, type Level, type Levels } from '../findings/severities';
import { jsonReporter } from '../reports/json';
import { addToTotals, noTotals, placeFindings, type FileReport, type OtherPlace, type PlacedFinding, type Reporter } from '../reports/report';
import { describeTotals, textReporter } from '../reports/text';
import { rules } from '../rules/registry';
import { SEVERITIES, type OtherRecord, type Severity } from '../rules/rule';
import { alternatives, didYouMean } from '../text/did-you-mean';
import type { Span } from '../text/span';
import { AmongOthers, placeOf } from '../workspace/among';
import type { Arguments } from './arguments';
import { openInputs } from './inputs';
import { Progress } from './progress';
import { readRecords, type Records } from './records';
import { STATUS, type Status } from './status';
import { columnsOf, paintFor, Printer, say } from './terminal';
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
  const progress = new Progress({ isQuiet: args.has('quiet') });
  const records = await readRecords(inputs, progress, levels);
  const reporter = REPORTERS[args.value('format')!]!(args);
  const failOn = args.value('fail-on')!;
  const counts = (severity: Severity) => failOn !== 'never' && atLeast(severity, failOn as Severity);
  const isTold = args.has('quiet') ? counts : () => true;
  const totals = noTotals();
  const printer = new Printer();
  for await (const { path, records: number, findings } of checkedFiles(records, progress)) {
    const told = { path, records: number, findings: findings.filter(({ finding }) => isTold(finding.severity)) };
    addToTotals(totals, told);
    await printer.print(reporter.file(told));
    if (number === 0 && !args.has('quiet')) say(`${path}: there is no record in this file.`);
  }
  await printer.print(reporter.end(totals));
  await printer.flush();
  if (args.value('format') === 'text' && !args.has('quiet') && totals.files > 0) say(describeTotals(totals));
  const hasFailed = SEVERITIES.some(severity => totals[severity] > 0 && counts(severity));
  return inputs.hasProblems ? STATUS.usage : hasFailed ? STATUS.findings : STATUS.clean;
}

async function* checkedFiles({ files, workspace }: Records, progress: Progress): AsyncGenerator<FileReport> {
  const among = new AmongOthers(workspace);
  for (const [number, { path, stream, checker }] of files.entries()) {
    const { records } = stream;
    const findings: PlacedFinding[] = [];
    for (const [index, { index: slice, slice: record }] of records.entries()) {
      findings.push(...placeFindings({ path, stream, slice, index, inspection: checker.inspection(record) }, among.findings(record, checker), otherPlace));
      await progress.step(() => `Checking: ${number} of ${files.length} files, ${index} records of ${path}`);
    }
    progress.clear();
    yield { path, records: records.length, findings };
  }
}

function otherPlace(other: OtherRecord, span: Span): OtherPlace {
  const { uri, stream, index } = placeOf(other)!;
  return { path: uri, range: stream.rangeOf(index, span) };
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
