/** There is something in the text that only the parser can read. */
export class NotPlain extends Error {}

export const SPACE = 0x20, HASH = 0x23, COLON = 0x3a;
const NEWLINE = 0x0a, RETURN = 0x0d;

/**
 * The lines of a text, as the fast reader goes along them: it stands on a line with content, and only ever moves on. What ends a key or begins a
 * comment is looked for once, however many lines lie before it. Offsets are UTF-16 units, and may lie at the end of the text.
 */
export class Lines {
  /** Where the content of the line begins, in which column, and where it ends, before its line break. Behind the last line the column is -1. */
  content = 0;
  column = -1;
  end = 0;
  /** What was passed over on the way to this line. */
  blankLines = 0;
  passedComment = false;
  /** Where the line behind it begins. */
  private following = 0;
  private nextColon = -1;
  private nextComment = -1;

  constructor(readonly text: string) {
    this.moveTo(0);
  }

  /** Goes on from the line that it is on. */
  next(): void {
    this.moveTo(this.following);
  }

  /** Goes to the next content from an offset on, which is the beginning of a line: over blank lines and comments. */
  moveTo(lineStart: number): void {
    const { text } = this;
    this.blankLines = 0;
    this.passedComment = false;
    for (let start = lineStart; ; start = this.following) {
      const at = skipSpaces(text, start);
      const newline = text.indexOf('\n', at);
      this.following = newline < 0 ? text.length : newline + 1;
      const code = text.charCodeAt(at);
      if (isLineBreak(code)) this.blankLines++;
      else if (code === HASH) this.passedComment = true;
      else {
        this.content = at;
        this.column = at < text.length ? at - start : -1;
        this.end = newline < 0 ? text.length : text.charCodeAt(newline - 1) === RETURN ? newline - 1 : newline;
        return;
      }
    }
  }

  /** Whether the content begins with a dash that makes it an entry of a list. */
  get isAtDash(): boolean {
    return this.text.charCodeAt(this.content) === DASH && isSpaceOrEnd(this.text.charCodeAt(this.content + 1));
  }

  /** Where the first colon from an offset on stands that ends a key, with a space or the end of the line behind it; -1 where the line has none. */
  endOfKey(from: number): number {
    if (this.nextColon < from) this.nextColon = this.findColon(from);
    return this.nextColon < this.end ? this.nextColon : -1;
  }

  /** Where the words of the line end, from an offset on that is one of theirs: before its comment, if it has one. */
  endOfWords(from: number): number {
    if (this.nextComment < from) this.nextComment = this.findComment(from);
    return Math.min(this.nextComment, this.end);
  }

  /** Goes on from the line, if nothing but a comment stands on it behind an offset. */
  nextBehind(offset: number): void {
    const at = skipSpaces(this.text, offset);
    const isComment = this.text.charCodeAt(at) === HASH && at > offset;
    if (!isComment && at < this.end) throw new NotPlain();
    this.next();
  }

  /** The same of the text; its end where there is none. One character is found in less time than two. */
  private findColon(from: number): number {
    const { text } = this;
    let at = text.indexOf(':', from);
    while (at >= 0 && !isSpaceOrEnd(text.charCodeAt(at + 1))) at = text.indexOf(':', at + 1);
    return at < 0 ? text.length : at;
  }

  private findComment(from: number): number {
    const { text } = this;
    let at = text.indexOf('#', from + 1);
    while (at >= 0 && text.charCodeAt(at - 1) !== SPACE) at = text.indexOf('#', at + 1);
    return at < 0 ? text.length : at - 1;
  }
}

const DASH = 0x2d;

export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** Where the line that holds an offset ends, before its line break. */
export function endOfLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  if (newline < 0) return text.length;
  return newline > from && text.charCodeAt(newline - 1) === RETURN ? newline - 1 : newline;
}

/** Where the line behind the one that ends at an offset begins. */
export function nextLine(text: string, end: number): number {
  return Math.min(text.length, end + (text.charCodeAt(end) === RETURN ? 2 : 1));
}

export function isLineBreak(code: number): boolean {
  return code === NEWLINE || code === RETURN;
}

/** Whether a character parts words; the code of none, behind the end of the text, does. */
export function isSpaceOrEnd(code: number): boolean {
  return code === SPACE || isLineBreak(code) || Number.isNaN(code);
}
