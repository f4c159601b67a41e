import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import fc from 'fast-check';
import {
  checkFiles, checkText, formatText, frameworksInForce, judgementsInForce, listAuthorities, listEvents, listRules, mendText, readKnowledge, readRecords, summariseAsHtml, summariseAsMarkdown, summariseAsText,
  writeNewRecord, type Finding, type Range,
} from '../../server/library/index';
import { rules } from '../../server/rules/registry';
import { lineStarts, offsetAt } from '../../server/text/lines';

const OPTIONS = { today: '2026-11-21' };
const KIRKLEES = fs.readFileSync('samples/kirklees.inspection.yaml', 'utf8');
const RECORD = `id: one
authority: Kirklees
event: ILACS focused visit
published: 2022-07-08
notes: "🙂"
`;

const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);

function wordsAt(text: string, { start, end }: Range): string {
  const starts = lineStarts(text);
  return text.slice(offsetAt(text, starts, start), offsetAt(text, starts, end));
}

describe('the library', () => {
  it('says what is wrong with a text, and where: lines and UTF-16 units from 0, over all its records', () => {
    const text = `${RECORD}---\n{authority: "Kent", notes: "🙂", event: ILACS focused visti, published: 2022-07-08}\n`;
    const [finding, ...more] = checkText(text, OPTIONS);
    assert.deepEqual(more, []);
    assert.deepEqual([finding!.rule, finding!.severity, wordsAt(text, finding!.range)], ['unknown-event', 'error', 'ILACS focused visti']);
    assert.deepEqual(finding!.range.start, { line: 6, character: text.split('\n')[6]!.indexOf('ILACS') });
    assert.deepEqual(finding!.record, { index: 1, authority: 'Kent' });
    assert.deepEqual(finding!.suggestions.slice(0, 1), ['ILACS focused visit']);
    assert.ok(fs.existsSync(finding!.help));
  });

  it('has ways to mend a finding that mend it', () => {
    const text = RECORD.replace('focused visit', 'focused visti');
    const [{ fixes: [fix] }] = checkText(text, OPTIONS) as [Finding];
    const [{ range, text: right }, ...more] = fix!.edits as [Finding['fixes'][number]['edits'][number]];
    assert.deepEqual(more, []);
    assert.deepEqual(checkText(text.replace(wordsAt(text, range), right), OPTIONS), []);
  });

  it('has no clock: what lies ahead follows from the day that it is told', () => {
    assert.deepEqual(checkText(RECORD, { today: '2022-07-08' }), []);
    assert.deepEqual(rulesOf(checkText(RECORD, { today: '2022-07-07' })), ['date-in-future']);
    for (const today of ['2022-07', '08/07/2022', '2022-02-30', '']) assert.throws(() => checkText(RECORD, { today }), RangeError);
  });

  it('is as grave as it is told to be', () => {
    const text = RECORD.replace('Kirklees', 'Kirkles');
    assert.deepEqual(checkText(text, { ...OPTIONS, levels: { 'unknown-authority': 'hint' } }).map(({ severity }) => severity), ['hint']);
    assert.deepEqual(checkText(text, { ...OPTIONS, levels: { 'unknown-authority': 'off' } }), []);
    assert.throws(() => checkText(text, { ...OPTIONS, levels: { 'unknown-autority': 'off' } }), /There is no rule 'unknown-autority'/);
    assert.throws(() => checkText(text, { ...OPTIONS, levels: { 'unknown-authority': 'loud' as 'hint' } }), /'loud'/);
  });

  it('lets the records of several files know each other', () => {
    const checked = checkFiles([{ path: 'a', text: RECORD }, { path: 'b', text: `\n${RECORD.replace('2022-07', '2023-07')}` }, { path: 'c', text: '' }], OPTIONS);
    assert.deepEqual(checked.map(({ path, records, findings }) => [path, records, rulesOf(findings)]), [['a', 1, ['duplicate-id']], ['b', 1, ['duplicate-id']], ['c', 0, []]]);
    assert.deepEqual(checked[0]!.findings[0]!.related.map(({ path, range }) => [path, range.start]), [['b', { line: 1, character: 4 }]]);
    assert.throws(() => checkFiles([{ path: 'a', text: '' }, { path: 'a', text: '' }], OPTIONS), /two files called 'a'/);
  });

  it('mends what needs no asking, and lays out a text as everybody does', () => {
    const { text, mended } = mendText(RECORD.replace('Kirklees', 'E08000034').replace('2022-07-08', '8 July 2022'), OPTIONS);
    assert.deepEqual([text, mended], [RECORD, 2]);
    assert.equal(formatText(RECORD.replace('notes: ', 'notes:    ')), RECORD);
    assert.equal(formatText(KIRKLEES), KIRKLEES);
  });

  it('knows the framework in force on a day: one, none, or those that a coarse date leaves open', () => {
    const [framework, ...more] = frameworksInForce('ILACS standard inspection', '2024-07-08');
    assert.deepEqual(more, []);
    assert.deepEqual([framework!.from, framework!.to, framework!.judgements.length], ['2023-01-01', '2026-03-31', 5]);
    assert.deepEqual(framework!.grades.map(({ name, rank }) => [name, rank]), [['Outstanding', 1], ['Good', 2], ['Requires improvement to be good', 3], ['Inadequate', 4]]);
    assert.deepEqual(frameworksInForce('ILACS standard inspection', '1999-01-01'), []);
    assert.equal(frameworksInForce('ilacs  standard Inspection', '2026').length, 2);
    assert.throws(() => frameworksInForce('MOT', '2024'), /no event 'MOT'/);
    assert.throws(() => frameworksInForce('ILACS standard inspection', 'yesterday'), RangeError);
  });

  it('lists judgements, each once, for every graded event on any day', () => {
    for (const { name } of listEvents().filter(({ result }) => result === 'grades')) {
      for (let year = 2009; year < 2027; year++) {
        const ids = judgementsInForce(name, String(year)).map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
      }
    }
  });

  it('reads what records say, with what their words mean', () => {
    const [first] = readRecords(KIRKLEES);
    assert.ok(first?.authority?.name === 'Kirklees' && first.authority.code === 'E08000034');
    const [record] = readRecords('\n# a comment\nauthority: E08000034\nevent: ilacs standard inspection\nfieldwork: {start: 2024-07-08}\njudgements: {overall effectiveness: good, Catering: Tasty}\nx_own: [1]\n');
    assert.deepEqual(record, {
      line: 2, authority: { written: 'E08000034', name: 'Kirklees', code: 'E08000034' }, event: { written: 'ilacs standard inspection', name: 'ILACS standard inspection', code: 'ilacs_standard' },
      fieldwork: [{ start: '2024-07-08' }], framework: 'ilacs_2023',
      judgements: [{ written: 'overall effectiveness', id: 'overall_effectiveness', name: 'Overall effectiveness', grade: { written: 'good', id: 'good', name: 'Good', rank: 2 } }, { written: 'Catering', grade: { written: 'Tasty' } }],
      value: { 'authority': 'E08000034', 'event': 'ilacs standard inspection', 'fieldwork': { start: '2024-07-08' }, 'judgements': { 'overall effectiveness': 'good', 'Catering': 'Tasty' }, 'x_own': [1] },
    });
    assert.deepEqual(readRecords('just words'), []);
  });

  it('takes further frameworks, and tells what is wrong with them', () => {
    const folder = 'samples/packs/estyn';
    const file = 'frameworks/estyn.yaml';
    const { knowledge, problems } = readKnowledge([{ path: file, text: fs.readFileSync(`${folder}/${file}`, 'utf8') }]);
    assert.deepEqual(problems, []);
    assert.ok(listEvents(knowledge).length > listEvents().length);
    assert.ok(listAuthorities(knowledge).length > listAuthorities().length);
    const text = fs.readFileSync(`${folder}/wales.inspection.yaml`, 'utf8');
    assert.deepEqual(checkText(text, { ...OPTIONS, knowledge }).filter(({ severity }) => severity === 'error'), []);
    assert.ok(checkText(text, OPTIONS).some(({ severity }) => severity === 'error'));
    const [problem] = readKnowledge([{ path: 'a.yaml', text: 'events:\n  - id: 1\n' }]).problems;
    assert.deepEqual([problem!.path, problem!.range.start.line], ['a.yaml', 1]);
  });

  it('writes a record to be filled in, and says what cannot have been', () => {
    const { text, doubts } = writeNewRecord({ authority: 'E08000034', event: 'ILACS standard inspection', start: '2024-07-08' }, OPTIONS);
    assert.deepEqual(doubts, []);
    assert.match(text, /^authority: Kirklees\n[^]*\n {2}Overall effectiveness:\n$/);
    assert.deepEqual(writeNewRecord({ authority: 'Nowhere', event: 'ILACS standard inspection', start: '2024-07-08' }, OPTIONS).doubts.map(({ rule }) => rule), ['unknown-authority']);
  });

  it('summarises records', () => {
    assert.match(summariseAsMarkdown(RECORD, OPTIONS), /^# Kirklees: ILACS focused visit/);
    const page = summariseAsHtml(RECORD.replace('Kirklees', '<b>Kirklees'), OPTIONS);
    const [, css] = /<style>([^]*)<\/style>/.exec(page)!;
    assert.ok(page.includes(`style-src 'sha256-${createHash('sha256').update(css!).digest('base64')}'`) && page.includes('&lt;b&gt;Kirklees'));
    assert.ok(summariseAsText(KIRKLEES, OPTIONS).split('\n').every(line => line.length <= 80));
  });

  it('lists its rules', () => {
    assert.deepEqual(listRules().map(({ id }) => id), rules.map(({ id }) => id));
  });

  it('never throws because of a text', () => {
    const piece = fc.oneof(fc.constantFrom(...KIRKLEES.split('\n'), '---', '...', '{', '- ', '&a', '*a', '\t', '"', '\uFEFF', '\r'), fc.string());
    fc.assert(fc.property(fc.array(piece, { maxLength: 20 }).map(lines => lines.join('\n')), text => {
      for (const ask of [checkText, mendText, summariseAsMarkdown, summariseAsText]) ask(text, OPTIONS);
      for (const ask of [formatText, readRecords]) ask(text);
    }), { numRuns: 100 });
  });
});
