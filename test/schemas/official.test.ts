import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { FrameworkData } from '../../server/reference/data';
import { fold } from '../../server/text/spelling';
import { readCsv } from '../../scripts/csv.mjs';
import { readReferenceData } from './reference-files';

// Evidence that is not part of the project: these tests say so and are skipped where it is not there.
const EVIDENCE = path.resolve('..', 'shared');
const { frameworks, events, authorities, grades, grade_scales: scales } = readReferenceData();

interface Case {
  id: string;
  local_authority: string;
  gss_code: string;
  framework: string;
  fieldwork_start?: string;
  published: string | null;
  judgements?: Record<string, string>;
}

/** Columns of Ofsted's table of 2009 to 2023 that hold a publication day, by what they begin or end with. */
const DAYS_PUBLISHED: [column: RegExp, framework: string[]][] = [
  [/^Safeguarding & Looked After Children \(SLAC\)|^SLAC re-inspection/, ['slac_2009']],
  [/^Child Protection/, ['cpi_2012']],
  [/^Targeted Looked After/, ['tlac_2013']],
  [/First SIF publication date$/, ['sif_2013', 'lscb_review']],
  [/SIF Re-inspection publication date$/, ['sif_reinspection']],
  [/ILACS framework publication date$/, ['ilacs_2018', 'ilacs_2023']],
];

function framework(id: string): FrameworkData {
  const found = frameworks.find(f => f.id === id);
  assert.ok(found, id);
  return found;
}

/** Whether a written grade means one of the framework's scale. */
function isGrade(written: string, { grade_scale: id }: FrameworkData): boolean {
  return scales.find(s => s.id === id)?.grades.some(({ grade, name }) =>
    [name, ...(grades.find(g => g.id === grade)?.spellings ?? [])].some(text => fold(text) === fold(written))) ?? false;
}

describe('reference data against the evidence', () => {
  before(function () {
    if (fs.existsSync(EVIDENCE)) return;
    console.log(`    skipped: the evidence is not there (${path.relative('.', EVIDENCE)})`);
    this.skip();
  });
  const read = (...names: string[]) => fs.readFileSync(path.join(EVIDENCE, ...names), 'utf8');

  it('every publication day of 2009 to 2023 lies among those seen of its framework', () => {
    let checked = 0;
    for (const name of ['', '_abolished']) {
      const rows = readCsv(read('data', `ofsted_2023_LA_inspections_2009-2023${name}.csv`));
      for (const row of rows) {
        for (const [column, day] of Object.entries(row).filter(([column, day]) => /publication date$/.test(column) && day !== '')) {
          const ids = DAYS_PUBLISHED.find(([pattern]) => pattern.test(column))?.[1];
          assert.ok(ids, column);
          const seen = ids.map(id => framework(id).published_seen);
          assert.ok(seen.some(span => span && span.from <= day && day <= span.to), `${row['Local authority name']}, ${column}: ${day}`);
          checked++;
        }
      }
    }
    assert.equal(checked, 569);
  });

  it('every visit of the two yearly tables was in force on its day, with an official theme', () => {
    const visits = ['ofsted_2025_In-year_inspections.csv', 'ofsted_2023_LA_level_in_year_2022-23.csv'].flatMap(name => readCsv(read('data', name)))
      .filter(row => /visit/i.test(row['Inspection/Visit type'] ?? ''));
    assert.equal(visits.length, 120);
    const themes = readReferenceData().themes.filter(t => t.official).map(t => t.name);
    for (const row of visits) {
      const event = events.find(e => [e.name, ...(e.spellings ?? [])].some(text => fold(text) === fold(row['Inspection/Visit type'] ?? '')));
      assert.ok(event?.in_force && event.in_force.from <= (row['Inspection/Visit date'] ?? '') && !event.in_force.to, row['Inspection/Visit type']);
      assert.ok(themes.includes(row['Visit Theme'] ?? ''), row['Visit Theme']);
    }
  });

  it('every real case is judged by the edition of its day, with names and grades that are known', () => {
    const { cases } = parse(read('domain', 'cases.yaml')) as { cases: Case[] };
    const graded = cases.filter(c => c.judgements);
    assert.equal(graded.length, 35);
    for (const { id, framework: edition, fieldwork_start: start, published, judgements } of graded) {
      const judgedBy = framework(edition);
      const { in_force: force, published_seen: seen, judgements: known } = judgedBy;
      if (start) assert.ok(force.from <= start && (!force.to || start <= force.to), id);
      if (published && seen) assert.ok(seen.from <= published && published <= seen.to, id);
      for (const [judgement, grade] of Object.entries(judgements ?? {})) {
        assert.ok(known.some(j => j.id === (judgement === 'overall' ? 'overall_effectiveness' : judgement)), `${id}: ${judgement}`);
        assert.ok(isGrade(grade, judgedBy), `${id}: ${grade}`);
      }
    }
  });

  it('every authority of the official tables is known by name and code', () => {
    const names = new Map(authorities.flatMap(a => [a.name, a.official_name, ...(a.aliases ?? [])].map(name => [fold(name), a] as const)));
    const codes = new Map(authorities.flatMap(a => [a.gss_code ?? '', ...(a.former_gss_codes ?? [])].map(code => [code, a] as const)));
    for (const row of readCsv(read('data', 'ofsted_2025_ILACS_inspection_history.csv'))) {
      const name = row['Local authority name'] ?? '';
      assert.ok(names.get(fold(name)) !== undefined && codes.get(row['Local authority area code'] ?? '') !== undefined, name);
    }
  });
});
