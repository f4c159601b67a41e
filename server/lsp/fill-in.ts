import { asFillIn } from '../features/gaps';
import { insertion } from '../features/insertions';
import { newRecord } from '../features/new-record';
import { newRecordChoices } from '../features/new-record-choices';
import { beforeNewRecord } from '../features/new-record-place';
import { RecordStream } from '../records/stream';
import type { TextEdit } from '../rules/rule';
import { lineBreakOf } from '../text/lines';
import { recordAt, type ServerContext } from './context';
import { guard } from './guard';
import {
  choicesRequest, insertionRequest, newRecordRequest, type ChoicesParams, type ChoicesResult, type FillInEdit, type InsertionParams, type InsertionResult, type NewRecordParams, type NewRecordResult,
} from './protocol';

const NO_CHOICES: ChoicesResult = { authorities: [], events: [], days: [] };
const FAILED = { refusal: 'This did not work. The log of the language server says why.' };

/** Text to be filled in: new records, and lines for the one at the cursor. */
export function registerFillIn(context: ServerContext): void {
  const { connection, documents, checkerFor } = context;
  connection.onRequest(choicesRequest, guard(connection, 'choices', NO_CHOICES, ({ near = '' }: ChoicesParams): ChoicesResult => newRecordChoices(checkerFor(near))));
  connection.onRequest(newRecordRequest, guard(connection, 'new record', FAILED, ({ textDocument, near = '', ...subject }: NewRecordParams): NewRecordResult => {
    const stream = (textDocument && documents.get(textDocument.uri)?.stream) ?? RecordStream.of('');
    const last = stream.slices.length - 1;
    const { text } = stream.slices[last]!;
    const { text: record, doubts } = newRecord(subject, checkerFor(near), lineBreakOf(text));
    const errors = doubts.filter(({ severity }) => severity === 'error');
    if (errors.length) return { refusal: errors.map(({ message }) => message).join(' ') };
    return { edit: fillIn(stream, last, [{ start: text.length, end: text.length, text: beforeNewRecord(stream) + record }]) };
  }));
  connection.onRequest(insertionRequest, guard<InsertionParams, InsertionResult>(connection, 'insertion', FAILED, params => {
    const at = recordAt(context, params);
    if (!at) return FAILED;
    const found = insertion(params.what, at.slice, checkerFor(params.textDocument.uri));
    return 'edits' in found ? { edit: fillIn(at.stream, at.index, found.edits) } : found;
  }));
}

function fillIn(stream: RecordStream, index: number, edits: readonly TextEdit[]): FillInEdit {
  const { text, snippet, ...span } = asFillIn(stream.slices[index]!.text, edits);
  return { range: stream.rangeOf(index, span), newText: text, snippet };
}
