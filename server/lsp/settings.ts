import type { ClientCapabilities } from 'vscode-languageserver';
import { WRAP_AT } from '../features/actions/refactorings';
import { ALL_HINTS, type HintOptions } from '../features/hints';
import { ask, register, type Connection } from './connection';
import { guardNotification } from './guard';

/** What a user may choose; what a client does not say is as `DEFAULTS` has it. */
export interface Settings {
  hints: Readonly<HintOptions>;
  /** Whether lines are shown above records. */
  lenses: boolean;
  /** How long the keys must rest before findings about what is not yet written are shown, in milliseconds; 0: they never wait. */
  typingPause: number;
  /** The column at which long texts are wrapped. */
  wrapColumn: number;
  /** Whether formatting puts fields and judgements in their usual order too. */
  fieldOrder: boolean;
  /** Whether files that are not open are told of too. */
  wholeWorkspace: boolean;
}

export const DEFAULTS: Settings = { hints: ALL_HINTS, lenses: true, typingPause: 800, wrapColumn: WRAP_AT, fieldOrder: false, wholeWorkspace: true };

/** Under this name clients keep them. */
const SECTION = 'inspectionRecords';

/** The kinds of hints as settings call them. */
const HINTS: Readonly<Record<string, keyof HintOptions>> = {
  weekday: 'weekday', workingDays: 'daysOnSite', publication: 'daysToPublication', framework: 'edition', code: 'authorityCode',
};

/** Reads what a client says of its settings: of anything that makes no sense, the default is taken. */
export function readSettings(section: unknown): Settings {
  const given = asObject(section);
  const hints = asObject(given.hints);
  const chosen = Object.entries(HINTS).map(([name, kind]) => [kind, booleanOr(hints[name], DEFAULTS.hints[kind])]);
  return {
    hints: Object.fromEntries(chosen) as unknown as HintOptions,
    lenses: booleanOr(given.lenses, DEFAULTS.lenses),
    typingPause: numberOr(given.typingPause, 0, DEFAULTS.typingPause),
    wrapColumn: numberOr(given.wrapColumn, 40, DEFAULTS.wrapColumn),
    fieldOrder: booleanOr(given.fieldOrder, DEFAULTS.fieldOrder),
    wholeWorkspace: booleanOr(given.wholeWorkspace, DEFAULTS.wholeWorkspace),
  };
}

/** The settings of the client, followed as they change. Nothing ever waits for them: until they are known, the defaults hold. */
export class ClientSettings {
  private settings = DEFAULTS;
  private asked = 0;

  /** @param changed told when they have become others */
  constructor(private readonly connection: Connection, private readonly client: ClientCapabilities, private readonly changed: () => void) {}

  get current(): Settings {
    return this.settings;
  }

  /** To be called when the client is ready to be asked. */
  follow(): void {
    const { connection, client } = this;
    connection.onDidChangeConfiguration(guardNotification(connection, 'change of settings', ({ settings }) => {
      // Clients that can be asked need not say what has changed; the others say it all.
      if (client.workspace?.configuration) void this.ask();
      else this.take(asObject(settings)[SECTION]);
    }));
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) register(connection, 'workspace/didChangeConfiguration', { section: SECTION });
    if (client.workspace?.configuration) void this.ask();
  }

  private async ask(): Promise<void> {
    const number = ++this.asked;
    try {
      const [section] = await this.connection.sendRequest<unknown[]>('workspace/configuration', { items: [{ section: SECTION }] });
      // An answer that was overtaken by a later question is out of date.
      if (number === this.asked) this.take(section);
    } catch (error) {
      this.connection.console.info(`The client does not tell its settings: ${String(error)}`);
    }
  }

  private take(section: unknown): void {
    const settings = readSettings(section);
    if (JSON.stringify(settings) === JSON.stringify(this.settings)) return;
    this.settings = settings;
    this.refresh();
    this.changed();
  }

  /** Has the client ask again for what it shows, if it can be told to. */
  private refresh(): void {
    const { connection, client: { workspace } } = this;
    if (workspace?.inlayHint?.refreshSupport) ask(connection, 'workspace/inlayHint/refresh');
    if (workspace?.codeLens?.refreshSupport) ask(connection, 'workspace/codeLens/refresh');
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? value as Record<string, unknown> : {};
}

function booleanOr(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function numberOr(value: unknown, least: number, otherwise: number): number {
  return typeof value === 'number' && value >= least ? value : otherwise;
}
