import path from 'node:path';
import { CONFIGURATION_FILE } from '../findings/configuration';
import type { Levels } from '../findings/severities';
import { count } from '../text/words';
import type { Arguments } from './arguments';
import { FolderWatch } from './folder-watch';
import { openInputs, type Inputs } from './inputs';
import { Progress } from './progress';
import { STATUS, type Status } from './status';
import { tell, toldBy } from './tell';
import { say } from './terminal';
import { UsageError } from './usage-error';
import { WatchedRecords } from './watched-records';

const CLEAR_SCREEN = '\x1b[2J\x1b[3J\x1b[H';

/** Checks again whenever something changes, until it is interrupted. */
export async function watch(args: Arguments, levels: Levels): Promise<Status> {
  const folders = new FolderWatch();
  process.once('SIGINT', () => folders.close());
  try {
    const watched = new WatchedRecords(levels);
    let said: readonly string[] = [];
    let data = '';
    const look = async (changed?: ReadonlySet<string>): Promise<void> => {
      const messages: string[] = [];
      const dataBefore = data;
      // Where reference data is wrong, what was known goes too.
      data = '';
      const inputs = await watchedInputs(args, folders, messages);
      const isOther = messages.join('\n') !== said.join('\n');
      said = messages;
      data = JSON.stringify(inputs.dataFiles);
      if (!changed || data !== dataBefore) await watched.reset(inputs);
      else if (!await watched.update(inputs, changed) && !isOther) return;
      await show(args, watched, messages);
    };
    await look();
    for (let changed = await folders.changes(); changed; changed = await folders.changes()) {
      await look(touchesConfiguration(changed, args) ? undefined : changed).catch(sayWhatIsWrong);
    }
    return STATUS.clean;
  } finally {
    folders.close();
  }
}

/** What there is now. A folder is watched before it is looked through for the last time, so that nothing comes or goes unseen. */
async function watchedInputs(args: Arguments, folders: FolderWatch, messages: string[]): Promise<Inputs> {
  for (;;) {
    messages.length = 0;
    const inputs = await openInputs(args, message => messages.push(message));
    if (!folders.watch(inputs.folders)) return inputs;
  }
}

async function show(args: Arguments, { records, among, problems }: WatchedRecords, messages: readonly string[]): Promise<void> {
  clearScreen();
  for (const message of [...messages, ...problems]) say(message);
  await tell(records, among, toldBy(args, process.stdout), new Progress({ isQuiet: args.has('quiet') }));
  if (!args.has('quiet')) say(`Watching ${count(records.paths.length, 'file')} for changes; Ctrl-C ends it.`);
}

function touchesConfiguration(changed: ReadonlySet<string>, args: Arguments): boolean {
  const name = path.basename(args.value('config') ?? CONFIGURATION_FILE);
  return [...changed].some(file => path.basename(file) === name);
}

/** While somebody works on the configuration, it may be wrong for a while. */
function sayWhatIsWrong(error: unknown): void {
  if (!(error instanceof UsageError)) throw error;
  clearScreen();
  say(error.message.trimEnd());
}

function clearScreen(): void {
  if (process.stdout.isTTY) process.stdout.write(CLEAR_SCREEN);
}
