import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Ajv } from 'ajv';
import type { Severity } from '../../server/rules/rule';
import { githubReporter } from '../../server/reports/github';
import { gitlabReporter } from '../../server/reports/gitlab';
import { jsonReporter } from '../../server/reports/json';
import { junitReporter } from '../../server/reports/junit';
import { markdownReporter } from '../../server/reports/markdown';
import { addToTotals, noTotals, type FileReport, type PlacedFinding, type Reporter } from '../../server/reports/report';
import { sarifReporter } from '../../server/reports/sarif';
import { describeTotals, textReporter } from '../../server/reports/text';
import { rules } from '../../server/rules/registry';
import { sarifValidator } from './sarif-schema';

// Made-up findings, so that nothing here changes with the rules. UPDATE_GOLDEN=1 writes the expected files anew.

function finding(severity: Severity, line: string, words: string, more: Partial<PlacedFinding['finding']> = {}): PlacedFinding {
  const start = line.indexOf(words);
  return {
    finding: { rule: `made-up-${severity}`, severity, message: `About ‘${words}’: a made-up ${severity}.`, start, end: start + words.length, ...more },
    range: { start: { line: 8, character: start }, end: { line: 8, character: start + words.length } },
    record: { index: 0, id: 'kirklees-2024-ilacs', authority: 'Kirklees' },
    words,
    line,
    related: [],
    fixes: [],
  };
}

