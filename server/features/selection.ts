import { linesAround, trimmed } from '../records/fault';
import type { Slice } from '../records/slice';
import type { Span } from '../text/span';
import { placeAt } from './place';

/**
 * What "expand selection" selects from an offset, step by step: word, value, pair, list or mapping, record. Spans in the slice, from
 * the smallest; each lies in the next and is smaller than it.
 */
export function selections({ text, record }: Slice, offset: number): Span[] {
  const { around, scalar } = placeAt(record.root, offset);
  const word = wordAt(text, offset);
  const steps: Span[] = [word];
  if (!scalar) steps.push(trimmed(text, linesAround(text, { start: offset, end: offset })));
  else if (isQuoted(text, scalar)) steps.push({ start: scalar.start + 1, end: scalar.end - 1 });
  steps.push(...around.map(span => trimmed(text, span)).reverse(), trimmed(text, { start: 0, end: text.length }), { start: 0, end: text.length });
  const nested: Span[] = [];
  for (const { start, end } of steps) {
    const last = nested.at(-1);
    const grows = !last || (start <= last.start && end >= last.end && end - start > last.end - last.start);
    if (grows && start <= offset && offset <= end) nested.push({ start, end });
  }
  return nested;
}

/** The word that an offset touches; of no length where there is none. */
function wordAt(text: string, offset: number): Span {
  const before = /(?<![\p{L}\p{N}_'’-])[\p{L}\p{N}_'’-]*$/u.exec(text.slice(Math.max(0, offset - 100), offset))![0].length;
  const after = /^[\p{L}\p{N}_'’-]*/u.exec(text.slice(offset, offset + 100))![0].length;
  return { start: offset - before, end: offset + after };
}

function isQuoted(text: string, { start, end }: Span): boolean {
  return end - start > 1 && /["']/.test(text[start]!) && text[start] === text[end - 1];
}
