// The extension in VS Code for the Web, where the language server is a web worker.
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type Message, type MessageTransports } from 'vscode-languageclient/browser';
import { start } from './start';

export { stop as deactivate } from './start';

export function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  let worker: Worker | undefined;
  const server = (): Promise<MessageTransports> => {
    // A server that has been stopped leaves its worker behind.
    worker?.terminate();
    worker = new Worker(script);
    return Promise.resolve({ reader: new WorkerReader(worker), writer: new PlainWriter(worker) });
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return start(context, options => new LanguageClient('inspectionRecords', 'Inspection Records', server, options));
}

/** Hears what a worker says. After an error that nobody has caught it may be in any state: it is ended as a process would be, and counts as gone. */
class WorkerReader extends BrowserMessageReader {
  constructor(worker: Worker) {
    super(worker);
    worker.addEventListener('error', () => {
      worker.terminate();
      this.fireClose();
    });
  }
}

/** Sends what would go over a wire. As it is, a worker would be handed VS Code's own objects, such as positions, without what these work out when asked. */
class PlainWriter extends BrowserMessageWriter {
  override write(message: Message): Promise<void> {
    return super.write(JSON.parse(JSON.stringify(message)) as Message);
  }
}
