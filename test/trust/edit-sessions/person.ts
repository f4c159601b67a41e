import type { CodeAction, CompletionItem, CompletionList, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { insertionRequest, newRecordRequest, pasteRequest, type FillInEdit, type InsertionResult, type NewRecordResult, type PasteResult } from '../../../server/lsp/protocol';
import { lineBreakOf } from '../../../server/text/lines';
import type { EditedFile } from './edited-file';
import { enter } from './enter';
import { makeNoise } from './noise';
import type { NoiseStep, PersonStep, Step } from './session';
import { resolveSnippet } from './snippet';
import type { Wire } from './wire';

/** As VS Code sends them; the server does not ask. */
const OPTIONS = { tabSize: 2, insertSpaces: true };

/** A text that has become longer than this is cut short, so that a session of many pastes ends. In UTF-16 units. */
const LONGEST = 20_000;

/** Somebody at the editor: one of the files has the focus. */
export class Person {
  private focus = 0;

  constructor(readonly wire: Wire, readonly files: readonly EditedFile[]) {}

  get file(): EditedFile {
    return this.files[this.focus]!;
  }

  async do(step: Step): Promise<void> {
    const { text } = this.file;
    if (text.length > LONGEST) await this.file.put(LONGEST / 10, text.length, '');
    const does = (DOES as Partial<Record<string, (person: Person, step: Step) => Promise<void>>>)[step.do];
    await (does ? does(this, step) : makeNoise(this.file, step as NoiseStep));
  }

  /** Asks about the file, at the cursor unless something else is said. */
  ask<R>(method: string, params: object = {}): Promise<R> {
    const { uri, place: position } = this.file;
    return this.wire.request<R>(method, { textDocument: { uri }, position, ...params });
  }

  turnToOther(): void {
    this.focus = (this.focus + 1) % this.files.length;
  }

  /** Types one key. */
  async type(key: string): Promise<void> {
    const { file } = this;
    const { start } = file.line;
    const isEnter = key === '\n';
    await file.put(file.caret, file.caret, isEnter ? enter(file.text.slice(start, file.caret), lineBreakOf(file.text)) : key);
    if (isEnter) await file.edit(await this.ask<TextEdit[]>('textDocument/onTypeFormatting', { ch: key, options: OPTIONS }));
  }

  /** Puts in what is to be filled in; the cursor goes to the first gap. */
  async fillIn({ range, snippet }: Pick<FillInEdit, 'range' | 'snippet'>): Promise<void> {
    const { text, caret } = resolveSnippet(snippet);
    const from = this.file.offsetAt(range.start);
    await this.file.put(from, this.file.offsetAt(range.end), text);
    this.file.caret = from + caret;
  }

  /** Makes an edit of the workspace as far as it is about the open files. */
  async make({ changes = {}, documentChanges = [] }: WorkspaceEdit): Promise<void> {
    const parts = [...Object.entries(changes), ...documentChanges.flatMap(change => ('edits' in change ? [[change.textDocument.uri, change.edits as TextEdit[]] as const] : []))];
    for (const [uri, edits] of parts) await this.files.find(file => file.uri === uri)?.edit(edits);
  }

  async act(range: Range, context: object, choice: number): Promise<void> {
    const edit = oneOf(await this.ask<CodeAction[]>('textDocument/codeAction', { range, context: { diagnostics: [], ...context } }), choice)?.edit;
    if (edit) await this.make(edit);
  }
}

/** One of several; undefined where there is none. */
function oneOf<T>(all: readonly T[], choice: number): T | undefined {
  return all[choice % all.length];
}

/** Behind the next place behind the cursor, or else the first, where some words stand; where they stand nowhere, the cursor stays. */
function behindNext(words: string, { text, caret }: EditedFile): number {
  const next = text.indexOf(words, caret);
  const at = next < 0 ? text.indexOf(words) : next;
  return at < 0 ? caret : at + words.length;
}

/** What is said in the place of an answer, such as that an id cannot be renamed, is no answer. */
function orNothing<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch(() => undefined);
}

