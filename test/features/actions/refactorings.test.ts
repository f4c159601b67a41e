import assert from 'node:assert/strict';
import { refactorings } from '../../../server/features/actions/refactorings';
import { formatRecord } from '../../../server/features/format';
import { Slice } from '../../../server/records/slice';
import { applyEdits } from '../../../server/text/edits';
import { newChecker } from '../../support/checker';
import { marked } from '../marked';

const checker = newChecker();

/** What is offered at the caret of a text, by title, with the whole text afterwards. */
function offered(text: string, wrapAt?: number): Record<string, string> {
  const { slice, offset } = marked(text);
  return Object.fromEntries(refactorings(slice, { start: offset, end: offset }, checker, wrapAt).map(({ title, edits }) => [title, applyEdits(slice.text, edits)]));
}

/** A name, a text with a caret, and the text afterwards; none where the refactoring is not offered there. */
type Cases = readonly (readonly [what: string, before: string, after?: string])[];

function hold(title: RegExp, cases: Cases, wrapAt?: number): void {
  for (const [what, before, after] of cases) {
    it(what, () => {
      const found = Object.entries(offered(before, wrapAt)).filter(([name]) => title.test(name));
      assert.deepEqual(found.map(([, text]) => text), after === undefined ? [] : [after]);
    });
  }
}

const HEAD = 'authority: Kirklees\nevent: ILACS standard inspection\nfieldwork:\n  start: 2024-07-08\n';
const [LEADERS, HELP, CARE, LEAVERS, OVERALL] = [
  'The impact of leaders on social work practice with children and families', 'The experiences and progress of children who need help and protection',
  'The experiences and progress of children in care', 'The experiences and progress of care leavers', 'Overall effectiveness',
];
const FIVE = [LEADERS, HELP, CARE, LEAVERS, OVERALL];
const lines = (names: readonly string[], indent = '  ') => names.map(name => `${indent}${name}:\n`).join('');

describe('inserting the missing judgements', () => {
  hold(/missing judgement/, [
    ['adds the field where the format has it', `${HEAD.replace('ILACS', 'I¦LACS')}summary: x\n`, `${HEAD}judgements:\n${lines(FIVE)}summary: x\n`],
    ['fills a field without a value', `${HEAD}judge¦ments: # as printed\n  # to come\nsummary: x\n`, `${HEAD}judgements: # as printed\n${lines(FIVE)}  # to come\nsummary: x\n`],
    ['fills one that says that there are none', `${HEAD}¦judgements: {} # yet`, `${HEAD}judgements: # yet\n${lines(FIVE).trimEnd()}`],
    ['puts each where the report prints it, and leaves the rest as it is',
      `${HEAD}judgements:\n\n    # about help\n    ${HELP}: Good   # sure\n    ¦'${OVERALL}':   Good\n`,
      `${HEAD}judgements:\n\n    # about help\n    ${LEADERS}:\n    ${HELP}: Good   # sure\n    ${CARE}:\n    ${LEAVERS}:\n    '${OVERALL}':   Good\n`],
    ['behind a grade with lines of its own', `${HEAD}judgements:\n  ¦${LEADERS}:\n    grade: Good\n    # more to come\n`, `${HEAD}judgements:\n  ${LEADERS}:\n    grade: Good\n    # more to come\n${lines(FIVE.slice(1))}`],
    ['counts a short name as what it means', `${HEAD}judgements:\n  ${LEADERS}: Good\n  Help and protection: Good\n  Children in care: Good\n  Care leavers: Good¦\n`,
      `${HEAD}judgements:\n  ${LEADERS}: Good\n  Help and protection: Good\n  Children in care: Good\n  Care leavers: Good\n  ${OVERALL}:\n`],
    ['between Windows lines', `${HEAD}judgements:\n  ${LEADERS}: Good¦\n`.replaceAll('\n', '\r\n'), `${HEAD}judgements:\n  ${LEADERS}: Good\n${lines(FIVE.slice(1))}`.replaceAll('\n', '\r\n')],
    ['of the edition in force', 'event: ILACS short ¦inspection\nfieldwork: {start: 2026-04-27}\n', `event: ILACS short inspection\nfieldwork: {start: 2026-04-27}\njudgements:\n${lines([LEADERS, HELP, CARE, LEAVERS])}`],
    ['between braces, where nothing has to be written as such', `${HEAD}judgements: {¦"${LEADERS}": Good, "${CARE}": Good}\n`,
      `${HEAD}judgements: {"${LEADERS}": Good, ${HELP}: null, "${CARE}": Good, ${LEAVERS}: null, ${OVERALL}: null}\n`],
    ['in a record that is JSON', `{"event¦": "ILACS short inspection", "fieldwork": {"start": "2026-04-27"}}`,
      `{"event": "ILACS short inspection", "fieldwork": {"start": "2026-04-27"}, "judgements": {"${LEADERS}": null, "${HELP}": null, "${CARE}": null, "${LEAVERS}": null}}`],
    ['in front of all that is there', `judgements:\n  Overall¦ effectiveness: Good\nevent: ILACS standard inspection\npublished: 2024-08-28\n`,
      `judgements:\n${lines([LEADERS, HELP, CARE, LEAVERS])}  Overall effectiveness: Good\nevent: ILACS standard inspection\npublished: 2024-08-28\n`],
    ['not where all are there', `${HEAD}judgements:\n  ¦${FIVE.map(name => `${name}: Good`).join('\n  ')}\n`],
    ['not at other fields', `${HEAD}summ¦ary: x\n`],
    ['not for an event without grades', 'event: ¦Monitoring visit\npublished: 2024-08-28\n'],
    ['not while the edition is not known', 'event: ¦ILACS standard inspection\n'],
    ['not where one may stand there under another name', `${HEAD}judgements:\n  ${FIVE.slice(0, 4).map(name => `${name}: Good`).join('\n  ')}\n  ¦The lot: Good\n`],
    ['not where the field holds something else', `${HEAD}¦judgements: Good\n`],
    ['not in a record with a fault', `${HEAD}judgements:\n  ¦${LEADERS}: "Good\n`],
  ]);

  it('says how many there are', () => {
    assert.ok(offered('event: ILACS short ¦inspection\npublished: 2024-08-28\n')['Insert the 5 missing judgements']);
    assert.ok(offered(`event: ¦ILACS short inspection\nfieldwork: {start: 2026-04-27}\njudgements: {${LEADERS}: Good, ${HELP}: Good, ${CARE}: Good}\n`)[`Insert the missing judgement '${LEAVERS}'`]);
  });
});

