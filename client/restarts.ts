import * as vscode from 'vscode';
import { CloseAction, ErrorAction, type CloseHandlerResult, type ErrorHandler, type ErrorHandlerResult } from 'vscode-languageclient';

/** A server that ends more often than this within so many milliseconds is not started again by itself. */
const OFTEN = 4, WITHIN = 3 * 60_000;

export const RESTART_COMMAND = 'inspectionRecords.restartServer';

/** Has a server that ended started again, without a word: nothing is lost, as every text is sent to it anew. One that ends again and again is left to the user. */
export class Restarts implements ErrorHandler {
  private ends: number[] = [];

  constructor(private readonly showLog: () => void) {}

  /** What cannot be understood stands in the log; a connection that is of no use is closed, and then there is something to be done. */
  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.ends = [...this.ends.filter(end => now - end <= WITHIN), now];
    if (this.ends.length <= OFTEN) return { action: CloseAction.Restart, handled: true };
    void this.tell();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  /** Whoever starts it anew wants it to be tried as often as the first time. */
  forget(): void {
    this.ends = [];
  }

  private async tell(): Promise<void> {
    const [restart, log] = ['Restart', 'Show Log'];
    const chosen = await vscode.window.showErrorMessage(
      `Inspection records are not checked any more: the language server has ended ${this.ends.length} times in three minutes. Your texts are as you left them. It can be started again; if that does not help, the log says what went wrong.`, restart, log,
    );
    if (chosen === restart) await vscode.commands.executeCommand(RESTART_COMMAND);
    else if (chosen === log) this.showLog();
  }
}
