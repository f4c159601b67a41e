import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { MOST_FILE_BYTES, readSourceRequest, type ReadSourceParams, type ReadSourceResult } from '../../server/lsp/protocol';

/** A file that is to be imported: on a file system, or only handed over, such as one dropped into a browser. */
export interface SourceFile {
  name: string;
  bytes(): Thenable<Uint8Array>;
}

/** What came of reading files. */
export interface FilesRead {
  /** Numbers by which the server knows what it read. */
  readings: number[];
  /** Why files could not be read, and what is to be said of those that were: each a sentence. */
  problems: string[];
  notes: string[];
}

export function fileAt(uri: vscode.Uri): SourceFile {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  return {
    name,
    bytes: async () => {
      const { size, type } = await vscode.workspace.fs.stat(uri);
      if (type & vscode.FileType.Directory) throw vscode.FileSystemError.FileIsADirectory(uri);
      if (size > MOST_FILE_BYTES) throw new TooLarge();
      return vscode.workspace.fs.readFile(uri);
    },
  };
}

class TooLarge extends Error {}

/** Has the server read files, one after the other; undefined where the user has stopped it. One that cannot be read is named, and keeps no other from being read. */
export async function readFiles(client: BaseLanguageClient, files: readonly SourceFile[], near: string | undefined, token: vscode.CancellationToken, isAt: (file: SourceFile) => void): Promise<FilesRead | undefined> {
  const read: FilesRead = { readings: [], problems: [], notes: [] };
  for (const file of files) {
    if (token.isCancellationRequested) return undefined;
    isAt(file);
    const result = await readOne(client, file, near, token);
    if (token.isCancellationRequested) return undefined;
    if ('problem' in result) read.problems.push(`${file.name}: ${result.problem}`);
    else if (result.records === 0) read.problems.push(...(result.notes.length > 0 ? result.notes : [`${file.name}: there is no record of an inspection in it.`]));
    else {
      read.readings.push(result.reading);
      read.notes.push(...result.notes);
    }
  }
  return read;
}

async function readOne(client: BaseLanguageClient, file: SourceFile, near: string | undefined, token: vscode.CancellationToken): Promise<ReadSourceResult> {
  try {
    const bytes = await file.bytes();
    if (bytes.length > MOST_FILE_BYTES) throw new TooLarge();
    const params: ReadSourceParams = { name: file.name, content: base64Of(bytes), near };
    return await client.sendRequest<ReadSourceResult>(readSourceRequest, params, token);
  } catch (error) {
    return { problem: whyNot(error) };
  }
}

function whyNot(error: unknown): string {
  if (error instanceof TooLarge) return 'it is far larger than any report or table of inspections; nothing of it was read.';
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  if (code === 'FileNotFound') return 'it is not there any more.';
  if (code === 'FileIsADirectory') return 'it is a folder; choose the files in it.';
  if (code === 'NoPermissions') return 'you may not read it.';
  return `it cannot be read (${error instanceof Error ? error.message : String(error)}).`;
}

/** As many arguments as a function surely takes; a number of three, so that pieces can be put together. */
const CHUNK = 8190;

function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + CHUNK))));
  return pieces.join('');
}