describe('inserting missing fields', () => {
  hold(/^Insert '(?:authority|event|published|text|action|start)/, [
    ['adds one where the format has it', 'i¦d: kent-1\nauthority: Kent # here\npublished: 2024-07-08\n', 'id: kent-1\nauthority: Kent # here\nevent:\npublished: 2024-07-08\n'],
    ['adds several', 'i¦d: kent-1\r\nfieldwork:\r\n  start: 2024-07-08\r\n', 'id: kent-1\r\nauthority:\r\nevent:\r\nfieldwork:\r\n  start: 2024-07-08\r\n'],
    ['in front of an entry, on the line of its dash', "quotes:\n  - b¦y: 'A: b' # who\n    role: x\n", "quotes:\n  - text:\n    by: 'A: b' # who\n    role: x\n"],
    ['in front of the days', 'authority: Kent\nevent: Monitoring visit\nfield¦work:\n  # long ago\n  end: 2024-07-08\n', 'authority: Kent\nevent: Monitoring visit\nfieldwork:\n  # long ago\n  start:\n  end: 2024-07-08\n'],
    ['not where the value follows from others', 'trust: Birmingham Children\'s Tru¦st\nevent: Monitoring visit\npublished: 2024-07-08\n'],
    ['not where one is there and empty', 'authority: Kent\nev¦ent:\npublished: 2024-07-08\n'],
    ['not where one is there and misspelt', 'authority: Kent\nev¦etn: Monitoring visit\npublished: 2024-07-08\n'],
    ['not at other fields', 'authority: Kent\npublished: 2024-07-08\nsumm¦ary: x\n'],
    ['not between braces', '{auth¦ority: Kent, published: 2024-07-08}\n'],
  ]);

  it('writes what stands together in one edit', () => {
    const { slice, offset } = marked('auth¦ority: Kent\n');
    const [first] = refactorings(slice, { start: offset, end: offset }, checker);
    assert.deepEqual(first!.edits, [{ start: 15, end: 15, text: '\nevent:\nfieldwork:\n  start:\n  end:' }]);
  });

  it('offers each of the days of which one is needed', () => {
    const found = offered('auth¦ority: Kent\nsummary: x\n');
    assert.deepEqual(Object.entries(found).filter(([title]) => title.startsWith('Insert')), [
      ["Insert 'event' and 'fieldwork'", 'authority: Kent\nevent:\nfieldwork:\n  start:\n  end:\nsummary: x\n'],
      ["Insert 'event' and 'published'", 'authority: Kent\nevent:\npublished:\nsummary: x\n'],
    ]);
  });
});

