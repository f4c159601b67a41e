import * as vscode from 'vscode';
import type { FilesRead } from './read-files';
import type { GatherResult } from '../../server/lsp/protocol';
import { inWords } from './choose-place';
import type { Written } from './write-import';

const DETAILS = 'Show Details';

/** Tells what came of imports: in one sentence, with everything that is to be looked at in an output channel. */
export class ImportLog {
  private channel?: vscode.OutputChannel;

  /** What nobody could read. */
  tellFailure(problems: readonly string[]): void {
    this.write('Nothing was imported.', problems);
    const [only, ...more] = problems;
    if (more.length === 0) void vscode.window.showErrorMessage(only ?? 'There was nothing to import.');
    else void this.offer(vscode.window.showErrorMessage(`None of ${problems.length} files could be read.`, DETAILS));
  }

  tell(gathered: GatherResult, { problems, notes }: FilesRead, written: Written): void {
    const sentence = whatWasDone(gathered, written);
    const doubts = gathered.doubts.length;
    const told = [
      ...(problems.length > 0 ? [`${problems.length === 1 ? '1 file' : `${problems.length} files`} could not be read.`] : []),
      ...(written.notes.length > 0 ? [`${written.notes.length === 1 ? '1 value differs' : `${written.notes.length} values differ`} from the records, which stay as they are.`] : []),
      ...(doubts > 0 ? [`${doubts === 1 ? '1 value is' : `${doubts} values are`} marked '# check:'.`] : []),
    ];
    const details = [...problems, ...notes, ...gathered.notes, ...written.notes, ...gathered.doubts];
    this.write(sentence, details);
    const show = problems.length + written.notes.length > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
    void this.offer(show([sentence, ...told].join(' '), ...(details.length > 0 ? [DETAILS] : [])));
  }

  dispose(): void {
    this.channel?.dispose();
  }

  private write(sentence: string, details: readonly string[]): void {
    this.channel ??= vscode.window.createOutputChannel('Inspection Records: Import');
    this.channel.appendLine([sentence, ...details.map(detail => `  ${detail}`), ''].join('\n'));
  }

  private async offer(answer: Thenable<string | undefined>): Promise<void> {
    if (await answer === DETAILS) this.channel?.show(true);
  }
}

function whatWasDone(gathered: GatherResult, { added, completed, uris }: Written): string {
  if (uris.length === 0) return `${inWords(gathered)}: all of it is there already.`;
  const parts = [...(added > 0 ? [`${added === 1 ? '1 record was' : `${added} records were`} imported`] : []), ...(completed > 0 ? [`${completed === 1 ? '1 record' : `${completed} records`} got what it lacked`.replace(/^(\d+ records) got what it/, '$1 got what they')] : [])];
  return `${parts.join(', ')}.`;
}
