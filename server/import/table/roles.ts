import { fold } from '../../text/spelling';

/** What a column of a table is about, beside judgements. `unused`: known, but no part of a record, or worked out from the rest. */
export type Role =
  | 'authority' | 'code' | 'event' | 'ordinal' | 'start' | 'end' | 'published' | 'theme' | 'lead_inspector' | 'outcome'
  | 'report' | 'provider_page' | 'summary' | 'strengths' | 'needs_improvement' | 'priority_actions' | 'unused';

/** Headings by what they are about, folded: those of the official tables and of the programs that read reports for the sector. */
const HEADINGS: Readonly<Record<Exclude<Role, 'unused'>, readonly string[]>> = {
  authority: ['local authority name', 'local authority', 'authority', 'la name', 'la', 'council', 'name of local authority', 'name of authority', 'authority name', 'council name', 'name of council', 'local authority/council', 'local authority / council'],
  code: ['local authority area code', 'area code', 'local authority code', 'la code', 'gss code', 'ons code', 'urn', 'new la code', 'old la code'],
  event: ['inspection type', 'inspection/visit type', 'visit type', 'event type', 'event', 'inspection framework', 'type of inspection', 'kind of inspection', 'type of visit', 'inspection or visit type', 'type of event', 'kind of event'],
  start: ['inspection date', 'inspection/visit date', 'visit date', 'inspection start date', 'start date', 'first day', 'inspected', 'inspected on', 'date inspected', 'date of inspection', 'date of visit', 'inspection start', 'first day of inspection',
    'start', 'from', 'visit start', 'visit start date', 'fieldwork start', 'fieldwork start date', 'first day on site', 'start of inspection', 'start of fieldwork',
    'inspection dates', 'inspection/visit dates', 'visit dates', 'fieldwork', 'fieldwork dates', 'dates of inspection', 'dates of visit', 'dates of fieldwork'],
  end: ['end', 'to', 'finish', 'visit end', 'visit end date', 'inspection end date', 'end date', 'last day', 'inspection end', 'last day of inspection', 'fieldwork end', 'fieldwork end date', 'last day on site', 'end of inspection', 'end of fieldwork'],
  published: ['publication date', 'date published', 'published', 'report publication date', 'date of publication', 'report published', 'date report published', 'published date', 'published on', 'day of publication', 'letter published', 'date letter published'],
  theme: ['visit theme', 'inspection theme', 'theme', 'focus', 'focus of visit', 'visit focus', 'topic'],
  ordinal: ['ordinal', 'visit number', 'number of visit', 'number of the visit', 'visit no'],
  lead_inspector: ['inspector name', 'lead inspector', 'lead inspector name', 'name of lead inspector'],
  outcome: ['outcome grade', 'outcome', 'inspection outcome'],
  report: ['inspection link', 'report link', 'report url', 'report'],
  provider_page: ['web link', 'provider page', 'provider link', 'provider url'],
  summary: ['summary headline findings', 'headline findings'],
  strengths: ['summary key strengths', 'key strengths', 'strengths'],
  needs_improvement: ['summary needs to improve', 'summary improvement', 'what needs to improve', 'areas for improvement'],
  priority_actions: ['summary priority action', 'areas for priority action', 'priority action'],
};

/** Headings of columns of which nothing is kept. */
const UNUSED: readonly RegExp[] = [
  /\bregion\b/, /\bregion code\b/, /\bauthority type\b/, /\bauthority status\b/, /\bneighbours\b/, /^ltla\d+cd$/, /^next inspection\b/, /^previous inspection date$/,
  /^inspection outcome text$/, /^pdf filename$/, /^parser version$/, /^local link to\b/, /\bcase study\b/,
  // What was before is another inspection.
  /\b(?:previous|prior|preceding)\b/,
];

const BY_HEADING = new Map(Object.entries(HEADINGS).flatMap(([role, headings]) => headings.map(heading => [heading, role as Role] as const)));

/** What a column is about by its heading; undefined where that is not known, or it may be a judgement. */
export function roleOf(heading: string): Role | undefined {
  const name = fold(heading);
  return BY_HEADING.get(name) ?? (UNUSED.some(pattern => pattern.test(name)) ? 'unused' : undefined);
}

/** The same for one of several columns of a kind: "First round publication date". */
export function roleAtEndOf(heading: string): 'event' | 'published' | undefined {
  const name = fold(heading);
  return (['event', 'published'] as const).find(role => HEADINGS[role].some(ending => name.endsWith(` ${ending}`)));
}
