import type { EventData } from '../../reference/data';
import type { DecidingDate } from '../../reference/frameworks';
import { matched } from '../../reference/match';
import { quote } from '../../text/quote';
import { DraftMaker, type Draft } from '../draft';
import { readAuthority } from './authority';
import { decideEvent } from './decide-event';
import { cellGrade } from './grades';
import type { Row, TableContext } from './row';
import { daysOf, firstOf, unreadDays, setDays } from './row-days';
import { setJudgements, setOutcome } from './row-judgements';
import { findingsIn, themeIn } from './row-texts';

/** What a row says of an inspection; a text where it says of one, but nothing can be made of it; undefined where it says of none. */
export function readRow(row: Row, context: TableContext): Draft | string | undefined {
  const origin = `${context.file}, ${row.place}`;
  const days = daysOf(row);
  const written = row.cell('authority') ?? row.cell('code');
  if (!days.start && !days.published) return written && whyNoDay(row, origin);
  if (!written) return `${origin}: it names no authority. Where its cell was made one with others above, write the name into each.`;
  const on: DecidingDate = days.start ? { date: firstOf(days.start), basis: 'fieldwork' } : { date: firstOf(days.published!), basis: 'published' };
  if (written.column !== row.cell('authority')?.column && !matched(row.reference.authorities.match(written.cell.text, on.date))) return `${origin}: ${quote(written.cell.text)} is no number or code of an authority.`;
  const maker = new DraftMaker(origin);
  readAuthority(row, on.date, maker);
  const event = decideEvent(row, on, context, maker);
  setDays(row, days, maker);
  setTexts(row, maker);
  if (event?.result === 'grades') setJudgements(row, event, on, maker);
  else noteGrades(row, event, maker);
  if (event?.result === 'outcome') setOutcome(row, event, maker);
  const { heading } = row.group;
  const title = heading === undefined ? origin : `${origin}, ${quote(heading)}`;
  maker.add('sources', [Object.keys(row.says).length > 0 ? { title, says: row.says } : { title }]);
  return maker.draft();
}

/** What is to be said of a row with an authority and no day; nothing where it tells of no inspection. */
function whyNoDay(row: Row, origin: string): string | undefined {
  const [unread] = unreadDays(row);
  if (unread) return `${origin}: ${quote(unread.cell.text)} under ${quote(unread.column.heading)} is no day that can be read; write it as 2024-07-31 or 31/07/2024.`;
  return row.judgements.length > 0 ? `${origin}: it has no day, neither of the inspection nor of its publication.` : undefined;
}

/** Says that a row has grades where what it is about has none, or is not known: they stand nowhere else in the record. */
function noteGrades(row: Row, event: EventData | undefined, maker: DraftMaker): void {
  const grades = row.judgements.filter(({ cell }) => row.reference.grades.scales.some(scale => 'grade' in cellGrade(cell.text, scale, row.reference)));
  for (const { column, cell } of grades) row.says[column.heading] = cell.text;
  if (grades.length > 0) maker.remark(['judgements'], { doubt: `the table has grades, but ${event ? `${quote(event.name)} has none` : 'not what kind of event they are of'}` });
}

/** Fields that are taken over as they are. */
const AS_THEY_ARE = ['lead_inspector', 'report'] as const;

function setTexts(row: Row, maker: DraftMaker): void {
  for (const role of AS_THEY_ARE) {
    const found = row.cell(role);
    if (!found || (role === 'report' && !/^https?:\/\/\S+$/.test(found.cell.text))) continue;
    maker.set(role, found.cell.text, row.evidence(found.column, found.cell));
  }
  const ordinal = row.cell('ordinal');
  if (ordinal && /^[1-9]\d?$/.test(ordinal.cell.text)) maker.set('ordinal', Number(ordinal.cell.text), row.evidence(ordinal.column, ordinal.cell));
  const theme = row.cell('theme');
  if (theme) maker.set('theme', themeIn(theme.cell.text, row.reference), row.evidence(theme.column, theme.cell));
  const headline = row.cell('summary');
  if (headline) maker.set('summary', findingsIn(headline.cell.text)[0], { ...row.evidence(headline.column, headline.cell), doubt: EXTRACTED });
  for (const role of ['strengths', 'needs_improvement', 'priority_actions'] as const) {
    for (const { column, cell } of row.all(role)) maker.add(role, findingsIn(cell.text), { ...row.evidence(column, cell), doubt: EXTRACTED });
  }
}

/** Texts in a table were taken out of letters by a program; where one begins or ends is a guess of that program. */
const EXTRACTED = 'taken from a table, where it may be cut off';
