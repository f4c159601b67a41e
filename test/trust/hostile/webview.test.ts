import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fromPage, fromWebview } from '../../../client/incoming';
import { previewPage, webviewPage } from '../../../client/preview/page';

// What a webview may do, and what is taken from it.

/** What of a webview the page around a view needs. */
const webview = { cspSource: 'https://*.vscode-cdn.net', asWebviewUri: (uri: { path: string }) => `https://file.vscode-cdn.net${uri.path}` } as unknown as Parameters<typeof previewPage>[0];
const fileOf = (name: string) => ({ path: `/dist/media/${name}` }) as unknown as ReturnType<Parameters<typeof previewPage>[1]>;
const PAGES = [() => previewPage(webview, fileOf), () => webviewPage(webview, fileOf, { title: 'x', waiting: 'y', styles: ['a.css'], script: 'b.js', pictures: 'data:' })];

/** The directives of a page's policy. */
function policyOf(html: string): Map<string, string[]> {
  const [, content] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html) ?? assert.fail('no policy');
  return new Map(content!.split(';').map(each => each.trim().split(/\s+/)).map(([name, ...values]) => [name!, values]));
}

function assertSafe(html: string): void {
  const policy = policyOf(html);
  assert.deepEqual(policy.get('default-src'), ["'none'"]);
  assert.match(policy.get('script-src')!.join(' '), /^'nonce-[0-9a-f]{32}'$/);
  for (const [name, values] of policy) {
    assert.ok(['default-src', 'style-src', 'script-src', 'img-src', 'base-uri', 'form-action'].includes(name), name);
    for (const value of values) assert.doesNotMatch(value, /unsafe|^\*$|^https?:$|blob:/, name);
  }
  const nonce = policy.get('script-src')![0]!.slice("'nonce-".length, -1);
  for (const [script] of html.matchAll(/<script[^>]*>/g)) assert.ok(script.includes(`nonce="${nonce}"`), script);
  assert.doesNotMatch(html, / on\w+=|<style|style="/);
}

describe('a webview', () => {
  it('lets in our script and style only, by a number that nobody knows', () => {
    for (const page of PAGES) {
      assertSafe(page());
      assert.notEqual(page(), page());
    }
  });

  it('would be seen to let in more: planted faults', () => {
    const page = PAGES[0]!();
    for (const fault of [page.replace("script-src '", "script-src 'unsafe-inline' '"), page.replace("default-src 'none'; ", ''), page.replace(/ nonce="[^"]*"/, ''), page.replace('<body', '<body onload="x()"')]) assert.throws(() => assertSafe(fault));
  });

  it('reads files of one folder of ours, runs no commands of links, and no hover is trusted', () => {
    const sources = fs.readdirSync('client', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).map(name => fs.readFileSync(path.join('client', name), 'utf8')).join('\n');
    const server = fs.readdirSync('server', { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).map(name => fs.readFileSync(path.join('server', name), 'utf8')).join('\n');
    const options = [...sources.matchAll(/webview\.options = (\{.*\});/g)].map(([, written]) => written);
    assert.ok(options.length >= 2);
    for (const option of options) assert.equal(option, '{ enableScripts: true, localResourceRoots: [media] }');
    assert.doesNotMatch(sources, /enableCommandUris|isTrusted|supportHtml/);
    assert.doesNotMatch(server, /\]\(command:|isTrusted/);
  });

  it('tells what it may tell, and nothing else is taken from it', () => {
    const place = { line: 3, character: 0 };
    for (const message of [{ type: 'ready' }, { type: 'scrolled', line: 3 }, { type: 'reveal', place }, { type: 'reveal', place: { ...place, uri: 'file:///a' } }]) assert.deepEqual(fromWebview(message), message);
    for (const message of [{ type: 'ready' }, { type: 'go', file: 0, line: 3 }, { type: 'journey', authority: 'Kent' }, { type: 'drawn', png: null }, { type: 'drawn', png: 'iVBORw0=' }]) assert.deepEqual(fromPage(message), message);
    const wrong = [undefined, null, 1, 'ready', [], {}, { type: 'run', command: 'x' }, { type: '__proto__' }, { type: 'scrolled' }, { type: 'scrolled', line: '3' }, { type: 'scrolled', line: -1 }, { type: 'scrolled', line: 1.5 }, { type: 'scrolled', line: NaN },
      { type: 'reveal' }, { type: 'reveal', place: null }, { type: 'reveal', place: { line: 1 } }, { type: 'reveal', place: { ...place, uri: 1 } }, { type: 'reveal', place: { line: {}, character: 0 } },
      { type: 'go', file: -1, line: 1 }, { type: 'go', file: 0 }, { type: 'go', file: 'constructor', line: 1 }, { type: 'journey' }, { type: 'journey', authority: {} }, { type: 'drawn' }, { type: 'drawn', png: 'not base64!' }, { type: 'drawn', png: {} }];
    for (const message of wrong) assert.deepEqual([fromWebview(message), fromPage(message)], [undefined, undefined], JSON.stringify(message));
  });

  it('cannot make an address or a command of what else stands in a message', () => {
    assert.deepEqual(fromWebview({ type: 'ready', command: 'x', place: { uri: 'command:x' } }), { type: 'ready' });
    assert.deepEqual(fromPage({ type: 'go', file: 0, line: 1, uri: 'file:///etc/passwd' }), { type: 'go', file: 0, line: 1 });
  });
});
