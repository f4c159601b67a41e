import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { previewRequest, statusRequest, type PreviewResult } from '../../../server/lsp/protocol';
import { EditedFile } from './edited-file';
import { Person } from './person';
import type { Wire } from './wire';

/** What is typed, over and over, each time in another record: words, lines, and a record with its end. */
const WRITTEN = ['notes: The plan was seen.\n', 'strengths:\n  - Staff know their children well.\n', '# to be looked at again\n', '---\nid: another\nauthority: Kent\nevent: ILACS focused visit\n'];

/** Somebody who types in a long file, with a preview beside it, and looks into another file now and then. No time passes but that of the answers. */
export class TypingHour {
  /** Key presses so far. */
  keys = 0;
  private round = 0;
  private readonly person: Person;
  private readonly long: EditedFile;
  private revision?: number;
  private resultId?: string;

  constructor(private readonly wire: Wire, private readonly folder: string, text: string) {
    this.long = new EditedFile(`${folder}/many.inspection.yaml`, text, wire, () => this.look());
    this.person = new Person(wire, [this.long]);
    this.long.open();
  }

  /** Types so many keys; then everything that was written is taken away again, so that what is to be kept is what there was. */
  async type(keys: number): Promise<void> {
    const until = this.keys + keys;
    while (this.keys < until) await this.write(WRITTEN[this.round % WRITTEN.length]!, this.round++);
    await this.rest();
  }

  close(): void {
    this.long.close();
  }

  /** Writes something between two lines, looks around, and takes it back. */
  private async write(text: string, round: number): Promise<void> {
    const { long } = this;
    const line = (round * 7919) % long.lineCount;
    const { start } = long.lineAt(line);
    const before = long.text.length;
    long.caret = start;
    for (const key of text) await this.person.type(key);
    await this.rest();
    if (round % 2 === 0) await this.lookIntoAnother(round);
    await long.put(start, start + long.text.length - before, '');
  }

  /** What VS Code asks for at each key. */
  private async look(): Promise<void> {
    this.keys++;
    const { long: { uri, place: position }, resultId: previousResultId, revision } = this;
    const textDocument = { uri };
    const [, report, page] = await Promise.all([
      this.wire.request('textDocument/completion', { textDocument, position }),
      this.wire.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument, previousResultId }),
      this.wire.request<PreviewResult>(previewRequest, { textDocument, position, preview: 'one', revision }),
      this.wire.request('textDocument/inlayHint', { textDocument, range: { start: { line: Math.max(0, position.line - 20), character: 0 }, end: { line: position.line + 20, character: 0 } } }),
      this.wire.request(statusRequest, { textDocument, position }),
    ]);
    this.resultId = report.resultId;
    this.revision = page.revision;
  }

  /** What it asks for when the keys rest. */
  private async rest(): Promise<void> {
    const { long: { uri, place: position } } = this;
    this.long.save();
    for (const method of ['documentSymbol', 'foldingRange', 'codeLens', 'documentLink', 'semanticTokens/full', 'documentHighlight', 'hover']) await this.wire.request(`textDocument/${method}`, { textDocument: { uri }, position });
  }

  /** Opens another file and closes it again, with a preview of its own. */
  private async lookIntoAnother(round: number): Promise<void> {
    const other = new EditedFile(`${this.folder}/other-${round}.inspection.yaml`, `id: other-${round}\nauthority: Leeds\nevent: ILACS focused visit\n`, this.wire, () => Promise.resolve());
    other.open();
    await this.wire.request(previewRequest, { textDocument: { uri: other.uri }, position: other.place, preview: `of ${round}` });
    await this.wire.request('textDocument/diagnostic', { textDocument: { uri: other.uri } });
    this.wire.notify('inspectionRecords/previewClosed', { preview: `of ${round}` });
    other.close();
  }
}
