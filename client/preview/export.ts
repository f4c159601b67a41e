import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ExportFormat, ExportParams, Place } from '../../server/lsp/protocol';
import { exported, type Wish } from './exported';
import { save } from './save';

/** A record that is to be exported or copied. */
export interface Chosen {
  uri: vscode.Uri;
  place: Place;
}

/** What other extensions and keyboard shortcuts may say beforehand; what they leave open is asked. */
export interface Given {
  format?: ExportFormat;
  style?: ExportParams['style'];
  /** All records of the file. */
  all?: boolean;
  /** Address of the file to be written. */
  target?: string;
}

type Choice = vscode.QuickPickItem & Required<Pick<Given, 'format' | 'style' | 'all'>>;

/** What a file is called in a dialogue. */
export const KINDS: Readonly<Record<ExportFormat, string>> = { html: 'Web page', docx: 'Word document', markdown: 'Markdown', text: 'Plain text', tsv: 'Table', json: 'JSON' };

const EXPORTS: readonly (readonly [format: ExportFormat, style: ExportParams['style'], label: string, detail: string])[] = [
  ['html', 'record', 'Web page', 'One file that opens in any browser, and prints well on A4'],
  ['docx', 'record', 'Word document', 'For committee papers, with headings and real tables'],
  ['docx', 'briefing', 'Briefing as a Word document', 'Grades, what is done well, what needs to improve, what was said and done; each with its line'],
  ['markdown', 'record', 'Markdown', 'For a wiki or a repository'],
  ['markdown', 'briefing', 'Briefing as Markdown', 'The same briefing, for a wiki or a repository'],
  ['text', 'record', 'Plain text', 'For an e-mail; no line is longer than 80 characters'],
  ['tsv', 'record', 'Table of judgements', 'Tab-separated values, for a spreadsheet'],
  ['json', 'record', 'JSON', 'All that is shown, for programs'],
];

const COPIES: readonly (readonly [format: ExportFormat, style: ExportParams['style'], label: string, detail: string])[] = [
  ['markdown', 'record', 'Markdown', 'Everything about the record'],
  ['text', 'record', 'Plain text', 'Everything about the record, for an e-mail'],
  ['tsv', 'record', 'Table of judgements', 'To be pasted into a spreadsheet or a table'],
  ['markdown', 'briefing', 'Briefing as Markdown', 'What a committee is told; each fact with its line'],
  ['text', 'briefing', 'Briefing as plain text', 'The same, for an e-mail'],
];

/** Writes a record, or all records of its file, to a file that the user chooses. */
export async function exportSummary({ uri, place }: Chosen, client: BaseLanguageClient, given: Given = {}): Promise<void> {
  const choice = await choose(EXPORTS, 'Export Summary', given, true);
  if (!choice) return;
  const wish: Wish = { uri, place: choice.all ? undefined : place, format: choice.format, style: choice.style };
  const made = await exported(wish, client);
  const folder = uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
  if (made) await save(made, { what: 'The summary', title: 'Export Summary', kind: KINDS[choice.format], folder, target: given.target });
}

/** Puts a record into the clipboard. */
export async function copySummary({ uri, place }: Chosen, client: BaseLanguageClient, given: Given = {}): Promise<void> {
  const choice = await choose(COPIES, 'Copy Summary', given, false);
  const made = choice && await exported({ uri, place: choice.all ? undefined : place, format: choice.format, style: choice.style }, client);
  if (!made) return;
  await vscode.env.clipboard.writeText(new TextDecoder().decode(made.bytes));
  void vscode.window.setStatusBarMessage('$(check) The summary is in the clipboard', 4000);
}

async function choose(offers: typeof EXPORTS, title: string, { format, style = 'record', all = false }: Given, withAll: boolean): Promise<Pick<Choice, 'format' | 'style' | 'all'> | undefined> {
  if (format) return { format, style, all };
  const toItem = (ofAll: boolean) => ([offered, how, label, detail]: (typeof EXPORTS)[number]): Choice => ({ label, detail, format: offered, style: how, all: ofAll });
  const separator = (label: string) => ({ label, kind: vscode.QuickPickItemKind.Separator }) as Choice;
  const items = withAll ? [separator('this record'), ...offers.map(toItem(false)), separator('all records of the file'), ...offers.map(toItem(true))] : offers.map(toItem(false));
  return vscode.window.showQuickPick(items, { title, placeHolder: 'In what form?', matchOnDetail: true });
}