describe('putting fields and judgements in order', () => {
  hold(/usual order/, [
    ['moves lines with their comments', '# A record.\nev¦ent: x # sure\n\n# its name\nid: a   # short\nauthority:  "Kent"\n', '# A record.\n# its name\nid: a   # short\n\nauthority:  "Kent"\nevent: x # sure\n'],
    ['at a judgement', `${HEAD}judgements:\n  ¦${OVERALL}: Good\n  ${CARE}: Good\n`, `${HEAD}judgements:\n  ${CARE}: Good\n  ${OVERALL}: Good\n`],
    ['not at a value', 'event: ¦x\nid: a\n'],
    ['not where all is in order', '¦id: a\nauthority: Kent\n'],
    ['not where an entry is referred to', '¦notes: &n x\nsummary: *n\n'],
  ]);
});

describe('making room beside a grade', () => {
  hold(/Make room/, [
    ['gives it lines of its own', `judgements:\n    ${CARE}:   "Good"¦   # sure\n    ${OVERALL}: Good\n`, `judgements:\n    ${CARE}:\n      grade: "Good"   # sure\n    ${OVERALL}: Good\n`],
    ['at the name', `judgements:\r\n  '¦${CARE}': Good`, `judgements:\r\n  '${CARE}':\r\n    grade: Good`],
    ['of a grade below its name', `judgements:\n  ¦${CARE}: # why\n    &g Good\n  ${OVERALL}: *g\n`, `judgements:\n  ${CARE}: # why\n    grade: &g Good\n  ${OVERALL}: *g\n`],
    ['of a grade that is written elsewhere', `judgements:\n  ${CARE}: &g Good\n  ¦${OVERALL}: *g\n`, `judgements:\n  ${CARE}: &g Good\n  ${OVERALL}:\n    grade: *g\n`],
    ['between braces', `judgements: {${CARE}: Good¦, ${OVERALL}: Good}\n`, `judgements: {${CARE}: {grade: Good}, ${OVERALL}: Good}\n`],
    ['in JSON', `{"judgements": {"${CARE}": "G¦ood"}}`, `{"judgements": {"${CARE}": {"grade": "Good"}}}`],
    ['not where there is no grade', `judgements:\n  ¦${CARE}:\n`],
    ['not of other values', 'authority: ¦Kent\njudgements:\n  Overall effectiveness: Good\n'],
    ['not of fields of the writer\'s own', 'judgements:\n  x_safe: ¦Good\n'],
    ['not where the grade runs over lines', `judgements:\n  ¦${CARE}: Requires improvement\n    to be good\n`],
  ]);
});

describe('writing a grade alone', () => {
  hold(/alone/, [
    ['takes its lines away', `judgements:\n  ${CARE}:\n    gra¦de:  "Good"  # sure\n  ${OVERALL}: Good\n`, `judgements:\n  ${CARE}: "Good"  # sure\n  ${OVERALL}: Good\n`],
    ['keeps the comments on the way', `judgements:\n  ¦${CARE}: # why\n    # as printed\n    grade: Good # sure\n    # the end\n`, `judgements:\n  ${CARE}: Good # why\n    # as printed\n    # sure\n    # the end\n`],
    ['between braces', `judgements: {${CARE}: {"grade": 'Good' }¦}\n`, `judgements: {${CARE}: 'Good'}\n`],
    ['in braces on its line', `judgements:\n  ${CARE}:  {¦grade: Good}  # sure\n`, `judgements:\n  ${CARE}:  Good  # sure\n`],
    ['of a grade that is referred to', `judgements:\n  ¦${CARE}:\n    grade: &g Good\n  ${OVERALL}: *g\n`, `judgements:\n  ${CARE}: &g Good\n  ${OVERALL}: *g\n`],
    ['not where more is there', `judgements:\n  ¦${CARE}:\n    grade: Good\n    x_page: 3\n`],
    ['not where the entry is referred to', `judgements:\n  ¦${CARE}: &e\n    grade: Good\n  ${OVERALL}: *e\n`],
    ['not where the entry is written elsewhere', `judgements:\n  ${CARE}: &e\n    grade: Good\n  ${OVERALL}: ¦*e\n`],
    ['not for another field', `judgements:\n  ¦${CARE}:\n    summary: Good\n`],
  ]);

  it('undoes what made room', () => {
    const text = `judgements:\n  ${CARE}: ¦Good # sure\n`;
    const [room] = Object.values(offered(text));
    const [back] = Object.entries(offered(room!.replace('grade', '¦grade'))).filter(([title]) => /alone/.test(title)).map(([, after]) => after);
    assert.equal(back, text.replace('¦', ''));
  });
});

