import { scalarText } from '../../rules/scalar-text';
import type { TextEdit } from '../../rules/rule';
import type { Caret } from '../caret';

export type ItemKind = 'field' | 'value' | 'authority' | 'event' | 'judgement' | 'grade' | 'date' | 'record';

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
  /** What typed words are compared with, where that is more than the label: other spellings, codes. */
  filterText?: string;
  sortText: string;
  /** What it does. Its lines are indented as they are to stand: an editor must not indent them again. */
  edit: TextEdit;
  /** The text of `edit` with tab stops, in the syntax of the Language Server Protocol. */
  snippet?: string;
  /** The next thing to write has values to choose from: the list opens again. */
  chain?: boolean;
  preselect?: boolean;
}

/** Something to choose, before it is known where its words go. */
export interface Choice extends Pick<CompletionItem, 'label' | 'kind' | 'detail' | 'description' | 'documentation' | 'filterText' | 'preselect' | 'chain'> {
  /** For a key: what follows its name and colon. */
  rest?: string;
}

/** A text to compare typed words with: the label first, so that its beginning counts most. */
export function filterText(label: string, others: readonly (string | number | undefined)[]): string {
  return [label, ...others.filter(other => other !== undefined)].join(' ');
}

/** The item that writes a choice as the value at the caret. */
export function valueItem(choice: Choice, caret: Caret, index: number): CompletionItem {
  return item(choice, caret, index, inPlace(choice.label, caret));
}

/** The item that writes a choice as the key at the caret, with its colon where that is missing. */
export function keyItem(choice: Choice, caret: Caret, index: number): CompletionItem {
  const rest = caret.place === 'key' && caret.hasColon ? '' : `:${choice.rest ?? ''}`;
  return item({ ...choice, chain: choice.chain && rest.length > 1 }, caret, index, inPlace(choice.label, caret) + rest);
}

/** Items in the order in which they were chosen: editors sort by text. */
export function sortText(index: number): string {
  return String(index).padStart(4, '0');
}

function item({ rest: _, ...choice }: Choice, { span, before, after }: Caret, index: number, text: string): CompletionItem {
  return { ...choice, sortText: sortText(index), edit: { ...span, text: before + text + after } };
}

function inPlace(text: string, { quote, flow }: Caret): string {
  return quote ? scalarText(text, quote === '"' ? 'double' : 'single', flow).slice(1, -1) : scalarText(text, 'plain', flow);
}
