import assert from 'node:assert/strict';
import fs from 'node:fs';
import referenceData from 'generated:reference-data';
import { complete } from '../../server/features/completion';
import { Checker } from '../../server/findings/checker';
import { readPacks } from '../../server/findings/packs';
import { RecordStream } from '../../server/records/stream';
import { createReference } from '../../server/reference/reference';
import { chaptersOf, textDocument } from '../../server/summary/document';
import { AmongOthers } from '../../server/workspace/among';
import { Workspace } from '../../server/workspace/workspace';
import { marked } from '../features/marked';
import { newChecker, TODAY } from '../support/checker';

// The whole of another inspectorate as data: what the engine says of its records, it says in the words of the file.
const FOLDER = 'samples/packs/estyn';
const { data } = readPacks([{ name: 'estyn', text: fs.readFileSync(`${FOLDER}/frameworks/estyn.yaml`, 'utf8') }], referenceData);
const SAMPLE = fs.readFileSync(`${FOLDER}/wales.inspection.yaml`, 'utf8');
const reference = createReference(data);
const checker = new Checker(reference, { today: TODAY });

const LAESCYP = ['Overall judgement', 'Capacity to improve', 'How good are the outcomes?', 'How good is provision?', 'How good are leadership and management?'];
const OURS = new Set(data.events.filter(({ inspectorate }) => inspectorate === 'Estyn').map(({ id }) => id));
/** Names of judgements and grades that belong to the built-in frameworks only. */
const THEIRS = referenceData.frameworks.flatMap(({ judgements }) => judgements.map(({ name }) => name))
  .concat(referenceData.grade_scales.flatMap(({ grades }) => grades.map(({ name }) => name)))
  .filter(name => !data.frameworks.some(({ events, judgements }) => events.some(id => OURS.has(id)) && judgements.some(judgement => judgement.name === name)))
  .filter(name => !['Good', 'Adequate'].includes(name));

/** An example, not a real inspection. */
function example(judgements: string, { authority = 'Cardiff', event = 'LAESCYP inspection', start = '2012-05-14' } = {}): string {
  return `authority: ${authority}\nevent: ${event}\nfieldwork:\n  start: ${start}\n  end: ${start.slice(0, 8)}18\npublished: ${start.slice(0, 4)}-09-03\njudgements:\n${judgements}`;
}

function offered(text: string, by = checker): string[] {
  const { slice, offset } = marked(text);
  return complete(slice, offset, by).items.map(({ label }) => label);
}

function findings(text: string): string[] {
  return RecordStream.of(text).records.flatMap(({ slice }) => checker.findings(slice).map(({ rule, start, end, message }) => `${rule} ${slice.text.slice(start, end)}: ${message}`));
}

