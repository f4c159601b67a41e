import { Checkers } from '../findings/checkers';
import type { Checker } from '../findings/checker';
import { CONFIGURATION_FILE, NO_CONFIGURATION, readConfiguration, type Configuration } from '../findings/configuration';
import type { CalendarDate } from '../reference/calendar';
import type { Reader } from '../reference/reader';

/** Which configuration holds for which file: the nearest at or above it. A configuration counts as it stands on disk, so after saving. */
export class Configurations {
  private readonly byFolder = new Map<string, { text: string; configuration: Configuration }>();
  private checkers = new WeakMap<Configuration, Checkers>();
  /** What was found out for each file; until a configuration changes. */
  private readonly byFile = new Map<string, { checker: Checker; isIgnored: boolean }>();
  private today: Required<CalendarDate>;

  constructor(private readonly reader: Reader, private readonly askToday: () => Required<CalendarDate>) {
    this.today = askToday();
  }

  /** Takes a configuration over, or forgets it where its file is gone (`text` is undefined); whether that changes anything. */
  update(uri: string, text: string | undefined): boolean {
    const folder = uri.slice(0, -CONFIGURATION_FILE.length);
    if (this.byFolder.get(folder)?.text === text) return false;
    this.byFile.clear();
    if (text === undefined) this.byFolder.delete(folder);
    else this.byFolder.set(folder, { text, configuration: readConfiguration(text).configuration });
    return true;
  }

  /** The addresses of all configurations. */
  get uris(): string[] {
    return [...this.byFolder.keys()].map(folder => folder + CONFIGURATION_FILE);
  }

  /** The checker for a file: another one when the day or its configuration changes. */
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

  private forFile(uri: string): { checker: Checker; isIgnored: boolean } {
    let known = this.byFile.get(uri);
    if (!known) {
      const { configuration, path } = this.of(uri);
      let checkers = this.checkers.get(configuration);
      if (!checkers) this.checkers.set(configuration, (checkers = new Checkers(this.reader, { today: this.today }, configuration)));
      this.byFile.set(uri, (known = { checker: checkers.for(path), isIgnored: configuration.ignores(path) }));
    }
    return known;
  }

  private of(uri: string): { configuration: Configuration; path: string } {
    for (let end = uri.lastIndexOf('/'); end > 0; end = uri.lastIndexOf('/', end - 1)) {
      const known = this.byFolder.get(uri.slice(0, end + 1));
      if (known) return { configuration: known.configuration, path: decodeURIComponent(uri.slice(end + 1)) };
    }
    return { configuration: NO_CONFIGURATION, path: '' };
  }
}

export function isConfiguration(uri: string): boolean {
  return uri.endsWith(`/${CONFIGURATION_FILE}`);
}
