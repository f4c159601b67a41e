// Says what is wrong with a record, and mends what can be mended without asking.
//   npm install inspection-records && node check-a-string.mjs
import { checkText, mendText } from 'inspection-records';

const record = `authority: Kirklees Council
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07-19
published: 2024-08-28
judgements:
  The impact of leaders on social work practice with children and families: Good
  The experiences and progress of children who need help and protection: Good
  The experiences and progress of children in care: Good
  The experiences and progress of care leavers: Requires improvement
  Overall effectiveness: Excellent
`;
const today = new Date().toISOString().slice(0, 10);

for (const { range, severity, rule, message } of checkText(record, { today })) {
  console.log(`line ${range.start.line + 1}: ${severity} ${rule}: ${message}`);
}

const { text, mended } = mendText(record, { today });
console.log(`${mended} mended; left: ${checkText(text, { today }).map(({ rule }) => rule).join(', ')}`);
