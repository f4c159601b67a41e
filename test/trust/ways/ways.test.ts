import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { REPORT_FORMATS } from '../../../server/cli/choices';
import { readFiles } from '../../../server/cli/read-files';
import { Records } from '../../../server/cli/records';
import { readRecord } from '../../../server/records/read';
import { seed } from '../../support/property-tests';
import { buildProgram, folderWith, removeFolders, runProgram } from '../../cli/run';
import { goesRed, trial, type Trial } from '../trial';
import { BASELINE, collections, CONFIGURATION, contentsOf, type Collection } from './collection';
import { baselineOf, oneByOne, seenBy, shuffled, usual, WAYS, type Task, type Way } from './ways';

/** Puts a collection into a folder, and lets something be done with it. */
async function inFolder<T>(collection: Collection, work: (task: Task) => Promise<T>): Promise<T> {
  const folder = folderWith(contentsOf(collection));
  try {
    const file = path.join(folder, BASELINE);
    if (collection.known) fs.writeFileSync(file, await baselineOf(folder, collection.known));
    return await work({ folder, order: collection.order, options: [...collection.options, ...(collection.known ? ['--baseline', file] : [])] });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** What the program itself says of a folder that it cannot read goes to standard error: kept out of what these tests print. */
async function silently<T>(work: () => Promise<T>): Promise<T> {
  const { write } = process.stderr;
  process.stderr.write = () => true;
  try {
    return await work();
  } finally {
    process.stderr.write = write;
  }
}

const sameBy = (ways: Readonly<Record<string, Way>>) => (collection: Collection) => silently(() => inFolder(collection, async task => {
  const expected = await usual(task);
  for (const way of Object.values(ways)) assert.deepEqual(await seenBy(way, task), expected);
}));

describe('the report on a folder, in every format', () => {
  afterEach(removeFolders);

  const same: Trial<Collection> = { cases: collections, holds: sameBy(WAYS), short: 24, long: 20_000 };
  describe('is the same however files and records are read, and in whatever order they come', () => trial('ways', same));

  describe('goes red', () => {
    const faulty = (way: Way) => goesRed(same, sameBy({ faulty: way }));

    it('where records are told in the order in which they come', () => faulty(async (inputs, args, order) => {
      const read = await oneByOne(inputs, args, shuffled(inputs, order));
      const paths = read.records.paths;
      const sorted = read.records.files;
      Object.defineProperty(read.records, 'files', { value: paths.map(shown => sorted.find(file => file.path === shown)!) });
      return read;
    }));

    it('where a reader has a place wrong by one', () => faulty((inputs, args) => oneByOne(inputs, args, readFiles(inputs.files), undefined, (_, stream) => {
      for (const slice of stream.slices) {
        const { root, ...record } = readRecord(slice.text);
        if (root?.kind === 'map') for (const { value } of root.pairs) value.end++;
        Object.defineProperty(slice, 'record', { value: { ...record, root } });
      }
      return Promise.resolve(stream);
    })));

    it('where what is known of a file outlives its text', () => faulty(async (inputs, args, order) => {
      const { set } = Records.prototype;
      Records.prototype.set = function (this: Records, found, revise) { return this.has(found.shown) ? Promise.resolve(false) : set.call(this, found, revise); };
      try {
        return await WAYS.changed!(inputs, args, order);
      } finally {
        Records.prototype.set = set;
      }
    }));

    it('where one file is left out of what the others are held against', () => faulty(async (inputs, args) => {
      const read = await oneByOne(inputs, args, readFiles(inputs.files));
      const { workspace, paths } = read.records;
      if (paths.length > 1) workspace.delete(paths[0]!);
      return read;
    }));
  });
});

/** Flags with which V8 runs a program in its interpreter alone, and as machine code that is never optimised. */
const OTHERWISE_RUN = [['--no-opt', '--no-sparkplug'], ['--no-opt', '--always-sparkplug']];

describe('the program', () => {
  before(buildProgram);
  afterEach(removeFolders);

  it('says the same of a folder in every format, however its own code is run, and whether a folder or its files are named', async () => {
    const files = fc.sample(collections, { numRuns: 8, seed }).flatMap((collection, at) => collection.files.map(file => ({ ...file, name: `${at}/${file.name}` })));
    const folder = folderWith(contentsOf({ files, configuration: 'rules:\n  publication-gap: error\n', options: [], known: 0, order: 0 }));
    const names = files.map(({ name }) => name).reverse();
    const others = [{ paths: names, node: [] }, ...OTHERWISE_RUN.map(node => ({ paths: ['.'], node }))];
    for (const [at, format] of REPORT_FORMATS.entries()) {
      const check = (paths: readonly string[], node?: readonly string[]) => runProgram(['check', '--format', format, '--config', CONFIGURATION, ...paths], { cwd: folder, node });
      const { paths, node } = others[at % others.length]!;
      const [usual, other] = await Promise.all([check(['.']), check(paths, node)]);
      assert.deepEqual(other, usual);
    }
  });
});
