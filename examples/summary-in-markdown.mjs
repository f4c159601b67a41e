// Writes a record as people read it, in Markdown: for a committee paper, a wiki or a website.
//   npm install inspection-records && node summary-in-markdown.mjs kirklees.inspection.yaml
import { readFileSync } from 'node:fs';
import { summariseAsMarkdown } from 'inspection-records';

const EXAMPLE = `authority: Kent
event: ILACS standard inspection
fieldwork:
  start: 2022-05-09
  end: 2022-05-20
published: 2022-07-08
judgements:
  The impact of leaders on social work practice with children and families: Outstanding
  The experiences and progress of children who need help and protection: Good
  The experiences and progress of children in care and care leavers: Good
  Overall effectiveness: Outstanding
`;
// What happens next follows from the day on which it is read.
const [file, today = new Date().toISOString().slice(0, 10)] = process.argv.slice(2);

process.stdout.write(summariseAsMarkdown(file ? readFileSync(file, 'utf8') : EXAMPLE, { today }));
