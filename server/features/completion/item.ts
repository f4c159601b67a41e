import { scalarText } from '../../rules/scalar-text';
import type { TextEdit } from '../../rules/rule';
import type { Caret } from '../caret';

export type ItemKind = 'field' | 'value' | 'authority' | 'event' | 'judgement' | 'grade' | 'date' | 'record' | 'rule';

/** One line of a completion list, as an editor shows and applies it. Offsets are UTF-16 units in the slice. */
export interface CompletionItem {
  label: string;
  kind: ItemKind;
  /** Right behind the label: "2 of 5". */
  detail?: string;
  /** At the end of the line, in grey. */
  description?: string;
  /** Markdown. */
  documentation?: string;
  /** What it goes by besides its label: other spellings, codes. */
  goesBy?: readonly string[];
  /** What typed words are compared with, where that is more than the label. */
  filterText?: string;
  sortText: string;
  /** What it does. Its lines are indented as they are to stand: an editor must not indent them again. */
  edit: TextEdit;
  /** The text of `edit` with tab stops, in the syntax of the Language Server Protocol. */
  snippet?: string;
  /** Characters that, typed while it is the one that is looked at, choose it first and then stand behind it. */
  commitCharacters?: readonly string[];
  /** The next thing to write has values to choose from: the list opens again. */
  chain?: boolean;
  preselect?: boolean;
}

/** Something to choose, before it is known where its words go. */
export interface Choice extends Pick<CompletionItem, 'label' | 'kind' | 'detail' | 'description' | 'documentation' | 'goesBy' | 'filterText' | 'preselect' | 'chain'> {
  /** For a key: what follows its name and colon. */
  rest?: string;
  /** For a value: beside it and those offered with it none is right. */
  isFixed?: boolean;
  /** For a value that stands outside quotes: a number, which gets none. */
  isNumber?: boolean;
}

/** VS Code compares typed words with no more of a text than this, in UTF-16 units. */
const COMPARED = 128;

/** What a choice is called, and what else it goes by. */
export function knownAs(label: string, others: readonly (string | number | undefined)[]): Pick<Choice, 'label'> & Required<Pick<Choice, 'goesBy' | 'filterText'>> {
  const goesBy = others.filter(other => other !== undefined).map(String);
  return { label, goesBy, filterText: filterText(label, goesBy) };
}

/**
 * A text to compare typed words with: the label first, so that its beginning counts most, then other words, as many as are compared.
 * Codes and abbreviations go first: whoever types a long name sees the shorter ones on the way.
 */
function filterText(label: string, others: readonly string[]): string {
  return [...others].sort((a, b) => a.length - b.length)
    .reduce((text, word) => (isFoundIn(text, word) || text.length + 1 + word.length > COMPARED ? text : `${text} ${word}`), label);
}

/** Whether all letters of a word stand in a text in their order: then editors that compare loosely find it by that word. */
export function isFoundIn(text: string, word: string): boolean {
  let at = -1;
  const folded = text.toLowerCase();
  return [...word.toLowerCase()].every(letter => (at = folded.indexOf(letter, at + 1)) >= 0);
}

/**
 * The item that writes a choice as the value at the caret. In braces, a value that is one of a fixed number may be chosen by what ends
 * it anyhow; on a line of its own only the line's end does. Other values, a year or somebody's name, may be right as far as they are
 * typed: nothing changes them unasked.
 */
export function valueItem(choice: Choice, caret: Caret, index: number): CompletionItem {
  const commitCharacters = choice.isFixed && caret.flow && !caret.quote ? [',', '}'] : undefined;
  return { ...item(choice, caret, index, choice.isNumber ? choice.label : inPlace(choice.label, caret)), ...(commitCharacters && { commitCharacters }) };
}

/**
 * The item that writes a choice as the key at the caret, with its colon where that is missing. No character chooses it by being typed:
 * the colon, the only one that would make sense, comes with the item and would stand there twice.
 */
export function keyItem(choice: Choice, caret: Caret, index: number): CompletionItem {
  const rest = caret.place === 'key' && caret.hasColon ? '' : choice.rest ?? '';
  const colon = caret.place === 'key' && caret.hasColon ? '' : `${caret.quote ?? ''}:`;
  return item({ ...choice, chain: choice.chain && rest !== '' }, caret, index, inPlace(choice.label, caret) + colon + rest);
}

/** Items in the order in which they were chosen: editors sort by text. */
export function sortText(index: number): string {
  return String(index).padStart(4, '0');
}

function item({ rest: _, isFixed: __, isNumber: ___, ...choice }: Choice, { span, before, after }: Caret, index: number, text: string): CompletionItem {
  return { ...choice, sortText: sortText(index), edit: { ...span, text: before + text + after } };
}

function inPlace(text: string, { quote, flow }: Caret): string {
  return quote ? scalarText(text, quote === '"' ? 'double' : 'single', flow).slice(1, -1) : scalarText(text, 'plain', flow);
}
