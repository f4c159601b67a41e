import { isEmpty, type Node, type Pair, type ScalarNode } from '../records/node';
import type { RecordText } from '../records/read';
import { RecordStream } from '../records/stream';
import { removeField } from '../rules/form/removing';
import { yamlSyntax } from '../rules/form/yaml-syntax';
import { rules } from '../rules/registry';
import { replacement, type Fix, type Severity } from '../rules/rule';
import { alternatives } from '../text/did-you-mean';
import { quote } from '../text/quote';
import type { Span } from '../text/span';
import { nearest } from '../text/spelling';
import { isManageable, pathMatcher, type PathMatcher } from './path-matcher';
import { OVERRIDE_SETTINGS, SETTINGS, type Setting } from './settings';
import { isLevel, isRule, LEVELS, LEVELS_ELSEWHERE, type Level, type Levels } from './severities';

/** The name of the file that a workspace is configured by. */
export const CONFIGURATION_FILE = 'inspection-records.config.yaml';

/** What a workspace says about how it is to be checked. Paths are relative to the folder of the configuration, with `/`. */
export interface Configuration {
  levels: Levels;
  overrides: readonly { files: PathMatcher; levels: Levels }[];
  ignores: PathMatcher;
  /** The pattern by which a path is ignored; undefined where it is not. */
  ignoredBy(path: string): string | undefined;
  /** Files with further reference data. */
  frameworks: readonly DataFiles[];
}

/** A pattern for files with reference data; its place is by offsets in the text of the configuration. */
export interface DataFiles extends Span {
  fits: PathMatcher;
}

export const NO_CONFIGURATION: Configuration = { levels: {}, overrides: [], ignores: () => false, ignoredBy: () => undefined, frameworks: [] };

/** A mistake in a configuration, or something that its author should know, by offsets in its text. */
export interface ConfigurationProblem extends Span {
  severity: Extract<Severity, 'error' | 'information'>;
  message: string;
  /** What mends it, likeliest first; edits by offsets in the text of the configuration. */
  fixes?: readonly Fix[];
}

/** Reads a configuration. Never throws: what cannot be understood is a problem, and the rest counts. */
export function readConfiguration(text: string): { configuration: Configuration; problems: ConfigurationProblem[] } {
  const stream = RecordStream.of(text);
  const [first, second] = stream.records;
  if (!first) return { configuration: NO_CONFIGURATION, problems: [] };
  const { record, text: written } = first.slice;
  const offset = stream.offsets[first.index]!;
  const reader = new Reader(record);
  const configuration = record.root ? reader.configuration(record.root) : NO_CONFIGURATION;
  // Where the YAML cannot be read, nothing else that seems wrong can be relied on.
  const found = record.faults.length > 0 ? [...yamlSyntax.checkText(record, written)].map(fault => ({ ...fault, severity: 'error' as const })) : reader.problems;
  const problems = found.map(({ start, end, severity, message, fixes }): ConfigurationProblem => ({
    start: start + offset, end: end + offset, severity, message,
    ...(fixes?.length && { fixes: fixes.map(fix => ({ ...fix, edits: fix.edits.map(edit => ({ ...edit, start: edit.start + offset, end: edit.end + offset })) })) }),
  }));
  const frameworks = configuration.frameworks.map(({ start, end, fits }) => ({ start: start + offset, end: end + offset, fits }));
  if (second) {
    const start = stream.offsets[second.index]!;
    problems.push({ start, end: start + 3, severity: 'error', message: "A configuration is one document: nothing may follow after '---'." });
  }
  return { configuration: { ...configuration, frameworks }, problems: problems.sort((a, b) => a.start - b.start) };
}

/** Whether a configuration names a file as one with reference data. Records and configurations are told apart before. */
export function isDataFile({ frameworks }: Configuration, path: string): boolean {
  return /\.ya?ml$/i.test(path) && frameworks.some(({ fits }) => fits(path));
}

/** Patterns for reference data that no file fits. */
export function idlePatterns({ frameworks }: Configuration, paths: readonly string[]): ConfigurationProblem[] {
  const idle = frameworks.filter(({ fits }) => !paths.some(fits));
  return idle.map(({ start, end }) => ({ start, end, severity: 'information', message: 'No YAML file below this folder fits this pattern: nothing is read by it.' }));
}

/** The levels for a file of the workspace; of several overrides that match, the last one decides. */
export function levelsFor({ levels, overrides }: Configuration, path: string): Levels {
  return Object.assign({}, levels, ...overrides.filter(({ files }) => files(path)).map(override => override.levels));
}

/** How each setting of a mapping is read. */
type Readers<S extends readonly Setting[]> = Record<S[number]['name'], (value: Node) => void>;

class Reader {
  readonly problems: ConfigurationProblem[] = [];

  constructor(private readonly record: RecordText) {}

  configuration(root: Node): Configuration {
    let levels: Levels = {};
    const overrides: { files: PathMatcher; levels: Levels }[] = [];
    let ignore: string[] = [];
    let frameworks: DataFiles[] = [];
    this.settings(root, SETTINGS, {
      rules: value => (levels = this.levels(value)),
      overrides: value => this.list(value, item => overrides.push(this.override(item))),
      ignore: value => (ignore = this.globs(value)),
      frameworks: value => (frameworks = this.dataFiles(value)),
    });
    return { levels, overrides, ignores: pathMatcher(ignore), ignoredBy: path => ignore.find(pattern => pathMatcher([pattern])(path)), frameworks };
  }

