import assert from 'node:assert/strict';
import { CancellationTokenSource, type LogMessageParams } from 'vscode-languageserver-protocol';
import { assertAmong, assertSame, assertSameKnowledge, freshServer, openIn, Shown, truthOf, type Truth } from './comparison';
import { EditedFile } from './edited-file';
import { askAbout, WorkspaceDiagnostics, type Asked, type Extent } from './knowledge';
import { Page } from './page';
import { Person } from './person';
import type { Session } from './session';
import type { Wire } from './wire';

/** A server that is used for many sessions, one after the other. */
export interface Live {
  wire: Wire;
  /** The text of an open file as the server has it, where one can look into it. */
  textOf?(uri: string): Promise<string | null>;
  /** What has gone wrong in it so far. */
  errors: readonly string[];
  /** Starts another process, which lives as long as the work with it. */
  withAnother?(work: (wire: Wire) => Promise<void>): Promise<void>;
}

/** What was done, over all sessions. */
export const work = { sessions: 0, edits: 0, comparisons: 0, wholly: 0 };

/** After so many sessions a process is started anew, to see that servers in this process know what one on its own does. */
const ANOTHER = 50;

/** The file has been saved after so many comparisons: till then some findings may wait for the keys to rest. */
const SAVES = 4;

/** Has somebody do at an editor what a session says, and compares what the server knows with what one knows that finds the files so. */
export async function runSession(session: Session, live: Live, folder: string, names: readonly [string, string]): Promise<void> {
  const run = new Run(session, live, folder);
  const files = names.map((name, i) => new EditedFile(`${folder}/${name}`, session.texts[i]!, live.wire, () => run.edited()));
  const person = new Person(live.wire, files);
  run.person = person;
  for (const file of files) file.open();
  try {
    await run.compare();
    for (const step of session.steps) await person.do(step);
    await run.finish();
  } finally {
    for (const file of files) file.close();
    run.page.close();
    work.sessions++;
  }
}

class Run {
  person!: Person;
  readonly page: Page;
  private readonly shown: Shown;
  private readonly workspace: WorkspaceDiagnostics;
  private edits = 0;
  private comparisons = 0;
  private readonly underWay = new Set<Promise<unknown>>();
  private overtaken?: CancellationTokenSource;
  private readonly errorsBefore: number;

  constructor(private readonly session: Session, private readonly live: Live, private readonly folder: string) {
    this.page = new Page(live.wire, 'live');
    this.shown = new Shown(live.wire, session.client);
    this.workspace = new WorkspaceDiagnostics(live.wire);
    this.errorsBefore = live.errors.length;
  }

  /** After every edit. */
  async edited(): Promise<void> {
    work.edits++;
    if (++this.edits % this.session.every === 0) await this.compare();
    else this.hurry();
  }

  async finish(): Promise<void> {
    this.comparisons = -1;
    await this.compare();
    const { live, asked, person: { files }, session: { client } } = this;
    const truth = await this.truth('everything');
    // What one file says may bear on the other one, of which a server that tells by itself tells later.
    if (client === 'listens') for (const file of files) await this.shown.becomes(file, truth.diagnostics[file.uri]!);
    if (work.sessions % ANOTHER !== 0) return;
    await live.withAnother?.(async wire => {
      openIn(wire, files);
      assertSameKnowledge({ ...await truthOf(wire, asked, files.map(({ uri }) => uri), 'everything') }, { ...truth });
    });
  }

  async compare(): Promise<void> {
    await Promise.all(this.underWay);
    const { live: { wire, textOf, errors }, person: { file, files }, asked, session } = this;
    const extent: Extent = ++this.comparisons % session.wholly === 0 ? 'everything' : 'shown';
    const expected = this.truth(extent);
    expected.catch(() => undefined);
    const isSaved = this.comparisons % SAVES === 0 || session.client === 'listens';
    if (isSaved) file.save();
    const shown = await Promise.all(files.map(({ uri }) => this.shown.refresh(uri)));
    const workspace = session.client === 'asks' && extent === 'everything' ? await this.workspace.ask() : undefined;
    const truth = await expected;
    if (workspace) assertSameKnowledge(workspace, truth.workspace!);
    if (session.client === 'asks') files.forEach(({ uri }, i) => assertAmong(shown[i]!, truth.diagnostics[uri]!, uri));
    if (isSaved) await this.shown.becomes(file, truth.diagnostics[file.uri]!);
    assertSameKnowledge(await askAbout(wire, asked, extent), truth.about);
    await this.comparePage(asked, truth, isSaved);
    if (textOf) for (const { uri, text } of files) assertSame(await textOf(uri), text, `the text of ${uri}`);
    assert.deepEqual(errors.slice(this.errorsBefore), []);
    work.comparisons++;
    if (extent === 'everything') work.wholly++;
  }

  private async comparePage(asked: Asked, { page: truth }: Truth, isSaved: boolean): Promise<void> {
    const page = await this.page.ask(asked);
    if (page.stale) assertSame(page.parts, page.lastGood, 'the page of a text that cannot be read');
    else if (isSaved) assertSameKnowledge(page, truth);
    if (!isSaved) return;
    const { patched, whole } = await this.page.whole(asked);
    assertSame(patched, whole, 'a page that was put together');
  }

  private get asked(): Asked {
    const { uri, place, text, positionAt } = this.person.file;
    return { uri, place, range: { start: { line: 0, character: 0 }, end: positionAt.call(this.person.file, text.length) } };
  }

  private async truth(extent: Extent): Promise<Truth> {
    const { files } = this.person;
    const fresh = await freshServer(this.folder, files);
    return truthOf(fresh, this.asked, files.map(({ uri }) => uri), extent);
  }

  /** Asks as an editor does at a key press, and does not wait: what the next key overtakes is cancelled. */
  private hurry(): void {
    const { live: { wire }, asked: { uri, place: position } } = this;
    this.overtaken?.cancel();
    const { token } = (this.overtaken = new CancellationTokenSource());
    const requests: [string, object][] = [['textDocument/completion', { position }], ['textDocument/codeLens', {}], ['textDocument/semanticTokens/full', {}]];
    if (this.session.client === 'asks') requests.push(['textDocument/diagnostic', {}]);
    for (const [method, params] of requests) this.leave(wire.request(method, { textDocument: { uri }, ...params }, token));
    this.leave(this.page.ask(this.asked));
  }

  /** An answer that comes when it comes. That it was cancelled is one. */
  private leave(answer: Promise<unknown>): void {
    const left: Promise<unknown> = answer.catch((error: { code?: number }) => {
      if (error.code !== -32800 && error.code !== -32802) throw error;
    }).finally(() => this.underWay.delete(left));
    left.catch(() => undefined);
    this.underWay.add(left);
  }
}

/** Notes whatever a server logs as an error: requests that fail are answered all the same, with nothing. */
export function errorsOf(wire: Wire): readonly string[] {
  const errors: string[] = [];
  wire.hear<LogMessageParams>('window/logMessage', ({ type, message }) => { if (type === 1) errors.push(message); });
  return errors;
}