const first: FileReport = {
  path: 'archive/kirklees.inspection.yaml',
  records: 2,
  findings: [
    {
      ...finding('error', '    Overall effectiveness: Godo', 'Godo', { suggestions: ['Good'], fixes: [{ title: "Change to 'Good'", edits: [{ start: 27, end: 31, text: 'Good' }] }] }),
      fixes: [{ title: "Change to 'Good'", edits: [{ range: { start: { line: 8, character: 27 }, end: { line: 8, character: 31 } }, text: 'Good' }] }],
    },
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

/** Words that mean something to every format, in every place that a record or a file's name can reach. */
const EVIL = `"%0A::error::' <b>&amp;</failure>]]>|\`x\`[l](https://e.example) \uffff\ud800\u0007\n::stop-commands::x`;
const hostile: FileReport = {
  path: `a,b:c ${EVIL.replaceAll('/', '')}/d.yaml`,
  records: 1,
  findings: [{
    ...finding('error', 'notes: x', 'x', { message: EVIL }),
    range: { start: { line: 1, character: 3 }, end: { line: 3, character: 0 } },
    record: { index: 0, id: EVIL, authority: EVIL },
    related: [{ path: EVIL, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, message: EVIL }],
    fixes: [{ title: EVIL, edits: [{ range: { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } }, text: EVIL }] }],
  }],
};

function report(reporter: Reporter, files: readonly FileReport[] = [first, second, clean]): string {
  const totals = noTotals();
  const parts = files.map(file => {
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

/** Reads the XML that the report is made of, and no other; the words in each element, by its name. */
function readXml(text: string): Record<string, string> {
  const open: string[] = [];
  const words: Record<string, string> = {};
  const token = /<\?xml [^<>?]*\?>|<(?<start>[\w-]+)(?: [\w-]+="[^"<\n]*")*(?<empty>\/)?>|<\/(?<end>[\w-]+)>|(?<text>(?:[^<>&]|&(?:amp|lt|gt|quot|apos);)+)/y;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const { start, empty, end, text: content } = token.exec(text)?.groups ?? assert.fail(`No XML: ${text.slice(at, at + 100)}`);
    if (start && !empty) open.push(start);
    if (end) assert.equal(open.pop(), end);
    if (content) words[open.at(-1) ?? ''] = content.replace(/&(\w+);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!);
  }
  assert.deepEqual(open, []);
  return words;
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

  it('for code scanning', () => {
    const text = report(sarifReporter({ version: '1.2.3' }));
    // The rules are in the registry, and change.
    assertGolden('results.sarif', text.replace(/^ "tool": .*$/m, ' "tool": {"driver": …},'));
    const { driver } = (JSON.parse(text) as { runs: [{ tool: { driver: { rules: { id: string; help: { text: string } }[] } } }] }).runs[0].tool;
    assert.deepEqual(driver.rules.map(({ id }) => id), rules.map(({ id }) => id));
    assert.ok(driver.rules.every(({ id, help }) => help.text.includes(`docs/rules/${id}.md`)));
  });

  it('for code scanning, as its schema wants it', () => {
    const validate = sarifValidator();
    for (const text of [report(sarifReporter({ version: '1.2.3' })), report(sarifReporter({ version: '1.2.3' }), [hostile]), sarifReporter({ version: '1.2.3' }).end(noTotals())]) {
      assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
    }
    assert.ok(!validate({ version: '2.1.0', runs: [{ results: [] }] }));
  });

  it('for GitHub Actions', () => assertGolden('github.txt', report(githubReporter())));

  it('for merge requests on GitLab', () => {
    const text = report(gitlabReporter());
    assertGolden('gitlab.json', text);
    assert.deepEqual(JSON.parse(report(gitlabReporter(), [clean])), []);
    // What its format asks of an entry: these and no others, and a fingerprint of its own.
    const entries = JSON.parse(report(gitlabReporter(), [first, second, hostile, hostile])) as { fingerprint: string }[];
    const validate = new Ajv({ strict: true }).compile({
      type: 'array', items: {
        type: 'object', required: ['description', 'check_name', 'fingerprint', 'severity', 'location'], additionalProperties: false, properties: {
          description: { type: 'string' }, check_name: { type: 'string' }, fingerprint: { type: 'string', minLength: 1 }, severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
          location: { type: 'object', required: ['path', 'lines'], additionalProperties: false, properties: {
            path: { type: 'string', pattern: '^[^/]' }, lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer' } } },
          } },
        },
      },
    });
    assert.ok(validate(entries), JSON.stringify(validate.errors));
    assert.equal(new Set(entries.map(({ fingerprint }) => fingerprint)).size, entries.length);
  });

  it('know a finding again when its lines have moved', () => {
    const moved: FileReport = { ...first, findings: first.findings.map(placed => ({ ...placed, range: { start: { line: 90, character: 1 }, end: { line: 90, character: 2 } } })) };
    const names = (file: FileReport) => (JSON.parse(report(gitlabReporter(), [file])) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
    const inSarif = (file: FileReport) => (JSON.parse(report(sarifReporter({ version: '1' }), [file])) as { runs: [{ results: { partialFingerprints: object }[] }] }).runs[0].results.map(({ partialFingerprints }) => partialFingerprints);
    assert.deepEqual(names(moved), names(first));
    assert.deepEqual(inSarif(moved), inSarif(first));
    assert.deepEqual(names({ ...first, findings: [first.findings[0]!, first.findings[0]!] }).map(name => name.replace(names(first)[0]!, '')), ['', ' 2']);
  });

  it('for CI servers', () => assertGolden('junit.xml', report(junitReporter({ fails: severity => severity === 'error' }))));

  it('for the summary of a job', () => {
    assertGolden('report.md', report(markdownReporter()));
    assert.equal(report(markdownReporter(), [clean]), '## Inspection records\n\nNo findings in 1 file (7 records).\n');
    const many = report(markdownReporter(), Array.from({ length: 600 }, () => first));
    assert.equal(many.match(/^\| /gm)!.length, 1001);
    assert.match(many, /\n800 more findings\.\n$/);
  });

  describe('with words that mean something to the format', () => {
    it('GitHub Actions gets one command', () => {
      const text = report(githubReporter(), [hostile]);
      assert.match(text, /^::error file=[^,:]+,line=2,endLine=3,title=made-up-error::[^\n]*\n$/);
      assert.ok(text.includes('%250A') && text.includes('%3A') && text.includes('%2C'));
    });

    it('XML stays XML', () => {
      const text = report(junitReporter({ fails: () => true }), [hostile]);
      const { failure } = readXml(text);
      assert.match(failure!, /"%0A::error::' <b>&amp;<\/failure>\]\]>\|/);
      assert.doesNotMatch(text, /[\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}/u);
    });

    it('a table stays a table, and shows them as words', () => {
      const text = report(markdownReporter(), [hostile]);
      const row = text.trimEnd().split('\n').at(-1)!;
      assert.equal(row.replace(/\\./g, '').match(/\|/g)!.length, 5);
      assert.doesNotMatch(row.replace(/\\./g, '').replace('<br>', ''), /[<>`[\]]/);
    });

    it('code scanning gets no link, and addresses that are addresses', () => {
      const { results } = (JSON.parse(report(sarifReporter({ version: '1' }), [hostile])) as { runs: [{ results: { message: { text: string }; locations: [{ physicalLocation: { artifactLocation: { uri: string } } }] }[] }] }).runs[0];
      assert.doesNotMatch(results[0]!.message.text, /[^\\]\]\(/);
      assert.match(results[0]!.locations[0].physicalLocation.artifactLocation.uri, /^[\w%.!~*'()/-]+$/);
    });
  });

  it('count in words', () => {
    const totals = { files: 1, records: 9, error: 2, warning: 1, information: 0, hint: 0 };
    assert.equal(describeTotals(totals), '2 errors and 1 warning in 1 file (9 records).');
    assert.equal(describeTotals({ ...totals, files: 2, error: 1, information: 1, hint: 3 }), '1 error, 1 warning, 1 piece of information and 3 hints in 2 files (9 records).');
    assert.equal(describeTotals({ ...noTotals(), files: 1, records: 1 }), 'No findings in 1 file (1 record).');
  });
});
