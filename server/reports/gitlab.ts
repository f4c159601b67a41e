import type { Severity } from '../rules/rule';
import { visible, visibleJson } from '../text/visible';
import { Fingerprints } from './fingerprints';
import type { FileReport, PlacedFinding, Reporter } from './report';
import { describePlace } from './text';

/** GitLab knows info, minor, major, critical and blocker. */
const SEVERITIES: Record<Severity, string> = { error: 'major', warning: 'minor', information: 'info', hint: 'info' };

/** For merge requests on GitLab: a Code Quality report (docs.gitlab.com/ci/testing/code_quality, report format), one finding on a line. */
export function gitlabReporter(): Reporter {
  const entries: string[] = [];
  const fingerprints = new Fingerprints();
  return {
    file(report) {
      for (const placed of report.findings) entries.push(visibleJson(entry(report, placed, fingerprints.of(report.path, placed))));
      return '';
    },
    end: () => `[${entries.map(each => `\n ${each}`).join(',')}]\n`,
  };
}

function entry({ path }: FileReport, { finding, range, related }: PlacedFinding, fingerprint: string): object {
  const others = related.map(other => ` See ${describePlace(other.path, other.range.start)}: ${visible(other.message)}`);
  return {
    description: visible(finding.message) + others.join(''),
    check_name: finding.rule,
    fingerprint,
    severity: SEVERITIES[finding.severity],
    // The same path that the repository has: nothing may be written differently in it.
    location: { path, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
  };
}
