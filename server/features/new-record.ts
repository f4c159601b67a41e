import type { Checker } from '../findings/checker';
import type { Finding } from '../findings/finding';
import { Slice } from '../records/slice';
import type { EventData, JudgementData } from '../reference/data';
import { fieldsAt } from '../reference/fields';
import type { Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { frameworkInForce } from '../rules/beginning';
import { scalarText } from '../rules/scalar-text';
import { applyEdits } from '../text/edits';
import { fixAll } from './actions/fix-all';
import { GAP, leaveGaps } from './gaps';

/** What a new record is to be about, as people say it: an authority by name, alias or code, any spelling of an event, a date. */
export interface Subject {
  authority: string;
  event: string;
  /** First day of fieldwork. */
  start: string;
}

export interface NewRecord {
  /** With a gap for everything that is still to be filled in; ends with a line break. */
  text: string;
  /** What is wrong with the subject: what is not known, or cannot have been. Not what is still to be filled in. */
  doubts: readonly Finding[];
}

/**
 * A record about an inspection or a visit, with a line for all that every such record has: down to the judgements of the framework
 * in force on its first day. What can be mended in the subject without asking is mended; what the rules have to say against the
 * rest is told.
 */
export function newRecord(subject: Subject, checker: Checker, lineBreak = '\n'): NewRecord {
  const slice = understood(subject, checker);
  const inspection = checker.inspection(slice)!;
  const { authority, event, fieldwork: [stay] } = inspection;
  const framework = frameworkInForce(inspection, checker.context);
  const text = recordText({
    event: matched(event?.match),
    judgements: framework?.judgements.filter(({ required }) => required),
    values: { 'authority': nodeText(authority), 'event': nodeText(event), 'fieldwork/start': stay?.start?.node.text },
  }, lineBreak);
  return { text, doubts: checker.findings(slice).filter(({ missing }) => !missing) };
}

function nodeText(written: Inspection['authority'] | Inspection['event']): string | undefined {
  return written?.node.text;
}

/** A record that says nothing but what was asked for, mended. */
function understood({ authority, event, start }: Subject, checker: Checker): Slice {
  const values = { 'authority': authority, 'event': event, 'fieldwork/start': start };
  const slice = new Slice(leaveGaps(recordText({ values }, '\n')));
  return new Slice(applyEdits(slice.text, fixAll(slice, checker)));
}

/** What is known when a record is begun. */
export interface Beginning {
  event?: EventData;
  /** Those to be given a grade. */
  judgements?: readonly JudgementData[];
  /** By field: `authority`, `fieldwork/start`. */
  values?: Readonly<Record<string, string | undefined>>;
}

/** The lines that a record begins with: required fields, the days of fieldwork, what is usual for its event, its judgements. Gaps for what is not known. */
export function recordText({ event, judgements = [], values = {} }: Beginning, lineBreak: string): string {
  const line = (name: string, path = name) => `${name}: ${values[path] === undefined ? GAP : scalarText(values[path], 'plain', false)}`;
  const lines = fieldsAt([]).flatMap(({ name, required }) => {
    if (name === 'fieldwork') return [`${name}:`, ...fieldsAt([name]).map(day => `  ${line(day.name, `${name}/${day.name}`)}`)];
    if (name === 'judgements') return judgements.length ? [`${name}:`, ...judgements.map(judgement => `  ${scalarText(judgement.name, 'plain', false)}: ${GAP}`)] : [];
    return required || isUsual(name, event) ? [line(name)] : [];
  });
  return lines.map(written => written + lineBreak).join('');
}

/** Whether records of an event usually have a field that others have not. */
function isUsual(name: string, event: EventData | undefined): boolean {
  return !!event && (name === 'outcome' ? event.result === 'outcome' : (name === 'theme' || name === 'ordinal') && !!event[name]);
}
