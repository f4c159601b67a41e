import type { WriteStream } from 'node:tty';
import { atLeast } from '../findings/severities';
import { addToTotals, noTotals, placeFindings, type FileReport, type OtherPlace, type PlacedFinding, type Reporter } from '../reports/report';
import { describeTotals } from '../reports/text';
import { SEVERITIES, type OtherRecord, type Severity } from '../rules/rule';
import type { Span } from '../text/span';
import { visible } from '../text/visible';
import { placeOf, type AmongOthers } from '../workspace/among';
import type { Arguments } from './arguments';
import { OpenBaseline } from './baseline-file';
import type { ReportFormat } from './choices';
import type { Progress } from './progress';
import type { Records } from './records';
import { REPORTERS } from './reporters';
import { Printer, say } from './terminal';

/** How findings are told, and which of them make the program fail. */
export interface Telling {
  out: WriteStream;
  reporter: Reporter;
  /** Whether standard error is to say how much was found: other reports than that for people hold it. */
  isSummed: boolean;
  isQuiet: boolean;
  /** Whether standard error may say anything besides: not where a program reads the report from there. */
  isTalkative: boolean;
  fails(severity: Severity): boolean;
  /** Findings that are known, and not told. */
  baseline?: OpenBaseline;
}

/** What the options say of it. */
export function toldBy(args: Arguments, out: WriteStream): Telling {
  const failOn = args.value('fail-on')!;
  const fails = (severity: Severity) => failOn !== 'never' && atLeast(severity, failOn as Severity);
  const format = args.value('format') as ReportFormat;
  const isQuiet = args.has('quiet');
  const isForPeople = format === 'text';
  const reporter = REPORTERS[format]({ out, fails, noColor: args.has('no-color') });
  const baseline = args.value('baseline');
  return { out, fails, reporter, baseline: baseline === undefined ? undefined : new OpenBaseline(baseline), isQuiet, isTalkative: !isQuiet && (isForPeople || out !== process.stderr), isSummed: !isQuiet && isForPeople };
}

/** Writes the report on all records; whether anything in it makes the program fail. */
export async function tell(records: Records, among: AmongOthers, telling: Telling, progress: Progress): Promise<{ hasFailed: boolean }> {
  const { reporter, fails, baseline } = telling;
  const isTold = telling.isQuiet ? fails : () => true;
  const totals = noTotals();
  const printer = new Printer(telling.out);
  for await (const { path, records: number, findings } of checkedFiles(records, among, progress)) {
    const told = { path, records: number, findings: (baseline?.withoutKnown(path, findings) ?? findings).filter(({ finding }) => isTold(finding.severity)) };
    addToTotals(totals, told);
    const written = printer.print(reporter.file(told));
    if (written) await written;
    if (number === 0 && telling.isTalkative) say(visible(`${path}: there is no record in this file.`));
  }
  await printer.print(reporter.end(totals));
  await printer.flush();
  if (telling.isSummed && totals.files > 0) say(describeTotals(totals));
  if (telling.isTalkative) for (const line of baseline?.describe() ?? []) say(line);
  return { hasFailed: SEVERITIES.some(severity => totals[severity] > 0 && fails(severity)) };
}

/** What is found in each file, all of it. */
export async function* checkedFiles({ files }: Records, among: AmongOthers, progress: Progress): AsyncGenerator<FileReport> {
  for (const [number, { path, stream, checker }] of files.entries()) {
    const { records } = stream;
    const findings: PlacedFinding[] = [];
    for (const [index, { index: slice, slice: record }] of records.entries()) {
      findings.push(...placeFindings({ path, stream, slice, index, inspection: checker.inspection(record) }, among.findings(record, checker), otherPlace));
      const turn = progress.step(() => `Checking: ${number} of ${files.length} files, ${index} records of ${path}`);
      if (turn) await turn;
    }
    progress.clear();
    yield { path, records: records.length, findings };
  }
}

function otherPlace(other: OtherRecord, span: Span): OtherPlace {
  const { uri, stream, index } = placeOf(other)!;
  return { path: uri, range: stream.rangeOf(index, span) };
}
