import pages from 'generated:rule-pages';
import { rules, ruleWithId } from '../rules/registry';
import { didYouMean } from '../text/did-you-mean';
import type { Arguments } from './arguments';
import { STATUS, type Status } from './status';
import { columnsOf, paintFor, print } from './terminal';
import { plainPage } from './plain-page';
import { UsageError } from './usage-error';

/** Shows the page of a rule, the one that its findings link to; or lists all rules. */
export async function explain(args: Arguments): Promise<Status> {
  const [id, ...more] = args.positionals;
  if (more.length > 0) throw new UsageError("'explain' takes one rule.");
  if (id === undefined) {
    await print(listOfRules());
    return STATUS.clean;
  }
  const rule = ruleWithId(id);
  if (!rule) throw new UsageError(`There is no rule '${id}'.${didYouMean(id, rules.map(other => other.id))} 'inspection-records explain' lists them all.`);
  const paint = paintFor(process.stdout, { noColor: args.has('no-color') });
  await print(plainPage(pages[rule.id]!, { width: Math.min(100, columnsOf(process.stdout)), paint }));
  return STATUS.clean;
}

function listOfRules(): string {
  const wide = Math.max(...rules.map(({ id }) => id.length));
  return rules.map(({ id, severity, summary }) => `${id.padEnd(wide)}  ${severity.padEnd('information'.length)}  ${summary}\n`).join('');
}
