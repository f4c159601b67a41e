import fs from 'node:fs';
import { parse } from 'yaml';
import { RecordStream } from '../../server/records/stream';
import { AmongOthers } from '../../server/workspace/among';
import { Workspace } from '../../server/workspace/workspace';
import { newChecker } from '../support/checker';

/** A finding that the facts deserve, with the reason why it is right. */
export interface Known {
  /** The record's id. */
  record: string;
  rule: string;
  severity: string;
  reason: string;
}

/** The findings that are expected of samples, as the file beside the tests lists them. */
export function readKnown(name: string): Known[] {
  return parse(fs.readFileSync(`test/ground-truth/${name}.findings.yaml`, 'utf8')) as Known[];
}

/** What is found in a file of samples, record by record, as the list has it: in each record, and among the others of the file. */
export function found(file: string): { records: number; findings: Omit<Known, 'reason'>[] } {
  const checker = newChecker();
  const stream = RecordStream.of(fs.readFileSync(`samples/${file}.inspection.yaml`, 'utf8'));
  const workspace = new Workspace(checker.reader);
  workspace.set(file, stream);
  const among = new AmongOthers(workspace);
  const findings = stream.records.flatMap(({ slice }) => among.findings(slice, checker).map(({ rule, severity }) => {
    const id = checker.inspection(slice)?.fields.get('id')?.value;
    return { record: id?.kind === 'scalar' ? id.text : '', rule, severity };
  }));
  return { records: stream.records.length, findings };
}

export function withoutReason({ record, rule, severity }: Known): Omit<Known, 'reason'> {
  return { record, rule, severity };
}
