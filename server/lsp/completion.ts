import type { CompletionItem, CompletionList, ServerCapabilities } from 'vscode-languageserver';
import { complete, type CompletionItem as Item } from '../features/completion';
import { completeConfiguration } from '../features/configuration/completion';
import { readConfiguration } from '../findings/configuration';
import { Vocabulary } from '../workspace/vocabulary';
import { configurationAt, recordAt, type ServerContext } from './context';
import type { OpenDocument } from './documents';
import { isWholeWorkspaceRead } from './findings-of';
import { guard } from './guard';
import { CompletionItemKind, InsertTextFormat, InsertTextMode } from './kinds';

const NONE: CompletionList = { isIncomplete: false, items: [] };

/** The command that opens the list again after a choice that has values of its own. */
const OPEN_LIST = { command: 'editor.action.triggerSuggest', title: 'Show the values' };

export const completionCapabilities: ServerCapabilities = { completionProvider: { triggerCharacters: [' ', ':', '-', '\n'] } };

export function registerCompletion(context: ServerContext): void {
  const { connection, client, checkerFor, workspace } = context;
  const vocabulary = new Vocabulary(workspace);
  const snippets = !!client.textDocument?.completion?.completionItem?.snippetSupport;
  connection.onCompletion(guard(connection, 'completion', NONE, (params): CompletionList => {
    const setting = configurationAt(context, params);
    if (setting) {
      const { configuration } = readConfiguration(setting.stream.text);
      const items = completeConfiguration(setting.slice, setting.offset, { configuration, typed: params.context?.triggerCharacter });
      return { isIncomplete: false, items: items.map(item => translate(item, setting.document, setting.index, snippets)) };
    }
    const at = recordAt(context, params);
    if (!at) return NONE;
    const { items, incomplete } = complete(at.slice, at.offset, checkerFor(params.textDocument.uri), {
      typed: params.context?.triggerCharacter, vocabulary: isWholeWorkspaceRead(context) ? vocabulary : undefined,
    });
    return { isIncomplete: incomplete, items: items.map(item => translate(item, at.document, at.index, snippets)) };
  }));
}

const KINDS: Record<Item['kind'], CompletionItemKind> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  authority: CompletionItemKind.Module,
  event: CompletionItemKind.Event,
  judgement: CompletionItemKind.Field,
  grade: CompletionItemKind.EnumMember,
  date: CompletionItemKind.Constant,
  record: CompletionItemKind.Snippet,
};

function translate(item: Item, { stream }: OpenDocument, index: number, snippets: boolean): CompletionItem {
  const newText = (snippets ? item.snippet : undefined) ?? item.edit.text;
  return {
    label: item.label,
    labelDetails: { detail: item.detail && ` ${item.detail}`, description: item.description },
    kind: KINDS[item.kind],
    documentation: item.documentation ? { kind: 'markdown', value: item.documentation } : undefined,
    filterText: item.filterText,
    sortText: item.sortText,
    preselect: item.preselect,
    insertTextFormat: newText === item.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // Lines after the first are indented as they are to stand.
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: stream.rangeOf(index, item.edit), newText },
    command: item.chain ? OPEN_LIST : undefined,
  };
}
