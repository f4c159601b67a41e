import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { RecordStream } from '../../server/records/stream';
import { chaptersOf, type Chapter } from '../../server/summary/document';
import type { Leads } from '../../server/summary/html';
import type { RecordView } from '../../server/summary/view';
import type { Style } from '../../server/summary/page';
import { rules } from '../../server/rules/registry';
import { newChecker } from '../support/checker';

const FOLDER = path.join('test', 'summary', 'fixtures');

export const FIXTURES = fs.readdirSync(FOLDER).filter(name => name.endsWith('.inspection.yaml')).map(name => name.replace('.inspection.yaml', '')).sort();

export function readFixture(name: string): string {
  return fs.readFileSync(path.join(FOLDER, `${name}.inspection.yaml`), 'utf8');
}

/** So that pages change only when pages change, not with every word of every rule. */
const FEW_RULES = Object.fromEntries(rules.filter(({ id }) => id !== 'unknown-authority' && id !== 'unknown-grade').map(({ id }) => [id, 'off' as const]));

/** The chapters of a fixture, or of a text written out in a test. */
export function chapters(text: string): Chapter[] {
  return chaptersOf([RecordStream.of(text)], newChecker(FEW_RULES));
}

/** Leads to lines only, and to other records nowhere. */
export function leadsOf({ lineOf }: Chapter): Leads {
  return { placeOf: offset => ({ line: lineOf(offset), character: 0 }), recordPlace: () => undefined };
}

/** The view of the last record: the ones before it are there to be compared with. */
export function lastView(text: string): RecordView {
  const { view } = chapters(text).at(-1)!;
  if (view.kind !== 'record') throw new Error('no record');
  return view;
}

export function readStyle(): Style {
  const css = fs.readFileSync(path.join('server', 'summary', 'preview.css'), 'utf8');
  return { css, sha256: createHash('sha256').update(css).digest('base64') };
}

/** Holds a text against the file that keeps it; `UPDATE_GOLDEN=1` writes the file anew, to be read as a diff. */
export function golden(name: string): { expected: string; update(actual: string): void } {
  const file = path.join('test', 'summary', 'golden', name);
  return {
    get expected() { return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''; },
    update(actual) {
      if (!process.env.UPDATE_GOLDEN) return;
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, actual);
    },
  };
}
