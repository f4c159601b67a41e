import type { WriteStream } from 'node:tty';
import { jsonReporter } from '../reports/json';
import type { Reporter } from '../reports/report';
import { textReporter } from '../reports/text';
import type { Severity } from '../rules/rule';
import { columnsOf, paintFor } from './terminal';

/** What a report may depend on besides the findings. */
export interface ReportOptions {
  /** Where it is written. */
  out: WriteStream;
  noColor: boolean;
  /** Which findings make the program fail. */
  fails(severity: Severity): boolean;
}

/** Reports by the name of their format. */
export const REPORTERS: Readonly<Record<string, (options: ReportOptions) => Reporter>> = {
  text: ({ out, noColor }) => textReporter({ paint: paintFor(out, { noColor }), width: columnsOf(out) - 8 }),
  json: jsonReporter,
};

export const REPORT_FORMATS = Object.keys(REPORTERS);
