import { FIXES } from '../reports/rule-page';
import { rules, ruleWithId } from '../rules/registry';
import type { Rule } from '../rules/rule';
import { didYouMean } from '../text/did-you-mean';
import type { Arguments } from './arguments';
import { STATUS, type Status } from './status';
import { columnsOf, print } from './terminal';
import { UsageError } from './usage-error';

export async function explain({ positionals: [id, ...more] }: Arguments): Promise<Status> {
  if (more.length > 0) throw new UsageError("'explain' takes one rule.");
  if (id === undefined) {
    await print(listOfRules());
    return STATUS.clean;
  }
  const rule = ruleWithId(id);
  if (!rule) throw new UsageError(`There is no rule '${id}'.${didYouMean(id, rules.map(other => other.id))} 'inspection-records explain' lists them all.`);
  await print(explanation(rule));
  return STATUS.clean;
}

function listOfRules(): string {
  const wide = Math.max(...rules.map(({ id }) => id.length));
  return rules.map(({ id, severity, summary }) => `${id.padEnd(wide)}  ${severity.padEnd('information'.length)}  ${summary}\n`).join('');
}

function explanation({ id, severity, summary, why, fix }: Rule): string {
  const parts = [`${id} (${severity})`, summary, why, fix ? FIXES[fix] : undefined];
  return parts.filter(part => part !== undefined).map(part => `${wrapped(part, Math.min(100, columnsOf(process.stdout)))}\n`).join('\n');
}

/** The text in lines of at most `width` characters; its own line breaks stay. */
function wrapped(text: string, width: number): string {
  return text.replace(new RegExp(`(?=.{${width + 1}})(.{1,${width}})[ ]+`, 'g'), '$1\n');
}
