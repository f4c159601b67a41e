import type { WriteStream } from 'node:tty';
import { version } from '../../package.json';
import { githubReporter } from '../reports/github';
import { gitlabReporter } from '../reports/gitlab';
import { jsonReporter } from '../reports/json';
import { junitReporter } from '../reports/junit';
import { markdownReporter } from '../reports/markdown';
import type { Reporter } from '../reports/report';
import { sarifReporter } from '../reports/sarif';
import { textReporter } from '../reports/text';
import type { Severity } from '../rules/rule';
import type { ReportFormat } from './choices';
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
export const REPORTERS: Readonly<Record<ReportFormat, (options: ReportOptions) => Reporter>> = {
  text: ({ out, noColor }) => textReporter({ paint: paintFor(out, { noColor }), width: columnsOf(out) - 8 }),
  json: jsonReporter,
  sarif: () => sarifReporter({ version }),
  github: githubReporter,
  gitlab: gitlabReporter,
  junit: junitReporter,
  markdown: markdownReporter,
};
