// Lists the judgements that inspectors gave on a day, and the grades that they could give.
//   npm install inspection-records && node judgements-in-force.mjs 2024-07-08
import { frameworksInForce } from 'inspection-records';

const [day = '2022-05-09'] = process.argv.slice(2);

for (const { name, from, to, judgements, grades } of frameworksInForce('ILACS standard inspection', day)) {
  console.log(`${name}, in force from ${from}${to ? ` to ${to}` : ''}`);
  for (const judgement of judgements) console.log(`- ${judgement.name}`);
  console.log(`Grades: ${grades.map(grade => grade.name).join(', ')}`);
}
