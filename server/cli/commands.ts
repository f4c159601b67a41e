import type { Options } from './arguments';
import { EXPORT_FORMATS, FAIL_ON, REPORT_FORMATS, SPLITS, SUMMARY_FORMATS, SUMMARY_STYLES } from './choices';
import type { Command } from './command';

const PATHS = `PATH is a file, or a folder: that stands for every NAME.inspection.yaml and NAME.inspection.yml below it,
except what the configuration ignores. Without a PATH the current folder is meant. The configuration is the
nearest inspection-records.config.yaml at or above the first PATH.`;

const STATUSES = `Exit status: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage, configuration or a file that cannot
be read, 3 the program failed.`;

const NO_COLOR: Options = { 'no-color': { help: 'no colours, whatever the terminal can show' } };

const INPUT_OPTIONS: Options = {
  'stdin-filepath': { value: 'NAME', help: 'read standard input, as a file of that name' },
  'config': { value: 'FILE', help: 'the configuration to use' },
  ...NO_COLOR,
};

const rarer = () => import('./rarer-commands');

/** By their names. What does the work is loaded when it is called for: so 'check', which others run at every turn, waits for nothing else. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  check: {
    takes: '[PATH…]',
    does: 'say what is wrong in records',
    about: `${PATHS}

With --fix files are written in their places, and what is left is told. Of standard input, the mended text goes to
standard output, and what is left to standard error.

${STATUSES}`,
    options: {
      'format': { value: 'FORMAT', choices: REPORT_FORMATS, default: 'text', help: 'how findings are written' },
      'fail-on': { value: 'SEVERITY', choices: FAIL_ON, default: 'error', help: 'what makes the exit status 1' },
      'rule': { value: 'ID=SEVERITY', repeatable: true, help: 'change how grave a rule is, or turn it off' },
      'fix': { help: 'mend first what can be mended without asking' },
      'baseline': { value: 'FILE', help: 'do not tell findings that this file knows of' },
      'write-baseline': { value: 'FILE', help: 'write all findings to this file, as known from now on' },
      'watch': { help: 'check again whenever a file changes, until Ctrl-C' },
      'quiet': { help: 'only findings that count for --fail-on; no totals, no progress' },
      ...INPUT_OPTIONS,
    },
    run: async args => (await import('./check')).check(args),
  },
  format: {
    takes: '[PATH…]',
    does: 'lay out records as everybody does',
    about: `${PATHS}

Indentation, spaces and blank lines are put right, and nothing else: every word, quotation mark and comment stays.
With --field-order fields change places too, with the comments that belong to them.
The names of files that changed go to standard output. A record with a mistake in its YAML stays as it is.

Exit status: 0 all is formatted, 1 something is not: with --check a file that would be changed, else a record or
file that cannot be; 2 wrong usage, configuration or a file that cannot be read, 3 the program failed.`,
    options: {
      'check': { help: 'change nothing; name the files that would be changed' },
      'field-order': { help: 'also put fields, and judgements, in their usual order' },
      ...INPUT_OPTIONS,
    },
    run: async args => (await rarer()).format(args),
  },
  summary: {
    takes: '[PATH…]',
    does: 'write records as people read them',
    about: `${PATHS}

A briefing is what a council puts before its scrutiny committee: the grades, what is done well, what needs to improve,
what was said and what is done about it, each with its line in the record. tsv holds the table of judgements only; json
holds all that is shown, for programs. A pdf is printed by Chrome, Chromium or Edge, where there is one.

With --journey all that the records tell of one authority becomes one page with a time line, with --overview all that
they tell becomes one: latest grades, changes, what is overdue and what lacks. svg and png are the time line as a
picture. Chrome, Chromium or Edge draws the png, and the picture in a docx, which without one holds the table only.`,
    options: {
      format: { value: 'FORMAT', choices: SUMMARY_FORMATS, default: 'text', help: 'how records are written' },
      journey: { value: 'AUTHORITY', help: 'the story of one authority: a name, another name of it or a code' },
      overview: { help: 'all records on one page' },
      style: { value: 'STYLE', choices: SUMMARY_STYLES, default: 'record', help: 'what is told of them' },
      output: { value: 'FILE', help: 'write to a file instead of standard output' },
      force: { help: 'write over that file, where it is there already' },
      ...INPUT_OPTIONS,
    },
    run: async args => (await rarer()).summary(args),
  },
  export: {
    takes: '[PATH…]',
    does: 'write records as a table',
    about: `${PATHS}

One row for each record. The columns are the same whatever the records hold: path, record (its number in the file) and
framework (the edition in force); each field of the format by its name, with fieldwork_start and fieldwork_end in the
place of fieldwork; each judgement by its id, with its grade; judgement_details, judgement_names, other_judgements and
other_fields for what else there is. Lists are lists; in csv, their JSON. In csv, what a spreadsheet would take for a
formula begins with an apostrophe.

Exit status: 0 all is written, 1 a record or a part of one could not be read, 2 wrong usage, configuration or a file
that cannot be read, 3 the program failed.`,
    options: {
      format: { value: 'FORMAT', choices: EXPORT_FORMATS, default: 'csv', help: 'how the table is written' },
      bom: { help: 'begin csv with a byte order mark, for spreadsheets that want one' },
      ...INPUT_OPTIONS,
    },
    run: async args => (await rarer()).exportRecords(args),
  },
  import: {
    takes: 'FILE…',
    does: 'make records of reports and tables',
    about: `FILE is a report or letter (PDF), a table (ODS, XLSX or CSV), or what 'export' has written (CSV or JSON): what it is,
it says itself, whatever its name. Tables are recognised by their headings, in any order; columns that are not known
are named and left out.

Only what a source says is filled in. Where something is not certain, a comment '# check:' says why. What several
sources say of one inspection becomes one record.

Records go to standard output, or to the file of --output. A file that is there already is never written over. With
--merge what is missing is added to the records of a folder; what differs stays as it is there, is noted under its
sources, and is told.

Exit status: 0 all is imported, 1 sources contradict each other or the records, or a file could not be written,
2 wrong usage, or a file that cannot be read, 3 the program failed.`,
    options: {
      output: { value: 'FILE', help: 'write to a file instead of standard output; with --split, to a folder' },
      split: { value: 'BY', choices: SPLITS, help: 'write a file for each' },
      merge: { value: 'FOLDER', help: 'add to the records of a folder what they lack' },
      evidence: { help: 'say in comments where each value was read' },
      event: { value: 'NAME', help: 'what all rows are about, where a table does not say it' },
      config: INPUT_OPTIONS.config!,
      'no-color': INPUT_OPTIONS['no-color']!,
    },
    run: async args => (await rarer()).importRecords(args),
  },
  explain: {
    takes: '[RULE]',
    does: 'say what a rule is about, or list all rules',
    about: 'RULE is the name that stands beside a finding. Shown is the page of docs/rules that findings link to.',
    options: NO_COLOR,
    run: async args => (await rarer()).explain(args),
  },
  schema: {
    takes: '',
    does: 'write the JSON Schema of a record',
    about: 'For other programs that check or complete YAML.',
    options: {},
    run: async args => (await rarer()).schema(args),
  },
  new: {
    takes: '',
    does: 'write a record to fill in',
    about: `It goes to standard output, with a line for all that such a record has: down to the judgements of the framework in
force on the first day.`,
    options: {
      authority: { value: 'NAME', help: 'who was inspected: a name, another name of it or a code' },
      event: { value: 'NAME', help: 'the kind of inspection or visit' },
      start: { value: 'DATE', help: 'the first day of fieldwork' },
    },
    run: async args => (await rarer()).newSkeleton(args),
  },
  completion: {
    takes: 'SHELL',
    does: 'write what makes a shell complete commands and options',
    about: 'SHELL is bash, zsh or fish. The first lines of what is written say where to put it.',
    options: {},
    run: async args => (await rarer()).completion(args, COMMANDS),
  },
  lsp: {
    takes: '--stdio',
    does: 'run the language server, for editors',
    about: 'The editor starts it, and speaks with it over standard input and output.',
    options: { stdio: { help: 'over standard input and output' } },
    run: async args => (await import('./lsp')).lsp(args),
  },
};
