import assert from 'node:assert/strict';
import fs from 'node:fs';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import referenceData from 'generated:reference-data';
import { parse, stringify } from 'yaml';
import { readPacks } from '../../server/findings/packs';
import type { ReferenceData } from '../../server/reference/data';
import { readReferenceFiles, readSchema } from '../schemas/reference-files';
import { runs } from '../support/property-tests';

const ESTYN = fs.readFileSync('samples/packs/estyn/frameworks/estyn.yaml', 'utf8');

/** A small pack in which everything is right, for mistakes to be made in. */
const SMALL = `grades:
  - {id: high, letter: H, tone: good, rank: 1}
  - {id: low, letter: L, tone: inadequate, rank: 2}
grade_scales:
  - id: two
    name: Two grades
    grades:
      - {grade: high, name: High, meaning: Well done.}
      - {grade: low, name: Low, meaning: Not well done.}
events:
  - id: look
    name: A look
    result: grades
    description: Somebody looks.
frameworks:
  - id: look_2020
    name: How to look
    short_name: Looks
    events: [look]
    in_force: {from: 2020-01-01}
    grade_scale: two
    judgements:
      - {id: clean, name: Cleanliness, level: key, required: true, covers: Whether it is clean.}
authorities:
  - {name: Toytown, official_name: Town of Toys, region: Toyland, type: town}
`;

const LISTS = Object.keys(referenceData) as (keyof ReferenceData)[];
const NONE = Object.fromEntries(LISTS.map(list => [list, []])) as unknown as ReferenceData;

/** The problems of a text, each with the words it is about. */
function problemsOf(text: string, ...others: string[]): string[] {
  const files = [text, ...others].map((each, i) => ({ name: `file:///${i}`, text: each }));
  return readPacks(files, referenceData).problems.map(({ file, start, end, message }) => `${file === 'file:///0' ? '' : `${file} `}${files.find(({ name }) => name === file)!.text.slice(start, end)}: ${message}`);
}

/** The problems of the small pack with some words changed. */
const changed = (from: string | RegExp, to: string) => {
  assert.ok(typeof from === 'string' ? SMALL.includes(from) : from.test(SMALL), String(from));
  return problemsOf(SMALL.replace(from, to));
};

