import type { Severity } from '../rules/rule';
import type { Range } from '../text/span';
import { visible } from '../text/visible';
import type { FileReport, PlacedFinding, Reporter } from './report';
import { describePlace } from './text';

/** The commands that show a line of the log beside the file. */
const COMMANDS: Record<Severity, string> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** For GitHub Actions: each finding is a workflow command, which makes it an annotation on its line. */
export function githubReporter(): Reporter {
  return {
    file: report => report.findings.map(placed => annotation(report, placed)).join(''),
    end: () => '',
  };
}

function annotation({ path }: FileReport, { finding, range, related }: PlacedFinding): string {
  const others = related.map(other => `See ${describePlace(other.path, other.range.start)} ${visible(other.message)}`);
  const properties = Object.entries({ file: visible(path), ...place(range), title: finding.rule }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[finding.severity]} ${properties.join(',')}::${escapeData([visible(finding.message), ...others].join('\n'))}\n`;
}

/** Lines and columns from 1, the last one included; columns only within one line, as GitHub wants it. */
function place({ start, end }: Range): object {
  const isWithinLine = start.line === end.line;
  const lines = { line: start.line + 1, endLine: !isWithinLine && end.character === 0 ? end.line : end.line + 1 };
  return isWithinLine ? { ...lines, col: start.character + 1, endColumn: Math.max(start.character + 1, end.character) } : lines;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
