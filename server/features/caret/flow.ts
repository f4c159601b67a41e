import type { Span } from '../../text/span';
import { plainText, readQuoted, skipSpaces, trimEnd, type WrittenText } from './line';

/** One entry between commas. */
interface Entry extends Span {
  key?: WrittenText;
  colon?: number;
  value?: WrittenText | Flow;
}

/** A mapping in braces or a list in brackets, as far as it goes on its line. */
interface Flow extends Span {
  isList: boolean;
  entries: Entry[];
}

/** Where a caret is between braces: at a key of a mapping, or at a key's value. Names as written, without quotes. */
export interface FlowPlace {
  place: 'key' | 'value';
  /** From the outermost brace or bracket to the mapping; for a value, to the value. */
  path: (string | number)[];
  /** The other keys of the mapping. */
  keys: string[];
  /** What is written at the caret's place; of no length at the caret where nothing is. */
  word: WrittenText;
  colon?: number;
  /** For a key: whether it has a value. */
  hasValue: boolean;
}

/** Finds the place of `caret` in a flow mapping or list that begins at `start`; undefined in lists and behind closed quotes. */
export function flowPlace(text: string, start: number, end: number, caret: number): FlowPlace | undefined {
  return locate(text, new FlowReader(text, end).read(start), caret, []);
}

function locate(text: string, flow: Flow, caret: number, path: (string | number)[]): FlowPlace | undefined {
  const number = flow.entries.findIndex(entry => entry.start <= caret && caret <= entry.end);
  const entry = flow.entries[number];
  if (!entry) return undefined;
  const { key, colon, value } = entry;
  const name = (word: WrittenText) => text.slice(word.inner.start, word.inner.end);
  const step = flow.isList ? number : key && name(key);
  if (value && 'entries' in value) return caret > value.start && step !== undefined ? locate(text, value, caret, [...path, step]) : undefined;
  if (flow.isList) return undefined;
  const keys = flow.entries.flatMap(other => (other !== entry && other.key ? [name(other.key)] : []));
  const isValue = colon !== undefined && caret > colon;
  const word = (isValue ? value : key) ?? plainText(caret, caret);
  if (isValue) return key && { place: 'value', path: [...path, name(key)], keys, word, colon, hasValue: value !== undefined };
  return { place: 'key', path, keys, word, colon, hasValue: value !== undefined };
}

/** Nesting beyond this is nobody's record. */
const DEEPEST = 20;

class FlowReader {
  private at = 0;

  constructor(private readonly text: string, private readonly end: number) {}

  read(start: number, depth = 0): Flow {
    const flow: Flow = { start, end: this.end, isList: this.text[start] === '[', entries: [] };
    this.at = start + 1;
    for (;;) {
      flow.entries.push(this.entry(depth));
      const mark = this.text[this.at];
      if (this.at >= this.end) return flow;
      this.at++;
      if (mark !== ',') return { ...flow, end: this.at };
    }
  }

  private entry(depth: number): Entry {
    const entry: Entry = { start: this.at, end: this.at };
    let last = this.part(depth);
    this.at = skipSpaces(this.text, this.at, this.end);
    if (this.text[this.at] === ':' && this.at < this.end) {
      if (last && 'inner' in last) entry.key = last;
      entry.colon = this.at++;
      last = this.part(depth);
      if (last) entry.value = last;
    } else if (last && 'inner' in last) entry.key = last;
    else if (last) entry.value = last;
    while (this.at < this.end && !/[,\]}]/.test(this.text[this.at]!)) this.at++;
    entry.end = Math.min(this.at, this.end);
    return entry;
  }

  private part(depth: number): WrittenText | Flow | undefined {
    const start = (this.at = skipSpaces(this.text, this.at, this.end));
    const character = this.text[start] ?? '';
    if (start >= this.end) return undefined;
    if ((character === '{' || character === '[') && depth < DEEPEST) return this.read(start, depth + 1);
    if (character === '"' || character === "'") {
      const quoted = readQuoted(this.text, start, this.end);
      this.at = quoted.end;
      return quoted;
    }
    while (this.at < this.end && !/[,[\]{}]/.test(this.text[this.at]!) && !(this.text[this.at] === ':' && /^[\s,[\]{}]?$/.test(this.text[this.at + 1] ?? ''))) this.at++;
    const end = trimEnd(this.text, start, this.at);
    return end > start ? plainText(start, end) : undefined;
  }
}
