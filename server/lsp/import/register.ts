import type { CancellationToken } from 'vscode-languageserver';
import type { Draft, Reading } from '../../import/draft';
import { Unreadable } from '../../import/table/cells';
import { unify } from '../../import/unify';
import { visible } from '../../text/visible';
import type { ServerContext } from '../context';
import { guard, guardNotification } from '../guard';
import type { Host } from '../host';
import { placeImport } from './place-import';
import {
  finishImportNotification, gatherRequest, placeImportRequest, readSourceRequest, type FinishImportParams, type GatherParams, type GatherResult, type PlaceImportParams, type PlaceImportResult,
  type ReadSourceParams, type ReadSourceResult,
} from './protocol';

const FAILED: ReadSourceResult = { problem: 'reading it did not work; the log of the language server says why.' };
const NO_PLACE: PlaceImportResult = { files: [], added: 0, completed: 0, notes: ['This did not work. The log of the language server says why.'] };

/** Reports and tables that become records. What was read stays here until the client says that an import is over; only the client writes. */
export function registerImport(context: ServerContext, host: Host): void {
  const { connection, freshImports } = context;
  const readings = new Map<number, Reading>();
  const imports = new Map<number, readonly Draft[]>();
  let last = 0;
  connection.onRequest(readSourceRequest, guard(connection, 'reading a source', FAILED, async (params: ReadSourceParams, token: CancellationToken): Promise<ReadSourceResult> => {
    const reading = await read(params, context, host, token);
    if ('problem' in reading) return reading;
    readings.set(++last, reading);
    return { reading: last, records: reading.drafts.length, notes: reading.notes.map(visible) };
  }));
  connection.onRequest(gatherRequest, guard<GatherParams, GatherResult | null>(connection, 'gathering', null, async ({ readings: wanted }) => {
    await context.allRead();
    const { drafts, notes } = unify(wanted.flatMap(id => readings.get(id)?.drafts ?? []));
    imports.set(++last, drafts);
    return { import: last, records: drafts.length, notes: notes.map(visible), ...about(drafts, context) };
  }));
  connection.onRequest(placeImportRequest, guard(connection, 'placing an import', NO_PLACE, async ({ import: id, into }: PlaceImportParams): Promise<PlaceImportResult> => {
    const placed = await placeImport(imports.get(id) ?? [], into, context, host);
    return { ...placed, notes: placed.notes.map(visible) };
  }));
  connection.onNotification(finishImportNotification, guardNotification<FinishImportParams>(connection, 'end of an import', ({ import: id = 0, readings: done, uris }) => {
    for (const uri of uris) freshImports.add(uri, imports.get(id) ?? []);
    imports.delete(id);
    for (const reading of done) readings.delete(reading);
  }));
}

async function read({ name, content, near = '' }: ReadSourceParams, { checkerFor, configured }: ServerContext, { readSource }: Host, token: CancellationToken): Promise<Reading | { problem: string }> {
  if (!readSource) return { problem: 'files cannot be imported here.' };
  await configured();
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  try {
    return await readSource({ name, bytes: bytesOf(content) }, { reference: checkerFor(near).reference }, stop.signal);
  } catch (error) {
    if (error instanceof Unreadable) return { problem: visible(error.message) };
    throw error;
  }
}

/** In a plain loop: millions of bytes are gone through while others wait. */
function bytesOf(base64: string): Uint8Array {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}

/** What is to be known of drafts before it is decided where they go. */
function about(drafts: readonly Draft[], { workspace, documents }: ServerContext): Pick<GatherResult, 'authorities' | 'doubts' | 'homes'> {
  const authorities = [...new Set(drafts.flatMap(({ value: { authority } }) => (typeof authority === 'string' ? [authority] : [])))];
  const homes = new Set(authorities.flatMap(name => workspace.journey(name).at(-1)?.uri ?? []));
  const doubts = drafts.flatMap(({ remarks, origin }) => remarks.flatMap(({ path, doubt }) => (doubt === undefined ? [] : [visible(`${origin}: '${path.join(' › ')}': ${doubt}.`)])));
  return { authorities, doubts, homes: [...homes].map(uri => documents.get(uri)?.uri ?? uri) };
}
