import { recordSchema } from '../reference/record-schema';
import { STATUS, type Status } from './status';
import { print } from './terminal';

export async function schema(): Promise<Status> {
  await print(`${JSON.stringify(recordSchema, null, 2)}\n`);
  return STATUS.clean;
}