describe('long texts', () => {
  hold(/Wrap/, [
    ['are wrapped', 'notes: ¦One two three four five six. # sure\n', 'notes: >- # sure\n  One two three four\n  five six.\n'],
    ['at their key', 'no¦tes: "One: two three four five six."\r\nx: 1\r\n', 'notes: >-\r\n  One: two three\r\n  four five six.\r\nx: 1\r\n'],
    ['in a list', 'strengths:\n  - One two three four¦ five six.\n  - x\n', 'strengths:\n  - >-\n    One two three\n    four five six.\n  - x\n'],
    ['not where they are short', 'notes: ¦One two.\n'],
    ['not from the line below', 'notes: >-\n  One two three four five six seven.\n¦id: a\n'],
    ['not in braces', 'x: {notes: ¦One two three four five six.}\n'],
  ], 20);
  hold(/one line/, [
    ['are joined', 'notes: >- # sure\n  One two\n  three: four.¦\nid: a\n', 'notes: "One two three: four." # sure\nid: a\n'],
    ['that are plain or in quotes', "notes: 'It''s\r\n  ¦so'\r\n", "notes: 'It''s so'\r\n"],
    ['in a list', 'strengths:\n  - ¦>-\n    One two\n    three.\n  - x\n', 'strengths:\n  - One two three.\n  - x\n'],
    ['not where they have line breaks of their own', 'notes: |\n  ¦One\n  two\n'],
    ['not where they end with one', 'notes: >\n  ¦One\n  two\n'],
    ['not where they stand on one', 'notes: ¦One two three four five six.\n'],
  ], 20);

  it('are wrapped at 100 where nobody says otherwise, and joined again', () => {
    const text = `summary: ¦${'Social workers know children well. '.repeat(6).trim()}\n`;
    const wrapped = offered(text)['Wrap the text over several lines']!;
    assert.ok(wrapped.split('\n').every(line => line.length <= 100));
    assert.equal(offered(wrapped.replace('Social', '¦Social'))['Write the text on one line'], text.replace('¦', ''));
  });
});

describe('writing JSON as YAML', () => {
  hold(/JSON/, [
    ['keeps values, order and comments', [
      '--- # top', '  { # open', '  # own', '  "authority": "Kent", "event": "ILACS: short", # both',
      '  "fieldwork": {"start": "2024-07-08", "end": null}, "ordinal": 3,', '  "quotes": [ # three', '    {"text": "x # y", "by": ""}, # one', '    [], [1, ["2"]]', '    # none', '  ],',
      '  "notes": "One\\nt¦wo", "x_empty": {}', '} # end', '# after', ''].join('\n'),
    ['--- # top', '# open', '# own', 'authority: Kent', 'event: "ILACS: short" # both', 'fieldwork:', '  start: 2024-07-08', '  end: null', 'ordinal: 3', 'quotes: # three',
      '  - text: "x # y"', '    by: "" # one', '  - []', '  - - 1', '    - - "2"', '  # none', 'notes: "One\\ntwo"', 'x_empty: {} # end', '# after', ''].join('\n')],
    ['behind the marker', '--- {"id":¦ "a"}\r\n', '---\r\nid: a\r\n'],
    ['behind a byte order mark', '\ufeff{¦"id": "a"}', '\ufeffid: a'],
    ['not where a name is without quotes', '{¦"id": "a", authority: Kent}'],
    ['not where only a value is in braces', 'fieldwork: {¦"start": "2024-07-08"}\n'],
    ['not where entries are referred to', '{¦"id": &a "a", "notes": *a}'],
    ['not outside of it', '¦\n\n{"id": "a"}\n'],
    ['not of what cannot be read', '{¦"id": "a"'],
  ]);

  it('comes to the layout that the formatter wants', () => {
    const text = offered('{¦"authority": "Kent", "strengths": [{"text": "a", "judgement": "b"}, "c"], "fieldwork": {"start": "2024-07-08"}}\n')['Write this record as YAML instead of JSON']!;
    assert.deepEqual(formatRecord(new Slice(text)), []);
  });
});
