import { normalize } from './address';
import type { Connection } from './connection';
import { isYamlFile, SKIPPED_FOLDERS, type Files } from './host';
import { flag, list, object, optional, text, type Shape } from './shapes';
import { readFileRequest, readFolderRequest, type FileParams, type FolderEntry } from './protocol';

/**
 * Files that the client reads for us: a web worker has none of its own, and some workspaces lie on no disk. Where the client does not
 * know what it is asked, answers with something else, or does not answer, there are none.
 * @param patience how long an answer may take, in milliseconds: a file system that has gone silent must not silence everything
 */
export function clientFiles(connection: Connection, patience = 30_000): Files {
  const ask = async <R>(method: string, params: FileParams, shape: Shape, otherwise: R): Promise<R> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<R>(resolve => { timer = setTimeout(() => resolve(otherwise), patience); });
    const answer = await Promise.race([connection.sendRequest<R>(method, params).catch(() => otherwise), late]);
    clearTimeout(timer);
    return shape(answer) ? otherwise : answer;
  };
  const walk = async function* (folder: string): AsyncGenerator<string> {
    for (const { uri, isFolder } of await ask<FolderEntry[]>(readFolderRequest, { uri: folder }, list(object({ uri: text, isFolder: flag })), [])) {
      if (isFolder) {
        if (!SKIPPED_FOLDERS.some(name => uri.endsWith(`/${name}`))) yield* walk(uri);
      } else if (isYamlFile(uri)) {
        yield normalize(uri);
      }
    }
  };
  return {
    normalize,
    list: walk,
    // The client leaves links out of what it lists, and such file systems hardly know any.
    isLinked: () => Promise.resolve(false),
    read: async uri => await ask<string | null>(readFileRequest, { uri }, optional(text), null) ?? undefined,
    // The client does not tell why it has no text.
    isThere: () => Promise.resolve(false),
  };
}

/** Files of this machine where an address is that of one, else the client's. */
export function filesByScheme(onDisk: Files, others: Files): Files {
  const of = (uri: string): Files => (uri.startsWith('file:') ? onDisk : others);
  return {
    normalize: onDisk.normalize,
    list: folder => of(folder).list(folder),
    isLinked: (uri, folder) => of(uri).isLinked(uri, folder),
    read: uri => of(uri).read(uri),
    isThere: uri => of(uri).isThere(uri),
  };
}
