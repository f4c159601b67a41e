import { LEVELS } from '../findings/severities';
import { rules } from '../rules/registry';
import { alternatives, didYouMean } from '../text/did-you-mean';
import { COMMON_OPTIONS, type Arguments } from './arguments';
import { SHELLS } from './choices';
import type { Command } from './command';
import { bashScript } from './completion/bash';
import { fishScript } from './completion/fish';
import type { CompletedCommand, Values } from './completion/model';
import { zshScript } from './completion/zsh';
import { STATUS, type Status } from './status';
import { print } from './terminal';
import { UsageError } from './usage-error';

/** Scripts by the name of their shell. */
const SCRIPTS: Readonly<Record<(typeof SHELLS)[number], (commands: readonly CompletedCommand[]) => string>> = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** What the words in capitals of the help stand for, as far as a shell can know. */
const PLACEHOLDERS: Readonly<Record<string, Values>> = {
  PATH: 'files',
  FILE: 'files',
  RULE: rules.map(({ id }) => id),
  'ID=SEVERITY': rules.flatMap(({ id }) => LEVELS.map(level => `${id}=${level}`)),
  SHELL: SHELLS,
};

/** Writes the script that makes a shell complete the commands and options of the program. */
export async function completion({ positionals: [shell, ...more] }: Arguments, commands: Readonly<Record<string, Command>>): Promise<Status> {
  const script = shell !== undefined && Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell as keyof typeof SCRIPTS] : undefined;
  if (!script || more.length > 0) throw new UsageError(`'completion' takes ${alternatives(SHELLS)}.${shell === undefined || script ? '' : didYouMean(shell, SHELLS)}`);
  await print(script(Object.entries(commands).map(([name, command]) => completed(name, command))));
  return STATUS.clean;
}

function completed(name: string, { does, takes, options }: Command): CompletedCommand {
  return {
    name, does, takes,
    positionals: valuesFor(takes),
    options: Object.entries({ ...options, ...COMMON_OPTIONS }).map(([option, { help, value, choices, repeatable }]) => ({
      name: option, help, value, values: choices ?? (value === undefined ? undefined : valuesFor(value)), isRepeatable: repeatable === true,
    })),
  };
}

function valuesFor(placeholder: string): Values | undefined {
  return PLACEHOLDERS[placeholder.replace(/[[\]…]/g, '')];
}
