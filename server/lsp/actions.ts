import type { CodeAction, Range, ServerCapabilities, TextEdit } from 'vscode-languageserver';
import type { Action } from '../features/actions/action';
import { fixAll } from '../features/actions/fix-all';
import { quickFixes, silencing, type Remedies } from '../features/actions/quick-fixes';
import { refactorings } from '../features/actions/refactorings';
import { asFillIn } from '../features/gaps';
import type { RecordStream } from '../records/stream';
import type { TextEdit as Edit } from '../rules/rule';
import { visible } from '../text/visible';
import { OPEN_LIST } from './completion';
import { configurationFixes } from './configuration-files';
import type { ServerContext } from './context';
import type { OpenDocument } from './documents';
import { findingsOf } from './findings-of';
import { guard } from './guard';
import { CodeActionKind } from './kinds';
import { slicesIn } from './slices-in';
import { toDiagnostic } from './translate';
import { canFillIn, toFillInEdit, toWorkspaceEdit } from './workspace-edit';

/** Kinds of what is about the place that is asked for. */
const PLACED: readonly string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite];

const FIX_ALL = 'source.fixAll.inspectionRecords';

/** A selection over more records than this is not searched for mistakes to mend one by one. */
const MOST_RECORDS = 50;

export const actionCapabilities: ServerCapabilities = {
  codeActionProvider: { codeActionKinds: [...PLACED, FIX_ALL] },
};

export function registerActions(context: ServerContext): void {
  // Older clients take commands only, which would have to be run by us.
  const takesActions = context.client.textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
  context.connection.onCodeAction(guard(context.connection, 'code actions', [], ({ textDocument: { uri }, range, context: { only } }): CodeAction[] => {
    if (!takesActions) return [];
    const isWanted = (kind: string) => !only || only.some(wanted => kind === wanted || kind.startsWith(`${wanted}.`));
    const configuration = context.configurationDocuments.get(uri);
    if (configuration) return isWanted(CodeActionKind.QuickFix) ? inConfiguration(context, configuration, range) : [];
    const document = context.documents.get(uri);
    if (!document) return [];
    return [
      ...(PLACED.some(isWanted) ? placed(context, document, range).filter(({ kind }) => isWanted(kind!)) : []),
      // Only when asked for: it looks at every record of the file.
      ...(only && isWanted(FIX_ALL) ? everywhere(context, document) : []),
    ];
  }));
}

/** What mends comes first, then what silences, then what writes it otherwise. */
function placed(context: ServerContext, document: OpenDocument, range: Range): CodeAction[] {
  const actions = [...atRange(quickFixes, context, document, range), ...inOneRecord(context, document, range), ...atRange(silencing, context, document, range)];
  return PLACED.flatMap(kind => actions.filter(action => action.kind === kind));
}

function atRange(remedies: Remedies, context: ServerContext, document: OpenDocument, range: Range): CodeAction[] {
  return slicesIn(document.stream, range).slice(0, MOST_RECORDS).flatMap(({ index, slice, within }) =>
    remedies(slice, within, findingsOf(context, document.uri, slice)).map(action => translate(context, action, document, index)));
}

function inConfiguration(context: ServerContext, document: OpenDocument, range: Range): CodeAction[] {
  return configurationFixes(document, range).map(({ diagnostic, edits, ...action }) => (
    { ...action, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: toWorkspaceEdit(context, edits.map(edit => ({ uri: document.uri, edit }))) }));
}

/** A selection over several records is not about any of them. */
function inOneRecord(context: ServerContext, document: OpenDocument, range: Range): CodeAction[] {
  const [only, ...others] = slicesIn(document.stream, range);
  if (!only || others.length) return [];
  const { index, slice, within } = only;
  return refactorings(slice, within, context.checkerFor(document.uri), context.settings().wrapColumn).map(action => translate(context, action, document, index));
}

function everywhere(context: ServerContext, { uri, stream }: OpenDocument): CodeAction[] {
  const checker = context.checkerFor(uri);
  const edits = context.isIgnored(uri) ? [] : stream.slices.flatMap((slice, index) => fixAll(slice, checker).map(edit => ({ uri, edit: toTextEdit(edit, stream, index) })));
  return edits.length ? [{ title: 'Mend everything that can be mended without asking', kind: FIX_ALL, edit: toWorkspaceEdit(context, edits) }] : [];
}

function translate(context: ServerContext, { title, kind, preferred, finding, edits, withGaps }: Action, { uri, stream }: OpenDocument, index: number): CodeAction {
  return {
    title: visible(title), kind, isPreferred: preferred,
    diagnostics: finding && [toDiagnostic(finding, stream, index, uri, context)],
    ...(withGaps && canFillIn(context) ? toBeFilledIn(context, withGaps, uri, stream, index) : { edit: toWorkspaceEdit(context, edits.map(edit => ({ uri, edit: toTextEdit(edit, stream, index) }))) }),
  };
}

/** Edits through whose gaps the editor leads; what there is to choose from is listed at the first. */
function toBeFilledIn(context: ServerContext, edits: readonly Edit[], uri: string, stream: RecordStream, index: number): Pick<CodeAction, 'edit' | 'command'> {
  const { snippet, ...span } = asFillIn(stream.slices[index]!.text, edits);
  const edit = toFillInEdit(context, uri, { range: stream.rangeOf(index, span), snippet: { kind: 'snippet', value: snippet } });
  return { edit, command: context.commands.has(OPEN_LIST.command) ? OPEN_LIST : undefined };
}

function toTextEdit(edit: Edit, stream: RecordStream, index: number): TextEdit {
  return { range: stream.rangeOf(index, edit), newText: edit.text };
}
