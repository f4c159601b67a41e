import assert from 'node:assert/strict';
import { isCertain } from '../../server/import/paste/is-certain';
import { paste } from '../../server/import/paste/paste';
import { RecordStream } from '../../server/records/stream';
import { checker, findingsIn } from './support';

const LEADERS = 'The impact of leaders on social work practice with children and families';
const HELP = 'The experiences and progress of children who need help and protection';
const CARE = 'The experiences and progress of children in care';
const LEAVERS = 'The experiences and progress of care leavers';
const RECORD = 'authority: Kirklees\nevent: ILACS standard inspection\nfieldwork:\n  start: 2024-07-08\n  end: 2024-07-19\npublished: 2024-08-28\n';

function pasted(text: string, record = RECORD) {
  const { slice } = RecordStream.of(record).records[0]!;
  return paste(slice, checker.inspection(slice)!, text, 'needs_improvement');
}

const ALL = `${RECORD}judgements:
  ${LEADERS}: Good
  ${HELP}: Good
  ${CARE}: Outstanding
  ${LEAVERS}: Requires improvement to be good
  Overall effectiveness: Good
`;

/** The same table as it is copied from here and there. */
const TABLES: Record<string, string> = {
  'a page, with tabs': `Judgement\tGrade\n${LEADERS}\tGood\n${HELP}\tGood\n${CARE}\tOutstanding\n${LEAVERS}\tRequires improvement to be good\nOverall effectiveness\tGood\n`,
  'a terminal, with several spaces and short names': 'Leadership            good\nHelp and protection   good\nChildren in care      outstanding\nCare leavers          RI\nOverall               Good',
  'a report, each cell by itself over two lines': `Judgement\nGrade\nThe impact of leaders on social work\npractice with children and families\nGood\nThe experiences and progress of\nchildren who need help and protection\nGood\nThe experiences and progress of\nchildren in care\nOutstanding\nThe experiences and progress of care\nleavers\nRequires improvement\nto be good\nOverall effectiveness\nGood\n`,
  'a report, row by row, the grade between the lines of the name': `The impact of leaders on social work Good\npractice with children and families\nThe experiences and progress of Good\nchildren who need help and protection\nThe experiences and progress of Outstanding\nchildren in care\nThe experiences and progress of care Requires improvement to be good\nleavers\nOverall effectiveness Good`,
  'a slide, with bullets, numbers and colons': '• Impact of leaders: 2 / Good\r\n• Help and protection: Good (2)\r\n• Children in care: 1 / Outstanding\r\n• Care leavers: requires improvements\r\n• Overall: Good',
  'a page of Markdown': `| Judgement | Grade |\n| --- | --- |\n| ${LEADERS} | Good |\n| ${HELP} | Good |\n| ${CARE} | Outstanding |\n| ${LEAVERS} | Requires improvement to be good |\n| Overall effectiveness | Good |`,
};

/** Other ways to set such a table. */
const OTHERS: Record<string, string> = {
  'grades to the left': `Good\t${LEADERS}\nGood\t${HELP}\nOutstanding\t${CARE}\nRI\t${LEAVERS}\nGood\tOverall effectiveness`,
  'names above their grades': `${LEADERS}\t${HELP}\t${CARE}\t${LEAVERS}\tOverall effectiveness\nGood\tGood\tOutstanding\tRI\tGood\n`,
  'short grades behind dashes and colons': 'Impact of leaders – 2\nHelp and protection - 2\nChildren in care: 1\nCare leavers: RI\nOverall — 2',
  'names in bold': `**Impact of leaders:** Good\n**Help and protection:** Good\n**Children in care:** Outstanding\n**Care leavers:** RI\n__Overall effectiveness__ Good`,
  'a grade with its number in a column of its own': `${LEADERS}\t2\tGood\n${HELP}\t2\tGood\n${CARE}\t1\tOutstanding\n${LEAVERS}\t3\tRI\nOverall effectiveness\t2\tGood`,
};

