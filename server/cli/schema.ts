import { recordSchema } from '../reference/record-schema';
import type { Arguments } from './arguments';
import { STATUS, type Status } from './status';
import { print } from './terminal';
import { UsageError } from './usage-error';

export async function schema({ positionals: [extra] }: Arguments): Promise<Status> {
  if (extra !== undefined) throw new UsageError(`'schema' takes no '${extra}'.`);
  await print(`${JSON.stringify(recordSchema, null, 2)}\n`);
  return STATUS.clean;
}
