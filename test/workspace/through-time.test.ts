import referenceData from 'generated:reference-data';
import assert from 'node:assert/strict';
import { Checker } from '../../server/findings/checker';
import { readPacks } from '../../server/findings/packs';
import { RecordStream } from '../../server/records/stream';
import { createReference } from '../../server/reference/reference';
import { AmongOthers } from '../../server/workspace/among';
import { eventsOf } from '../../server/workspace/events';
import { Workspace } from '../../server/workspace/workspace';
import { newChecker, TODAY } from '../support/checker';

const ACROSS = ['short-after-weak', 'inspection-interval', 'monitoring-without-inadequate', 'monitoring-ordinal', 'duplicate-record'];

/** An example, not a real inspection. */
function inspection(authority: string, start: string, grade: string, { event = 'ILACS standard inspection', more = '' } = {}): string {
  return `authority: ${authority}\n${more}event: ${event}\nfieldwork:\n  start: ${start}\njudgements:\n  Overall effectiveness: ${grade}\n`;
}
const short = (authority: string, start: string, more = '') => inspection(authority, start, 'Good', { event: 'ILACS short inspection', more });
const visit = (authority: string, start: string, ordinal: number, more = '') => `authority: ${authority}\n${more}event: Monitoring visit\nordinal: ${ordinal}\nfieldwork:\n  start: ${start}\n`;

function read(...files: string[][]) {
  const checker = newChecker();
  const workspace = new Workspace(checker.reader);
  files.forEach((records, i) => workspace.set(`file:///${i}.inspection.yaml`, RecordStream.of(records.join('---\n'))));
  const among = new AmongOthers(workspace);
  const rules = [...workspace.all()].flatMap(({ slice }) => among.findings(slice, checker).map(({ rule }) => rule)).filter(rule => ACROSS.includes(rule));
  const journey = (authority: string) => workspace.journey(authority).map(record => record.slice.text.match(/start: (.*)/)?.[1]);
  return { rules, journey, workspace };
}

describe('authorities through time', () => {
  it('within one authority, the rules do speak', () => {
    assert.deepEqual(read([inspection('Kent', '2020-02-03', 'Inadequate'), short('Kent', '2022-06-06')]).rules, ['short-after-weak']);
    assert.deepEqual(read([inspection('Kent', '2020-02-03', 'Good'), inspection('Kent', '2021-02-01', 'Good')]).rules, ['inspection-interval']);
    assert.deepEqual(read([inspection('Kent', '2020-02-03', 'Good'), visit('Kent', '2020-09-07', 2), visit('Kent', '2020-11-09', 1)]).rules.sort(), ['monitoring-ordinal', 'monitoring-without-inadequate', 'monitoring-without-inadequate']);
  });

  const changes: [before: string, last: string, after: string[]][] = [
    ['Northamptonshire', '2019-06-24', ['North Northamptonshire', 'West Northamptonshire']],
    ['Cumbria', '2022-11-07', ['Cumberland', 'Westmorland and Furness']],
    ['Dorset (county council)', '2018-02-05', ['Dorset', 'Bournemouth, Christchurch and Poole']],
    ['Bournemouth', '2018-02-05', ['Bournemouth, Christchurch and Poole']],
    ['Poole', '2018-02-05', ['Bournemouth, Christchurch and Poole']],
    ['Buckinghamshire (county council)', '2019-02-04', ['Buckinghamshire']],
    ['North Yorkshire (county council)', '2022-02-07', ['North Yorkshire']],
    ['Somerset (county council)', '2022-07-04', ['Somerset']],
  ];
  for (const [before, last, successors] of changes) {
    it(`nothing that ${before} was found to be is held against ${successors.join(' or ')}`, () => {
      const year = Number(last.slice(0, 4)) + 5;
      for (const after of successors) {
        const { rules, journey } = read([inspection(before, last, 'Inadequate'), visit(before, `${Number(last.slice(0, 4))}-12-05`, 3)], [short(after, `${year}-06-05`), visit(after, `${year}-11-06`, 1)]);
        // The visit follows an inspection of its own authority that had no judgement of inadequate: that is all.
        assert.deepEqual(rules, ['monitoring-without-inadequate'], after);
        assert.deepEqual(journey(after), [`${year}-06-05`, `${year}-11-06`]);
        assert.deepEqual(journey(before)[0], last);
        assert.equal(journey(before).length, 2);
      }
    });
  }

  it('a record that names a body which was not there on the day stands in no journey', () => {
    const { rules, journey } = read([inspection('Dorset', '2016-02-01', 'Inadequate', { event: 'SIF inspection' }), short('Dorset', '2021-06-07')]);
    assert.deepEqual(rules, []);
    assert.deepEqual(journey('Dorset'), ['2021-06-07']);
    assert.deepEqual(read([inspection('Cumbria', '2024-02-05', 'Inadequate'), inspection('Cumbria', '2021-02-01', 'Good')]).journey('Cumbria'), ['2021-02-01']);
  });

  it('a report that came out after the end of a council is that council\'s', () => {
    const { workspace } = read(['authority: Northamptonshire\nevent: ILACS standard inspection\npublished: 2021-04-20\n']);
    assert.equal(workspace.journey('Northamptonshire').length, 1);
  });

  for (const [authority, codes] of Object.entries({ Barnsley: ['E08000016', 'E08000038'], Sheffield: ['E08000019', 'E08000039'] })) {
    it(`${authority} is one authority before and after its code changed in 2025`, () => {
      const { rules, journey } = read([inspection(codes[0]!, '2023-02-06', 'Inadequate'), short(codes[1]!, '2026-02-02')], [visit(authority, '2024-02-05', 1)]);
      assert.deepEqual(rules, ['short-after-weak']);
      assert.deepEqual(journey(authority), ['2023-02-06', '2024-02-05', '2026-02-02']);
    });
  }

  it('one trust for two councils does not join their journeys', () => {
    const trust = "trust: Northamptonshire Children's Trust\n";
    const { rules, journey } = read([inspection('North Northamptonshire', '2022-10-03', 'Inadequate', { more: trust }), short('West Northamptonshire', '2023-10-02', trust)]);
    assert.deepEqual([rules, journey('West Northamptonshire')], [[], ['2023-10-02']]);
  });

  it('a council stays one authority when a trust comes, goes, or is named in its place', () => {
    const trust = "Birmingham Children's Trust";
    const { rules, journey } = read([inspection('Birmingham', '2018-12-03', 'Inadequate'), short('Birmingham', '2022-06-06', `trust: ${trust}\n`), inspection(trust, '2023-02-20', 'Good')]);
    assert.deepEqual(rules, ['short-after-weak']);
    assert.deepEqual(journey('Birmingham'), ['2018-12-03', '2022-06-06'], 'who a trust stands for is for the author to say');
  });
});

