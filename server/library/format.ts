import { formatStream } from '../features/format';
import { RecordStream } from '../records/stream';
import { applyEdits } from '../text/edits';

/**
 * A text with its records laid out as everybody does: indentation, spaces and blank lines, and nothing else. A record with a mistake in
 * its YAML stays as it is.
 * @param text of one or several records in YAML
 */
export function formatText(text: string): string {
  const stream = RecordStream.of(text);
  const texts = stream.slices.map(slice => slice.text);
  for (const { index, edits } of formatStream(stream)) texts[index] = applyEdits(texts[index]!, edits);
  return texts.join('');
}
