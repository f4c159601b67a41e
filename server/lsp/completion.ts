import type { CompletionItem, CompletionList, MarkupContent, ServerCapabilities } from 'vscode-languageserver';
import { complete, type CompletionItem as Item } from '../features/completion';
import { completeConfiguration } from '../features/configuration/completion';
import { completeData } from '../features/reference-data/completion';
import { readConfiguration } from '../findings/configuration';
import { plainText } from '../text/markdown';
import { visible } from '../text/visible';
import { Vocabulary } from '../workspace/vocabulary';
import { configurationAt, dataAt, recordAt, type ServerContext } from './context';
import type { OpenDocument } from './documents';
import { isWholeWorkspaceRead } from './findings-of';
import { guard } from './guard';
import { CompletionItemKind, CompletionTriggerKind, InsertTextFormat, InsertTextMode, MarkupKind } from './kinds';
import { EDITOR_COMMANDS } from './protocol';

const NONE: CompletionList = { isIncomplete: false, items: [] };

/** The command that opens the list again after a choice that has values of its own; one that opens as if by typing says nothing where there are none. */
export const OPEN_LIST = { command: EDITOR_COMMANDS.showValues, title: 'Show the values', arguments: [{ auto: true }] };

/** Characters whose typing makes an editor ask for what belongs there. */
export const TRIGGERS = [' ', ':', '-', '\n'];

export const completionCapabilities: ServerCapabilities = { completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true } };

/** What a client can do with a list. */
interface Abilities {
  snippets: boolean;
  labelDetails: boolean;
  commitCharacters: boolean;
  insertTextMode: boolean;
  /** It can open the list again by itself. */
  openList: boolean;
  /** It asks for the documentation of an item when it shows it. */
  documentationLater: boolean;
  /** How it is best told what an item is; one that does not say what it shows is shown plain text. */
  documentation: MarkupKind;
}

function abilitiesOf({ client: { textDocument }, commands }: ServerContext): Abilities {
  const { snippetSupport = false, labelDetailsSupport = false, commitCharactersSupport = false, insertTextModeSupport, resolveSupport, documentationFormat } = textDocument?.completion?.completionItem ?? {};
  return {
    snippets: snippetSupport, labelDetails: labelDetailsSupport, commitCharacters: commitCharactersSupport,
    insertTextMode: insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) ?? false, openList: commands.has(EDITOR_COMMANDS.showValues),
    documentationLater: !!resolveSupport?.properties.includes('documentation'), documentation: documentationFormat?.[0] ?? MarkupKind.PlainText,
  };
}

export function registerCompletion(context: ServerContext): void {
  const { connection, checkerFor, workspace } = context;
  const vocabulary = new Vocabulary(workspace);
  const abilities = abilitiesOf(context);
  /** What was offered last: of these more may be asked. */
  let offered: readonly Item[] = [];
  const list = (items: readonly Item[], isIncomplete: boolean, { document, index }: { document: OpenDocument; index: number }): CompletionList => {
    offered = items;
    return { isIncomplete, items: items.map(item => translate(item, document, index, abilities)) };
  };
  connection.onCompletion(guard(connection, 'completion', NONE, (params): CompletionList => {
    const typed = params.context?.triggerCharacter;
    const setting = configurationAt(context, params);
    if (setting) return list(completeConfiguration(setting.slice, setting.offset, { configuration: readConfiguration(setting.stream.text).configuration, typed }), false, setting);
    const data = dataAt(context, params);
    if (data) return list(completeData(data.slice, data.offset, { known: checkerFor(params.textDocument.uri).reference.data, typed }), false, data);
    const at = recordAt(context, params);
    if (!at) return NONE;
    const narrowing = params.context?.triggerKind === CompletionTriggerKind.TriggerForIncompleteCompletions;
    const { items, incomplete } = complete(at.slice, at.offset, checkerFor(params.textDocument.uri), { typed, narrowing, vocabulary: isWholeWorkspaceRead(context) ? vocabulary : undefined });
    return list(items, incomplete, at);
  }));
  connection.onCompletionResolve(item => ({ ...item, documentation: documentationOf(offered.find(({ label }) => visible(label) === item.label), abilities) ?? item.documentation }));
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
  rule: CompletionItemKind.Reference,
};

function translate(item: Item, { stream }: OpenDocument, index: number, can: Abilities): CompletionItem {
  const newText = (can.snippets ? item.snippet : undefined) ?? item.edit.text;
  return {
    // What is put in is as another record has it; what is shown hides nothing.
    label: visible(item.label),
    ...detailsOf(item, can),
    kind: KINDS[item.kind],
    documentation: can.documentationLater ? undefined : documentationOf(item, can),
    filterText: item.filterText ?? (visible(item.label) === item.label ? undefined : item.label),
    sortText: item.sortText,
    preselect: item.preselect,
    insertTextFormat: newText === item.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // Lines after the first are indented as they are to stand.
    insertTextMode: can.insertTextMode ? InsertTextMode.asIs : undefined,
    textEdit: { range: stream.rangeOf(index, item.edit), newText },
    commitCharacters: can.commitCharacters && item.commitCharacters ? [...item.commitCharacters] : undefined,
    command: item.chain && can.openList ? OPEN_LIST : undefined,
  };
}

function detailsOf({ detail, description }: Item, { labelDetails }: Abilities): Pick<CompletionItem, 'labelDetails' | 'detail'> {
  if (labelDetails) return { labelDetails: { detail: detail && ` ${detail}`, description } };
  return { detail: [detail, description].filter(Boolean).join(' · ') || undefined };
}

function documentationOf(item: Item | undefined, { documentation: kind }: Abilities): MarkupContent | undefined {
  return item?.documentation ? { kind, value: kind === MarkupKind.Markdown ? item.documentation : plainText(item.documentation) } : undefined;
}
