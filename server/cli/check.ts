import { isLevel, isRule, LEVELS, type Level, type Levels } from '../findings/severities';
import { Baseline } from '../reports/baseline';
import { rules } from '../rules/registry';
import { alternatives, didYouMean } from '../text/did-you-mean';
import { visible } from '../text/visible';
import { count } from '../text/words';
import { AmongOthers } from '../workspace/among';
import type { Arguments } from './arguments';
import { pathInBaseline } from './baseline-file';
import { openInputs, type Inputs } from './inputs';
import { Mender } from './mend';
import { Progress } from './progress';
import { readRecords, type Records } from './records';
import { STATUS, type Status } from './status';
import { say } from './terminal';
import { checkedFiles, tell, toldBy, type Telling } from './tell';
import { UsageError } from './usage-error';
import { watch } from './watch';
import { writeOutput } from './write-output';

/** Options that do not go together, with what to say. */
const APART: readonly (readonly [string, string, string])[] = [
  ['watch', 'stdin-filepath', "'--watch' looks at files: standard input cannot change."],
  ['watch', 'fix', "'--watch' only looks: it does not change files while somebody works on them, as '--fix' would."],
  ['watch', 'write-baseline', "'--watch' only looks: it does not write a baseline."],
  ['baseline', 'write-baseline', "'--write-baseline' writes all there is now; what another baseline knows of is part of that."],
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
  // A mended text has standard output for itself.
  const telling = toldBy(args, isFilter ? process.stderr : process.stdout);
  const mender = args.has('fix') ? new Mender(isFilter, progress) : undefined;
  const records = await readRecords(inputs, progress, { levels, revise: mender?.revise });
  const mended = mender?.describe();
  if (mended !== undefined && telling.isTalkative) say(mended);
  const baseline = args.value('write-baseline');
  if (baseline !== undefined) return writeBaseline(baseline, records, inputs, telling, progress);
  const { hasFailed } = await tell(records, new AmongOthers(records.workspace), telling, progress);
  if (inputs.hasProblems) return STATUS.usage;
  return hasFailed || mender?.failed ? STATUS.findings : STATUS.clean;
}

/** Writes what is found to a file, instead of telling it. */
async function writeBaseline(file: string, records: Records, inputs: Inputs, { isQuiet, isTalkative, fails }: Telling, progress: Progress): Promise<Status> {
  const baseline = new Baseline();
  for await (const { path, findings } of checkedFiles(records, new AmongOthers(records.workspace), progress)) {
    for (const placed of findings) if (!isQuiet || fails(placed.finding.severity)) baseline.add(pathInBaseline(file, path), placed);
  }
  if (inputs.hasProblems) throw new UsageError(`${visible(file)}: not written, because not everything could be read.`);
  writeOutput(file, baseline.toString(), 'a baseline', inputs);
  if (isTalkative) say(visible(`${file}: ${count(baseline.size, 'finding')} written.`));
  return STATUS.clean;
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
