/** A stretch of text: offsets in UTF-16 units, `end` exclusive. What they count from is said where a span is used. */
export interface Span {
  start: number;
  end: number;
}

/** A place in a text: line from 0, character in UTF-16 units from 0 (as in the Language Server Protocol). */
export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `offset` lies in the span or at one of its ends. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
