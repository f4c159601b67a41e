/** A place in a text: its line, and its character in that line in UTF-16 units, both counted from 0. */
export interface Position {
  line: number;
  character: number;
}

/** A part of a text; `end` is behind its last character. */
export interface Range {
  start: Position;
  end: Position;
}

/** Text to put in the place of a range; an empty range is one to insert it at. */
export interface TextEdit {
  range: Range;
  text: string;
}

/** A text and what it is called. */
export interface TextFile {
  /** Any name that tells the file from others; shown nowhere but in what is found. */
  path: string;
  text: string;
}
