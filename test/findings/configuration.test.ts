import assert from 'node:assert/strict';
import { idlePatterns, isDataFile, levelsFor, readConfiguration } from '../../server/findings/configuration';
import { rules } from '../../server/rules/registry';
import { applyEdits } from '../../server/text/edits';

const [one, two] = rules.map(({ id }) => id) as [string, string];

/** The problems of a configuration, each with the words it is about. */
function problemsOf(text: string): string[] {
  return readConfiguration(text).problems.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);
}

describe('a configuration', () => {
  it('says how grave rules are, for all files and for some', () => {
    const { configuration, problems } = readConfiguration(`# ours
rules:
  ${one}: off
  ${two}: "hint"
overrides:
  - files: archive/**
    rules: {${one}: warning}
  - files: ["*.old.yaml", archive/2019]
    rules:
      ${one}: information
ignore:
  - drafts/**
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(levelsFor(configuration, 'a.yaml'), { [one]: 'off', [two]: 'hint' });
    assert.deepEqual(levelsFor(configuration, 'archive/2018/a.yaml'), { [one]: 'warning', [two]: 'hint' });
    assert.deepEqual(levelsFor(configuration, 'archive/2019/a.yaml'), { [one]: 'information', [two]: 'hint' });
    assert.deepEqual(levelsFor(configuration, 'x/b.old.yaml'), { [one]: 'information', [two]: 'hint' });
    assert.ok(configuration.ignores('drafts/x/a.yaml'));
    assert.ok(!configuration.ignores('a.yaml'));
    assert.deepEqual(['drafts/x/a.yaml', 'a.yaml'].map(path => configuration.ignoredBy(path)), ['drafts/**', undefined]);
  });

  it('may say nothing', () => {
    for (const text of ['', '\n', '# nothing yet\n', '---\n', 'rules:\n', 'ignore: []\n', 'rules: {}\noverrides:\nignore:\n']) {
      const { configuration, problems } = readConfiguration(text);
      assert.deepEqual(problems, [], text);
      assert.deepEqual(levelsFor(configuration, 'a.yaml'), {});
      assert.ok(!configuration.ignores('a.yaml'));
    }
  });

  it('names files with further reference data, which are YAML; a pattern that none fits is told', () => {
    const text = '# ours\nframeworks: ["frameworks/*.yaml", other.yml, more]\n';
    const { configuration, problems } = readConfiguration(text);
    assert.deepEqual(problems, []);
    const paths = ['frameworks/a.yaml', 'frameworks/a.txt', 'a.yaml', 'x/other.yml', 'more/x/b.yaml', 'frameworks/x/a.yaml'];
    assert.deepEqual(paths.filter(path => isDataFile(configuration, path)), ['frameworks/a.yaml', 'x/other.yml', 'more/x/b.yaml']);
    assert.deepEqual(idlePatterns(configuration, ['frameworks/a.yaml', 'more/b.yaml']).map(({ start, end, severity }) => [text.slice(start, end), severity]), [['other.yml', 'information']]);
  });

  it('may use CRLF', () => assert.deepEqual(problemsOf(`rules:\r\n  ${one}: off\r\nignore: drafts\r\n`), []));

  const levels = 'A rule can be error, warning, information, hint or off.';
  const mistakes: [text: string, ...problems: string[]][] = [
    ['rulez: {}', "rulez: There is no setting 'rulez' here. Did you mean 'rules'?"],
    ['colour: red', "colour: There is no setting 'colour' here. There is rules, overrides, ignore or frameworks."],
    ['__proto__: {}\nconstructor: 1', "__proto__: There is no setting '__proto__' here. There is rules, overrides, ignore or frameworks.", "constructor: There is no setting 'constructor' here. There is rules, overrides, ignore or frameworks."],
    [`rules: {${one}x: off}`, `${one}x: There is no rule '${one}x'. Did you mean '${one}'?`],
    [`rules: {${one}: eror}`, `eror: ${levels} Did you mean 'error'?`],
    [`rules: {${one}: false, ${two}: [off]}`, `false: ${levels} Did you mean 'off'?`, `[off]: ${levels}`],
    [`rules: {${one}: 1, ${two}: Info}`, `1: ${levels} Did you mean 'warning'?`, `Info: ${levels} Did you mean 'information'?`],
    [`rules:\n  ${one}:\n`, `${one}: ${levels}`],
    [`rules: {${one}: off, ${one}: error}`, `${one}: '${one}' stands here twice.`],
    ['rules: off', 'off: What belongs here: rules by their names, each with a colon and its value.'],
    ['- rules', '- rules: What belongs here: rules, overrides, ignore or frameworks, each with a colon and its value.'],
    ['overrides: {files: a}', "{files: a}: A list belongs here: each entry on a line of its own, after '- '."],
    ['overrides:\n  - files: a\n', "files: a: 'rules' is missing here: what is to hold for these files."],
    ['overrides:\n  - rules: {}\n', "rules: {}: 'files' is missing here: the files that this is for."],
    ['overrides:\n  - file: a\n    rules: {}\n', "file: There is no setting 'file' here. Did you mean 'files'?"],
    ['overrides:\n  - archive\n', 'archive: What belongs here: files or rules, each with a colon and its value.'],
    ['frameworks: [a.yaml, ../b.yaml, /c.yaml, x/../../d.yaml]', ...['../b.yaml', '/c.yaml', 'x/../../d.yaml'].map(path => `${path}: Only files below this folder are read: a pattern cannot begin with '/' or lead upwards by '..'.`)],
    ['ignore: [a, {b: c}, "!d"]', '{b: c}: A pattern for paths belongs here, such as "archive/**".', "\"!d\": A pattern says which files are meant; it cannot begin with '!'."],
    ['ignore: a\n---\nignore: b\n', "---: A configuration is one document: nothing may follow after '---'."],
  ];
  for (const [text, ...problems] of mistakes) {
    it(`names the mistake in ${JSON.stringify(text)}`, () => assert.deepEqual(problemsOf(text), problems));
  }

  it('can be rid of what stands there twice', () => {
    const text = `rules:\n  ${one}: off # first\n  ${two}: off\n  ${one}: error\n`;
    const [problem] = readConfiguration(text).problems;
    assert.deepEqual(problem!.fixes!.map(({ title, edits }) => [title, applyEdits(text, edits)]), [
      ['Remove this one', `rules:\n  ${one}: off # first\n  ${two}: off\n`],
      ['Remove the first one', `rules:\n  # first\n  ${two}: off\n  ${one}: error\n`],
    ]);
  });

  it('names what cannot be read as YAML, and where', () => {
    for (const text of ['rules: "unclosed\n', 'rules:\n\tx: off\n', 'ignore: [a\n', '\0']) assert.equal(problemsOf(text).length, 1, text);
  });
});
