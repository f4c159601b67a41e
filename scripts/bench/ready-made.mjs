// A language server that works nothing out: it answers requests for symbols with the bytes of a file. What a client waits for it, it waits
// for any server that says as much: the rest is what ours takes. `node ready-made.mjs FILE`, JSON in ASCII.
import fs from 'node:fs';

const symbols = fs.readFileSync(process.argv[2]);
const answers = {
  initialize: '{"capabilities":{"textDocumentSync":2,"documentSymbolProvider":true,"hoverProvider":true}}',
  'textDocument/documentSymbol': symbols,
};
let waiting = Buffer.alloc(0);

process.stdin.on('data', piece => {
  waiting = Buffer.concat([waiting, piece]);
  for (;;) {
    const [announced, length] = /^Content-Length: (\d+)\r\n\r\n/.exec(waiting.toString('latin1')) ?? [];
    if (!announced || waiting.length < announced.length + Number(length)) return;
    take(JSON.parse(waiting.subarray(announced.length, announced.length + Number(length)).toString()));
    waiting = waiting.subarray(announced.length + Number(length));
  }
});

function take({ id, method, params }) {
  if (method === 'exit') process.exit();
  if (method === 'textDocument/didOpen') send(JSON.stringify({ jsonrpc: '2.0', method: 'textDocument/publishDiagnostics', params: { uri: params.textDocument.uri, diagnostics: [] } }));
  if (id !== undefined && method) send(`{"jsonrpc":"2.0","id":${id},"result":`, answers[method] ?? 'null', '}');
}

function send(...pieces) {
  const body = Buffer.concat(pieces.map(piece => Buffer.from(piece)));
  process.stdout.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
}
