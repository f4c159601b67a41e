import { attributes, html, type Markup } from '../markup';
import type { GradeRun } from '../view';
import { bar, sharesInWords, totalOf, type Share } from './bar';
import type { Distribution } from './view';

/** What is around the numbers. */
interface Frame {
  /** Id of the heading. */
  labelledBy: string;
  /** Of the first column: what the rows are. */
  first: string;
  /** What those without a grade are called; without it they are left out. */
  without?: string;
}

/** How many have which grade: a bar and its numbers, row by row. */
export function distributionTable(rows: readonly Distribution[], grades: readonly GradeRun[], { labelledBy, first, without }: Frame): Markup {
  const used = grades.map((grade, i) => ({ grade, i })).filter(({ i }) => rows.some(({ counts }) => counts[i]));
  const rest = without !== undefined && rows.some(row => row.without);
  const sharesOf = ({ counts, without: none }: Distribution): Share[] => [...used.map(({ grade, i }) => ({ grade, count: counts[i]! })), ...(rest ? [{ grade: { text: without, letter: '–', tone: 'none' }, count: none }] : [])];
  const longest = Math.max(...rows.map(row => totalOf(sharesOf(row))));
  return html`<table role="table" class="distribution" aria-labelledby="${labelledBy}">
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${first}</th>${used.map(({ grade }) => html`<th scope="col" role="columnheader" class="number">${gradeHead(grade)}</th>`)}${rest ? html`<th scope="col" role="columnheader" class="number">${without}</th>` : ''}</tr></thead>
<tbody role="rowgroup">
${rows.map(row => {
    const shares = sharesOf(row);
    return html`<tr role="row"><th scope="row" role="rowheader"><span class="of">${row.name}</span>${bar(shares, `${row.name}: ${sharesInWords(shares)}`, longest)}</th>${shares.map(({ grade, count }) => html`<td role="cell"${attributes({ class: count ? 'number' : 'number zero' })}><span class="in-blocks">${grade.text} </span>${count}</td>`)}</tr>
`;
  })}</tbody>
</table>
`;
}

/** A grade at the head of a column: its letter in its colour, its word below. */
function gradeHead({ text, letter, tone }: GradeRun): Markup {
  return html`<span class="grade ${tone}"><span class="letter" aria-hidden="true">${letter}</span></span> <span class="below">${text}</span>`;
}
