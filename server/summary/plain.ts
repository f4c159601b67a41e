import type { Change, Detail, Item, JudgementTable, Line, Run } from './view';

/** The words that writers without links, colours and headings share. */

/** A piece with what is doubtful about it. */
export function plainRun({ text, mark }: Run): string {
  return mark ? `${text} [${mark}]` : text;
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
