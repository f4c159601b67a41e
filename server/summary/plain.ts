import type { Change, Detail, Item, JourneyStep, JourneyStrip, JudgementTable, Line, Run, TableSection } from './view';

/** The words that writers without links, colours and headings share. */

/** A piece with its address, what is doubtful about it, and where it stands. */
export function plainRun(run: Run): string {
  return addressed(run) + plainNote(run);
}

/** What stands behind a piece: " [overdue] (line 12)". */
export function plainNote({ mark, trace }: Run): string {
  return `${mark ? ` [${mark}]` : ''}${trace ? ` (${trace})` : ''}`;
}

function addressed({ text, url }: Run): string {
  return url === undefined || url === text ? text : `${text} (${url})`;
}

export function plainLine(line: Line): string {
  return line.map(plainRun).join('');
}

/** The paragraphs of a longer text, as people write them: with a blank line between. */
export function paragraphs(run: Run): string[] {
  return plainRun(run).split(/\r?\n[ \t]*\r?\n/).filter(paragraph => paragraph.trim() !== '');
}

/** "Owner: Service Director". */
export function plainDetail({ label, value }: Detail): string {
  return label ? `${label}: ${plainRun(value)}` : plainRun(value);
}

/** "up from Good (then children in care and care leavers together)". */
export function plainChange(change: Change | undefined): string {
  if (!change) return '';
  return change.then ? `${change.text} (then ${change.then})` : change.text;
}

/** Who said it, in what office, and where: "Yvette Stanley, Ofsted National Director". */
export function plainSpeaker({ details }: Item): string {
  return details.map(({ value }) => plainRun(value)).join(', ');
}

/** What the table says of the inspection before. */
export function aboutPrevious({ event, when, comparable }: NonNullable<JudgementTable['previous']>): string {
  const before = `${event}, ${when}`;
  return comparable ? `Compared with the graded inspection before: ${before}.`
    : `The graded inspection before, ${before}, judged other things: its grades cannot be compared.`;
}

/** "November 2016: SIF inspection, Inadequate (this record)". */
function plainStep({ when, event, grade, isThis }: JourneyStep): string {
  return `${plainRun(when)}: ${event}${grade ? `, ${plainRun(grade)}` : ''}${isThis ? ' (this record)' : ''}`;
}

/** A journey line by line. */
export function plainJourney({ steps, earlier, later }: JourneyStrip): string[] {
  return [...(earlier ? [`${earlier} earlier`] : []), ...steps.map(plainStep), ...(later ? [`${later} later`] : [])];
}

/** The cells of a row behind the first, each with the name of its column; empty ones are left out. */
export function plainCells(cells: readonly Line[], columns: TableSection['columns']): string[] {
  return cells.flatMap((line, index) => (index && line.length ? [`${columns[index]!}: ${plainLine(line)}`] : []));
}
