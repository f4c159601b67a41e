import { longDate } from '../../reference/calendar';
import { dateOf } from '../../reference/inspection';
import { disorders, type Disorder } from '../order-of-dates';
import { ofEach, type InspectionRule } from '../rule';
import { onDate } from '../wording';

export const datesOutOfOrder: InspectionRule = {
  id: 'dates-out-of-order',
  severity: 'error',
  summary: 'Fieldwork ends before it starts, stays overlap, or the report came out before the inspectors had left.',
  why: 'Start, end and publication follow each other in every one of 321 ILACS reports; the report comes out weeks after the last day on site. Where inspectors came back, the stays are listed in order of time (Derbyshire 2019, Devon 2024 to 2025).',
  check: (inspection, context) => ofEach(disorders(inspection, context), disorder => {
    const { at, other } = disorder;
    return [{
      start: at.node.start, end: at.node.end, message: say(disorder),
      related: [{ start: other.node.start, end: other.node.end, message: 'This is the other date.' }],
    }];
  }),
};

function say({ kind, at, other }: Disorder): string {
  const [date, against] = [dateOf(at)!, dateOf(other)!];
  switch (kind) {
    case 'end before start': return `Fieldwork ends ${onDate(date)}, before it starts ${onDate(against)}.`;
    case 'start after end': return `Fieldwork starts ${onDate(date)}, after it ends ${onDate(against)}.`;
    case 'stays overlap': return `This stay begins ${onDate(date)}, but the one before it lasts until ${longDate(against)}: stays follow each other.`;
    case 'published too early': return `The report cannot have come out ${onDate(date)}: inspectors were on site ${onDate(against)}.`;
  }
}
