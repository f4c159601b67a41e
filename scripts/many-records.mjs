#!/usr/bin/env node
// Records to measure with: `node scripts/many-records.mjs COUNT` prints a stream of that many correct ones, about 1.6 kB each.
// Made up throughout and the same every time: names of authorities are real, everything said about them is not.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';

const authorities = parse(fs.readFileSync(path.resolve(import.meta.dirname, '../schemas/authorities.yaml'), 'utf8')).authorities
  .filter(({ valid_from: from, valid_to: to }) => !from && !to);
const grades = ['Outstanding', 'Good', 'Good', 'Requires improvement to be good'];

/** Record number `n`, counted from 0: an ILACS standard inspection of 2023 to 2026. */
export function oneRecord(n) {
  const authority = authorities[n % authorities.length].name;
  const monday = new Date(Date.UTC(2023, 0, 9 + 7 * (n % 160)));
  const day = days => new Date(monday.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const grade = i => grades[(n + i) % 2 ? 1 : (n >> i) % 3];
  return `id: made-up-${n}
authority: ${authority}
event: ILACS standard inspection
fieldwork:
  start: ${day(0)}
  end: ${day(11)}
published: ${day(49)}
lead_inspector: A. N. Inspector
report: https://files.ofsted.gov.uk/v1/file/${50_000_000 + n}
judgements:
  The impact of leaders on social work practice with children and families: ${grade(1)}
  The experiences and progress of children who need help and protection: Good
  The experiences and progress of children in care: ${grade(3)}
  The experiences and progress of care leavers: Good
  Overall effectiveness: Good
summary: >-
  Services in ${authority} are good overall. Leaders know the strengths of the
  services and what they have to do next, and children are safer as a result.
strengths:
  - Social workers know their children and families well.
  - Children at risk of exploitation benefit from a strong response of all agencies.
  - Staff morale is high, and caseloads are manageable (measure ${n}).
needs_improvement:
  - text: The availability and choice of homes for children in care and care leavers.
    national_framework: outcome 4
  - text: The quality of written plans and records where these are weak.
    judgement: The experiences and progress of children in care
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
