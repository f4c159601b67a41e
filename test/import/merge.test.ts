import assert from 'node:assert/strict';
import { mergeInto } from '../../server/import/merge';
import { KnownRecords } from '../../server/import/match-records';
import type { Draft } from '../../server/import/draft';
import { RecordStream } from '../../server/records/stream';
import { checker } from './support';

const HELP = 'The experiences and progress of children who need help and protection';

const DRAFT: Draft = {
  origin: 'table.ods, row 4',
  value: {
    authority: 'Kirklees', event: 'ILACS standard inspection', fieldwork: { start: '2024-07-08', end: '2024-07-19' }, published: '2024-08-28', lead_inspector: 'Ann Other',
    judgements: { [HELP]: 'Good', 'Overall effectiveness': 'Good' }, sources: [{ title: 'table.ods, row 4' }],
  },
  remarks: [],
};

/** A record after a draft was added to it, and what was told; undefined where the draft is not about it. */
function merged(text: string, draft = DRAFT): { text: string; conflicts: readonly string[] } | undefined {
  const known = new KnownRecords();
  for (const { slice } of RecordStream.of(text).records) known.add(slice, checker.inspection(slice)!);
  const same = known.find(draft);
  return same && mergeInto(same.slice, same.inspection, draft, { evidence: false });
}

describe('merging into a record', () => {
  it('adds what is missing where the format has it; every word and comment stays', () => {
    const found = merged(`# by hand
authority: Kirklees Council # so called
event: standard
fieldwork: # in July
  start: 2024-07-08
judgements:
  overall: good # at last
notes: |
  Mine.
`);
    assert.deepEqual(found?.conflicts, []);
    assert.equal(found?.text, `# by hand
authority: Kirklees Council # so called
event: standard
fieldwork: # in July
  start: 2024-07-08
  end: 2024-07-19
published: 2024-08-28
lead_inspector: Ann Other
judgements:
  ${HELP}: Good
  overall: good # at last
sources:
  - title: table.ods, row 4
notes: |
  Mine.
`);
  });

  it('leaves what differs as it is, notes what the source says, and tells of it', () => {
    const record = `authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07-19
published: 2024-08-30
lead_inspector: Ann Other
judgements:
  ${HELP}: Outstanding
  Overall effectiveness: Good
sources:
- https://files.ofsted.gov.uk/v1/file/50255618 # the report
`;
    const found = merged(record);
    assert.equal(found?.text, `${record}- title: table.ods, row 4
  says:
    published: 2024-08-28
    judgements:
      ${HELP}: Good
`);
    assert.deepEqual(found?.conflicts, [
      "table.ods, row 4: 'published' is 2024-08-28, where the record has 2024-08-30; the record is left as it is.",
      `table.ods, row 4: '${HELP}' is Good, where the record has Outstanding; the record is left as it is.`,
    ]);
  });

  it('fills in what waits to be filled in, as in a new record', () => {
    assert.equal(merged(`authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: # soon
published:
judgements:
  ${HELP}:
  Overall effectiveness: # to come
`)?.text, `authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07-19 # soon
published: 2024-08-28
lead_inspector: Ann Other
judgements:
  ${HELP}: Good
  Overall effectiveness: Good # to come
sources:
  - title: table.ods, row 4
`);
    assert.match(merged('authority: Kirklees\nevent: ILACS standard inspection\npublished: 2024-08-28\nfieldwork: # when?\njudgements:\n')!.text, /^fieldwork: # when\?\n {2}start: 2024-07-08\n {2}end: 2024-07-19\njudgements:\n {2}The exp/m);
  });

  it('changes nothing where the record has it all', () => {
    const once = merged('authority: Kirklees\nevent: ILACS standard inspection\nfieldwork:\n  start: 2024-07-08\n')!.text;
    assert.deepEqual(merged(once), { text: once, conflicts: [] });
  });

  it('writes nothing into the lists that people word themselves', () => {
    const record = 'authority: Kirklees\nevent: ILACS standard inspection\npublished: 2024-08-28\nstrengths:\n  - Mine.\n';
    const draft = { ...DRAFT, value: { authority: 'Kirklees', event: 'ILACS standard inspection', published: '2024-08-28', strengths: ['Theirs.'] } };
    assert.deepEqual(merged(record, draft), { text: record, conflicts: [] });
  });

  it('takes two addresses of one page for the same', () => {
    const record = 'authority: Kirklees\nevent: ILACS standard inspection\npublished: 2024-08-28\nprovider_page: https://reports.ofsted.gov.uk/provider/44/80478\n';
    const value = { authority: 'Kirklees', event: 'ILACS standard inspection', published: '2024-08-28', provider_page: 'https://reports.ofsted.gov.uk/provider/44/382' };
    assert.deepEqual(merged(record, { ...DRAFT, value }), { text: record, conflicts: [] });
    assert.equal(merged(record, { ...DRAFT, value: { ...value, provider_page: 'https://reports.ofsted.gov.uk/provider/44/886' } })?.conflicts.length, 1);
  });

  it('does not take another event of that authority, or of that day, for the same', () => {
    assert.equal(merged('authority: Kirklees\nevent: Monitoring visit\nfieldwork:\n  start: 2024-07-08\n'), undefined);
    assert.equal(merged('authority: Kent\nevent: ILACS standard inspection\nfieldwork:\n  start: 2024-07-08\n'), undefined);
  });

  it('adds between braces what they lack, and takes for no contradiction that they hold more', () => {
    const record = (fieldwork: string, judgements: string, rest = '') => `authority: Kirklees\nevent: standard\nfieldwork: ${fieldwork}\npublished: 2024-08-28\nlead_inspector: Ann Other\njudgements: ${judgements}\n${rest}`;
    const found = merged(record('{start: 2024-07-08}', '{ Overall effectiveness: Good } # all'));
    assert.deepEqual(found, { text: record('{start: 2024-07-08, end: 2024-07-19}', `{ ${HELP}: Good, Overall effectiveness: Good } # all`, 'sources:\n  - title: table.ods, row 4\n'), conflicts: [] });
    assert.match(merged(record('{start: 2024-07-08, end: }', '{ }'))!.text, new RegExp(`^fieldwork: {start: 2024-07-08, end: 2024-07-19 }$[^]*^judgements: {${HELP}: Good, Overall effectiveness: Good }$`, 'm'));
    const more = record('{start: 2024-07-08, end: 2024-07-19}', `{Overall effectiveness: RI, ${HELP}: Good}`);
    const { conflicts } = merged(more, { ...DRAFT, value: { ...DRAFT.value, fieldwork: { start: '2024-07-08' } } })!;
    assert.deepEqual(conflicts, ["table.ods, row 4: 'Overall effectiveness' is Good, where the record has Requires improvement to be good; the record is left as it is."]);
  });

  it('leaves a record in braces alone, and says so', () => {
    const record = '{authority: Kirklees, event: ILACS standard inspection, published: 2024-08-28}\n';
    assert.deepEqual(merged(record), { text: record, conflicts: ['table.ods, row 4: the record is written in braces, and nothing can be added to it.'] });
  });
});
