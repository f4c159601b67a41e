import { escapeMarkdown as escape } from '../../text/markdown';
import { capitalised } from '../../text/words';
import { plainChange } from '../plain';
import { eventsInWords, kinHeading } from './words';
import type { Entry, EventEntry, JourneyView } from './view';

/** A journey for a committee paper or a page of a wiki: Markdown with tables, in which nothing that was read works as markup. */
export function journeyMarkdown(view: JourneyView): string {
  const { authority, about, story, chronicle, kin } = view;
  const blocks = [
    `# ${escape(authority)}`,
    escape(eventsInWords(view)),
    escape(about.join(' · ')),
    story ? `**${escape(story)}**` : '',
    chronicle.length ? table(chronicle) : `There is no record of ${escape(authority)} here.`,
    ...kin.flatMap(one => [`## ${escape(kinHeading(one))}`, escape(capitalised(one.life)), one.chronicle.length ? table(one.chronicle) : `There is no record of ${escape(one.name)} here.`]),
  ];
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

function table(entries: readonly Entry[]): string {
  return ['| When | What | Grades |', '| --- | --- | --- |', ...entries.map(entry => `| ${row(entry).join(' | ')} |`)].join('\n');
}

function row(entry: Entry): string[] {
  const when = escape(entry.when);
  if (entry.kind === 'event') return [when, event(entry), grades(entry)];
  if (entry.kind === 'step') return [when, `${escape(entry.name)}${entry.note ? `: ${escape(entry.note)}` : ''}`, ''];
  return [when, `*${escape(entry.text)}*`, ''];
}

function event({ name, about, summary, standsIn, alsoIn }: EventEntry): string {
  const where = [standsIn, ...alsoIn.map(({ text }) => text)].map(escape).join(', ');
  return [`**${escape(name)}**${about ? ` (${escape(about)})` : ''}`, summary ? escape(summary) : '', `${where}`].filter(part => part !== '').join('<br>');
}

function grades({ grades: given, outcome }: EventEntry): string {
  if (outcome) return escape(outcome.text);
  if (!given.length) return 'not graded';
  return given.map(({ name, overall, grade, change }) => {
    const text = `${escape(name)}: ${escape(grade.text)}`;
    const moved = change && change.direction !== 'same' ? `, ${escape(plainChange(change))}` : '';
    return `${overall ? `**${text}**` : text}${moved}`;
  }).join('<br>');
}
