// The language server, with a count of its work: sent to the process that started it, whenever that asks.
import { startNodeServer } from '../../server/lsp/node';
import { Slice } from '../../server/records/slice';
import { Reader } from '../../server/reference/reader';

/** The records whose tree, or whose meaning, somebody wanted to know. */
const looked = new Set<Slice>();

const { get } = Object.getOwnPropertyDescriptor(Slice.prototype, 'record')!;
Object.defineProperty(Slice.prototype, 'record', {
  get(this: Slice) {
    looked.add(this);
    return get!.call(this) as unknown;
  },
});

const inspection = Object.getOwnPropertyDescriptor(Reader.prototype, 'inspection')!.value as Reader['inspection'];
Reader.prototype.inspection = function (this: Reader, slice) {
  looked.add(slice);
  return inspection.call(this, slice);
};

process.on('message', () => {
  process.send!(looked.size);
  looked.clear();
});

startNodeServer();
