import type { Files } from '../../../server/lsp/host';
import { nodeFiles } from '../../../server/lsp/node-files';

const lists = new Map<string, Promise<string[]>>();
const texts = new Map<string, Promise<string | undefined>>();

/** The files on disk as they were when they were read first: nobody writes them while sessions run, and each fresh server reads them all. */
export function filesRead(): Files {
  return {
    ...nodeFiles,
    async *list(folder) { yield* await once(lists, folder, () => all(nodeFiles.list(folder))); },
    read: uri => once(texts, uri, () => nodeFiles.read(uri)),
  };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Asks only where it is not known. */
function once<T>(known: Map<string, Promise<T>>, name: string, ask: () => Promise<T>): Promise<T> {
  const answer = known.get(name) ?? ask();
  known.set(name, answer);
  return answer;
}
