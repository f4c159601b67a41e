import { Checkers } from '../findings/checkers';
import type { Checker } from '../findings/checker';
import { CONFIGURATION_FILE, NO_CONFIGURATION, readConfiguration, type Configuration } from '../findings/configuration';
import type { CalendarDate } from '../reference/calendar';
import type { Reader } from '../reference/reader';

/** Which configuration holds for which file: the nearest at or above it. A configuration counts as it stands on disk, so after saving. */
export class Configurations {
  private readonly byFolder = new Map<string, Configuration>();
  private checkers = new Map<Configuration, Checkers>();
  private today: Required<CalendarDate>;

  constructor(private readonly reader: Reader, private readonly askToday: () => Required<CalendarDate>) {
    this.today = askToday();
  }

  /** Takes a configuration over, or forgets it where its file is gone; says whether the address is that of one. */
  update(uri: string, text: string | undefined): boolean {
    if (!isConfiguration(uri)) return false;
    const folder = uri.slice(0, -CONFIGURATION_FILE.length);
    if (text === undefined) this.byFolder.delete(folder);
    else this.byFolder.set(folder, readConfiguration(text).configuration);
    return true;
  }

  /** The checker for a file: another one when the day or its configuration changes. */
  checkerFor(uri: string): Checker {
    const today = this.askToday();
    if (today.day !== this.today.day || today.month !== this.today.month) {
      this.today = today;
      this.checkers = new Map();
    }
    const { configuration, path } = this.of(uri);
    let checkers = this.checkers.get(configuration);
    if (!checkers) this.checkers.set(configuration, (checkers = new Checkers(this.reader, { today }, configuration)));
    return checkers.for(path);
  }

  ignores(uri: string): boolean {
    const { configuration, path } = this.of(uri);
    return configuration.ignores(path);
  }

  private of(uri: string): { configuration: Configuration; path: string } {
    for (let end = uri.lastIndexOf('/'); end >= 0; end = uri.lastIndexOf('/', end - 1)) {
      const configuration = this.byFolder.get(uri.slice(0, end + 1));
      if (configuration) return { configuration, path: decodeURIComponent(uri.slice(end + 1)) };
    }
    return { configuration: NO_CONFIGURATION, path: '' };
  }
}

export function isConfiguration(uri: string): boolean {
  return uri.endsWith(`/${CONFIGURATION_FILE}`);
}
