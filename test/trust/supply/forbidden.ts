import ts from 'typescript';

/** Names of the language and of Node that make code of a text, or reach a network. */
const CODE = new Set(['eval', 'Function']);
const NETWORK = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'importScripts', 'RTCPeerConnection']);
const TIMERS = new Set(['setTimeout', 'setInterval', 'setImmediate']);
const GLOBALS = new Set(['globalThis', 'window', 'self', 'global']);

/** What a program can do beyond working on what it is given. */
export interface Powers {
  /** Calls that make code of a text, and calls into a network. */
  readonly calls: readonly string[];
  /** Modules that it loads by name, without `node:`. */
  readonly modules: readonly string[];
}

/** Reads what a program can do from its code, as a compiler sees it: words in texts and comments are none. */
export function powersOf(code: string): Powers {
  const calls = new Set<string>();
  const modules = new Set<string>();
  // One after another: what a program of one line says lies thousands of nodes deep.
  const waiting: ts.Node[] = [ts.createSourceFile('bundle.js', code, ts.ScriptTarget.Latest)];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const called = calledIn(node);
    if (called) calls.add(called);
    const loaded = loadedIn(node);
    if (loaded) modules.add(loaded.replace(/^node:/, ''));
    ts.forEachChild(node, child => void waiting.push(child));
  }
  return { calls: [...calls].sort(), modules: [...modules].sort() };
}

function calledIn(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  const name = globalName(node.expression);
  if (name === undefined) return undefined;
  const [first] = node.arguments ?? [];
  if (TIMERS.has(name)) return first && ts.isStringLiteralLike(first) ? `${name} of a text` : undefined;
  return CODE.has(name) || NETWORK.has(name) ? name : undefined;
}

/** The name of a global that an expression is: `fetch`, `globalThis.fetch`, `(0, eval)`. */
function globalName(expression: ts.Expression): string | undefined {
  if (ts.isParenthesizedExpression(expression)) return globalName(expression.expression);
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.CommaToken) return globalName(expression.right);
  if (ts.isIdentifier(expression)) return expression.text;
  const isOfGlobal = ts.isPropertyAccessExpression(expression) && ts.isIdentifier(expression.expression) && GLOBALS.has(expression.expression.text);
  return isOfGlobal ? expression.name.text : undefined;
}

function loadedIn(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) return node.moduleSpecifier.text;
  if (!ts.isCallExpression(node) || node.arguments.length !== 1) return undefined;
  const isLoading = node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && /require$/i.test(node.expression.text));
  const [name] = node.arguments;
  return isLoading && ts.isStringLiteralLike(name!) ? name.text : undefined;
}
