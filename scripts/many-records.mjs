#!/usr/bin/env node
// Records to measure with: `node scripts/many-records.mjs COUNT` prints a stream of that many correct ones, about 1.6 kB each.
// Made up throughout and the same every time: names of authorities are real, everything said about them is not.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

const read = name => parse(fs.readFileSync(path.resolve(import.meta.dirname, '../schemas', name), 'utf8'));
const authorities = read('authorities.yaml').authorities.filter(({ valid_from: from, valid_to: to }) => !from && !to);
const editions = read('frameworks/ilacs.yaml').frameworks;

/** Graded inspections of an authority before its records turn to visits, and the days from one to the next. */
const GRADED = { rounds: 5, every: 620, from: Date.UTC(2018, 0, 15) };

/** Record number `n`, counted from 0: each authority is inspected five times from 2018 on, and visited after that. */
export function oneRecord(n) {
  const authority = authorities[n % authorities.length].name;
  const round = Math.floor(n / authorities.length);
  return round < GRADED.rounds ? inspection(n, authority, round) : visit(n, authority, round - GRADED.rounds);
}

function inspection(n, authority, round) {
  const monday = toMonday(GRADED.from + (round * GRADED.every + (n % authorities.length % 40)) * DAY);
  const { judgements } = editions.findLast(({ in_force: { from } }) => from <= iso(monday));
  const grade = i => (judgements[i].level === 'overall' || (n + i) % 3 ? 'Good' : 'Outstanding');
  return `${head(n, authority, 'ILACS standard inspection', monday, 11)}judgements:
${judgements.map(({ name }, i) => `  ${name}: ${grade(i)}\n`).join('')}${findings(n, authority)}`;
}

function visit(n, authority, round) {
  const monday = toMonday(GRADED.from + (GRADED.rounds * GRADED.every - 200 - round * 7) * DAY);
  return `${head(n, authority, 'ILACS focused visit', monday, 1)}theme: Front door
${findings(n, authority)}`;
}

const DAY = 86_400_000;
const iso = time => new Date(time).toISOString().slice(0, 10);
const toMonday = time => time - ((new Date(time).getUTCDay() + 6) % 7) * DAY;

function head(n, authority, event, monday, days) {
  return `id: made-up-${n}
authority: ${authority}
event: ${event}
fieldwork:
  start: ${iso(monday)}
  end: ${iso(monday + days * DAY)}
published: ${iso(monday + 49 * DAY)}
lead_inspector: A. N. Inspector
report: https://files.ofsted.gov.uk/v1/file/${50_000_000 + n}
`;
}

function findings(n, authority) {
  return `summary: >-
  Services in ${authority} are good overall. Leaders know the strengths of the
  services and what they have to do next, and children are safer as a result.
strengths:
  - Social workers know their children and families well.
  - Children at risk of exploitation benefit from a strong response of all agencies.
  - Staff morale is high, and caseloads are manageable (measure ${n}).
needs_improvement:
  - text: The availability and choice of homes for children in care and care leavers.
    national_framework: outcome 4
  - The quality of written plans and records where these are weak.
actions:
  - action: Open two more homes for children with complex needs.
    owner: Director of children's services
    status: in progress
notes: Made up to measure with; nothing here is true of any authority.
`;
}

export function manyRecords(count) {
  return Array.from({ length: count }, (_, n) => oneRecord(n)).join('---\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(manyRecords(Number(process.argv[2] ?? 1)));
}
