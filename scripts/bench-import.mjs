#!/usr/bin/env node
// How well reports are read, field by field:
//   npm run bench:import -- FOLDER [--all]
// FOLDER holds reports (PDF) and truth.yaml, which says what each of them says: {reports: [{file, authority, event, fieldwork: {start, end},
// published, lead_inspector, judgements: {NAME: GRADE}}]}. A grade counts as right in whatever wording; a value that the truth does not
// have is counted apart. --all names everything that was read otherwise, also what the truth does not have.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { parse } from 'yaml';
import { plugins } from '../esbuild.mjs';
import { root } from './cache.mjs';

const ENGINE = `
  import referenceData from 'generated:reference-data';
  import { createReference } from './server/reference/reference';
  export { readPdf } from './server/import/pdf/read-pdf';
  export { readReport } from './server/import/report/read-report';
  export const reference = createReference(referenceData);
`;

async function loadEngine() {
  const file = path.join(root, 'out', `bench-import-${process.pid}.mjs`);
  await esbuild.build({ stdin: { contents: ENGINE, resolveDir: root }, outfile: file, bundle: true, format: 'esm', platform: 'node', target: 'node20', external: ['unpdf'], logLevel: 'warning', plugins });
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** What a record or the truth says, by field; judgements each by itself. Several stays on site count from the first day to the last. */
function fieldsOf({ authority, event, fieldwork, published, lead_inspector: leadInspector, judgements }, { grades, frameworks }) {
  // Two official wordings of a name are one judgement.
  const official = name => frameworks.all.flatMap(framework => framework.judgements).find(judgement => judgement.also_printed?.includes(name))?.name ?? name;
  const ranges = [fieldwork ?? []].flat();
  const last = ranges.at(-1);
  const graded = Object.entries(judgements ?? {}).map(([name, grade]) => [`judgement: ${official(name)}`, grade && (grades.scales.map(scale => grades.match(grade, scale)).find(match => match.grade)?.grade.id ?? grade)]);
  return { authority, event, 'fieldwork start': ranges[0]?.start, 'fieldwork end': last?.end ?? last?.start, published, 'lead inspector': leadInspector, ...Object.fromEntries(graded) };
}

const known = value => value !== undefined && value !== null;
const kindOf = field => field.replace(/:.*/, '');

/** Adds up one report. */
function compare(file, truth, found, sums, told) {
  for (const field of new Set([...Object.keys(truth), ...Object.keys(found)])) {
    const sum = (sums[kindOf(field)] ??= { right: 0, wrong: 0, missed: 0, more: 0 });
    const [said, read] = [truth[field], found[field]];
    if (!known(said) && !known(read)) continue;
    const what = !known(read) ? 'missed' : !known(said) ? 'more' : said === read ? 'right' : 'wrong';
    sum[what]++;
    if (what !== 'right') told.push({ what, text: `${file}: ${field} ${what === 'more' ? `is read as '${read}', of which the truth says nothing` : what === 'missed' ? `is '${said}', and was not read` : `is '${said}', and was read as '${read}'`}` });
  }
}

const share = (part, whole) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);

const [folder, ...options] = process.argv.slice(2);
if (!folder) {
  console.error('usage: npm run bench:import -- FOLDER');
  process.exit(2);
}
const { readPdf, readReport, reference } = await loadEngine();
const { reports } = parse(fs.readFileSync(path.join(folder, 'truth.yaml'), 'utf8'));
const sums = {};
const told = [];
const start = performance.now();
for (const truth of reports) {
  const bytes = new Uint8Array(fs.readFileSync(path.join(folder, truth.file)));
  const { drafts: [draft], notes } = readReport(await readPdf(bytes), truth.file, reference);
  for (const text of notes) told.push({ what: 'note', text });
  compare(truth.file, fieldsOf(truth, reference), fieldsOf(draft?.value ?? {}, reference), sums, told);
}
const seconds = (performance.now() - start) / 1000;
for (const { what, text } of told) if (what !== 'more' || options.includes('--all')) console.log(text);
console.log(`${'field'.padEnd(18)}${['right', 'wrong', 'missed', 'more', 'precision', 'recall'].map(name => name.padStart(10)).join('')}`);
for (const [field, { right, wrong, missed, more }] of Object.entries(sums)) {
  console.log(`${field.padEnd(18)}${[right, wrong, missed, more, share(right, right + wrong), share(right, right + wrong + missed)].map(value => String(value).padStart(10)).join('')}`);
}
console.log(`${reports.length} reports, ${seconds.toFixed(1)} s`);
