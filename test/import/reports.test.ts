import assert from 'node:assert/strict';
import { readPdf } from '../../server/import/pdf/read-pdf';
import { readReport } from '../../server/import/report/read-report';
import { Unreadable } from '../../server/import/table/cells';
import { writeRecords } from '../../server/import/write-record';
import { makePdf, pageOf, WORDS, type Piece } from './make-pdf';
import { checker, findingsIn } from './support';

/** What is made of a report with these pages. */
async function imported(pages: readonly (readonly Piece[])[], { name = 'report.pdf', evidence = false } = {}): Promise<{ text: string; notes: readonly string[] }> {
  const { drafts, notes } = readReport(await readPdf(makePdf(pages)), name, checker.reference);
  return { text: writeRecords(drafts, { evidence }), notes };
}

const row = (name: string, grade: string): [number, string][] => [[77, name], [395, grade]];

const LATER = pageOf([
  'Inspection of Kirklees local authority', 'children’s services', 'Inspection dates: 8 to 19 July 2024', 'Lead inspector: Ann Other, His Majesty’s Inspector',
  row('Judgement', 'Grade'),
  row('The impact of leaders on social work', 'Good'), [[77, 'practice with children and families']],
  row('The experiences and progress of', 'Requires improvement to be good'), [[77, 'children who need help and protection']],
  row('The experiences and progress of', 'Good'), [[77, 'children in care']],
  row('The experiences and progress of', 'Outstanding'), [[77, 'children care leavers']],
  row('Overall effectiveness', 'Good'),
  'Services are good overall. Leaders know them well.',
]);

