import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Severity } from '../../server/rules/rule';
import { jsonReporter } from '../../server/reports/json';
import { addToTotals, noTotals, type FileReport, type PlacedFinding, type Reporter } from '../../server/reports/report';
import { describeTotals, textReporter } from '../../server/reports/text';

// Made-up findings, so that nothing here changes with the rules. UPDATE_GOLDEN=1 writes the expected files anew.

function finding(severity: Severity, line: string, words: string, more: Partial<PlacedFinding['finding']> = {}): PlacedFinding {
  const start = line.indexOf(words);
  return {
    finding: { rule: `made-up-${severity}`, severity, message: `About ‘${words}’: a made-up ${severity}.`, start, end: start + words.length, ...more },
    range: { start: { line: 8, character: start }, end: { line: 8, character: start + words.length } },
    record: { index: 0, id: 'kirklees-2024-ilacs', authority: 'Kirklees' },
    line,
    related: [],
  };
}

const first: FileReport = {
  path: 'archive/kirklees.inspection.yaml',
  records: 2,
  findings: [
    finding('error', '    Overall effectiveness: Godo', 'Godo', { suggestions: ['Good'], fixes: [{ title: "Change to 'Good'", edits: [{ start: 27, end: 31, text: 'Good' }] }] }),
    {
      ...finding('warning', 'published: 2024-07-01', '2024-07-01'),
      related: [{ path: 'archive/kirklees.inspection.yaml', range: { start: { line: 3, character: 7 }, end: { line: 3, character: 17 } }, message: 'Fieldwork ends here.' }],
    },
    {
      ...finding('information', 'summary: "about', '"about'),
      range: { start: { line: 999, character: 9 }, end: { line: 1002, character: 3 } },
      record: { index: 1 },
    },
  ],
};
const second: FileReport = { path: 'ev\u001bil\u202e.inspection.yaml', records: 1, findings: [finding('hint', 'notes: \u001b[31mred', '\u001b[31m', { message: 'Says \u001b[31m.' })] };
const clean: FileReport = { path: 'kent.inspection.yaml', records: 7, findings: [] };

function report(reporter: Reporter): string {
  const totals = noTotals();
  const parts = [first, second, clean].map(file => {
    addToTotals(totals, file);
    return reporter.file(file);
  });
  return parts.join('') + reporter.end(totals);
}

function assertGolden(name: string, text: string): void {
  const file = `test/reports/golden/${name}`;
  if (process.env.UPDATE_GOLDEN) fs.writeFileSync(file, text);
  assert.equal(text, fs.readFileSync(file, 'utf8'));
}

describe('reports', () => {
  it('for people', () => assertGolden('text.txt', report(textReporter({ paint: (_, text) => text, width: 80 }))));

  it('for people, with colours', () => assertGolden('painted.txt', report(textReporter({ paint: (style, text) => `[${style}:${text}]`, width: 80 }))));

  it('for programs', () => {
    const text = report(jsonReporter());
    assertGolden('report.json', text);
    const { version, summary, findings } = JSON.parse(text) as { version: number; summary: object; findings: { range: object; record: object; message: string }[] };
    assert.equal(version, 1);
    assert.deepEqual(summary, { files: 3, records: 10, error: 1, warning: 1, information: 1, hint: 1 });
    assert.deepEqual(findings[0]!.range, { start: { line: 9, column: 28 }, end: { line: 9, column: 32 } });
    assert.equal(findings[3]!.message, 'Says \u001b[31m.');
  });

  it('for programs, with nothing found', () => {
    assert.deepEqual(JSON.parse(jsonReporter().end(noTotals())), { version: 1, summary: { files: 0, records: 0, error: 0, warning: 0, information: 0, hint: 0 }, findings: [] });
  });

  it('count in words', () => {
    const totals = { files: 1, records: 9, error: 2, warning: 1, information: 0, hint: 0 };
    assert.equal(describeTotals(totals), '2 errors and 1 warning in 1 file (9 records).');
    assert.equal(describeTotals({ ...totals, files: 2, error: 1, information: 1, hint: 3 }), '1 error, 1 warning, 1 piece of information and 3 hints in 2 files (9 records).');
    assert.equal(describeTotals({ ...noTotals(), files: 1, records: 1 }), 'No findings in 1 file (1 record).');
  });
});
