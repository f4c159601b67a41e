import type { ConfigurationProblem } from '../findings/configuration';
import { describePlace, markedLine, type Paint } from '../reports/text';
import { visible } from '../text/visible';
import { lineEnd, lineStarts, positionAt } from '../text/lines';
import { relativePath } from './find-files';
import { columnsOf } from './terminal';

/** A mistake in a file that is no record: its place, what is wrong, and the line with the words marked. Ends with a line break. */
export function markedProblem(file: string, text: string, { start, end, severity, message }: ConfigurationProblem, paint: Paint): string {
  const starts = lineStarts(text);
  const range = { start: positionAt(starts, start), end: positionAt(starts, end) };
  const line = text.slice(starts[range.start.line], lineEnd(text, starts, range.start.line));
  const place = paint('place', describePlace(relativePath(process.cwd(), file), range.start));
  return `${place} ${visible(message)}\n${markedLine(line, range, severity, { paint, width: columnsOf(process.stderr) })}`;
}
