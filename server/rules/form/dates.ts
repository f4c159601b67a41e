import { isEmpty, type ScalarNode } from '../../records/node';
import type { RecordText } from '../../records/read';
import { calendarDate, daysInMonth, isoDate, longDate, parseDate } from '../../reference/calendar';
import type { Inspection } from '../../reference/inspection';
import { readDate, type WrittenDate } from '../../reference/written-date';
import { quote } from '../../text/quote';
import { forTheLast } from '../for-the-last';
import { NOTHING, ofEach, type Fix, type InspectionRule, type Report } from '../rule';
import { rewrite } from '../scalar-text';
import { formOf } from './places';

export const invalidDate: InspectionRule = {
  id: 'invalid-date',
  severity: 'error',
  summary: 'A day or month that the calendar does not have, such as 2024-02-31.',
  why: 'A date that does not exist is a slip of the hand, and no program can tell which day was meant. The first day of fieldwork decides which framework applies, so a wrong day may change everything that is asked of the record.',
  check: inspection => ofEach(datesAtFault(inspection), ({ node, written }) => (
    'problem' in written && written.problem === 'impossible' ? [{ start: node.start, end: node.end, message: `${quote(node.text)} is no date: ${whyNot(node.text)}.` }] : NOTHING
  )),
};

export const dateFormat: InspectionRule = {
  id: 'date-format',
  severity: 'error',
  summary: 'A date that is not written as year-month-day.',
  why: 'Dates are written as 2024-07-08, as 2024-07 where only the month is known, or as 2024: the one way that is read alike everywhere and sorts by itself. 8/7/2024 is July to one reader and August to another.',
  fix: 'all',
  check: inspection => ofEach(datesAtFault(inspection), ({ node, written }) => {
    if ('date' in written) return [otherwiseWritten(node, [isoDate(written.date)], inspection.record)];
    return written.problem === 'format' ? [otherwiseWritten(node, written.meant, inspection.record)] : NOTHING;
  }),
};

/** The values that stand where a date belongs and are none, or are right but for what stands around them: the schema refuses those. */
const datesAtFault = forTheLast((inspection: Inspection): readonly { node: ScalarNode; written: WrittenDate }[] => {
  const { places, refusals } = formOf(inspection);
  const found: { node: ScalarNode; written: WrittenDate }[] = [];
  for (const place of places) {
    const { node, takes } = place;
    if (takes.form !== 'date' || node.kind !== 'scalar' || isEmpty(node)) continue;
    const written = readDate(node);
    if ('problem' in written || refusals.has(place)) found.push({ node, written });
  }
  return found;
});

function otherwiseWritten(node: ScalarNode, meant: string[], record: RecordText): Report {
  const { start, end } = node;
  const days = meant.map(date => longDate(parseDate(date)!));
  const message = meant.length === 0 ? `${quote(node.text)} is not a date. Write the day as year-month-day, such as 2024-07-08, or only the month (2024-07) or the year.`
    : meant.length === 1 ? `Write this date as ${meant[0]}: year, month and day, with hyphens.`
    : `${quote(node.text)} may be ${days.join(' or ')}. Write it as ${meant.join(' or ')}: year, month and day, with hyphens.`;
  const fixes = meant.map((date, index): Fix => ({ title: `Change to ${date} (${days[index]})`, edits: [rewrite(record, node, date)], ...(meant.length === 1 && { all: true }) }));
  return { start, end, message, ...(meant.length && { suggestions: meant, fixes }) };
}

/** Why a date cannot be, as the end of a sentence. */
function whyNot(text: string): string {
  const parts = /^\s*(\d{4})(?:-(\d{2}))?(?:-\d{2})?\s*$/.exec(text);
  if (!parts) return 'the calendar has no such day';
  const [year, month] = parts.slice(1).map(Number) as [number, number];
  if (!calendarDate(year)) return `no record is of the year ${parts[1]}`;
  const ofMonth = calendarDate(year, month);
  if (!ofMonth) return `there is no month ${parts[2]}`;
  return `${longDate(ofMonth)} has ${daysInMonth(year, month)} days`;
}
