import { leaveGaps } from '../features/gaps';
import { newRecord, type Subject } from '../features/new-record';
import { Checker } from '../findings/checker';
import { today } from '../lsp/today';
import { createReference } from '../reference/reference';
import { visible } from '../text/visible';
import type { Arguments } from './arguments';
import { loadConfiguration } from './load-configuration';
import { STATUS, type Status } from './status';
import { paintFor, printData, say } from './terminal';
import { UsageError } from './usage-error';

const NEEDED = ['authority', 'event', 'start'] as const satisfies readonly (keyof Subject)[];

/** Writes a record to fill in. What cannot be understood, or cannot have been, is wrong usage; what is merely odd is told beside it. */
export async function newSkeleton(args: Arguments): Promise<Status> {
  if (args.positionals.length > 0) throw new UsageError(`'new' takes no '${args.positionals[0]}'. A name of several words stands in quotation marks.`);
  const missing = NEEDED.filter(name => !args.has(name));
  if (missing.length > 0) throw new UsageError(`'new' needs ${missing.map(name => `--${name}`).join(' and ')}: 'inspection-records new --help' says more.`);
  const [authority, event, start] = NEEDED.map(name => args.value(name)!);
  const { data } = loadConfiguration('.', undefined, paintFor(process.stderr, { noColor: args.has('no-color') }));
  const { text, doubts } = newRecord({ authority: authority!, event: event!, start: start! }, new Checker(createReference(data), { today: today() }));
  const errors = doubts.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new UsageError(errors.map(({ message }) => message).join('\n'));
  for (const { message, severity } of doubts) if (severity === 'warning') say(visible(message));
  await printData(leaveGaps(text));
  return STATUS.clean;
}
