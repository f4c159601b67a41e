import path from 'node:path';
import { today } from '../lsp/today';
import { Checker } from '../findings/checker';
import { SEVERITIES } from '../rules/rule';
import type { Draft } from '../import/draft';
import { unify } from '../import/unify';
import { writeRecords } from '../import/write-record';
import { RecordStream } from '../records/stream';
import type { EventData } from '../reference/data';
import { matched } from '../reference/match';
import { createReference, type Reference } from '../reference/reference';
import { didYouMean } from '../text/did-you-mean';
import { visible } from '../text/visible';
import { count, listed } from '../text/words';
import type { Arguments } from './arguments';
import { loadConfiguration } from './load-configuration';
import { mergeIntoFolder } from './import/merge-into-folder';
import { readSources } from './import/read-sources';
import { writeFiles, writeNew } from './import/write-new';
import { STATUS, type Status } from './status';
import { paintFor, printData, say } from './terminal';
import { UsageError } from './usage-error';


/** Options that do not go together, with what to say. */
const APART: readonly (readonly [string, string, string])[] = [
  ['merge', 'split', "'--merge' puts each record where those of its authority are: '--split' has nothing to add to that."],
  ['merge', 'output', "'--merge' writes into the folder that it names: '--output' has nothing to add to that."],
];

/** Makes records of reports and tables. What cannot be read is named, and the rest is imported all the same. */
export async function importRecords(args: Arguments): Promise<Status> {
  if (args.positionals.length === 0) throw new UsageError("'import' needs a FILE: 'inspection-records import --help' says which kinds can be read.");
  for (const [one, other, message] of APART) if (args.has(one) && args.has(other)) throw new UsageError(message);
  const { data } = loadConfiguration(args.value('merge') ?? '.', args.value('config'), paintFor(process.stderr, { noColor: args.has('no-color') }));
  const reference = createReference(data);
  const event = eventGiven(args.value('event'), reference);
  const { drafts: read, problems } = await readSources(args.positionals, { reference, event });
  const { drafts, notes } = unify(read);
  for (const note of notes) say(visible(note));
  const hasProblems = problems > 0;
  if (drafts.length === 0) return hasProblems ? STATUS.usage : STATUS.findings;
  const isWhole = await write(drafts, args) && notes.length === 0;
  tellHowMany(drafts, reference);
  return hasProblems ? STATUS.usage : isWhole ? STATUS.clean : STATUS.findings;
}

/** Writes the records where they are to go; whether all of them could be written as they are. */
async function write(drafts: readonly Draft[], args: Arguments): Promise<boolean> {
  const options = { evidence: args.has('evidence') };
  const folder = args.value('merge');
  if (folder !== undefined) return mergeIntoFolder(drafts, folder, args, options);
  const output = args.value('output');
  if (args.has('split')) return writeFiles(drafts, output ?? '.', options);
  const text = writeRecords(drafts, options);
  if (output !== undefined) return writeNew(path.resolve(output), text);
  await printData(text);
  return true;
}

function eventGiven(written: string | undefined, { events }: Reference): EventData | undefined {
  if (written === undefined) return undefined;
  const event = matched(events.match(written));
  if (!event) throw new UsageError(`There is no event '${written}'.${didYouMean(written, events.all.flatMap(({ name, spellings = [] }) => [name, ...spellings]))}`);
  return event;
}

/** Says how much was imported, and what the rules have to say about it. */
function tellHowMany(drafts: readonly Draft[], reference: Reference): void {
  const checker = new Checker(reference, { today: today() });
  const findings = RecordStream.of(writeRecords(drafts, { evidence: false })).slices.flatMap(slice => checker.findings(slice));
  const doubts = drafts.reduce((sum, { remarks }) => sum + remarks.filter(({ doubt }) => doubt !== undefined).length, 0);
  const found = SEVERITIES.map(severity => ({ severity, number: findings.filter(finding => finding.severity === severity).length })).filter(({ number }) => number > 0);
  const told = [
    `${count(drafts.length, 'record')} read.`,
    ...(doubts > 0 ? [`${count(doubts, 'value')} ${doubts === 1 ? 'is' : 'are'} marked '# check:' to be looked at.`] : []),
    ...(found.length > 0 ? [`'inspection-records check' will tell ${listed(found.map(({ severity, number }) => (severity === 'information' ? `${number} of information` : count(number, severity))))}.`] : []),
  ];
  say(told.join(' '));
}
