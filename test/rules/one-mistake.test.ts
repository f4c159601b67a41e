import assert from 'node:assert/strict';
import { check, mended } from './fixture';

// One mistake in an otherwise good record is one finding, whatever follows from it; and each fix that it offers makes the record good.

const GOOD = `id: kirklees-2024-ilacs
authority: Kirklees
event: ILACS standard inspection
fieldwork:
  start: 2024-07-08
  end: 2024-07-19
published: 2024-08-28
report: https://files.ofsted.gov.uk/v1/file/50255618
provider_page: https://reports.ofsted.gov.uk/provider/44/80478
judgements:
  The impact of leaders on social work practice with children and families: Good
  The experiences and progress of children who need help and protection: Good
  The experiences and progress of children in care: Good
  The experiences and progress of care leavers: Requires improvement to be good
  Overall effectiveness: Good
`;

/** What is written instead of what, and the rule that speaks. */
const MISTAKES: [from: string | RegExp, to: string, rule: string][] = [
  ['authority: Kirklees', 'authority: Kirkless', 'unknown-authority'],
  ['authority: Kirklees', 'authority: kirklees', 'authority-spelling'],
  ['authority: Kirklees', "authority: Birmingham Children's Trust", 'trust-as-authority'],
  ['authority: Kirklees', 'authority: Cumbria', 'authority-not-in-existence'],
  ['authority: Kirklees', 'authority: Northants', 'authority-not-in-existence'],
  ['event: ILACS standard', 'event: ILACS standrad', 'unknown-event'],
  ['event: ILACS standard inspection', 'event: Peer review', 'unknown-event'],
  ['event: ILACS standard inspection', 'event: ILACS', 'event-spelling'],
  ['event: ILACS standard inspection', 'event: SIF inspection', 'event-not-in-force'],
  ['event: ILACS standard inspection', 'event: SIF', 'event-not-in-force'],
  ['event: ILACS standard inspection', 'event: SLAC inspection', 'event-not-in-force'],
  ['event: ILACS standard inspection', 'event: ILACS short inspection', 'fieldwork-length'],
  ['event: ILACS standard inspection', 'event: ILACS focused visit', 'grade-on-ungraded-event'],
  ['event: ILACS standard inspection', 'event: Area SEND inspection', 'grade-on-ungraded-event'],
  ['start: 2024-07-08', 'start: 2042-07-08', 'date-in-future'],
  ['end: 2024-07-19', 'end: 2042-07-19', 'date-in-future'],
  ['published: 2024', 'published: 2042', 'date-in-future'],
  ['start: 2024-07-08', 'start: 2014-07-08', 'event-not-in-force'],
  ['start: 2024-07-08', 'start: 2025-07-08', 'dates-out-of-order'],
  ['start: 2024-07-08', 'start: 2026-07-08', 'dates-out-of-order'],
  ['end: 2024-07-19', 'end: 2023-07-19', 'dates-out-of-order'],
  ['end: 2024-07-19', 'end: 2025-07-19', 'dates-out-of-order'],
  ['published: 2024', 'published: 2014', 'dates-out-of-order'],
  ['published: 2024-08-28', 'published: 2024-07-19', 'dates-out-of-order'],
  ['published: 2024-08-28', 'published: 2024-07-12', 'dates-out-of-order'],
  ['published: 2024', 'published: 2025', 'publication-gap'],
  ['start: 2024-07-08', 'start: 2024-07-07', 'fieldwork-weekend'],
  ['end: 2024-07-19', 'end: 2024-07-20', 'fieldwork-weekend'],
  ['start: 2024-07-08', 'start: 2024-07-09', 'fieldwork-length'],
  ['start: 2024-07-08', 'start: 2024-07-32', 'invalid-date'],
  ['start: 2024-07-08', 'start: 8 July 2024', 'date-format'],
  [/fieldwork:\n.*\n.*/, 'fieldwork: 8-19 July 2024', 'wrong-type'],
  [/fieldwork:\n.*\n.*/, 'fieldwork: 8 July to 19th July 2024', 'wrong-type'],
  ['published: 2024-08-28', 'published: soon', 'date-format'],
  ['file/50255618', 'file/', 'report-url'],
  ['44/80478', '80478', 'report-url'],
  ['  Overall effectiveness', '  Overal efectiveness', 'unknown-judgement'],
  ['  Overall effectiveness', '  Headline', 'unknown-judgement'],
  ['  Overall effectiveness', '  overall', 'judgement-spelling'],
  ['progress of care leavers', 'progress of children care leavers', 'judgement-spelling'],
  ['progress of care leavers', 'progress of care-experienced young people', 'judgement-spelling'],
  ['The experiences and progress of care leavers', '2.2 Experiences and progress of care-leavers', 'judgement-spelling'],
  ['  Overall effectiveness: Good\n', '', 'missing-judgement'],
  [/ {2}The experiences and progress of care leavers.*\n/, '', 'missing-judgement'],
  [/judgements:\n(?: {2}.*\n)*/, '', 'missing-judgement'],
  ['progress of children in care', 'progress of children in care and care leavers', 'judgement-not-in-framework'],
  [/ {2}The experiences and progress of children in care: Good\n.*\n/, '  The experiences and progress of children in care and care leavers: Good\n', 'judgement-not-in-framework'],
  [/ {2}The impact of leaders[^:]*/, '  Leadership, management and governance', 'judgement-not-in-framework'],
  ['  Overall effectiveness: Good\n', '  Overall effectiveness: Good\n  LSCB: Requires improvement\n', 'judgement-not-in-framework'],
  [/( {2}The impact.*\n)( {2}The exp.*\n)/, '$2$1', 'judgement-order'],
  ['  Overall effectiveness: Good', '  Overall effectiveness: Goood', 'unknown-grade'],
  ['  Overall effectiveness: Good', '  Overall effectiveness: Fine', 'unknown-grade'],
  ['  Overall effectiveness: Good', '  Overall effectiveness: G', 'grade-spelling'],
  ['Requires improvement to be good', 'Requires improvement', 'grade-spelling'],
  ['Requires improvement to be good', '3', 'grade-spelling'],
  ['Requires improvement to be good', 'Adequate', 'grade-not-in-scale'],
  ['  Overall effectiveness: Good', '  Overall effectiveness: Not judged', 'grade-not-in-scale'],
  ['Requires improvement to be good', 'Inadequate', 'limiting-judgement'],
  ['  Overall effectiveness: Good', '  Overall effectiveness: Outstanding', 'overall-out-of-range'],
  ['  Overall effectiveness: Good', '  Overall effectiveness: Inadequate', 'overall-out-of-range'],
  ['  Overall effectiveness: Good', '  Overall effectiveness:', 'empty-value'],
  ['  Overall effectiveness: Good', '  Overall effectiveness: Good\n  Overall effectiveness: Good', 'duplicate-key'],
  ['  Overall effectiveness: Good', '  Overall effectiveness: Good\n  overall: Good', 'duplicate-key'],
  ['judgements:', 'outcome: lead to inconsistent experiences and outcomes\njudgements:', 'unknown-outcome'],
  [/$/, 'actions: [{action: Find homes., due: 2025-01-31, status: Done}]', 'invalid-value'],
  [/$/, 'actions: [{action: Find homes., due: 2025-01-31, status: completed}]', 'invalid-value'],
  [/(?<=judgements:\n(?: *.*\n)*) {2}/g, '', 'unknown-field'],
  [/ {2}(?=start|end)/g, '', 'unknown-field'],
  ['judgements:', 'judgments:', 'unknown-field'],
  ['authority:', 'autority:', 'unknown-field'],
  ['event:', 'evnet:', 'unknown-field'],
];

