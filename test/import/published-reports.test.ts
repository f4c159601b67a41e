import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readPdf } from '../../server/import/pdf/read-pdf';
import { readReport } from '../../server/import/report/read-report';
import { writeRecords } from '../../server/import/write-record';
import { assertLists } from './published-lists';
import { checker, EVIDENCE, findingsIn, skipWithout } from './support';

const FOLDER = path.join(EVIDENCE, 'reports');

/** What a report says, as somebody wrote it down. What is null was not written down, or is not printed. */
interface Truth {
  file: string;
  authority: string;
  event: string;
  fieldwork: { start: string; end: string };
  published: string;
  lead_inspector: string | null;
  judgements: Record<string, string>;
}

const TRUTH = path.join(FOLDER, 'truth.yaml');
const reports = fs.existsSync(TRUTH) ? (parse(fs.readFileSync(TRUTH, 'utf8')) as { reports: Truth[] }).reports : [];

/** By the grade, in whatever wording; two official names of a judgement are one. */
function gradesOf(judgements: Readonly<Record<string, unknown>>): Record<string, string | undefined> {
  const { frameworks, grades } = checker.reference;
  const official = (name: string) => frameworks.all.flatMap(framework => framework.judgements).find(judgement => judgement.also_printed?.includes(name))?.name ?? name;
  const idOf = (grade: string) => grades.scales.flatMap(scale => { const match = grades.match(grade, scale); return match.kind === 'unknown' ? [] : [match.grade.id]; })[0];
  return Object.fromEntries(Object.entries(judgements).map(([name, grade]) => [official(name), idOf(String(grade))]));
}

// On its first page it says that the board is good; who wrote the truth did not write it down.
const NOT_WRITTEN_DOWN = { 'sheffield-2014-02-21.pdf': { 'The effectiveness of the Local Safeguarding Children Board (LSCB)': 'good' } } as Record<string, Record<string, string>>;

describe('reports as they are published', () => {
  if (reports.length === 0) it('are read as they are printed', skipWithout(TRUTH));

  for (const truth of reports) {
    it(`${truth.file}: everything is read as it is printed`, async () => {
      const { drafts: [draft], notes } = readReport(await readPdf(new Uint8Array(fs.readFileSync(path.join(FOLDER, truth.file)))), truth.file, checker.reference);
      assert.deepEqual(notes, []);
      const { authority, event, fieldwork, published, lead_inspector: inspector, judgements } = draft!.value as unknown as Truth;
      const ranges = [fieldwork].flat();
      const { start } = ranges[0]!;
      const last = ranges.at(-1)!;
      assert.deepEqual({ authority, event, published, start, end: last.end ?? last.start }, { authority: truth.authority, event: truth.event, published: truth.published, ...truth.fieldwork });
      if (truth.lead_inspector !== null) assert.equal(inspector, truth.lead_inspector);
      assert.deepEqual(gradesOf(judgements), { ...gradesOf(truth.judgements), ...NOT_WRITTEN_DOWN[truth.file] });
      assertLists(truth.file.replace('.pdf', ''), draft!.value);
      assert.deepEqual(findingsIn(writeRecords([draft!], { evidence: true })).filter(({ severity }) => severity === 'error' || severity === 'warning'), []);
    });
  }
});