  private override(item: Node): Configuration['overrides'][number] {
    let files: string[] = [];
    let levels: Levels = {};
    this.settings(item, OVERRIDE_SETTINGS, { files: value => (files = this.globs(value)), rules: value => (levels = this.levels(value)) });
    return { files: pathMatcher(files), levels };
  }

  private levels(value: Node): Levels {
    const levels: Record<string, Level> = {};
    for (const { key, value: level } of this.pairs(value, 'rules by their names')) {
      const written = level.kind === 'scalar' ? level.text : '';
      if (!isRule(key.text)) this.say(key, `There is no rule ${quote(key.text)}.`, meant(key.text, rules.map(rule => rule.id)));
      else if (isEmpty(level)) this.say(key, `A rule can be ${alternatives(LEVELS)}.`);
      else if (!isLevel(written)) this.say(level, `A rule can be ${alternatives(LEVELS)}.`, LEVELS_ELSEWHERE.get(written.toLowerCase()) ?? meant(written, LEVELS));
      else levels[key.text] = written;
    }
    return levels;
  }

  /** Nothing outside the folder of the configuration is read. */
  private dataFiles(value: Node): DataFiles[] {
    return this.patterns(value).flatMap(node => {
      const leadsOut = /^([/\\~]|[a-z]:)/i.test(node.text) || node.text.split(/[/\\]/).includes('..');
      if (leadsOut) this.say(node, "Only files below this folder are read: a pattern cannot begin with '/' or lead upwards by '..'.");
      return leadsOut ? [] : [{ start: node.start, end: node.end, fits: pathMatcher([node.text]) }];
    });
  }

  private globs(value: Node): string[] {
    return this.patterns(value).map(({ text }) => text);
  }

  /** One pattern or a list of them. */
  private patterns(value: Node): ScalarNode[] {
    return (value.kind === 'list' ? value.items : [value]).filter((item): item is ScalarNode => {
      if (item.kind !== 'scalar' || isEmpty(item)) this.say(item, 'A pattern for paths belongs here, such as "archive/**".');
      else if (item.text.startsWith('!')) this.say(item, "A pattern says which files are meant; it cannot begin with '!'.");
      else if (!isManageable(item.text)) this.say(item, "This pattern takes too long to try: it may hold no more than three '*' beside those that stand alone, three '**', and 500 characters.");
      else return true;
      return false;
    });
  }

  /** Reads each setting of a mapping, and says which are missing: not of one that is there but misspelt, which is said already. */
  private settings<S extends readonly Setting[]>(node: Node, settings: S, readers: Readers<S>): void {
    const names = settings.map(({ name }) => name);
    const pairs = this.pairs(node, alternatives(names));
    for (const { key, value } of pairs) {
      const setting = settings.find(({ name }) => name === key.text);
      if (!setting) this.noSetting(key, names);
      else if (!isEmpty(value)) readers[setting.name as S[number]['name']](value);
    }
    if (node.kind !== 'map') return;
    const there = pairs.flatMap(({ key }) => names.includes(key.text) ? key.text : meant(key.text, names) ?? []);
    for (const { name, missing } of settings) if (missing && !there.includes(name)) this.say(node, missing);
  }

  private noSetting(key: ScalarNode, names: readonly string[]): void {
    const best = meant(key.text, names);
    this.say(key, `There is no setting ${quote(key.text)} here.${best === undefined ? ` There is ${alternatives(names)}.` : ''}`, best);
  }

  private list(node: Node, read: (item: Node) => void): void {
    if (node.kind === 'list') node.items.forEach(read);
    else this.say(node, "A list belongs here: each entry on a line of its own, after '- '.");
  }

  private pairs(node: Node, what: string): readonly Pair[] {
    if (node.kind !== 'map') {
      this.say(node, `What belongs here: ${what}, each with a colon and its value.`);
      return [];
    }
    const seen = new Map<string, Pair>();
    for (const pair of node.pairs) {
      const first = seen.get(pair.key.text);
      if (first) this.tell(pair.key, `${quote(pair.key.text)} stands here twice.`, [...removeField(this.record, node, pair, 'Remove this one'), ...removeField(this.record, node, first, 'Remove the first one')]);
      else seen.set(pair.key.text, pair);
    }
    return node.pairs;
  }

  /** @param instead what is clearly meant by the words at fault */
  private say(words: Span, message: string, instead?: string): void {
    if (instead === undefined) this.tell(words, message);
    else this.tell(words, `${message} Did you mean '${instead}'?`, [replacement(words, instead)]);
  }

  /** A problem is shown on the first line of what it is about, and is never of no length where there is any text. */
  private tell({ start, end }: Span, message: string, fixes: readonly Fix[] = []): void {
    const line = /^[^\n\r]*/.exec(this.record.text.slice(start, end))![0];
    this.problems.push({ start, end: start + line.trimEnd().length, severity: 'error', message, ...(fixes.length && { fixes }) });
  }
}

/** The name that a misspelt one is nearest to. */
function meant(written: string, names: readonly string[]): string | undefined {
  return nearest(written, names, name => name, 1)[0];
}