describe('reports', () => {
  it('have a table of judgements: each is read under the name of the edition in force, with days, inspector and points', async () => {
    const points = pageOf(['What needs to improve?', '• The choice of homes for children in care. (outcome 4, national', [[89, 'framework)']], '• How well plans are written.', 'Help and protection: good', '1. Children are helped.']);
    const { text, notes } = await imported([LATER, points, WORDS], { name: 'kirklees-2024-08-28.pdf' });
    assert.deepEqual(notes, []);
    assert.equal(text, `authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07-19
published: 2024-08-28  # check: the day in the name of the file; the report does not print it
lead_inspector: Ann Other
judgements:
  The impact of leaders on social work practice with children and families: Good
  The experiences and progress of children who need help and protection: Requires improvement to be good
  The experiences and progress of children in care: Good
  The experiences and progress of care leavers: Outstanding
  Overall effectiveness: Good
needs_improvement:
  - text: The choice of homes for children in care.
    national_framework: outcome 4
  - How well plans are written.
sources:
  - title: kirklees-2024-08-28.pdf
`);
    assert.deepEqual(findingsIn(text), []);
  });

  it('say where each value was read, where that is wanted', async () => {
    const { text } = await imported([LATER, WORDS], { evidence: true });
    assert.match(text, /^ {2}Overall effectiveness: Good {2}# page 1: "Overall effectiveness: Good"$/m);
    assert.match(text, /^fieldwork: {2}# page 1: "Inspection dates: 8 to 19 July 2024"$/m);
    assert.match(text, /^event: ILACS standard inspection {2}# page 1: "Inspection of Kirklees local authority children’s services; Inspection/m);
    assert.doesNotMatch(text, /published/);
  });

  it('of an earlier edition have grades over two lines, set in the middle of their row', async () => {
    const { text } = await imported([[
      ...pageOf(['Derbyshire County Council', 'Inspection of children’s social care services', 'Inspection dates: 8 July 2019 to 12 July 2019 and 7 August 2019 to', '8 August 2019', 'Lead inspector: Ann Other', row('Judgement', 'Grade')]),
      { text: 'The impact of leaders on social work practice with', x: 77, y: 650 }, { text: 'Good', x: 395, y: 643 }, { text: 'children and families', x: 77, y: 636 },
      { text: 'The experiences and progress of children who need help', x: 77, y: 610 }, { text: 'Requires improvement', x: 395, y: 610 }, { text: 'and protection', x: 77, y: 595 }, { text: 'to be good', x: 395, y: 595 },
      { text: 'The experiences and progress of children in care and', x: 77, y: 570 }, { text: 'Requires improvement', x: 395, y: 570 }, { text: 'care leavers', x: 77, y: 555 }, { text: 'to be good', x: 395, y: 555 },
      { text: 'Requires improvement', x: 395, y: 530 }, { text: 'Overall effectiveness', x: 77, y: 523 }, { text: 'to be good', x: 395, y: 516 },
    ], WORDS]);
    assert.match(text, /^authority: Derbyshire\nevent: ILACS short inspection\nfieldwork:\n {2}- start: 2019-07-08\n {4}end: 2019-07-12\n {2}- start: 2019-08-07\n {4}end: 2019-08-08\n/);
    assert.match(text, /: Good\n.*: Requires improvement to be good\n {2}The experiences and progress of children in care and care leavers: Requires improvement to be good\n {2}Overall effectiveness: Requires improvement to be good\n/);
    assert.deepEqual(findingsIn(text), []);
  });

  it('of the single inspection tell the overall grade and that of the board in sentences', async () => {
    const { text } = await imported([[...pageOf([
      'Sheffield City Council', 'Inspection of services for children in need of help and', 'protection, children looked after and care leavers', 'and', 'Review of the effectiveness of the Local Safeguarding Children', 'Board',
      'Inspection dates: 19 November–11 December 2013 and 28 – 30', 'January 2014', 'Report published: 21 February 2014',
      'The overall judgement is requires improvement', 'There are no widespread or serious failures.',
    ]),
    ...pageOf([row('1. Children who need help and protection', 'Good')], { top: 424 }),
    { text: 'Requires', x: 395, y: 397 }, { text: '2. Children looked after and achieving permanence', x: 77, y: 390 }, { text: 'improvement', x: 395, y: 383 },
    ...pageOf([[[90, '2.1 Adoption performance'], [395, 'Not judged']], [[90, '2.2 Experiences and progress of care leavers'], [395, 'Good']], row('3. Leadership, management and governance', 'Good')], { top: 356, feed: 27 }),
    ...pageOf(['The effectiveness of the Local Safeguarding Children Board (LSCB) is', 'good.'], { top: 240 })], WORDS]);
    assert.equal(text, `authority: Sheffield
event: SIF inspection
fieldwork:
  - start: 2013-11-19
    end: 2013-12-11
  - start: 2014-01-28
    end: 2014-01-30
published: 2014-02-21
judgements:
  Overall effectiveness: Requires improvement
  Children who need help and protection: Good
  Children looked after and achieving permanence: Requires improvement
  Adoption performance: Not judged
  Experiences and progress of care leavers: Good
  Leadership, management and governance: Good
  The effectiveness of the Local Safeguarding Children Board (LSCB): Good
sources:
  - title: report.pdf
`);
  });

  it('may print their number: it stands with the source, because records have no field for it', async () => {
    const [...lines] = LATER;
    lines.push({ text: 'Report number: 10234567', x: 71, y: 60 });
    assert.match((await imported([lines, WORDS])).text, /^sources:\n {2}- title: report\.pdf, report 10234567$/m);
  });

  it('on a trust are about the authority whose services it runs', async () => {
    const [, ...others] = LATER;
    const { text } = await imported([[{ text: 'Inspection of Bradford Children and Families Trust', x: 71, y: 780 }, ...others], WORDS]);
    assert.match(text, /^authority: Bradford\ntrust: Bradford Children and Families Trust\n/);
  });

  it('leave out what they do not say, and doubt what they say unclearly', async () => {
    const unclear = LATER.filter(({ text }) => text !== 'Outstanding').map(piece => ({ ...piece, text: piece.text.replace('8 to 19 July 2024', '8 to 10 July 2024').replace('Kirklees', 'Nowhere') }));
    const { text } = await imported([unclear, WORDS]);
    assert.match(text, /^authority: {2}# check: the title names no authority that is known$/m);
    assert.match(text, /^event: ILACS short inspection {2}# check: taken for that by the days on site, which are not as usual for it$/m);
    assert.match(text, /^ {2}The experiences and progress of care leavers: {2}# check: its grade could not be read$/m);
  });

  it('name two authorities at times: the first is meant, with a doubt', async () => {
    const { text } = await imported([LATER.map(piece => (piece.text === 'children’s services' ? { ...piece, text: 'children’s services, with staff of Surrey County Council' } : piece)), WORDS]);
    assert.match(text, /^authority: Kirklees {2}# check: the title also names Surrey$/m);
  });

  it('print their labels and days in other ways', async () => {
    const { text } = await imported([LATER.map(piece => ({ ...piece, text: piece.text.replace('Inspection dates: 8 to 19', 'Dates of inspection: Monday 8 July to Friday 19').replace('Lead inspector: Ann Other,', 'Lead inspectors: Ann Other and Bob Some,') })).concat({ text: 'Date of publication: 28 August 2024', x: 71, y: 500 }), WORDS]);
    assert.match(text, /^fieldwork:\n {2}start: 2024-07-08\n {2}end: 2024-07-19\npublished: 2024-08-28\nlead_inspector: Ann Other and Bob Some\n/m);
  });

  it('that are pictures of a report become a record to fill in, and are told of', async () => {
    const { text, notes } = await imported([[], [{ text: '1', x: 300, y: 30 }]]);
    assert.deepEqual(notes, ['report.pdf: its pages are pictures, or its words cannot be read: a record to fill in is made of it.']);
    assert.equal(text, '# check: the words of the report cannot be read\nauthority:\nevent:\nfieldwork:\n  start:\n  end:\npublished:\nsources:\n  - title: report.pdf\n');
  });

  it('of nothing that is known become nothing', async () => {
    const { text, notes } = await imported([WORDS, WORDS]);
    assert.equal(text, '');
    assert.match(notes[0]!, /it is no report or letter that is known/);
  });
});

describe('letters', () => {
  it('about focused visits have kind, authority, days and theme, and no judgements', async () => {
    const { text } = await imported([pageOf(['25 July 2023', 'Ann Other', 'Dear Ann', 'Focused visit to Kirklees children’s services', '', 'This letter summarises the findings of the focused visit to Kirklees children’s', 'services on 21 and 22 June 2023.', 'Inspectors looked at the local authority’s arrangements for care leavers.', 'Headline findings', 'Services are good.', 'What needs to improve in this area of social work practice', '• Pathway plans.', 'Main findings']), WORDS]);
    assert.equal(text, `authority: Kirklees
event: ILACS focused visit
theme: Care leavers
fieldwork:
  start: 2023-06-21
  end: 2023-06-22
published: 2023-07-25  # check: the day of the letter; it may have gone online later
summary: Services are good.
needs_improvement:
  - Pathway plans.
sources:
  - title: report.pdf
`);
    assert.deepEqual(findingsIn(text), []);
  });

  it('are signed by who led the visit, which is said to be a guess; a director who signs for all inspectorates is nobody', async () => {
    const signed = (...lines: string[]) => imported([pageOf(['Focused visit to Kirklees children’s services', '', 'This letter summarises the focused visit to Kirklees on 21 and 22 June 2023.', 'Yours sincerely', ...lines]), WORDS]);
    assert.match((await signed('Ann Other', 'His Majesty’s Inspector')).text, /^lead_inspector: Ann Other {2}# check: who signed the letter$/m);
    assert.match((await signed('', 'Ann Other, Her Majesty’s Inspector')).text, /^lead_inspector: Ann Other /m);
    assert.doesNotMatch((await signed('Ann Other', 'National Director, Social Care')).text, /lead_inspector/);
    assert.doesNotMatch((await signed('Ann Other', 'His Majesty’s Inspector of Constabulary')).text, /lead_inspector/);
    assert.doesNotMatch((await signed()).text, /lead_inspector/);
  });

  it('about monitoring visits say which visit it was', async () => {
    const { text } = await imported([pageOf(['Monitoring visit to Bradford children’s services', '', 'This letter summarises the findings of the monitoring visit to Bradford on 14 and', '15 March 2023. This was the fourth monitoring visit since the local authority was', 'judged inadequate.', 'Areas for priority action', '• Act at once.']), WORDS]);
    assert.match(text, /^authority: Bradford\nevent: Monitoring visit\nordinal: 4\nfieldwork:\n {2}start: 2023-03-14\n {2}end: 2023-03-15\npriority_actions:\n {2}- Act at once.\n/);
  });

  it('tell of the inspection before, too: its days are not those of the visit', async () => {
    const { text } = await imported([pageOf(['Focused visit to Kent children’s services', 'The previous inspection was on 5 May 2022, when leaders were new.', 'This letter summarises the focused visit to Kent on 21 and 22 June 2023.']), WORDS]);
    assert.match(text, /^fieldwork:\n {2}start: 2023-06-21\n {2}end: 2023-06-22\n/m);
  });

  it('about joint inspections may leave out the year: it is that of the letter', async () => {
    const { text } = await imported([pageOf(['2 August 2016', 'Dear local partnership', 'Joint targeted area inspection of the multi-agency response to abuse and', 'neglect in Liverpool', '', 'Between 20 and 24 June, inspectors undertook a joint inspection. This inspection', 'included a ‘deep dive’ focus on the response to domestic abuse.']), WORDS]);
    assert.match(text, /^authority: Liverpool\nevent: Joint targeted area inspection\ntheme: Domestic abuse\nfieldwork:\n {2}start: 2016-06-20\n {2}end: 2016-06-24\npublished: 2016-08-02/);
  });

  it('about special needs have an outcome', async () => {
    const { text } = await imported([pageOf(['Area SEND inspection of Bedford Local Area Partnership', 'Inspection dates: 18 to 22 November 2024', '', 'Inspection outcome', 'The local area partnership’s arrangements typically lead to positive experiences and', 'outcomes for children and young people.']), WORDS]);
    assert.match(text, /^authority: Bedford\nevent: Area SEND inspection\nfieldwork:\n {2}start: 2024-11-18\n {2}end: 2024-11-22\noutcome: typically lead to positive experiences and outcomes\n/);
  });
});

describe('letters as text programs set them', () => {
  /** Paragraphs, each as its lines: these stand 14 points apart, and paragraphs 28. */
  const letter = (...paragraphs: string[][]): Piece[] => {
    let y = 800;
    return paragraphs.flatMap(lines => {
      y -= 14;
      return lines.map((text): Piece => ({ text, x: 57, y: (y -= 14) }));
    });
  };
  const ADDRESS = [['1 High Street', 'Anytown'], ['25 July 2023'], ['Ann Other', 'Director of Children’s Services'], ['Dear Ann']];
  const VISIT = [['Focused visit to Kirklees children’s services'], ['This letter summarises the findings of the focused visit to Kirklees children’s', 'services on 21 and 22 June 2023. His Majesty’s Inspectors for this visit were Ann Other', 'and Bob Some.'], ['Inspectors looked at the local authority’s arrangements for care leavers.']];
  const FOUND = /^authority: Kirklees\nevent: ILACS focused visit\ntheme: Care leavers\nfieldwork:\n {2}start: 2023-06-21\n {2}end: 2023-06-22\npublished: 2023-07-25 /;

  it('have their subject in a paragraph of its own, below the greeting', async () => {
    assert.match((await imported([letter(...ADDRESS, ...VISIT), WORDS])).text, FOUND);
  });

  it('may begin behind a cover', async () => {
    const cover = { text: 'Raising standards, improving lives', x: 57, y: 400 };
    assert.match((await imported([[cover], letter(...ADDRESS, ...VISIT), WORDS])).text, FOUND);
    const report = await imported([[cover], LATER, WORDS]);
    assert.match(report.text, /^authority: Kirklees\nevent: ILACS standard inspection\nfieldwork:\n {2}start: 2024-07-08\n/);
  });

  it('have a theme in their title, and one sentence that names it', async () => {
    const title = (text: string, y: number): Piece => ({ text, x: 57, y, size: 18 });
    const head = [title('Joint targeted area inspection of Halton', 800), title('The multi-agency response to children and', 776), title('families who need help', 754), ...letter(['Inspection dates: 6 to 10 March 2023'], ['Date of publication: 28 April 2023']).map(piece => ({ ...piece, y: piece.y - 70 }))];
    const { text } = await imported([head, WORDS]);
    assert.match(text, /^authority: Halton\nevent: Joint targeted area inspection\ntheme: Children and families who need help\nfieldwork:\n {2}start: 2023-03-06\n {2}end: 2023-03-10\npublished: 2023-04-28\n/);
  });
});

describe('documents that are not what they should be', () => {
  const whyNot = (bytes: Uint8Array) => readPdf(bytes).then(() => assert.fail('it was read'), (error: unknown) => (error instanceof Unreadable ? error.message : assert.fail(String(error))));

  it('are refused where they are damaged or end too soon', async () => {
    const whole = makePdf([LATER, WORDS]);
    assert.match(await whyNot(whole.subarray(0, 60)), /damaged, or was not downloaded/);
    assert.match(await whyNot(Uint8Array.from('%PDF-1.7\nnothing', character => character.charCodeAt(0))), /damaged/);
  });

  it('have their scripts left alone', async () => {
    const bytes = makePdf([LATER, WORDS], '/OpenAction<</S/JavaScript/JS(throw new Error\\(1\\))>>');
    assert.equal((await readPdf(bytes)).pages.length, 2);
  });

  it('are refused where a page holds more than any page of a report; lines that are none are left out', async () => {
    assert.match(await whyNot(makePdf([Array.from({ length: 21_000 }, (_, index) => ({ text: 'x', x: (index * 53) % 500, y: (index * 37) % 800 }))])), /far more words than any page of a report/);
    const long = { text: ' focus on x in A'.repeat(20_000), x: 71, y: 40 };
    assert.match((await imported([[...LATER, long], WORDS])).text, /^authority: Kirklees$/m);
  });

  it('are read no further than any report goes', async () => {
    const { pages, pageCount } = await readPdf(makePdf(Array.from({ length: 400 }, () => [{ text: 'x', x: 71, y: 700 }])));
    assert.equal(pageCount, 400);
    assert.equal(pages.length, 150);
  });
});
