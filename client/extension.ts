// The extension on the desktop and in remote windows, where the language server is a process of its own.
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './start';

export { stop as deactivate } from './start';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.stdio };
  return start(context, options => new LanguageClient('inspectionRecords', 'Inspection Records', server, options));
}
