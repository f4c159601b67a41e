import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { ReferenceData } from '../../server/reference/data';

const SCHEMAS = 'schemas';

/** The YAML files of reference data with what they hold, by path from the project's root. */
export function readReferenceFiles(): Map<string, Partial<ReferenceData>> {
  const names = fs.readdirSync(SCHEMAS, { recursive: true }).map(String).filter(name => name.endsWith('.yaml')).sort();
  return new Map(names.map(name => [path.join(SCHEMAS, name), parse(fs.readFileSync(path.join(SCHEMAS, name), 'utf8'))]));
}

/** All files joined list by list. */
export function readReferenceData(): ReferenceData {
  const joined: ReferenceData = { grades: [], grade_scales: [], events: [], frameworks: [], authorities: [], authority_titles: [], trusts: [], themes: [], links: [], national_framework: [], bank_holidays: [], next_steps: [], known_errors: [] };
  for (const file of readReferenceFiles().values()) {
    for (const [list, entries] of Object.entries(file)) (joined[list as keyof ReferenceData] as unknown[]).push(...entries);
  }
  return joined;
}

/** A JSON file under schemas/. */
export function readSchema(name: string): Record<string, unknown> {
  return JSON.parse(fs.readFileSync(path.join(SCHEMAS, name), 'utf8'));
}
