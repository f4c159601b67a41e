import { fieldText, type Inspection } from '../reference/inspection';
import { monthInWords } from './dates';
import { nameOf } from './journey-strip';
import { runOf } from './runs';
import type { Line } from './view';

/**
 * The record that another follows: "SIF inspection, September 2016 (kirklees-2016-sif)"; the id alone, where no record of the journey has it.
 * @param journey the records of the authority
 */
export function followedInWords(inspection: Inspection, journey: readonly Inspection[]): Line | undefined {
  const written = runOf(inspection.fields.get('follows')?.value);
  if (!written) return undefined;
  const record = journey.findIndex(other => other !== inspection && fieldText(other, 'id')?.text === written.text);
  if (record < 0) return [written];
  const followed = journey[record]!;
  const month = followed.on ? `, ${monthInWords(followed.on.date).text}` : '';
  return [{ text: nameOf(followed) + month, record }, { ...written, text: ` (${written.text})` }];
}