describe('one mistake, one finding', () => {
  it('none in a good record', () => assert.deepEqual(check(GOOD).findings, []));

  for (const [from, to, rule] of MISTAKES) {
    it(`${rule}: ${String(from).trim()} → ${to.trim()}`, () => {
      const text = GOOD.replace(from, to);
      assert.notEqual(text, GOOD);
      const { findings } = check(text);
      assert.deepEqual(findings.map(({ told }) => told.rule), [rule], JSON.stringify(findings.map(({ told }) => told)));
      for (const finding of findings) {
        for (const fix of finding.fixes ?? []) {
          const left = check(mended(text, [{ finding, fix }])).findings.filter(({ severity }) => severity !== 'hint');
          assert.deepEqual(left.map(({ told }) => told), [], fix.title);
        }
      }
    });
  }

  it('a day under another name is the day of the record, and only its writer knows which', () => {
    const text = 'authority: Kirklees\nevent: Monitoring visit\ndate: 2018-12 # the letter is of January\n';
    const { findings: [finding, ...others] } = check(text);
    assert.deepEqual([finding?.message, others], ["There is no field 'date'. Did you mean 'fieldwork' or 'published'?", []]);
    assert.deepEqual(finding!.fixes!.map(fix => mended(text, [{ finding: finding!, fix }])), ['fieldwork:\n  start: 2018-12', 'published: 2018-12'].map(day => text.replace('date: 2018-12', day)));
    for (const fix of finding!.fixes!) assert.deepEqual(check(mended(text, [{ finding: finding!, fix }])).findings, []);
    const inBraces = '{authority: Kirklees, event: Monitoring visit, "date": "2018-12"}';
    const [braced] = check(inBraces).findings;
    assert.equal(mended(inBraces, [{ finding: braced!, fix: braced!.fixes![0]! }]), '{authority: Kirklees, event: Monitoring visit, fieldwork: {start: "2018-12"}}');
  });

  it('two mistakes are two findings', () => {
    const text = GOOD.replace('Kirklees', 'Kirkless').replace('start: 2024', 'start: 2025').replace('Requires improvement to be good', 'Adequate').replace(/ {2}Overall.*\n/, '');
    assert.deepEqual(check(text).findings.map(({ rule }) => rule), ['unknown-authority', 'dates-out-of-order', 'missing-judgement', 'grade-not-in-scale']);
  });
});
