import assert from 'node:assert/strict';
import { writeJourney } from '../../../server/summary/journey/html';
import { viewJourney } from '../../../server/summary/journey/journey';
import { journeyMarkdown } from '../../../server/summary/journey/markdown';
import { journeyText } from '../../../server/summary/journey/text';
import type { EventEntry, JourneyView } from '../../../server/summary/journey/view';
import { newChecker, reference, TODAY } from '../../support/checker';
import { golden } from '../fixtures';
import { Folder, SAMPLES } from '../placed';

const samples = Folder.read('samples', SAMPLES, newChecker().reader);

function journey(authority: string, folder = samples): JourneyView {
  return viewJourney({ authority: reference.authorities.named(authority)!, recordsOf: name => folder.of(name), reference, today: TODAY });
}

const read = (...records: string[]) => new Folder({ 'a.inspection.yaml': records.join('---\n') }, newChecker().reader);
const kent = (...records: string[]) => journey('Kent', read(...records.map(record => `authority: Kent\n${record}`)));
const events = ({ chronicle }: JourneyView) => chronicle.filter((entry): entry is EventEntry => entry.kind === 'event');
const texts = ({ chronicle }: JourneyView, kind: string) => chronicle.flatMap(entry => (entry.kind === kind && 'text' in entry ? [`${entry.when}: ${entry.text}`] : []));
const lanes = (view: JourneyView) => Object.fromEntries(view.lanes.map(({ topic, stretches }) => [topic.name, stretches.map(({ grade, open, together }) => `${grade.letter}${open ? '>' : ''}${together.length ? '+' : ''}`).join(' ')]));

describe('journeys', () => {
  for (const authority of ['Kirklees', 'Kent', 'North Northamptonshire']) {
    const name = `journey-${authority.toLowerCase().replace(/ /g, '-')}`;
    const write = { html: (view: JourneyView) => `${writeJourney(view, { leadsToText: true }).text}\n`, md: journeyMarkdown, txt: journeyText };
    for (const [format, make] of Object.entries(write)) {
      it(`${name}.${format}`, () => {
        const actual = make(journey(authority));
        const { expected, update } = golden(`${name}.${format}`);
        update(actual);
        assert.equal(actual, process.env.UPDATE_GOLDEN ? actual : expected);
      });
    }
  }
});

describe('the journey of Kirklees', () => {
  const view = journey('Kirklees');

  it('tells the whole story in one sentence', () => assert.equal(view.story, 'Overall: inadequate in 2016, requires improvement to be good in 2019, good in 2024.'));

  it('has a lane for each thing that was judged, whatever the framework called it', () => {
    assert.deepEqual(lanes(view), {
      'Overall': 'I R G>', 'Impact of leaders': 'I R G>', 'Help and protection': 'G I R G>', 'Children in care': 'G I R+ G>', 'Care leavers': 'R R>',
      'Adoption': 'R', 'LSCB': 'I', 'Area SEND inspection': '2>',
    });
  });

  it('has the commissioner, the visits and the joint inspection', () => {
    assert.deepEqual(view.visits.map(({ name, when }) => `${when}: ${name}`), ['November 2017: Monitoring visit', 'July 2018: Monitoring visit 5', 'December 2018: Monitoring visit', 'June 2022: Joint targeted area inspection']);
    assert.deepEqual(view.steps.map(({ name, detail, when, undated }) => `${when}: ${name} ${detail ?? ''}${undated ? '?' : ''}`), [
      'date not given: Improvement board Development Board?', 'date not given: Commissioner appointed Eleanor Brazil?', 'March 2017: Action plan due ', 'November 2022: Action plan due ',
    ]);
  });

  it('names what the records leave open', () => {
    assert.deepEqual(texts(view, 'gap'), ['November 2011 to September 2016: No record for 4 years and 10 months', 'Before July 2018: Three monitoring visits before Monitoring visit 5 are not on record']);
  });

  it('tells an event once, by the record that says most, and says who else tells of it', () => {
    const [last] = events(view).filter(({ when }) => when === '8–19 July 2024');
    assert.match(last!.standsIn, /^kirklees\.inspection\.yaml, line \d+$/);
    assert.match(last!.alsoIn.map(({ text }) => text).join(), /^national\.inspection\.yaml, line \d+$/);
    assert.equal(events(view).length, 9);
  });

  it('sets grades against the inspection before, care and care leavers against the grade that they shared', () => {
    const { grades } = events(view).find(({ when }) => when === '8–19 July 2024')!;
    assert.deepEqual(grades.map(({ name, change }) => `${name}: ${change!.direction}${change!.then ? ` (${change!.then})` : ''}`), [
      'Impact of leaders: up', 'Help and protection: up', 'Children in care: up (children in care and care leavers together)', 'Care leavers: same (children in care and care leavers together)', 'Overall: up',
    ]);
  });

  it('says in its table all that its picture shows', () => {
    const shown = [...view.visits, ...view.steps].map(({ place }) => `${place.file}:${place.line}`);
    const told = new Set(view.chronicle.flatMap(entry => ('place' in entry ? [`${entry.place.file}:${entry.place.line}`] : [])));
    assert.deepEqual(shown.filter(place => !told.has(place)), []);
    const years = new Set(texts(view, 'edition'));
    for (const { name, from } of view.editions.slice(1)) assert.ok([...years].some(text => text.includes(name)), `${name} ${from}`);
    for (const { stretches } of view.lanes) for (const { place, grade } of stretches) {
      const entry = events(view).find(each => each.place.line === place.line && each.place.file === place.file)!;
      assert.ok([...entry.grades.map(given => given.grade.text), entry.outcome?.text].includes(grade.text));
    }
  });
});

