import { visible } from '../../text/visible';
import { capitalised } from '../../text/words';
import { hang, length, wrap } from '../columns';
import { plainChange } from '../plain';
import { eventsInWords, kinHeading } from './words';
import type { Entry, EventEntry, JourneyView } from './view';

const WIDTH = 80;

/** A journey for a terminal or an e-mail: no line longer than 80 characters, and every hidden character written out. */
export function journeyText(view: JourneyView): string {
  const { authority, about, story, chronicle, kin } = view;
  const blocks = [
    [authority, '='.repeat(length(authority)), ...wrap(eventsInWords(view), WIDTH), ...(about.length ? wrap(shown(about.join(' · ')), WIDTH) : [])],
    story ? wrap(shown(story), WIDTH) : [],
    ...(chronicle.length ? chronicle.map(entry) : [[`There is no record of ${authority} here.`]]),
    ...kin.flatMap(one => {
      const heading = kinHeading(one);
      return [[heading, '-'.repeat(length(heading)), ...(one.life ? [capitalised(one.life)] : [])], ...(one.chronicle.length ? one.chronicle.map(entry) : [[`There is no record of ${one.name} here.`]])];
    }),
  ];
  return `${blocks.filter(block => block.length).map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function entry(one: Entry): string[] {
  if (one.kind === 'event') return event(one);
  if (one.kind === 'step') return [...wrap(shown(`${one.when}: ${one.name}`), WIDTH), ...(one.note ? indented(one.note) : [])];
  return wrap(shown(one.kind === 'gap' ? `(${one.when}: ${one.text})` : `-- ${one.when}: ${one.text}`), WIDTH);
}

function event({ when, name, about, summary, standsIn, alsoIn, grades, outcome }: EventEntry): string[] {
  const given = grades.flatMap(({ name: judgement, grade, change }) => {
    const moved = change && change.direction !== 'same' ? `, ${plainChange(change)}` : '';
    return hang('  - ', shown(`${judgement}: ${grade.text}${moved}`), WIDTH);
  });
  return [
    ...wrap(shown(`${when}: ${name}`), WIDTH),
    ...(about ? indented(about) : []),
    ...(summary ? indented(summary) : []),
    ...(outcome ? hang('  - ', shown(outcome.text), WIDTH) : given),
    ...hang('  ', shown(`[${[standsIn, ...alsoIn.map(({ text }) => text)].join('; ')}]`), WIDTH),
  ];
}

function indented(text: string): string[] {
  return hang('  ', shown(text), WIDTH);
}

/** On one line, with nothing hidden that could command a terminal. */
function shown(text: string): string {
  return visible(text.replace(/[ \t\n\r]+/g, ' ').trim());
}
