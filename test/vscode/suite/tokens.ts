import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';

/** The little of vscode-textmate, which VS Code brings along, that is used here. */
interface TextMate {
  INITIAL: unknown;
  parseRawGrammar(text: string, file: string): unknown;
  Registry: new (options: { onigLib: Promise<unknown>; loadGrammar(scope: string): Promise<unknown> }) => {
    loadGrammar(scope: string): Promise<{ tokenizeLine(line: string, state: unknown): { ruleStack: unknown; tokens: { startIndex: number; endIndex: number; scopes: string[] }[] } }>;
  };
}
interface Oniguruma {
  loadWASM(data: ArrayBufferLike): Promise<void>;
  OnigScanner: new (patterns: string[]) => unknown;
  OnigString: new (text: string) => unknown;
}

const fromVSCode = createRequire(path.join(vscode.env.appRoot, 'out', 'main.js'));

/** Can VS Code's own tokeniser be had? A desktop VS Code keeps it in an archive. */
export function hasTokenizer(): boolean {
  try { return !!fromVSCode.resolve('vscode-textmate'); } catch { return false; }
}

/** The file of the grammar that an installed extension brings for a scope. */
function grammarFile(scope: string): string | undefined {
  for (const { extensionPath, packageJSON } of vscode.extensions.all) {
    const grammars = (packageJSON as { contributes?: { grammars?: { scopeName: string; path: string }[] } }).contributes?.grammars ?? [];
    const grammar = grammars.find(({ scopeName }) => scopeName === scope);
    if (grammar) return path.join(extensionPath, grammar.path);
  }
  return undefined;
}

/** The scopes of each token of a text, as VS Code colours it by: pairs of the token and its scopes, outermost first. */
export async function tokenize(text: string, scope: string): Promise<[string, string][]> {
  const textMate = fromVSCode('vscode-textmate') as TextMate;
  const oniguruma = fromVSCode('vscode-oniguruma') as Oniguruma;
  await oniguruma.loadWASM(readFileSync(fromVSCode.resolve('vscode-oniguruma/release/onig.wasm')).buffer);
  const registry = new textMate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (line: string) => new oniguruma.OnigString(line),
    }),
    loadGrammar: name => {
      const file = grammarFile(name);
      return Promise.resolve(file && textMate.parseRawGrammar(readFileSync(file, 'utf8'), file));
    },
  });
  const grammar = await registry.loadGrammar(scope);
  let state = textMate.INITIAL;
  return text.split('\n').flatMap(line => {
    const { ruleStack, tokens } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }): [string, string] => [line.slice(startIndex, endIndex), scopes.join(' ')]);
  });
}