describe('further reference data', () => {
  it('joins what is built in, which stays as it is', () => {
    const { data, problems } = readPacks([{ name: 'small', text: SMALL }, { name: 'estyn', text: ESTYN }], referenceData);
    assert.deepEqual(problems, []);
    for (const list of LISTS) assert.deepEqual(data[list].slice(0, referenceData[list].length), referenceData[list], list);
    assert.deepEqual(data.events.slice(-4).map(({ name }) => name), ['A look', 'LAESCYP inspection', 'LGES inspection', 'Estyn monitoring visit']);
    assert.equal(data.authorities.length, referenceData.authorities.length + 23);
  });

  it('takes the files of what is built in as they are', () => {
    const files = [...readReferenceFiles().keys()].map(name => ({ name, text: fs.readFileSync(name, 'utf8') }));
    const { data, problems } = readPacks(files, NONE);
    // The life of an authority decides whose name or code a word is; rules about files of others are stricter.
    assert.deepEqual(problems.map(({ message }) => message).filter(message => !/means '.*' already/.test(message)), []);
    assert.deepEqual(data.events, referenceData.events);
    assert.deepEqual(data.frameworks, referenceData.frameworks);
  });

  it('may say nothing', () => {
    for (const text of ['', '# nothing yet\n', 'grades:\n', 'grades: []\n', '---\n']) assert.deepEqual(problemsOf(text), [], text);
  });

  const mistakes: [name: string, problems: () => string[], ...expected: string[]][] = [
    ['a text', () => problemsOf('grades\n'), `grades: Lists of reference data belong here, each after its name and a colon: ${LISTS.join(', ')}.`],
    ['a list', () => problemsOf('- a\n'), `- a: Lists of reference data belong here, each after its name and a colon: ${LISTS.join(', ')}.`],
    ['an unknown list', () => problemsOf('grade: []\n'), "grade: There is no field 'grade' here. Did you mean 'grades'?"],
    ['a list that is none', () => problemsOf('grades: good\n'), "good: A list belongs here: each entry on a line of its own, after '- '."],
    ['a list that stands twice', () => problemsOf('themes:\n  - {name: A, official: false}\nthemes:\n  - {name: B, official: false}\n'), "themes: 'themes' stands here twice: put both lists together."],
    ['two documents', () => problemsOf('themes:\n---\nthemes:\n'), "---: A file of reference data is one document: nothing may follow after '---'."],
    ['a field too many', () => changed('letter: H', 'leter: H'), "leter: There is no field 'leter' here. Did you mean 'letter'?"],
    ['a missing field', () => changed('letter: H, ', ''), "id: 'letter' is missing here: the letter (or figure) printed beside the colour."],
    ['a field without a value', () => changed('region: Toyland', 'region:'), 'region: Something is missing here: the part of the country that it belongs to.'],
    ['a figure for a text', () => changed('letter: H', 'letter: 1'), "1: A text belongs here. YAML takes '1' for something else unless it is in quotes."],
    ['a text for a figure', () => changed('rank: 1', 'rank: first'), "first: A whole number belongs here, not 'first'."],
    ['a figure too small', () => changed('rank: 1', 'rank: 0'), '0: A number from 1 on belongs here.'],
    ['a value outside a list of values', () => changed('result: grades', 'result: grade'), "grade: This can be grades, outcome or none, not 'grade'. Did you mean 'grades'?"],
    ['a date in words', () => changed('2020-01-01', '1 January 2020'), "1 January 2020: '1 January 2020' is not of the form that is needed here, as in '2023-01-01'."],
    ['a list for a text', () => changed('name: A look', 'name: [A look]'), "name: A single value belongs here: canonical value of the field \"event\"."],
    ['an entry that stands twice in a list', () => changed('events: [look]', 'events: [look, look]'), 'look: This stands in the list already.'],
    ['a grade that there is not', () => changed('{grade: low', '{grade: lo'), "lo: There is no grade 'lo'. Did you mean 'low'?"],
    ['a scale that there is not', () => changed('grade_scale: two', 'grade_scale: three'), "three: There is no grade scale 'three'."],
    ['an event that there is not', () => changed('events: [look]', 'events: [lok]'), "look: 'A look' carries grades, but no framework lists 'look' among its events.", "lok: There is no event 'lok'. Did you mean 'look'?"],
    ['no day of the calendar', () => changed('2020-01-01', '2020-02-30'), "2020-02-30: There is no such day as '2020-02-30'."],
    ['an end before the beginning', () => changed('{from: 2020-01-01}', '{from: 2020-01-01, to: 2019-12-31}'), '2019-12-31: This is before 1 January 2020, where it begins.'],
    ['grades out of order', () => changed(/rank: 1(.*\n.*)rank: 2/, 'rank: 2$1rank: 1'), 'low: Grades stand from best to worst here, but this one has a better rank than the one before it.'],
    ['a grade that is there already', () => changed('{id: high,', '{id: good,'), "good: 'good' is a built-in grade, which cannot be replaced: choose another id, or leave this entry out.", "high: There is no grade 'high'."],
    ['a name that is there already', () => changed('name: Toytown', 'name: kirklees'), "kirklees: 'kirklees' is a built-in authority, which cannot be replaced: choose another name, or leave this entry out."],
    ['a name that another file has', () => problemsOf(SMALL, 'themes:\n  - {name: Fun, official: false}\n  - {name: fun, official: true}\n'), "file:///1 fun: There is another theme 'fun': choose another name, or leave this entry out."],
    ['a spelling that means something else', () => changed('name: A look', 'name: A look\n    spellings: [MV]'), "MV: 'MV' means 'Monitoring visit' already, so it is not taken for this one."],
    ['an outcome without a scale', () => changed('result: grades', 'result: outcome'), "outcome: This event has an outcome, so 'outcome_scale' has to name the grade scale that lists the outcomes.", "look: 'A look' carries no grades: its result is 'outcome'."],
    ['a limit without an overall judgement', () => changed('grade_scale: two', 'grade_scale: two\n    limiting: always'), 'always: This speaks of the overall judgement, and none of the judgements is that.'],
    ['a pattern that may never end', () => problemsOf('links:\n  - {field: report, leads_to: a page, pattern: "^(a+)+$", example: aa, source: me}\n'), '"^(a+)+$": This is no regular expression that can be used here. Repeated groups, references to groups and more than three parts of any length are not taken.'],
    ['a field without addresses', () => problemsOf('links:\n  - {field: event, leads_to: a page, pattern: "^a$", example: b, source: me}\n'), "event: 'event' is no field that holds an address: those are report or provider_page.", 'b: The example is not of the form that the pattern describes.'],
  ];
  for (const [name, problems, ...expected] of mistakes) it(`names ${name}`, () => assert.deepEqual(problems(), expected));

  it('names two editions of one event for one day, in whatever files', () => {
    const second = 'frameworks:\n  - {id: look_2021, name: How to look again, short_name: Second looks, events: [look], in_force: {from: 2021-01-01}, grade_scale: two, judgements: [{id: tidy, name: Tidiness, level: key, required: true, covers: Whether it is tidy.}]}\n';
    assert.deepEqual(problemsOf(SMALL, second), ["file:///1 2021-01-01: For the event 'look', 'Looks' is in force since 1 January 2020: only one framework can be in force on a day."]);
    assert.deepEqual(problemsOf(SMALL.replace('from: 2020-01-01', 'from: 2020-01-01, to: 2020-12-31'), second), []);
  });

  it('leaves out what cannot be used, with all that needs it, and keeps the rest', () => {
    const { data } = readPacks([{ name: 'small', text: SMALL.replace('letter: L', 'letter: LL') }], referenceData);
    assert.deepEqual(['high', 'low'].map(id => data.grades.some(grade => grade.id === id)), [true, false]);
    assert.equal(data.grade_scales.length, referenceData.grade_scales.length);
    assert.equal(data.frameworks.length, referenceData.frameworks.length);
    assert.equal(data.events.at(-1)!.name, 'A look');
    assert.equal(data.authorities.at(-1)!.name, 'Toytown');
  });

  it('never throws, and gives nothing that its schema refuses', () => {
    const validate = new Ajv({ strict: true, allErrors: true }).compile(readSchema('reference-data.schema.json'));
    const words = fc.oneof(fc.constantFrom('', ' []', '{', '- ', '\n', ': ', 'grades', '2020-02-30', '1', 'null', '"', '&a ', '*a', 'look', 'two'), fc.string());
    fc.assert(fc.property(fc.constantFrom(SMALL, ESTYN), fc.nat(), fc.nat(40), words, (text, at, length, word) => {
      const start = at % text.length;
      const { data } = readPacks([{ name: 'a', text: text.slice(0, start) + word + text.slice(start + length) }], referenceData);
      const added = Object.fromEntries(Object.entries(data).map(([list, entries]) => [list, entries.slice(referenceData[list as keyof ReferenceData].length)]).filter(([, entries]) => entries!.length > 0));
      assert.ok(!Object.keys(added).length || validate(added), JSON.stringify(validate.errors));
    }), { numRuns: runs(300) });
  });

  it('refuses the shapes that its schema refuses, and no others', () => {
    const validate = new Ajv({ strict: true, allErrors: true }).compile(readSchema('reference-data.schema.json'));
    for (const wrong of spoilt(parse(SMALL + ESTYN.slice(ESTYN.indexOf('links:'), ESTYN.indexOf('# The 22'))))) {
      const text = stringify(wrong, { lineWidth: 0 });
      const isTaken = !problemsOf(text).some(problem => /belongs here|is missing|There is no field|not of the form that is needed|This can be|stands in the list|Lists of/.test(problem));
      // An empty list says nothing here, and is no mistake.
      if (!/\[\]|\{\}/.test(text)) assert.equal(isTaken, validate(parse(text)), text);
    }
  });
});

/** A value with one thing in it made wrong, or possibly so; each thing in turn. */
function* spoilt(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) for (const wrong of spoilt(item)) yield value.with(i, wrong);
    yield [...value, value.at(-1)];
  } else if (value !== null && typeof value === 'object') {
    for (const [name, child] of Object.entries(value)) {
      const others = Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
      yield others;
      yield { ...others, [`${name}x`]: child };
      for (const wrong of spoilt(child)) yield { ...value, [name]: wrong };
    }
  } else yield* [1, 0, true, 'Word', '2020-01-01', ['x'], { x: 1 }];
}
