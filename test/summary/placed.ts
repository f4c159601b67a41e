import fs from 'node:fs';
import path from 'node:path';
import { RecordStream } from '../../server/records/stream';
import type { Reader } from '../../server/reference/reader';
import type { Placed } from '../../server/summary/placed';
import { Workspace } from '../../server/workspace/workspace';

/** The records of some files, as a folder would hold them. */
export class Folder {
  private readonly workspace: Workspace;

  /** @param files texts by name */
  constructor(files: Readonly<Record<string, string>>, reader: Reader) {
    this.workspace = new Workspace(reader);
    for (const [name, text] of Object.entries(files)) this.workspace.set(name, RecordStream.of(text));
  }

  /** The files of a folder on disk, by their names. */
  static read(folder: string, names: readonly string[], reader: Reader): Folder {
    return new Folder(Object.fromEntries(names.map(name => [name, fs.readFileSync(path.join(folder, name), 'utf8')])), reader);
  }

  of(authority: string): Placed[] {
    return this.workspace.journey(authority).map(record => this.place(record));
  }

  all(): Placed[] {
    return [...this.workspace.all()].map(record => this.place(record));
  }

  private place({ inspection, uri, stream, index }: ReturnType<Workspace['journey']>[number]): Placed {
    return { inspection, file: this.workspace.uris.indexOf(uri), fileName: uri, lineOf: offset => stream.positionOf(index, offset).line };
  }
}

export const SAMPLES = ['kent', 'kirklees', 'national', 'other-events'].map(name => `${name}.inspection.yaml`);
