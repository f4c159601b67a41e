import { CodeActionKind, type CodeAction, type CodeActionParams, type Range, type ServerCapabilities, type TextEdit } from 'vscode-languageserver';
import type { Action } from '../features/actions/action';
import { fixAll } from '../features/actions/fix-all';
import { quickFixes } from '../features/actions/quick-fixes';
import type { RecordStream } from '../records/stream';
import type { ServerContext } from './context';
import type { OpenDocument } from './documents';
import { guard } from './guard';
import { toDiagnostic } from './translate';

const FIX_ALL = 'source.fixAll.inspectionRecords';

/** A selection over more records than this is not searched for mistakes to mend one by one. */
const MOST_RECORDS = 50;

export const actionCapabilities: ServerCapabilities = {
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL] },
};

export function registerActions(context: ServerContext): void {
  context.connection.onCodeAction(guard(context.connection, 'code actions', [], (params): CodeAction[] => {
    const document = context.documents.get(params.textDocument.uri);
    if (!document) return [];
    const wanted = (kind: string) => !params.context.only || params.context.only.some(only => kind === only || kind.startsWith(`${only}.`));
    return [
      ...(wanted(CodeActionKind.QuickFix) ? atRange(context, document, params) : []),
      // Only when asked for: it looks at every record of the file.
      ...(params.context.only && wanted(FIX_ALL) ? everywhere(context, document) : []),
    ];
  }));
}

function atRange(context: ServerContext, document: OpenDocument, { range }: CodeActionParams): CodeAction[] {
  const checker = context.checkerFor(document.uri);
  return slicesIn(document.stream, range).flatMap(({ index, span }) =>
    quickFixes(document.stream.slices[index]!, span, checker).map(action => translate(action, document, index, context.rulePages)));
}

function everywhere(context: ServerContext, document: OpenDocument): CodeAction[] {
  const checker = context.checkerFor(document.uri);
  const edits = document.stream.slices.flatMap((slice, index) => fixAll(slice, checker).map(edit => toTextEdit(edit, document.stream, index)));
  return edits.length ? [{ title: 'Mend everything that can be mended without asking', kind: FIX_ALL, edit: { changes: { [document.uri]: edits } } }] : [];
}

function translate(action: Action, { uri, stream }: OpenDocument, index: number, rulePages: string): CodeAction {
  return {
    title: action.title,
    kind: action.kind,
    isPreferred: action.preferred,
    diagnostics: action.finding && [toDiagnostic(action.finding, stream, index, uri, rulePages)],
    edit: { changes: { [uri]: action.edits.map(edit => toTextEdit(edit, stream, index)) } },
  };
}

function toTextEdit(edit: { start: number; end: number; text: string }, stream: RecordStream, index: number): TextEdit {
  return { range: stream.rangeOf(index, edit), newText: edit.text };
}

/** The parts of a range in each of its records, by offsets in their slices. */
function slicesIn(stream: RecordStream, range: Range) {
  const from = stream.locate(range.start);
  const to = stream.locate(range.end);
  const count = Math.min(to.index - from.index + 1, MOST_RECORDS);
  return Array.from({ length: count }, (_, i) => {
    const index = from.index + i;
    return { index, span: { start: i === 0 ? from.offset : 0, end: index === to.index ? to.offset : stream.slices[index]!.text.length } };
  });
}
