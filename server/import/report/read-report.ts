import { compareDates, parseDate } from '../../reference/calendar';
import type { DecidingDate } from '../../reference/frameworks';
import type { Reference } from '../../reference/reference';
import { DraftMaker, type Draft, type Reading } from '../draft';
import { readDay } from '../day';
import type { PdfText } from '../pdf/page-text';
import type { Decided } from './event';
import { decideGraded } from './event';
import { gradeInSentence, overallInSentence } from './graded-sentences';
import { evidenceOf, readHead, type Head } from './head';
import { linesOf, type Line } from './lines';
import { readLetter } from './read-letter';
import { sectionsIn } from './sections';
import { whoIn } from './who';

/** A page of a report has more letters than this; where there are fewer on most pages, they are pictures of a report. */
const LETTERS_OF_A_PAGE = 200;

/** Reads a report. What cannot be read is left out; a report whose words cannot be read becomes a record to fill in. */
export function readReport(text: PdfText, file: string, reference: Reference): Reading {
  const letters = text.pages.flat().reduce((sum, { text: words }) => sum + (words.match(/\p{L}/gu)?.length ?? 0), 0);
  if (letters < LETTERS_OF_A_PAGE * text.pages.length) return { drafts: [skeleton(file)], notes: [`${file}: its pages are pictures, or its words cannot be read: a record to fill in is made of it.`] };
  const lines = linesOf(text);
  const head = readHead(lines);
  const maker = new DraftMaker(file);
  const notes = text.pages.length < text.pageCount ? [`${file}: it has ${text.pageCount} pages; the first ${text.pages.length} were read.`] : [];
  const published = head.published?.value ?? dayInName(file);
  const on: DecidingDate | undefined = head.fieldwork ? { date: parseDate(head.fieldwork.value[0]!.start)!, basis: 'fieldwork' } : published === undefined ? undefined : { date: parseDate(published)!, basis: 'published' };
  const title = head.title.map(({ text: words }) => words).join(' ');
  const decided = on && decideGraded(lines, title, on, head.fieldwork?.value ?? [], reference);
  if (decided) {
    setWho(head, title, on, reference, maker);
    // No report prints the kind: it follows from its title, its days and its judgements.
    const basis = [title, head.fieldwork?.evidence.words].filter(words => words).join('; ');
    maker.set('event', decided.event.name, { evidence: { place: `page ${head.page}`, words: basis }, doubt: decided.doubt });
    setDays(head, file, maker);
    setJudgements(lines, head.page, decided, reference, maker);
  } else if (!readLetter(lines, head, reference, maker)) {
    return { drafts: [], notes: [...notes, `${file}: it is no report or letter that is known: it names no kind of inspection or visit, or says no days.`] };
  }
  setSections(lines, reference, maker);
  // Records have no field for it: it tells which report is the source.
  maker.add('sources', [{ title: head.number ? `${file}, report ${head.number.value}` : file }], { evidence: head.number?.evidence });
  return { drafts: [maker.draft()], notes };
}

function skeleton(file: string): Draft {
  const value = { authority: null, event: null, fieldwork: { start: null, end: null }, published: null, sources: [{ title: file }] };
  return { value, remarks: [{ path: ['judgements'], doubt: 'the words of the report cannot be read' }], origin: file };
}

function setWho({ title: lines }: Head, title: string, on: DecidingDate, reference: Reference, maker: DraftMaker): void {
  const { authority, trust, doubt } = whoIn(title, on.date, reference);
  const evidence = evidenceOf(lines);
  maker.set('authority', authority?.name ?? null, { evidence, doubt: doubt ?? (authority ? undefined : 'the title names no authority that is known') });
  if (trust !== undefined) maker.set('trust', trust, { evidence });
}

function setDays({ fieldwork, published, leadInspector }: Head, file: string, maker: DraftMaker): void {
  if (fieldwork) maker.set('fieldwork', fieldwork.value.length === 1 ? fieldwork.value[0] : fieldwork.value, { evidence: fieldwork.evidence });
  const inName = dayInName(file);
  const last = fieldwork?.value.at(-1);
  if (published) maker.set('published', published.value, { evidence: published.evidence });
  else if (inName !== undefined && (!last || compareDates(parseDate(inName)!, parseDate(last.end ?? last.start)!) > 0)) {
    maker.set('published', inName, { doubt: 'the day in the name of the file; the report does not print it' });
  }
  if (leadInspector) maker.set('lead_inspector', leadInspector.value, { evidence: leadInspector.evidence });
}

/** Many keep reports under the day of their publication: "kirklees-2024-08-28.pdf". */
function dayInName(file: string): string | undefined {
  const day = /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/.exec(file)?.[1];
  return day === undefined ? undefined : readDay(day);
}

/** Sets the judgements in printed order of the edition: those of the table, and those that the report tells in a sentence. */
function setJudgements(lines: readonly Line[], firstPage: number, { framework, rows }: Decided, reference: Reference, maker: DraftMaker): void {
  const first = lines.filter(({ page }) => page <= firstPage);
  for (const judgement of framework.judgements) {
    const row = rows.find(other => other.judgement === judgement);
    const grade = row?.grade ?? (judgement.level === 'overall' ? overallInSentence(first, judgement, framework, reference) : judgement.level === 'separate' ? gradeInSentence(lines, judgement, framework, reference) : undefined);
    const isPrinted = [judgement.name, ...(judgement.also_printed ?? [])].includes(row?.printed ?? '');
    const name = row && isPrinted ? row.printed : judgement.name;
    if (grade) maker.setIn('judgements', name, grade.value.name, { evidence: grade.evidence, doubt: row?.grade && row.doubt });
    else if (judgement.required) maker.setIn('judgements', name, null, { doubt: 'its grade could not be read' });
  }
}

function setSections(lines: readonly Line[], reference: Reference, maker: DraftMaker): void {
  const { summary, lists } = sectionsIn(lines, reference);
  if (summary) maker.set('summary', summary.value, { evidence: summary.evidence });
  for (const [field, points] of Object.entries(lists)) {
    for (const { value, evidence } of points) maker.add(field, [value.national_framework === undefined ? value.text : value], { evidence });
  }
}
