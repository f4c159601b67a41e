import type { Reader } from '../reference/reader';
import type { RuleContext } from '../rules/rule';
import { Checker } from './checker';
import { levelsFor, type Configuration } from './configuration';
import type { Levels } from './severities';

/** Checkers by what a configuration says of a path: files for which the same holds share one. */
export class Checkers {
  /** The one of every path, where the configuration says the same of all. */
  readonly ofAll: Checker | undefined;
  private readonly byLevels = new Map<string, Checker>();

  /** @param last levels that win over the configuration */
  constructor(private readonly reader: Reader, private readonly context: RuleContext, private readonly configuration: Configuration, private readonly last: Levels = {}) {
    this.ofAll = configuration.overrides.length ? undefined : this.withLevels(configuration.levels);
  }

  /** @param path relative to the folder of the configuration, with `/` */
  for(path: string): Checker {
    return this.ofAll ?? this.withLevels(levelsFor(this.configuration, path));
  }

  private withLevels(configured: Levels): Checker {
    const levels = { ...configured, ...this.last };
    const key = JSON.stringify(levels);
    let checker = this.byLevels.get(key);
    if (!checker) this.byLevels.set(key, (checker = new Checker(this.reader.reference, this.context, levels, this.reader)));
    return checker;
  }
}