const DOES: { [Kind in PersonStep['do']]: (person: Person, step: Extract<PersonStep, { do: Kind }>) => Promise<void> | void } = {
  go: ({ file }, { to }) => { file.caret = to % (file.text.length + 1); },
  find: ({ file }, { words }) => { file.caret = behindNext(words, file); },
  async type(person, { text }) { for (const key of text) await person.type(key); },
  async choose(person, { item }) {
    const { items } = await person.ask<CompletionList>('textDocument/completion', { context: { triggerKind: 1 } });
    const chosen = oneOf<CompletionItem>(items, item);
    if (!chosen) return;
    const { range, newText } = chosen.textEdit as TextEdit;
    await person.fillIn({ range, snippet: chosen.insertTextFormat === 2 ? newText : newText.replace(/[\\$}]/g, '\\$&') });
  },
  async erase({ file }, { keys }) { for (let i = 0; i < keys && file.caret > 0; i++) await file.put(file.caret - 1, file.caret, ''); },
  async undo({ file }, { times }) { for (let i = 0; i < times; i++) await file.undo(); },
  async redo({ file }, { times }) { for (let i = 0; i < times; i++) await file.redo(); },
  paste: ({ file }, { text }) => file.put(file.caret, file.caret, text),
  async 'paste into the record'(person, { text }) {
    const result = await person.ask<PasteResult>(pasteRequest, { text });
    if ('edit' in result) await person.file.edit([result.edit]);
  },
  async 'move line'({ file }, { down }) {
    const first = file.line.number - (down ? 0 : 1);
    if (first < 0 || first + 1 >= file.lineCount) return;
    const [one, two] = [file.lineAt(first), file.lineAt(first + 1)];
    await file.put(one.start, two.end, two.text + file.text.slice(one.end, two.start) + one.text);
    file.caret = down ? file.caret : one.start;
  },
  async 'duplicate line'({ file }) { await file.put(file.line.end, file.line.end, lineBreakOf(file.text) + file.line.text); },
  async 'delete line'({ file }) {
    const { number, start, end } = file.line;
    await file.put(start, number + 1 < file.lineCount ? file.lineAt(number + 1).start : end, '');
  },
  async 'toggle comment'({ file }, { lines }) {
    const first = file.line.number;
    const chosen = Array.from({ length: Math.min(lines, file.lineCount - first) }, (_, i) => file.lineAt(first + i));
    const isComment = chosen.every(({ text }) => /^\s*#/.test(text));
    await file.edit(chosen.map(({ start, text }) => {
      const at = start + /^\s*/.exec(text)![0].length;
      const length = isComment ? /^# ?/.exec(text.trimStart())![0].length : 0;
      return { range: { start: file.positionAt(at), end: file.positionAt(at + length) }, newText: isComment ? '' : '# ' };
    }));
  },
  async 'replace all'({ file }, { find, by }) {
    const { text } = file;
    const places: number[] = [];
    for (let at = text.indexOf(find); at >= 0 && find; at = text.indexOf(find, at + find.length)) places.push(at);
    await file.edit(places.map(at => ({ range: { start: file.positionAt(at), end: file.positionAt(at + find.length) }, newText: by })));
  },
  async format(person, { lines }) {
    const { file } = person;
    const range = { start: { line: file.line.number, character: 0 }, end: { line: file.line.number + (lines ?? 0), character: 0 } };
    await file.edit(await person.ask<TextEdit[]>(lines === undefined ? 'textDocument/formatting' : 'textDocument/rangeFormatting', { options: OPTIONS, range }));
  },
  act: (person, { action, everywhere }) => {
    const { file } = person;
    const { start, end } = everywhere ? { start: 0, end: file.text.length } : file.line;
    return person.act({ start: file.positionAt(start), end: file.positionAt(end) }, {}, action);
  },
  'mend everything': person => person.act({ start: person.file.place, end: person.file.place }, { only: ['source.fixAll'] }, 0),
  async rename(person, { to }) {
    person.file.caret = behindNext('id: ', person.file);
    const edit = await orNothing(person.ask<WorkspaceEdit | null>('textDocument/rename', { newName: to }));
    if (edit) await person.make(edit);
  },
  async insert(person, { what }) {
    const result = await person.ask<InsertionResult>(insertionRequest, { what });
    if ('edit' in result) await person.fillIn(result.edit);
  },
  async 'new record'(person, { authority, event, start }) {
    const result = await person.ask<NewRecordResult>(newRecordRequest, { authority, event, start });
    if ('edit' in result) await person.fillIn(result.edit);
  },
  save: ({ file }) => file.save(),
  'other file': person => person.turnToOther(),
};
