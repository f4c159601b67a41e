import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { pageExportRequest, type ExportResult, type PageExportParams, type PageSubject } from '../../server/lsp/protocol';
import { KINDS } from '../preview/export';
import { madeBy } from '../preview/exported';
import { save } from '../preview/save';

/** What other extensions and keyboard shortcuts may say beforehand; what they leave open is asked. */
export interface PageGiven {
  format?: PageExportParams['format'];
  /** Address of the file to be written. */
  target?: string;
}

interface Choice extends vscode.QuickPickItem {
  format: PageExportParams['format'];
  /** The kinds of page that come in this form. */
  of: readonly PageSubject['kind'][];
}

const CHOICES: readonly Choice[] = [
  { format: 'html', label: 'Web page', detail: 'One file that opens in any browser, and prints well on A4', of: ['journey', 'overview'] },
  { format: 'docx', label: 'Word document', detail: 'For committee papers, with headings and a real table', of: ['journey'] },
  { format: 'markdown', label: 'Markdown', detail: 'For a wiki or a repository', of: ['journey', 'overview'] },
  { format: 'text', label: 'Plain text', detail: 'For an e-mail; no line is longer than 80 characters', of: ['journey', 'overview'] },
];

/** Writes a page about many records to a file that the user chooses. */
export async function exportPage(subject: PageSubject, client: BaseLanguageClient, given: PageGiven = {}): Promise<void> {
  const offers = CHOICES.filter(({ of }) => of.includes(subject.kind));
  const format = given.format ?? (await vscode.window.showQuickPick(offers, { title: 'Export Page', placeHolder: 'In what form?', matchOnDetail: true }))?.format;
  if (!format) return;
  const params: PageExportParams = { subject, format };
  const made = await madeBy(token => client.sendRequest<ExportResult>(pageExportRequest, params, token));
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (made) await save(made, { what: 'The page', title: 'Export Page', kind: KINDS[format], folder, target: given.target });
}