describe('journeys of authorities that came from others', () => {
  it('show what their predecessors were found to be, and set nothing against it', () => {
    const view = journey('North Northamptonshire');
    assert.deepEqual(view.kin.map(({ relation, name, life, lane }) => [relation, name, life, lane?.stretches.map(({ grade, open }) => `${grade.text}${open ? '>' : ''}`)]), [['predecessor', 'Northamptonshire', 'until 31 March 2021', ['Inadequate']]]);
    const [first] = events(view);
    assert.deepEqual(first!.grades.map(({ change }) => change), [undefined, undefined, undefined, undefined]);
    assert.deepEqual(texts(view, 'life'), ['1 April 2021: North Northamptonshire begins']);
  });

  it('go on in what became of them', () => {
    const view = journey('Cumbria');
    assert.deepEqual(view.kin.map(({ relation, name }) => `${relation} ${name}`), ['successor Cumberland', 'successor Westmorland and Furness']);
    assert.ok(view.lanes.every(({ stretches }) => stretches.every(({ open }) => !open)));
    assert.deepEqual(texts(view, 'life'), ['31 March 2023: Last day of Cumbria']);
    // What came into force later was never for it.
    assert.deepEqual(texts(view, 'edition'), ['1 January 2023: New framework: ILACS, January 2023 to March 2026']);
  });
});

describe('a journey', () => {
  const graded = (start: string, grade: string, event = 'ILACS standard inspection') => `event: ${event}\nfieldwork:\n  start: ${start}\njudgements:\n  Overall effectiveness: ${grade}\n`;

  it('of an authority without a record says so, and whom it came from', () => {
    const view = journey('Cumberland', read('authority: Cumbria\nevent: Monitoring visit\nfieldwork:\n  start: 2020-02\n'));
    assert.deepEqual([view.lanes, events(view), view.story], [[], [], undefined]);
    assert.equal(view.kin[0]!.chronicle.length, 1);
    assert.match(journeyText(view), /There is no record|Before: Cumbria/);
    assert.match(writeJourney(journey('Cumberland', read('authority: Kent\n')), { leadsToText: true }).text, /There is no record of Cumberland here\./);
  });

  it('ends the overall grade with the inspection that has none any more', () => {
    const view = kent(graded('2023-05-08', 'Good'), 'event: ILACS standard inspection\nfieldwork:\n  start: 2026-05-11\njudgements:\n  The experiences and progress of care leavers: Good\n');
    assert.deepEqual(lanes(view), { 'Overall': 'G', 'Care leavers': 'G>' });
    assert.equal(view.lanes[0]!.stretches[0]!.to, view.lanes[1]!.stretches[0]!.from);
  });

  it('puts what is known to the month or the year in the middle of it', () => {
    const [visit] = kent('event: ILACS focused visit\nfieldwork:\n  start: 2019\n').visits;
    assert.deepEqual([visit!.when, visit!.range!.to - visit!.range!.from], ['2019', 364]);
  });

  it('names visits that should have followed the worst grade, and none where they did or could not', () => {
    const gaps = (...records: string[]) => texts(kent(...records), 'gap').filter(text => text.includes('monitoring'));
    assert.deepEqual(gaps(graded('2018-05-14', 'Inadequate'), graded('2021-05-10', 'Good')), ['May 2018 to May 2021: No monitoring visit is on record after ILACS standard inspection, May 2018']);
    assert.deepEqual(gaps(graded('2018-05-14', 'Inadequate'), 'event: Monitoring visit\nfieldwork:\n  start: 2019-02\n', graded('2021-05-10', 'Good')), []);
    assert.deepEqual(gaps(graded('2014-05-12', 'Inadequate', 'SIF inspection'), graded('2016-09-12', 'Good', 'SIF re-inspection')), [], 'there were no such visits before May 2016');
    assert.deepEqual(gaps(graded('2026-06-08', 'Inadequate')), [], 'the first is not due yet');
  });

  it('has undated records at its end, and none of them in the picture', () => {
    const view = kent(graded('2023-05-08', 'Good'), 'event: ILACS focused visit\n');
    assert.deepEqual(events(view).map(({ when }) => when), ['8 May 2023', 'Date not known']);
    assert.deepEqual(view.visits, []);
  });

  it('takes a record with every mistake', () => {
    for (const record of ['', 'event: 3\n', 'judgements: Good\n', 'event: SIF inspection\npublished: 2099-01-01\njudgements:\n  x: y\nfollow_up: [a, {kind: 3, date: soon}, {}]\n', 'fieldwork: {start: 1900-01-01}\n']) {
      const view = kent(record, record);
      for (const text of [writeJourney(view, { leadsToText: true }).text, journeyMarkdown(view), journeyText(view)]) assert.ok(text.includes('Kent') && !/NaN|undefined|Infinity/.test(text), record);
    }
  });
});
