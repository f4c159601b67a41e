import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { exportRequest, type ExportFormat, type ExportParams, type ExportResult, type Place } from '../../server/lsp/protocol';
import { withPatience } from '../with-patience';

/** What is exported, and how. */
export interface Wish {
  uri: vscode.Uri;
  /** The record at this place; without it, all records of the file. */
  place?: Place;
  format: ExportFormat;
  style: ExportParams['style'];
}

/** What came of it, to be written or copied. */
export interface Exported {
  /** A name for a file of it. */
  name: string;
  bytes: Uint8Array;
}

/** Asks the server; undefined where the user has cancelled it, or was told why it cannot be. */
export async function exported({ uri, place, format, style }: Wish, client: BaseLanguageClient): Promise<Exported | undefined> {
  const params: ExportParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(uri) }, position: place, format, style };
  return madeBy(token => client.sendRequest<ExportResult>(exportRequest, params, token));
}

/** What the server answers to a request, as bytes; undefined where the user has cancelled it, or was told why it cannot be. */
export async function madeBy(request: (token: vscode.CancellationToken) => Promise<ExportResult>): Promise<Exported | undefined> {
  const result = await withPatience('Exporting records', request);
  if (!result) return undefined;
  if ('refusal' in result) {
    void vscode.window.showWarningMessage(result.refusal);
    return undefined;
  }
  const bytes = 'text' in result ? new TextEncoder().encode(result.text) : Uint8Array.from(atob(result.base64), character => character.charCodeAt(0));
  return { name: result.name, bytes };
}
