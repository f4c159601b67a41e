import type { Range } from '../text/span';
import { visibleJson } from '../text/visible';
import type { FileReport, PlacedFinding, Reporter } from './report';
import { pageOf } from './rule-page';

/** For programs: one JSON document, one finding on a line. Its shape is a contract (version 1): add to it, do not change it. */
export function jsonReporter(): Reporter {
  // Kept as text: a finding would keep the whole text of its file alive.
  const findings: string[] = [];
  return {
    file(report) {
      for (const placed of report.findings) findings.push(visibleJson(findingForPrograms(report, placed)));
      return '';
    },
    end: totals => `{"version": 1,\n "summary": ${visibleJson(totals)},\n "findings": [${findings.map(finding => `\n  ${finding}`).join(',')}]}\n`,
  };
}

function findingForPrograms({ path }: FileReport, { finding, range, record, related }: PlacedFinding): object {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    path,
    range: fromOne(range),
    record,
    help: pageOf(finding.rule),
    fixable: (finding.fixes ?? []).length > 0,
    suggestions: finding.suggestions ?? [],
    related: related.map(other => ({ path: other.path, range: fromOne(other.range), message: other.message })),
  };
}

/** Lines and columns as people count them. */
function fromOne({ start, end }: Range): object {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}
