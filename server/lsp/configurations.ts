import { Checkers } from '../findings/checkers';
import type { Checker } from '../findings/checker';
import { CONFIGURATION_FILE, isDataFile, NO_CONFIGURATION, readConfiguration, type Configuration } from '../findings/configuration';
import { readPacks, type PackFile, type PackProblem } from '../findings/packs';
import type { CalendarDate } from '../reference/calendar';
import { Reader } from '../reference/reader';
import { createReference } from '../reference/reference';
import { decoded } from './address';
import { isRecordFile } from './host';

/** A configuration, and what follows from it and from the files of reference data that it names. */
interface Configured {
  text: string;
  configuration: Configuration;
  /** What records are read by; another one when reference data changes. */
  reader?: Reader;
  /** The files that the reader knows. */
  files?: readonly PackFile[];
}

/** A configuration as it was saved, with the files that it names by their addresses and by their paths. */
export interface SavedConfiguration {
  text: string;
  configuration: Configuration;
  data: readonly { uri: string; path: string; text: string }[];
}

interface ForFile {
  checker: Checker;
  isIgnored: boolean;
}

/** Which configuration holds for which file: the nearest at or above it. A configuration, and what it names, counts as it stands on disk, so after saving. */
export class Configurations {
  private readonly byFolder = new Map<string, Configured>();
  /** The texts of files with reference data. */
  private readonly data = new Map<string, string>();
  private checkers = new WeakMap<Configuration, Checkers>();
  /** What was found out for each file; until a configuration changes. */
  private readonly byFile = new Map<string, ForFile>();
  private readonly problems = new Map<string, { version: number; text: string; found: readonly PackProblem[] }>();
  private today: Required<CalendarDate>;
  /** A greater number after every change. */
  version = 0;

  /** @param reader what records are read by where nothing is added to the reference data that is built in */
  constructor(private readonly reader: Reader, private readonly askToday: () => Required<CalendarDate>) {
    this.today = askToday();
  }

  /** Takes a configuration over, or forgets it where its file is gone (`text` is undefined); whether that changes anything. */
  update(uri: string, text: string | undefined): boolean {
    const folder = folderOf(uri);
    const known = this.byFolder.get(folder);
    if (known?.text === text) return false;
    this.byFile.clear();
    this.version++;
    if (text === undefined) this.byFolder.delete(folder);
    // Reference data that is the same as before stays, with all that was read by it.
    else this.byFolder.set(folder, { reader: known?.reader, files: known?.files, text, configuration: readConfiguration(text).configuration });
    // Nobody tells what becomes of a file that is named no more: it is read anew when it is named again.
    for (const name of this.data.keys()) if (!this.isData(name)) this.data.delete(name);
    return true;
  }

  /** The same for a file with reference data. */
  updateData(uri: string, text: string | undefined): boolean {
    if (this.data.get(uri) === text) return false;
    if (text === undefined) this.data.delete(uri);
    else this.data.set(uri, text);
    const named = this.namedBy(uri);
    if (named.length) this.byFile.clear();
    this.version++;
    for (const [, { configuration }] of named) this.checkers.delete(configuration);
    return named.length > 0;
  }

  /** The addresses of all configurations. */
  get uris(): string[] {
    return [...this.byFolder.keys()].map(folder => folder + CONFIGURATION_FILE);
  }

  /** The addresses of the files with reference data whose texts are known. */
  get dataUris(): string[] {
    return [...this.data.keys()];
  }

  /** A configuration or reference data, as it was saved; undefined where it is neither, or is reference data no more. */
  textOf(uri: string): string | undefined {
    if (isConfiguration(uri)) return this.byFolder.get(folderOf(uri))?.text;
    return this.isData(uri) ? this.data.get(uri) : undefined;
  }

  /** Whether a configuration at or above a file names it as one with reference data. */
  isData(uri: string): boolean {
    return this.namedBy(uri).length > 0;
  }

  /** The mistakes in a file with reference data, if it had this text; in order of place. */
  dataProblems(uri: string, text: string): readonly PackProblem[] {
    const { version } = this;
    let known = this.problems.get(uri);
    if (known?.version !== version || known.text !== text) {
      // More than one configuration may name a file.
      const found = new Map(this.namedBy(uri).flatMap(named => this.problemsAmong(named, uri, text)).map(problem => [JSON.stringify(problem), problem]));
      this.problems.set(uri, (known = { version, text, found: [...found.values()].sort((a, b) => a.start - b.start) }));
    }
    return known.found;
  }

  /** A configuration as it was saved, and the files with reference data that it names. */
  saved(uri: string): SavedConfiguration | undefined {
    const folder = folderOf(uri);
    const configured = this.byFolder.get(folder);
    return configured && { text: configured.text, configuration: configured.configuration, data: this.filesOf(folder, configured).map(({ name, text }) => ({ uri: name, path: pathIn(folder, name), text })) };
  }

