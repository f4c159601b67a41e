// The language server as it is, in a process of its own, with a window through which the process that started it can look: what text a file has,
// and how much is kept in memory.
import v8 from 'node:v8';
import { Documents } from '../../../server/lsp/documents';
import { startNodeServer } from '../../../server/lsp/node';
import { Slice } from '../../../server/records/slice';
import type { RecordStream } from '../../../server/records/stream';
import type { Look, Memory } from './live-server';

/** The open documents of every kind. Nothing is held here: what only a window keeps would look like a leak. */
const texts = new Map<string, WeakRef<RecordStream>>();

const { opened, changed, closed } = Documents.prototype;
Documents.prototype.opened = function (...args) {
  const document = opened.apply(this, args);
  texts.set(document.uri, new WeakRef(document.stream));
  return document;
};
Documents.prototype.changed = function (...args) {
  const document = changed.apply(this, args);
  if (document) texts.set(document.uri, new WeakRef(document.stream));
  return document;
};
Documents.prototype.closed = function (uri) {
  texts.delete(uri);
  closed.call(this, uri);
};

/** Every edit makes slices and lets others go: a stream, a record or a finding that stays where it should not keeps its slices. */
function memory(): Memory {
  // Counting objects collects garbage first.
  const slices = v8.queryObjects(Slice as never, { format: 'count' }) as unknown as number;
  return { slices, heap: process.memoryUsage().heapUsed };
}

process.on('message', (look: Look) => process.send!('text' in look ? texts.get(look.text)?.deref()?.text ?? null : memory()));

startNodeServer();
