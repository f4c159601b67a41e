import type { Severity } from '../rules/rule';
import { visible } from '../text/visible';
import type { FileReport, PlacedFinding, Reporter } from './report';
import { describePlace } from './text';

/** For CI servers: each file is a test suite, and each finding a test case. One that makes the program fail has failed, others tell what was found. */
export function junitReporter({ fails }: { fails(severity: Severity): boolean }): Reporter {
  const suites: string[] = [];
  const all = { tests: 0, failures: 0 };
  return {
    file(report) {
      // A suite without a case would be taken for one that was not run.
      const tests = Math.max(1, report.findings.length);
      const failures = report.findings.filter(({ finding }) => fails(finding.severity)).length;
      const cases = report.findings.map(placed => testCase(report, placed, fails(placed.finding.severity)));
      suites.push(` <testsuite name="${escapeXml(visible(report.path))}" tests="${tests}" failures="${failures}" errors="0" skipped="0">\n${cases.join('') || cleanCase(report)} </testsuite>\n`);
      all.tests += tests;
      all.failures += failures;
      return '';
    },
    end: () => `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="inspection-records" tests="${all.tests}" failures="${all.failures}" errors="0">\n${suites.join('')}</testsuites>\n`,
  };
}

function cleanCase({ path }: FileReport): string {
  return `  <testcase name="no findings" ${placeOfCase(path)}/>\n`;
}

function testCase({ path }: FileReport, { finding, range, related }: PlacedFinding, hasFailed: boolean): string {
  const { rule, severity } = finding;
  const { line, character } = range.start;
  const message = visible(finding.message);
  const others = related.map(other => `See ${describePlace(other.path, other.range.start)} ${visible(other.message)}\n`);
  const told = escapeXml(`${describePlace(path, range.start)} ${severity} ${rule}\n${message}\n${others.join('')}`);
  const outcome = hasFailed ? `<failure type="${severity}" message="${escapeXml(message)}">${told}</failure>` : `<system-out>${told}</system-out>`;
  return `  <testcase name="${escapeXml(`${rule} at ${line + 1}:${character + 1}`)}" ${placeOfCase(path)} line="${line + 1}">${outcome}</testcase>\n`;
}

function placeOfCase(path: string): string {
  const shown = escapeXml(visible(path));
  return `classname="${shown}" file="${shown}"`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Visible words as XML holds them, in text and in attributes; the two characters of Unicode that are none may not stand there. */
function escapeXml(text: string): string {
  return text.replace(/[\ufffe\uffff]/g, '\ufffd').replace(/[&<>"']/g, character => ENTITIES[character]!);
}
