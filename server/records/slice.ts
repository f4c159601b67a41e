import { lineStarts } from '../text/lines';
import { readRecord, type RecordText } from './read';

/** A line with something on it, apart from comments, directives and markers. Nothing in it reaches over the end of a line, so that its cost is that of the text. */
const CONTENT = /(?:^|[\n\r])(?![^\S\n\r]*#|%(?:YAML|TAG)\s|(?:---|\.\.\.)[^\S\n\r]*(?:#|[\n\r]|$))[^\S\n\r]*\S/;

/** The text of one record. Everything known of it is worked out when first asked for, and kept: a slice never changes. */
export class Slice {
  private starts?: number[];
  private read?: RecordText;
  private blank?: boolean;

  constructor(readonly text: string) {}

  get lineStarts(): readonly number[] {
    return (this.starts ??= lineStarts(this.text));
  }

  get record(): RecordText {
    return (this.read ??= readRecord(this.text));
  }

  /** Whether there is nothing to check: no content but comments, directives and document markers. */
  get isBlank(): boolean {
    return (this.blank ??= !CONTENT.test(this.text.replace(/^\uFEFF/, '')));
  }
}
