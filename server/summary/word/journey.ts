import { HeadingLevel, ImageRun, LineRuleType, type FileChild, type Paragraph } from 'docx';
import { visible } from '../../text/visible';
import { capitalised } from '../../text/words';
import type { Drawing } from '../formats';
import { describeFigure, eventsInWords, kinHeading, TABLE_BELOW } from '../journey/words';
import type { Entry, EventEntry, JourneyView } from '../journey/view';
import { plainChange } from '../plain';
import { GRADE_COLOURS, QUIET } from './colours';
import { wordFile } from './file';
import { gradeCell, paragraph, table, words, type Cell } from './pieces';

/** The most that the picture takes of a page, in pixels of which there are 96 to an inch: the width of the text, and its height without what stands above. */
const ROOM = { width: 642, height: 740 };

/** A journey as a Word file for committee papers: its time line as a picture, where one could be drawn, and the table that says the same. */
export function writeJourneyWord(view: JourneyView, drawing?: Drawing): Promise<Uint8Array> {
  const { title, authority, about, story, chronicle, kin } = view;
  return wordFile(title, [
    heading(authority, HeadingLevel.HEADING_1),
    paragraph([words(eventsInWords(view))]),
    ...(about.length ? [paragraph([words(about.join(' · '), { colour: QUIET })])] : []),
    ...(story ? [paragraph([words(story, { bold: true })])] : []),
    ...(drawing ? [heading('Time line'), picture(drawing, view)] : []),
    ...(chronicle.length ? [heading('What happened'), chronicleTable('What happened', chronicle)] : [nothing(authority)]),
    ...kin.flatMap((one): FileChild[] => [
      heading(kinHeading(one)),
      ...(one.life ? [paragraph([words(capitalised(one.life), { colour: QUIET })], { keepNext: true })] : []),
      one.chronicle.length ? chronicleTable(kinHeading(one), one.chronicle) : nothing(one.name),
    ]),
  ]);
}

function heading(text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel] = HeadingLevel.HEADING_2): Paragraph {
  return paragraph([words(text)], { heading: level });
}

function nothing(authority: string): Paragraph {
  return paragraph([words(`There is no record of ${authority} here.`)]);
}

/** As large as there is room for it, and told in words to those who do not see it. */
function picture({ png, width, height }: Drawing, view: JourneyView): Paragraph {
  const scale = Math.min(1, ROOM.width / width, ROOM.height / height);
  const name = visible(`Time line of ${view.authority}`);
  return paragraph([new ImageRun({
    type: 'png', data: png, transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name, title: name, description: visible(`${describeFigure(view)} ${TABLE_BELOW}`) },
  })], { spacing: { line: 240, lineRule: LineRuleType.AUTO } });
}

function chronicleTable(title: string, entries: readonly Entry[]): FileChild {
  return table(title, ['When', 'What', 'Grades'], entries.map(row), [2, 4, 4]);
}

function row(entry: Entry): Cell[] {
  const when: Cell = { children: [paragraph([words(entry.when)])] };
  if (entry.kind === 'event') return [when, eventCell(entry), gradesCell(entry)];
  const [what, more] = entry.kind === 'step' ? [paragraph([words(entry.name)]), entry.note] : [paragraph([words(entry.text, { italics: true, colour: QUIET })]), undefined];
  return [when, { columns: 2, children: more ? [what, paragraph([words(more, { colour: QUIET })])] : [what] }];
}

function eventCell({ name, about, summary, standsIn, alsoIn }: EventEntry): Cell {
  const where = [standsIn, ...alsoIn.map(({ text }) => text)].join('; ');
  return {
    children: [
      paragraph([words(name, { bold: true })]),
      ...[about, summary].flatMap(text => (text ? [paragraph([words(text)])] : [])),
      paragraph([words(where, { colour: QUIET })]),
    ],
  };
}

function gradesCell({ grades, outcome }: EventEntry): Cell {
  if (outcome) return gradeCell(outcome);
  if (!grades.length) return { children: [paragraph([words('not graded', { italics: true })])] };
  return {
    children: grades.map(({ name, overall, grade, change }) => paragraph([
      words(`${name}: `, { bold: overall }),
      words(grade.text, { bold: true, colour: (GRADE_COLOURS[grade.tone] ?? GRADE_COLOURS.none!).letters }),
      ...(change && change.direction !== 'same' ? [words(`, ${plainChange(change)}`)] : []),
    ], { spacing: { after: 40 } })),
  };
}
