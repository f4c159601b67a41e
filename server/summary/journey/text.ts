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
    [...headed(authority, '='), ...wrap(eventsInWords(view), WIDTH), ...(about.length ? wrap(about.join(' · '), WIDTH) : [])],
    story ? wrap(story, WIDTH) : [],
    ...(chronicle.length ? chronicle.map(entry) : [wrap(`There is no record of ${authority} here.`, WIDTH)]),
    ...kin.flatMap(one => [
      [...headed(kinHeading(one), '-'), ...(one.life ? wrap(capitalised(one.life), WIDTH) : [])],
      ...(one.chronicle.length ? one.chronicle.map(entry) : [wrap(`There is no record of ${one.name} here.`, WIDTH)]),
    ]),
  ];
  return `${blocks.filter(block => block.length).map(lines => lines.join('\n')).join('\n\n')}\n`;
}

function headed(title: string, line: string): string[] {
  const lines = wrap(title, WIDTH);
  return [...lines, line.repeat(Math.max(...lines.map(length)))];
}

function entry(one: Entry): string[] {
  if (one.kind === 'event') return event(one);
  if (one.kind === 'step') return [...wrap(`${one.when}: ${one.name}`, WIDTH), ...(one.note ? indented(one.note) : [])];
  return wrap(one.kind === 'gap' ? `(${one.when}: ${one.text})` : `-- ${one.when}: ${one.text}`, WIDTH);
}

function event({ when, name, about, summary, standsIn, alsoIn, grades, outcome }: EventEntry): string[] {
  const given = grades.flatMap(({ name: judgement, grade, change }) => {
    const moved = change && change.direction !== 'same' ? `, ${plainChange(change)}` : '';
    return hang('  - ', `${judgement}: ${grade.text}${moved}`, WIDTH);
  });
  return [
    ...wrap(`${when}: ${name}`, WIDTH),
    ...(about ? indented(about) : []),
    ...(summary ? indented(summary) : []),
    ...(outcome ? hang('  - ', outcome.text, WIDTH) : given),
    ...hang('  ', `[${[standsIn, ...alsoIn.map(({ text }) => text)].join('; ')}]`, WIDTH),
  ];
}

function indented(text: string): string[] {
  return hang('  ', text, WIDTH);
}