  /** What the records of a file are read by. */
  readerFor(uri: string): Reader {
    return this.forFile(uri).checker.reader;
  }

  /** The checker for a file: another one when the day, its configuration or its reference data changes. */
  checkerFor(uri: string): Checker {
    const today = this.askToday();
    if (today.day !== this.today.day || today.month !== this.today.month) {
      this.today = today;
      this.checkers = new WeakMap();
      this.byFile.clear();
    }
    return this.forFile(uri).checker;
  }

  ignores(uri: string): boolean {
    return this.forFile(uri).isIgnored;
  }

  /** The configuration by which a file is ignored, with the pattern that it fits; undefined where it is not. */
  ignoredBy(uri: string): { configuration: string; pattern: string } | undefined {
    const [folder, configured] = this.above(uri)[0] ?? [];
    const pattern = folder === undefined ? undefined : configured?.configuration.ignoredBy(pathIn(folder, uri));
    return pattern === undefined ? undefined : { configuration: folder + CONFIGURATION_FILE, pattern };
  }

  private forFile(uri: string): ForFile {
    let known = this.byFile.get(uri);
    if (!known) {
      const [folder, configured] = this.above(uri)[0] ?? [];
      const configuration = configured?.configuration ?? NO_CONFIGURATION;
      let checkers = this.checkers.get(configuration);
      if (!checkers) this.checkers.set(configuration, (checkers = new Checkers(configured ? this.readerOf(folder!, configured) : this.reader, { today: this.today }, configuration)));
      const path = folder === undefined ? '' : pathIn(folder, uri);
      this.byFile.set(uri, (known = { checker: checkers.for(path), isIgnored: configuration.ignores(path) }));
    }
    return known;
  }

  private readerOf(folder: string, configured: Configured): Reader {
    const files = this.filesOf(folder, configured);
    const isKnown = configured.files?.length === files.length && files.every(({ name, text }, i) => configured.files![i]!.name === name && configured.files![i]!.text === text);
    if (!isKnown || !configured.reader) {
      configured.files = files;
      configured.reader = files.length ? new Reader(createReference(readPacks(files, this.reader.reference.data).data)) : this.reader;
    }
    return configured.reader;
  }

  private filesOf(folder: string, { configuration }: Configured): PackFile[] {
    return [...this.data].flatMap(([name, text]) => (isNamed(configuration, folder, name) ? [{ name, text }] : [])).sort(byName);
  }

  /** What is wrong with a file among the others that a configuration names. */
  private problemsAmong([folder, configured]: [string, Configured], uri: string, text: string): PackProblem[] {
    const others = this.filesOf(folder, configured).filter(({ name }) => name !== uri);
    return readPacks([...others, { name: uri, text }].sort(byName), this.reader.reference.data).problems.filter(({ file }) => file === uri);
  }

  private namedBy(uri: string): [string, Configured][] {
    return this.above(uri).filter(([folder, { configuration }]) => isNamed(configuration, folder, uri));
  }

  /** The configurations at or above a file, the nearest first. */
  private above(uri: string): [string, Configured][] {
    const found: [string, Configured][] = [];
    for (let end = uri.lastIndexOf('/'); end > 0; end = uri.lastIndexOf('/', end - 1)) {
      const folder = uri.slice(0, end + 1);
      const known = this.byFolder.get(folder);
      if (known) found.push([folder, known]);
    }
    return found;
  }
}

/** Tells which files a configuration at this address, with this text, names as reference data; undefined where it names none. */
export function dataNamedBy(uri: string, text: string): ((file: string) => boolean) | undefined {
  const { configuration } = readConfiguration(text);
  const folder = folderOf(uri);
  return configuration.frameworks.length ? file => isNamed(configuration, folder, file) : undefined;
}

export function isConfiguration(uri: string): boolean {
  return uri.endsWith(`/${CONFIGURATION_FILE}`);
}

/** Records and configurations are never reference data, whatever a pattern fits. */
function isNamed(configuration: Configuration, folder: string, uri: string): boolean {
  return uri.startsWith(folder) && !isRecordFile(uri) && !isConfiguration(uri) && isDataFile(configuration, pathIn(folder, uri));
}

/** The folder of a configuration, with `/` at its end. */
function folderOf(uri: string): string {
  return uri.slice(0, -CONFIGURATION_FILE.length);
}

function pathIn(folder: string, uri: string): string {
  return decoded(uri.slice(folder.length));
}

function byName(a: PackFile, b: PackFile): number {
  return a.name < b.name ? -1 : 1;
}
