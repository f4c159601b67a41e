import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.mjs';
import { startServer, type VSCodeServer } from '../../../scripts/vscode/server.mjs';

const RESULTS = path.resolve('test-results/pictures');

/** Where pictures go: `KEEP_PICTURES=docs/images` makes those of the README anew. */
const PICTURES = process.env.KEEP_PICTURES ?? RESULTS;

/** A keyboard shortcut, as VS Code keeps it. */
export interface KeyBinding {
  key: string;
  command: string;
  args?: unknown;
}

/** A VS Code with the packaged extension on a folder of its own, driven as a person would: by keys, mouse and what is to be seen. */
export class Workbench {
  /** What the browser said when it kept something out of a page by its security policy. */
  readonly violations: string[] = [];

  private constructor(private readonly server: VSCodeServer, private readonly browser: Browser, readonly page: Page, readonly folder: string) {
    page.on('console', message => { if (/content security policy/i.test(message.text())) this.violations.push(message.text()); });
  }

  /**
   * @param files what lies in the folder, by name; the first is opened
   * @param keys the user's own keyboard shortcuts
   */
  static async open(files: Record<string, string | Uint8Array>, keys: (folder: string) => readonly KeyBinding[] = () => []): Promise<Workbench> {
    const folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'e2e-')), 'records');
    fs.mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    }
    const server = await startServer({
      vsix: [path.resolve('inspection-records.vsix')], logFile: path.resolve('test-results/e2e-server.log'),
      settings: { 'editor.minimap.enabled': false, 'workbench.colorTheme': 'Default Light Modern' }, keys: keys(folder),
    });
    const browser = await launchChromium();
    const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
    page.setDefaultTimeout(90_000);          // what a slow machine needs, and no more than a test may take
    const workbench = new Workbench(server, browser, page, folder);
    await page.goto(server.url({ folder }));
    // By hand: a file that is named in the address would come in place of what was open when the window is reloaded.
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: Object.keys(files)[0] }).dblclick({ timeout: 60_000 });
    await workbench.editor.waitFor();
    return workbench;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    fs.rmSync(path.dirname(this.folder), { recursive: true, force: true });
  }

  get editor(): Locator { return this.page.locator('.editor-instance .monaco-editor').first(); }

  get editorWithFocus(): Locator { return this.page.locator('.editor-instance .monaco-editor.focused'); }

  get suggestions(): Locator { return this.page.locator('.suggest-widget.visible'); }

  /** The page of the preview: two frames deep, VS Code's and its own. */
  get preview(): FrameLocator { return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame'); }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Puts the cursor at the start of the text. What has just ended may have the focus, and the key press with it. */
  async toStart(): Promise<void> {
    const there = this.cursor.getByText('Ln 1, Col 1');
    for (let i = 0; i < 5 && !await there.isVisible(); i++) {
      await this.press('Control+Home');
      if (await there.waitFor({ timeout: 4000 }).then(() => true, () => false)) return;
      await this.editor.click();
    }
    await there.waitFor({ timeout: 4000 });
  }

  /** Runs a command as a person does: by its title, in the command palette. */
  async command(title: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget input.input');
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
    // What has just ended may take the focus, and close the palette with it: at any moment until the command is there to be taken.
    for (let i = 0; i < 10 && !await row.isVisible(); i++) {
      if (!await box.isVisible()) await this.press('F1');
      await box.fill(`>${title}`, { timeout: 4000 }).catch(() => undefined);
      await row.waitFor({ timeout: 4000 }).catch(() => undefined);
    }
    await row.waitFor({ timeout: 4000 });
    await this.press('Enter');
    // A command may ask for something in the same place at once.
    await this.page.waitForFunction(() => {
      const input = document.querySelector<HTMLInputElement>('.quick-input-widget input.input');
      return !input?.checkVisibility() || !input.value.startsWith('>');
    });
  }

  /** Reloads the window, as VS Code does after an update: everything starts anew, and what was open comes back. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.command('Developer: Reload Window');
    await loaded;
    await this.editor.waitFor({ timeout: 60_000 });
  }

  /** Waits for a list of completions, with `label` in sight if one is given, and asks for it when it does not come by itself. */
  private async awaitList(label?: string): Promise<void> {
    const wanted = this.suggestions.locator('.monaco-list-row', { hasText: label }).first();
    for (let i = 0; i < 20; i++) {
      if (await wanted.waitFor({ timeout: 1000 }).then(() => true, () => false)) return;
      // Escape would end the filling in of a snippet, unless there is a list for it to close.
      if (await this.suggestions.isVisible()) await this.press('Escape');
      await this.press('Control+Space');
    }
    await wanted.waitFor({ timeout: 1000 });
  }

  /** Waits until these words are among what is offered, without asking for it. */
  async offered(words: string): Promise<void> {
    await this.suggestions.locator('.monaco-list-row', { hasText: words }).first().waitFor();
  }

  /** Takes `label` from the completions with the Tab key, as soon as it is on top; `filter` is typed to bring it there. */
  async choose(label: string, filter = ''): Promise<void> {
    await this.awaitList(filter ? undefined : label);
    await this.page.keyboard.type(filter);
    await this.suggestions.locator('.monaco-list-row.focused', { hasText: label }).waitFor();
    await this.press('Tab');
  }

  /** Puts the cursor at the end of the first line with `words`, removes `was` before it and types `now`. */
  async replaceEndOfLine(words: string, was: string, now: string): Promise<void> {
    await this.page.locator('.view-line', { hasText: words }).first().click();
    await this.press('End', ...Array<string>(was.length).fill('Backspace'));
    await this.page.keyboard.type(now);
    await this.press('Escape');
  }

  /** The words that are underlined as wrong. */
  get problem(): Locator { return this.editor.locator('.squiggly-error'); }

  /** Waits until nothing is underlined: as an error or as a warning. */
  async noProblem(): Promise<void> {
    for (const kind of ['.squiggly-error', '.squiggly-warning']) await this.editor.locator(kind).first().waitFor({ state: 'detached' });
  }

  /** The kinds of underlines that are to be seen. */
  async problemsInSight(): Promise<string[]> {
    const kinds = ['.squiggly-error', '.squiggly-warning', '.squiggly-info'];
    const counts = await Promise.all(kinds.map(kind => this.editor.locator(kind).count()));
    return kinds.filter((_, number) => counts[number]);
  }

  /** Where the cursor is, as the status bar tells: line and column from 1. */
  get cursor(): Locator { return this.page.locator('#status\\.editor\\.selection'); }

  /** The text of a file as it was saved last. */
  saved(name: string): string {
    return fs.readFileSync(path.join(this.folder, name), 'utf8');
  }

  /** Saves the open file and waits until its text is as wanted: a save empties the file before it fills it. */
  async save(name: string, wanted: string | RegExp): Promise<void> {
    await this.press('Control+s');
    const fits = (): boolean => typeof wanted === 'string' ? this.saved(name) === wanted : wanted.test(this.saved(name));
    for (let i = 0; i < 100 && !fits(); i++) await this.page.waitForTimeout(50);
    if (typeof wanted === 'string') assert.equal(this.saved(name), wanted);
    else assert.match(this.saved(name), wanted);
  }

  /** Makes a picture for people. */
  async picture(name: string): Promise<void> {
    await this.page.mouse.move(0, 0);          // nothing lit up under the pointer
    await this.page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  }

  /** Makes a picture of what there was when a test failed. */
  async pictureOfFailure(): Promise<void> {
    await this.page.screenshot({ path: path.join(RESULTS, 'failed.png') });
  }
}
