import type { Checker } from '../findings/checker';
import type { Slice } from '../records/slice';
import { parseDate } from '../reference/calendar';
import { fieldAt, fieldsAt, valueAt } from '../reference/fields';
import { caretAt, type Continued, type KeyCaret, type ValueCaret } from './caret';
import { behindNewDash, onLineBelow } from './caret/moved';
import { missingFields } from './completion/fields';
import { inComment } from './completion/ignore-comment';
import { keyItem, sortText, valueItem, type CompletionItem } from './completion/item';
import { judgementKeys } from './completion/judgements';
import { Situation } from './completion/situation';
import { isAtBeginning, skeleton, skeletonsOfEvents } from './completion/skeleton';
import { FIXED, valueSource } from './completion/value-sources';
import type { Vocabulary } from './completion/vocabulary';
import { fieldHover } from './hover/field';
import { factPath, type Path } from './place';

export type { CompletionItem } from './completion/item';

export interface CompletionOptions {
  /**
   * The character whose typing made the editor ask, where it was one that asks of itself (a space, a line break, a dash): then only
   * values are offered, so that nobody who indents a line, begins a list entry or leaves a line empty gets a list over it.
   */
  typed?: string;
  /** The list is open and narrowed by typing. A value that is complete then needs it no longer: keys do again what they do without a list. */
  narrowing?: boolean;
  /** What other records of the workspace say. */
  vocabulary?: Vocabulary;
}

export interface Completions {
  /** In the order in which they are to be shown. */
  items: CompletionItem[];
  /** Whether to ask again after the next key press instead of narrowing this list. */
  incomplete: boolean;
}

const NOTHING: Completions = { items: [], incomplete: false };

/**
 * What can be written at an offset of a record's slice, well-formed or half typed. Every edit leaves a record that reads as well as
 * before. Nothing in free text, and in comments only what silences rules.
 */
export function complete(slice: Slice, offset: number, checker: Checker, options: CompletionOptions = {}): Completions {
  const caret = caretAt(slice, offset);
  if (!caret) return { items: inComment(slice, offset, checker, options.typed === undefined), incomplete: false };
  const { vocabulary } = options;
  return caret.place === 'key' ? keys(new Situation(slice, caret, checker, vocabulary), options) : values(new Situation(slice, caret, checker, vocabulary), options);
}

function values(situation: Situation<ValueCaret>, options: CompletionOptions): Completions {
  const { caret } = situation;
  const source = valueSource(caret.path);
  if (!source) return underneath(situation, options);
  const [isFixed, about] = [FIXED.has(source), fieldHover(caret.path)];
  const items = source(situation).map((choice, index) =>
    valueItem({ ...choice, isFixed, documentation: choice.documentation ?? about, preselect: choice.label === caret.written || undefined }, caret, index));
  if (caret.typed === '' || !items.some(({ preselect }) => preselect)) return { items, incomplete: true };
  if (options.narrowing && caret.typed === caret.written) return { items: items.some(({ label }) => goesOn(label, caret)) ? items : [], incomplete: true };
  // Over a value that is complete the other values are wanted too, though they do not begin like it.
  return { items: items.map(item => ({ ...item, filterText: caret.typed })), incomplete: true };
}

/** Whether a choice begins with what is written, and goes on. */
function goesOn(label: string, { written }: ValueCaret): boolean {
  return label.length > written.length && label.startsWith(written);
}

/** Behind a key whose value takes lines of its own: the keys of these lines. Not between quotes, which would stay there. */
function underneath(situation: Situation<ValueCaret>, options: CompletionOptions): Completions {
  const { caret, slice, lineBreak } = situation;
  const types = valueAt(factPath(caret.path))?.types ?? [];
  if (!caret.opensBlock || caret.quote || options.typed !== undefined || !types.some(type => type === 'object' || type === 'array') || types.includes('string')) return NOTHING;
  return keys(situation.as(onLineBelow(caret, slice.text, lineBreak)), options);
}

function keys(situation: Situation<KeyCaret>, options: CompletionOptions): Completions {
  const { caret } = situation;
  const isWelcome = options.typed === undefined || caret.typed !== '';
  if (!isWelcome || (caret.continues && !isComplete(caret.continues, situation))) return NOTHING;
  if (belongsInList(caret)) return caret.isFirst || caret.inList ? keysOfMapping(situation.as(behindNewDash(caret))) : NOTHING;
  return keysOfMapping(situation);
}

/** Whether a value is one of those to choose from, so that no text goes on below it. */
function isComplete({ path, value }: Continued, situation: Situation<KeyCaret>): boolean {
  const choices = valueSource(path)?.(situation.as({ ...situation.caret, path, typed: '' })) ?? [];
  return choices.some(({ label }) => label === value) || (fieldAt(path)?.form === 'date' && parseDate(value) !== undefined);
}

/** Whether the caret is where list entries stand, on a line that has no dash yet. */
function belongsInList({ path, inList }: KeyCaret): boolean {
  return inList || (!fieldsAt(path).length && fieldsAt([...path, 0]).length > 0);
}

function keysOfMapping(situation: Situation<KeyCaret>): Completions {
  const { caret } = situation;
  if (mayBeSentence(caret.path)) {
    // Nobody who begins a sentence wants a list: fields are offered until a letter says that none is meant.
    const items = missingFields(situation).filter(({ label }) => label.startsWith(caret.typed)).map((choice, index) => keyItem(choice, caret, index));
    return { items, incomplete: true };
  }
  const record = skeleton(situation);
  const choices = judgementKeys(caret.path, situation) ?? missingFields(situation);
  const first = record ? [{ ...record, sortText: sortText(0) }] : [];
  const items = [...first, ...choices.map((choice, index) => keyItem(choice, caret, index + first.length))];
  const last = skeletonsOfEvents(situation).map((item, index) => ({ ...item, sortText: sortText(index + items.length) }));
  return { items: [...items, ...last], incomplete: isAtBeginning(situation) };
}

/** Whether a list entry may as well be a plain text. */
function mayBeSentence(path: Path): boolean {
  return typeof path.at(-1) === 'number' && !!valueAt(path)?.types.includes('string');
}
