import type { Severity } from '../rules/rule';
import { escapeMarkdown } from '../text/markdown';
import { count } from '../text/words';
import type { FileReport, PlacedFinding, Reporter } from './report';
import { describePlace, describeTotals } from './text';

/** Rows that a table may have: the summary of a job holds a megabyte. */
const MOST_ROWS = 1000;

const MARKS: Record<Severity, string> = { error: '🔴', warning: '🟠', information: '🔵', hint: '⚪' };

/** For the summary of a job, a comment, a mail: how much was found, and a table of it. */
export function markdownReporter(): Reporter {
  const rows: string[] = [];
  let left = 0;
  return {
    file(report) {
      for (const placed of report.findings) {
        if (rows.length < MOST_ROWS) rows.push(row(report, placed));
        else left++;
      }
      return '';
    },
    end(totals) {
      const table = rows.length ? `\n| | Place | Rule | Finding |\n|---|---|---|---|\n${rows.join('')}` : '';
      const more = left ? `\n${count(left, 'more finding')}.\n` : '';
      return `## Inspection records\n\n${describeTotals(totals)}\n${table}${more}`;
    },
  };
}

function row({ path }: FileReport, { finding, range, related }: PlacedFinding): string {
  const others = related.map(other => `<br>See ${escapeMarkdown(describePlace(other.path, other.range.start))}: ${escapeMarkdown(other.message)}`);
  const cells = [`${MARKS[finding.severity]} ${finding.severity}`, escapeMarkdown(describePlace(path, range.start)), escapeMarkdown(finding.rule), escapeMarkdown(finding.message) + others.join('')];
  return `| ${cells.join(' | ')} |\n`;
}