describe('pasting judgements', () => {
  for (const [way, table] of Object.entries(OTHERS)) {
    it(`takes a table with ${way}`, () => {
      assert.deepEqual(pasted(table), { as: 'judgements', count: 5, text: ALL });
    });
  }

  it('takes no grade that may be that of another inspection or another judgement', () => {
    assert.equal(pasted('Judgement\tPrevious\tNow\nOverall effectiveness\tInadequate\tGood'), undefined);
    assert.equal(pasted(`${HELP}\t${CARE}\t${LEAVERS}\nGood\tOutstanding\n`), undefined);
    assert.equal(pasted('Good\tHelp and protection\nInadequate\tCare leavers')?.text, `${RECORD}judgements:\n  ${HELP}: Good\n  ${LEAVERS}: Inadequate\n`);
  });

  for (const [from, table] of Object.entries(TABLES)) {
    it(`takes a table from ${from}`, () => {
      assert.deepEqual(pasted(table), { as: 'judgements', count: 5, text: ALL });
    });
  }

  it('gives a record that the rules find nothing wrong with', () => {
    assert.deepEqual(findingsIn(ALL).filter(({ severity }) => severity === 'error' || severity === 'warning'), []);
  });

  it('adds what is missing, and leaves the grades that are there', () => {
    assert.equal(pasted(TABLES['a page, with tabs']!, `${RECORD}judgements:\n  ${HELP}: Inadequate # so it is\n  Overall effectiveness:\n`)?.text,
      `${RECORD}judgements:\n  ${LEADERS}: Good\n  ${HELP}: Inadequate # so it is\n  ${CARE}: Outstanding\n  ${LEAVERS}: Requires improvement to be good\n  Overall effectiveness: Good\n`);
  });

  it('takes only judgements of the edition in force, and only with a grade', () => {
    assert.equal(pasted('Adoption performance\tGood'), undefined);
    assert.equal(pasted('Overall effectiveness'), undefined);
    assert.equal(pasted('Leaders have a good understanding of the service.'), undefined);
    assert.equal(pasted(TABLES['a page, with tabs']!, 'authority: Kirklees\nevent: Monitoring visit\npublished: 2018-08-01\n'), undefined);
  });

  it('adds between braces as well', () => {
    assert.equal(pasted('Leadership: Good\vOverall: Good', `${RECORD}judgements: {Overall effectiveness: Good}\n`)?.text, `${RECORD}judgements: {${LEADERS}: Good, Overall effectiveness: Good}\n`);
  });

  it('adds nothing where all is there', () => {
    assert.equal(pasted(TABLES['a page, with tabs']!, ALL), undefined);
  });
});

describe('pasting a list', () => {
  it('makes findings of it, with what they refer to', () => {
    assert.deepEqual(pasted('• The choice of homes. (outcome 4, national\n  framework)\n• How well plans are written, and short-\n  term goals.\n'), {
      as: 'findings',
      count: 2,
      text: `${RECORD}needs_improvement:\n  - text: The choice of homes.\n    national_framework: outcome 4\n  - How well plans are written, and short-term goals.\n`,
    });
    for (const list of ['1. One.\n2) Two.\n', '(a) One.\n(b) Two.\n', 'a) One.\nb) Two.', '➢ One.\n➢ Two.', '\uf0a7 One.\n\uf0d8 Two.', '✓ One.\n✔ Two.', '•\tOne.\no\tTwo.', '• One.\v• Two.', '• One.\u2028• Two.', '    ‣ One.\n    ‣ Two.']) assert.deepEqual(pasted(list)?.text, `${RECORD}needs_improvement:\n  - One.\n  - Two.\n`, list);
  });

  it('adds to a list that is there what is not in it', () => {
    assert.equal(pasted('- One.\n- Mine.', `${RECORD}needs_improvement:\n- Mine. # so it is\nsummary: Good.\n`)?.text, `${RECORD}needs_improvement:\n- Mine. # so it is\n- One.\nsummary: Good.\n`);
    assert.equal(pasted('- Mine.', `${RECORD}needs_improvement:\n  - Mine.\n`), undefined);
  });

  it('leaves a list in brackets, and a text that is no list', () => {
    assert.equal(pasted('- One.', `${RECORD}needs_improvement: [Mine.]\n`), undefined);
    assert.equal(pasted('One sentence.\n- One.'), undefined);
  });
});

describe('what a pasted text can hardly be but judgements or findings', () => {
  const certain = (text: string, isInList = false) => isCertain(text, pasted(text)!, isInList);

  for (const [from, table] of Object.entries(TABLES)) {
    it(`is a table from ${from}`, () => assert.equal(certain(table), true));
  }

  it('is a list with marks, where the cursor is in one; a list with dashes may be part of a record', () => {
    assert.equal(certain('• One.\n• Two.', true), true);
    assert.equal(certain('• One.\n• Two.'), false);
    assert.equal(certain('- One.\n- Two.', true), false);
  });

  it('is no part of a record, no single judgement, and no page of prose', () => {
    assert.equal(certain(`judgements:\n  ${HELP}: Good\n  Overall effectiveness: Good\n`), false);
    assert.equal(certain('Overall effectiveness\tGood'), false);
    assert.equal(certain(`${TABLES['a page, with tabs']!}${'Children are safe.\n'.repeat(40)}`), false);
  });
});