describe("a pack for another inspectorate: Estyn's", () => {
  it('offers its judgements in printed order, and none of other inspectorates', () => {
    assert.deepEqual(offered(example('  ¦')).slice(0, LAESCYP.length), LAESCYP);
    assert.deepEqual(offered(example('  Overall judgement: Good\n  ¦')).slice(0, LAESCYP.length - 1), LAESCYP.slice(1));
    assert.deepEqual(offered(example('  ¦')).filter(name => THEIRS.includes(name)), []);
    assert.ok(THEIRS.length > 20);
  });

  it('offers its grades from best to worst, in the words of the time', () => {
    assert.deepEqual(offered(example('  Overall judgement: ¦')), ['Excellent', 'Good', 'Adequate', 'Unsatisfactory']);
    assert.deepEqual(offered(example('  Outcomes: ¦', { event: 'LGES inspection', start: '2019-06-10' })), ['Excellent', 'Good', 'Adequate and needs improvement', 'Unsatisfactory and needs urgent improvement']);
  });

  it('offers its events and bodies beside those that are built in; without it, nobody is offered any of them', () => {
    const own = ['LAESCYP inspection', 'LGES inspection', 'Estyn monitoring visit'];
    assert.deepEqual(offered('authority: Cardiff\nevent: ¦\n').filter(label => own.includes(label)).sort(), [...own].sort());
    assert.ok(offered('authority: Merthyr¦\nevent: LGES inspection\n').includes('Merthyr Tydfil'));
    assert.deepEqual(offered('authority: Cardiff\nevent: ¦\n', newChecker()).filter(label => own.includes(label)), []);
    assert.deepEqual(offered('authority: Kent\nevent: ILACS standard inspection\nfieldwork:\n  start: 2024-07-08\njudgements:\n  Overall effectiveness: ¦\n'), offered('authority: Kent\nevent: ILACS standard inspection\nfieldwork:\n  start: 2024-07-08\njudgements:\n  Overall effectiveness: ¦\n', newChecker()));
  });

  it('finds nothing wrong with a whole record', () => {
    assert.deepEqual(findings(example(LAESCYP.map(name => `  ${name}: Good\n`).join(''))), []);
  });

  it('speaks its names in what is wrong', () => {
    const whole = (change: Record<string, string>) => LAESCYP.map(name => (name in change ? change[name]! : `  ${name}: Good\n`)).join('');
    assert.deepEqual(findings(example(whole({ 'How good is provision?': '' }))), ["missing-judgement judgements: 'How good is provision?' is missing: every report has it under LAESCYP, 2010 to 2013."]);
    assert.deepEqual(findings(example(whole({ 'How good is provision?': '  provision: Goood\n' }))), [
      "judgement-spelling provision: 'provision' means 'How good is provision?': write the judgement as the framework prints it.",
      "unknown-grade Goood: 'Goood' is not a grade. Did you mean 'Good'?",
    ]);
    assert.deepEqual(findings(example(whole({ 'Overall judgement': '  Overall judgement: Outstanding\n' }))), [
      "grade-not-in-scale Outstanding: 'Outstanding' is not a grade of this inspection: the framework then in force (LAESCYP, 2010 to 2013) has 'Excellent', 'Good', 'Adequate' and 'Unsatisfactory'. Fieldwork began on 14 May 2012.",
    ]);
    assert.deepEqual(findings(example('  Outcomes: Adequate\n  Quality of education services: Good\n  Leadership and management: Good\n', { event: 'LGES inspection', start: '2019-06-10' })), [
      "grade-spelling Adequate: 'Adequate' means 'Adequate and needs improvement': write the grade as the reports of that time print it.",
    ]);
    assert.deepEqual(findings(example('  Outcomes: Good\n', { event: 'LGES inspection', start: '2012-06-11' })).map(finding => finding.split(':')[0]), ['event-not-in-force LGES inspection']);
    assert.deepEqual(findings('authority: Ynys Môn\nevent: Estyn monitoring visit\nfieldwork:\n  start: 2013-02-04\n').map(finding => finding.split(':')[0]), ['authority-spelling Ynys Môn']);
  });

  it('has records of real inspections, in which nothing is wrong', () => {
    const workspace = new Workspace(checker.reader);
    const stream = RecordStream.of(SAMPLE);
    workspace.set('wales', stream);
    const among = new AmongOthers(workspace);
    assert.equal(stream.records.length, 5);
    assert.deepEqual(stream.records.flatMap(({ slice }) => among.findings(slice, checker)), []);
  });

  it('is summed up in its own words', () => {
    const text = textDocument(chaptersOf([RecordStream.of(SAMPLE)], checker));
    for (const words of ['Vale of Glamorgan: LAESCYP inspection, May 2013', 'Adequate overall', 'Capacity to improve', 'LGES, 2018 to 2020', 'County borough · Wales · W06000014']) assert.ok(text.includes(words), words);
    for (const name of THEIRS) assert.ok(!text.includes(name), name);
    assert.ok(!/ofsted/i.test(text));
  });

  it('is not mixed up with the inspections of another inspectorate of the same body', () => {
    const records = [
      'authority: Cardiff\nevent: LAESCYP inspection\nfieldwork:\n  start: 2012-05-14\njudgements:\n  Overall judgement: Adequate\n',
      'authority: Cardiff\nevent: Monitoring visit\nfieldwork:\n  start: 2016-09-12\n',
      'authority: Cardiff\nevent: ILACS short inspection\nfieldwork:\n  start: 2018-03-05\n  end: 2018-03-09\npublished: 2018-04-20\n',
    ];
    const workspace = new Workspace(checker.reader);
    const stream = RecordStream.of(records.join('---\n'));
    workspace.set('cardiff', stream);
    const among = new AmongOthers(workspace);
    const rules = stream.records.flatMap(({ slice }) => among.findings(slice, checker).map(({ rule }) => rule));
    assert.deepEqual(rules.filter(rule => ['short-after-weak', 'inspection-interval', 'monitoring-without-inadequate'].includes(rule)), []);
  });
});
