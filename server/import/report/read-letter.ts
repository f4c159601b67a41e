import type { EventData } from '../../reference/data';
import { parseDate } from '../../reference/calendar';
import type { Reference } from '../../reference/reference';
import type { DraftMaker } from '../draft';
import type { Head } from './head';
import { evidenceOf } from './head';
import { dayOfLetter, daysOfVisit, eventOfLetter, isNextLine, ordinalOf, outcomeOf, signatureOf, themeOf } from './letter';
import type { Line } from './lines';
import { whoIn } from './who';

/** Lines that the subject of a letter goes over at most. */
const SUBJECT_LINES = 5;

/** Reads a letter or report without judgements: the kind, who, the days, the theme. Whether it is one. */
export function readLetter(lines: readonly Line[], head: Head, reference: Reference, maker: DraftMaker): boolean {
  const found = eventOfLetter(lines, reference);
  const published = head.published ?? dayOfLetter(lines);
  const fieldwork = head.fieldwork ?? daysOfVisit(lines, published?.value);
  if (!found || !fieldwork) return false;
  const { event, subject } = found;
  const below = paragraphFrom(subject, lines);
  const who = whoIn(below.map(({ text }) => text).join(' '), parseDate(fieldwork.value[0]!.start), reference);
  maker.set('authority', who.authority?.name ?? null, { evidence: evidenceOf(below), doubt: who.doubt ?? (who.authority ? undefined : 'the letter names no authority that is known') });
  if (who.trust !== undefined) maker.set('trust', who.trust, { evidence: evidenceOf(below) });
  maker.set('event', event.name, { evidence: evidenceOf([subject]) });
  maker.set('fieldwork', fieldwork.value.length === 1 ? fieldwork.value[0] : fieldwork.value, { evidence: fieldwork.evidence });
  if (published) maker.set('published', published.value, { evidence: published.evidence, doubt: head.published ? undefined : 'the day of the letter; it may have gone online later' });
  const inspector = head.leadInspector ?? signatureOf(lines);
  if (inspector) maker.set('lead_inspector', inspector.value, { evidence: inspector.evidence, doubt: head.leadInspector ? undefined : 'who signed the letter' });
  setResult(lines, event, reference, maker);
  return true;
}

function paragraphFrom(first: Line, lines: readonly Line[]): Line[] {
  const at = lines.indexOf(first);
  const following = lines.slice(at, at + SUBJECT_LINES);
  const end = following.findIndex((line, index) => index > 0 && !isNextLine(following[index - 1]!, line));
  return end < 0 ? following : following.slice(0, end);
}

function setResult(lines: readonly Line[], event: EventData, reference: Reference, maker: DraftMaker): void {
  const theme = event.theme ? themeOf(lines, reference) : undefined;
  if (theme) maker.set('theme', theme.value, { evidence: theme.evidence, doubt: theme.isKnown ? undefined : 'in the words of the letter' });
  const ordinal = event.ordinal ? ordinalOf(lines) : undefined;
  if (ordinal) maker.set('ordinal', ordinal.value, { evidence: ordinal.evidence });
  const scale = event.outcome_scale === undefined ? undefined : reference.grades.scale(event.outcome_scale);
  const outcome = scale && outcomeOf(lines, scale);
  if (outcome) maker.set('outcome', outcome.value.name, { evidence: outcome.evidence });
}
