import { isLevel, isRule, LEVELS, type Level, type Levels } from '../findings/severities';
import { rules } from '../rules/registry';
import { alternatives, didYouMean } from '../text/did-you-mean';
import { AmongOthers } from '../workspace/among';
import type { Arguments } from './arguments';
import { openInputs } from './inputs';
import { Mender } from './mend';
import { Progress } from './progress';
import { readRecords } from './records';
import { STATUS, type Status } from './status';
import { say } from './terminal';
import { tell, toldBy } from './tell';
import { UsageError } from './usage-error';
import { watch } from './watch';

/** Options that do not go together, with what to say. */
const APART: readonly (readonly [string, string, string])[] = [
  ['watch', 'stdin-filepath', "'--watch' looks at files: standard input cannot change."],
  ['watch', 'fix', "'--watch' only looks: it does not change files while somebody works on them, as '--fix' would."],
];

/** Says what is wrong in records; with `--fix` mends first what can be mended without asking. */
export async function check(args: Arguments): Promise<Status> {
  for (const [one, other, message] of APART) if (args.has(one) && args.has(other)) throw new UsageError(message);
  const levels = levelsGiven(args.values('rule'));
  return args.has('watch') ? watch(args, levels) : checkOnce(args, levels);
}

async function checkOnce(args: Arguments, levels: Levels): Promise<Status> {
  const inputs = await openInputs(args);
  const progress = new Progress({ isQuiet: args.has('quiet') });
  const isFilter = args.has('fix') && args.value('stdin-filepath') !== undefined;
  const mender = args.has('fix') ? new Mender(isFilter, progress) : undefined;
  const records = await readRecords(inputs, progress, { levels, revise: mender?.revise });
  // A mended text has standard output for itself.
  const telling = toldBy(args, isFilter ? process.stderr : process.stdout);
  const mended = mender?.describe();
  if (mended !== undefined && telling.isTalkative) say(mended);
  const { hasFailed } = await tell(records, new AmongOthers(records.workspace), telling, progress);
  if (inputs.hasProblems) return STATUS.usage;
  return hasFailed || mender?.failed ? STATUS.findings : STATUS.clean;
}

/** The levels of `--rule ID=SEVERITY`. */
function levelsGiven(settings: readonly string[]): Levels {
  const levels: Record<string, Level> = {};
  for (const setting of settings) {
    const [, id, level] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
    if (id === undefined) throw new UsageError(`'--rule' takes a rule and how grave it is, as in --rule publication-gap=off, not '${setting}'.`);
    if (!isRule(id)) throw new UsageError(`There is no rule '${id}'.${didYouMean(id, rules.map(rule => rule.id))}`);
    if (!isLevel(level)) throw new UsageError(`A rule can be ${alternatives(LEVELS)}, not '${level}'.${didYouMean(level!, LEVELS)}`);
    levels[id] = level;
  }
  return levels;
}
