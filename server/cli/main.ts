#!/usr/bin/env node
import { version } from '../../package.json';
import { didYouMean } from '../text/did-you-mean';
import { visibleLines } from '../text/visible';
import { readArguments } from './arguments';
import { COMMANDS } from './commands';
import { helpOn, helpOnAll } from './help';
import { STATUS, type Status } from './status';
import { describeSystemError } from './system-error';
import { print, say } from './terminal';
import { UsageError } from './usage-error';

async function main([name, ...rest]: readonly string[]): Promise<Status> {
  if (name === '--version') {
    await print(`${version}\n`);
    return STATUS.clean;
  }
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    await print(helpOnAll());
    return STATUS.clean;
  }
  if (name === 'help') return main([rest[0]!, '--help']);
  if (name === undefined) throw new UsageError(helpOnAll());
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(noSuchCommand(name));
  const args = readArguments(name, rest, command.options);
  if (args.has('help')) {
    await print(helpOn(name, command));
    return STATUS.clean;
  }
  return command.run(args);
}

function noSuchCommand(name: string): string {
  if (name.startsWith('-')) return `A command comes first: inspection-records COMMAND ${name}. The commands are ${Object.keys(COMMANDS).join(', ')}.`;
  const meant = didYouMean(name, Object.keys(COMMANDS));
  const hint = meant || (/[./\\]/.test(name) ? ` To check a file: inspection-records check ${name}` : ` The commands are ${Object.keys(COMMANDS).join(', ')}.`);
  return `There is no command '${name}'.${hint}`;
}

/** Output that cannot be written ends the program. Whoever reads it may have seen enough: that is no failure. */
function endWithoutOutput(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(STATUS.clean);
  const meaning = describeSystemError(error, 'write');
  if (!meaning) throw error;
  say(`The output could not be written: ${meaning}.`);
  process.exit(STATUS.failed);
}

/** Tells of a failure: to a user what to mend, of our own faults how to report them. Programs are told by the exit status. */
function statusOfFailure(error: unknown): Status {
  if (error instanceof UsageError) {
    say(error.message.trimEnd());
    return STATUS.usage;
  }
  const message = error instanceof Error ? error.message : String(error);
  say(`inspection-records ${version} has failed: ${visibleLines(message)}`);
  say('This is a fault of the program, not of your records. Please report it with the command and, if you can, the file.');
  if (process.env.INSPECTION_RECORDS_DEBUG) say(error instanceof Error ? error.stack ?? '' : '');
  else say('INSPECTION_RECORDS_DEBUG=1 in the environment makes it say where it happened.');
  return STATUS.failed;
}

process.stdout.on('error', endWithoutOutput);
process.stderr.on('error', endWithoutOutput);
process.once('uncaughtException', error => process.exit(statusOfFailure(error)));
void main(process.argv.slice(2)).catch(statusOfFailure).then(status => { process.exitCode = status; });