describe('folders with reference data of their own', () => {
  /** What is found across records of files, each of which is read by its own reference data. */
  function across(...files: { pack: string; text: string }[]) {
    const checkers = files.map(({ pack }) => new Checker(createReference(readPacks([{ name: 'pack.yaml', text: pack }], referenceData).data), { today: TODAY }));
    const workspace = new Workspace(uri => checkers[Number(uri)]!.reader);
    files.forEach(({ text }, i) => workspace.set(String(i), RecordStream.of(text)));
    const among = new AmongOthers(workspace);
    return checkers.map((checker, i) => workspace.stream(String(i))!.slices.flatMap(slice => among.findings(slice, checker).map(({ rule }) => rule)).filter(rule => ACROSS.includes(rule)));
  }
  const pack = (code: string) => `authorities:
  - {name: Newport, official_name: Newport Council, region: Elsewhere, type: county, gss_code: ${code}}
events:
  - {id: another_visit, name: Another visit, result: none, ordinal: true, description: A visit.}
`;
  const another = (start: string, ordinal: number) => visit('Newport', start, ordinal).replace('Monitoring', 'Another');

  it('an authority that both know is one, and so is a kind of visit that is counted', () => {
    const [one, other] = [another('2018-12-03', 2), another('2019-03-04', 1)].map(text => ({ pack: pack('W06000022'), text }));
    assert.deepEqual(across(one!, other!), [[], ['monitoring-ordinal']]);
  });

  it('a name that each has for a body of its own is not one authority', () => {
    const text = another('2018-12-03', 1);
    assert.deepEqual(across({ pack: pack('W06000022'), text }, { pack: pack('W06000022'), text }), [['duplicate-record'], ['duplicate-record']]);
    assert.deepEqual(across({ pack: pack('W06000022'), text }, { pack: pack('N09000022'), text }), [[], []]);
  });
});

describe('events of a journey', () => {
  const starts = (records: string[][]) => {
    const { workspace } = read(...records);
    return eventsOf(workspace.journey('Kent')).map(([first, ...others]) => [first.slice.text.match(/start: (.*)/)?.[1], first.uri.slice(8, 9), others.length]);
  };

  it('are counted once where two records tell of one, and the record that says most stands for it', () => {
    const full = `${inspection('Kent', '2022-05-09', 'Outstanding')}notes: Told in full.\n`;
    assert.deepEqual(starts([[inspection('Kent', '2017-03-06', 'Good', { event: 'SIF inspection' }), inspection('Kent', '2022-05-09', 'Outstanding')], [full]]), [['2017-03-06', '0', 0], ['2022-05-09', '1', 1]]);
  });

  it('are told apart where it is not certain that they are one', () => {
    assert.deepEqual(starts([[inspection('Kent', '2022-05-09', 'Good'), inspection('Kent', '2022-05', 'Good'), visit('Kent', '2022-05-09', 1), inspection('Kent', '2022-05-10', 'Good')]]).map(([, , others]) => others), [0, 0, 0, 0]);
    assert.deepEqual(starts([['authority: Kent\nevent: ILACS standard inspection\n', 'authority: Kent\nevent: ILACS standard inspection\n']]).length, 2);
  });
});
