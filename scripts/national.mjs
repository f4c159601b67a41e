#!/usr/bin/env node
// Turns Ofsted's table "ILACS inspection history" into records on standard output:
//   node scripts/national.mjs FILE.csv > samples/national.inspection.yaml
// Everything it knows of frameworks, events and authorities it reads from schemas/. What the table is known for:
// - before 2023 the joint grade for care and care leavers stands in the column "children in care";
// - names are today's, also for inspections of a council that a new one has replaced since, and use "&";
// - codes may be older than a change of code (Barnsley, Sheffield);
// - the inspection date is the first day on site; the last is not given.
import fs from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { readCsv } from './csv.mjs';

const TITLE = 'Ofsted, local authority inspection outcomes as at 31 March 2025';
const HEADER = `# Every ILACS inspection from January 2018 to March 2025, as Ofsted's table of inspection history has them.
# Source: ${TITLE} (published 25 September 2025), sheet "ILACS inspection history".
# Contains public sector information licensed under the Open Government Licence v3.0. Made by scripts/national.mjs; do not edit.
# Councils bear the name of the day. Before 2023 one grade covers care and care leavers together. The last day on site is not in the table.
`;
const COLUMNS = { code: 'Local authority area code', type: 'Inspection type', start: 'Inspection date', published: 'Publication date' };

const schemas = path.resolve(import.meta.dirname, '..', 'schemas');
const read = name => parse(fs.readFileSync(path.join(schemas, name), 'utf8'));
const { authorities } = read('authorities.yaml');
const { events } = read('events.yaml');
const { frameworks } = read('frameworks/ilacs.yaml');
const { grades, grade_scales: scales } = read('grades.yaml');

const fold = text => text.toLowerCase();
const covers = (from, to, day) => (!from || from <= day) && (!to || day <= to);

/** A day as the table or a spreadsheet's export writes it, as YYYY-MM-DD. */
function readDay(text) {
  const british = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  const day = british ? `${british[3]}-${british[2]}-${british[1]}` : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`'${text}' is not a date`);
  return day;
}

/** The authority of that code as it was on that day: itself, or the one that it succeeded. */
function authorityOn(code, day) {
  const now = authorities.find(a => a.gss_code === code || a.former_gss_codes?.includes(code));
  if (!now) throw new Error(`no authority has the code '${code}'`);
  if (covers(now.valid_from, now.valid_to, day)) return now;
  const then = authorities.filter(a => a.successors?.includes(now.gss_code) && covers(a.valid_from, a.valid_to, day));
  if (then.length !== 1) throw new Error(`${now.name} did not exist on ${day}, and ${then.length} authorities may be meant`);
  return then[0];
}

/** The judgements of an edition with the row's grades, in printed order. */
function readJudgements(row, framework) {
  const later = frameworks.flatMap(f => f.judgements);
  return Object.fromEntries(framework.judgements.map(judgement => {
    const columns = [judgement.name, ...(judgement.joins ?? []).flatMap(id => later.filter(j => j.id === id).map(j => j.name))];
    const written = columns.map(column => row[column]).find(Boolean) ?? '';
    const scale = scales.find(s => s.id === framework.grade_scale);
    const grade = scale.grades.find(g => fold(g.name) === fold(written)
      || grades.find(({ id }) => id === g.grade).spellings?.some(spelling => fold(spelling) === fold(written)));
    if (!grade) throw new Error(`'${written}' is not a grade for '${judgement.name}'`);
    return [judgement.name, grade.name];
  }));
}

function readRecord(row) {
  const start = readDay(row[COLUMNS.start]);
  const event = events.find(e => fold(e.name) === fold(row[COLUMNS.type]));
  const framework = event && frameworks.find(f => f.events.includes(event.id) && covers(f.in_force.from, f.in_force.to, start));
  if (!framework) throw new Error(`'${row[COLUMNS.type]}' was not in force on ${start}`);
  const { name } = authorityOn(row[COLUMNS.code], start);
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return {
    // With the month, so that the ids stay apart from those of the hand-written samples.
    id: `${slug}-${start.slice(0, 7)}-ilacs`,
    authority: name, event: event.name, fieldwork: { start }, published: readDay(row[COLUMNS.published]),
    judgements: readJudgements(row, framework),
    sources: [{ title: TITLE }],
  };
}

/** All rows as records; a row that cannot be read stops the work, named by its line. */
function readRecords(text) {
  const ids = new Set();
  return readCsv(text).map((row, index) => {
    try {
      const record = readRecord(row);
      if (ids.has(record.id)) throw new Error(`a second record would be called '${record.id}'`);
      ids.add(record.id);
      return record;
    } catch (error) {
      throw new Error(`row ${index + 2}: ${error.message}`, { cause: error });
    }
  });
}

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: node scripts/national.mjs FILE.csv > samples/national.inspection.yaml');
  process.exit(2);
}
const records = readRecords(fs.readFileSync(file, 'utf8'));
process.stdout.write(HEADER + records.map(record => stringify(record, { lineWidth: 0 })).join('---\n'));
