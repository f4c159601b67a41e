import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PULLS } from '../../support/editor';
import { RECORD } from '../protocol/methods';
import { Wire } from '../protocol/wire';
import { goesRed, soaking, trial, type Trial } from '../trial';

/** Something typed in one of two files: at a place of the text as it is then, over some characters. */
interface Edit { file: number; at: number; over: number; text: string }

/** `killed` says before which edits, modulo how many there are, the server is killed: at once after the edit before it was sent. */
interface Session { edits: Edit[]; killed: number[] }

const FILES = ['file:///records/a.inspection.yaml', 'file:///records/b.inspection.yaml'];
const edit = fc.record({ file: fc.nat(1), at: fc.nat(400), over: fc.nat(12), text: fc.constantFrom('', '', 'x', '\n', '---\n', 'Good', 'id: twice\n', ': ', '"', '  ', '😀') });
const sessions: fc.Arbitrary<Session> = fc.record({ edits: fc.array(edit, { minLength: 1, maxLength: 40, size: 'max' }), killed: fc.array(fc.nat(999), { minLength: 1, maxLength: soaking ? 8 : 3, size: 'max' }) });

/** Servers that were killed in the middle of their work, over all sessions. */
let kills = 0;

/** An editor that knows its texts, whatever becomes of its server. */
class Desk {
  readonly texts = FILES.map(uri => TextDocument.create(uri, 'inspection-record', 1, RECORD));
  private wire?: Wire;

  /** Starts a server, and gives it every text as it is now. */
  async start(): Promise<void> {
    this.wire = new Wire();
    await this.wire.start({ capabilities: PULLS });
    for (const text of this.texts) this.wire.open(text.uri, text.getText(), text.version);
  }

  type({ file, at, over, text }: Edit): void {
    const document = this.texts[file]!;
    const length = document.getText().length;
    const range = { start: document.positionAt(at % (length + 1)), end: document.positionAt(Math.min((at % (length + 1)) + over, length)) };
    TextDocument.update(document, [{ range, text }], document.version + 1);
    this.wire!.notify('textDocument/didChange', { textDocument: { uri: document.uri, version: document.version }, contentChanges: [{ range, text }] });
    // Somebody waits for an answer at every moment.
    this.wire!.ask('textDocument/diagnostic', { textDocument: { uri: document.uri } });
  }

  async kill(): Promise<void> {
    this.wire?.process.kill('SIGKILL');
    await this.wire?.ended;
  }

  /** All that can be seen of the texts, when the keys rest. */
  async seen(): Promise<unknown[]> {
    const seen: unknown[] = [];
    for (const uri of FILES) {
      this.wire!.notify('textDocument/didSave', { textDocument: { uri } });
      const { result } = await this.wire!.request('textDocument/diagnostic', { textDocument: { uri } });
      seen.push((result as { items: unknown }).items, (await this.wire!.request('textDocument/documentSymbol', { textDocument: { uri } })).result, (await this.wire!.request('textDocument/semanticTokens/full', { textDocument: { uri } })).result);
    }
    return seen;
  }
}

/** @param lose plants a fault: what the restarted server is given is not the text as it is now */
async function survives({ edits, killed }: Session, lose = false): Promise<void> {
  const [desk, afresh] = [new Desk(), new Desk()];
  try {
    await desk.start();
    for (const [i, edit] of edits.entries()) {
      if (killed.some(each => each % edits.length === i)) {
        await desk.kill();
        kills++;
        if (lose) TextDocument.update(desk.texts[0]!, [{ text: RECORD }], 1);
        await desk.start();
      }
      desk.type(edit);
    }
    const seen = await desk.seen();
    await desk.kill();
    for (const [i, text] of textsAfter(edits).entries()) TextDocument.update(afresh.texts[i]!, [{ text }], 2);
    await afresh.start();
    assert.deepEqual(seen, await afresh.seen());
  } finally {
    await Promise.all([desk.kill(), afresh.kill()]);
  }
}

/** The texts as they are to be, worked out apart from any editor and server. */
function textsAfter(edits: readonly Edit[]): string[] {
  const texts = FILES.map(() => RECORD);
  for (const { file, at, over, text } of edits) {
    const before = texts[file]!;
    // A line break of two characters is never parted: there is none in these texts.
    const start = at % (before.length + 1);
    texts[file] = before.slice(0, start) + text + before.slice(Math.min(start + over, before.length));
  }
  return texts;
}

const killed: Trial<Session> = { cases: sessions, holds: session => survives(session), short: 6, long: 150 };

describe('a server that is killed at any moment', () => {
  trial('life', killed);

  after(() => { if (soaking) console.log(`      ${kills} servers were killed`); });

  it('is found at fault where an edit is lost', () => goesRed(killed, session => survives(session, true)));
});
