import fs from 'node:fs';
import { Lexer } from 'yaml';
import type { Finding } from '../../server/findings/finding';
import { RecordStream } from '../../server/records/stream';
import type { Fix } from '../../server/rules/rule';
import { applyEdits } from '../../server/text/edits';
import { AmongOthers, placeOf } from '../../server/workspace/among';
import { Workspace } from '../../server/workspace/workspace';
import { newChecker } from '../support/checker';

/** Samples with one mistake each, by rule; beside the tests lie a near miss that is right, and what is to be found. */
export const BROKEN = 'samples/broken';
export const FIXTURES = 'test/rules/fixtures';

/** A finding as a golden file tells it: in the order that people read it. */
export interface Told {
  rule: string;
  severity: string;
  /** The words under the finding. */
  at: string;
  /** From 1. */
  line: number;
  column: number;
  message: string;
  related?: string[];
  suggestions?: string[];
  /** Titles; one that takes part in fix-all ends in "(all)". */
  fixes?: string[];
}

/** A finding with its place in the whole text. */
export interface Placed extends Finding {
  told: Told;
  /** Where its record begins: what to add to every offset of the finding. */
  offset: number;
}

/**
 * What is wrong with a text of records, in order of place, and how much of it could not be read. `together`: the records are held
 * against each other, and are all there are; else each stands by itself.
 */
export function check(text: string, together = false): { findings: Placed[]; faults: number } {
  const checker = newChecker();
  const stream = RecordStream.of(text);
  const workspace = new Workspace(checker.reader);
  workspace.set('fixture', stream);
  const among = new AmongOthers(workspace);
  const findings: Placed[] = [];
  let faults = 0;
  for (const { index, slice } of stream.records) {
    faults += slice.record.faults.length;
    const words = (span: { start: number; end: number }, text = slice.text) => text.slice(span.start, span.end);
    for (const finding of together ? among.findings(slice, checker) : checker.findings(slice)) {
      const { line, character } = stream.positionOf(index, finding.start);
      findings.push({
        ...finding, offset: stream.offsets[index]!,
        told: {
          rule: finding.rule, severity: finding.severity, at: words(finding), line: line + 1, column: character + 1, message: finding.message,
          ...(finding.related?.length && { related: finding.related.map(other => `${words(other, other.in && placeOf(other.in)?.slice.text)}: ${other.message}`) }),
          ...(finding.suggestions?.length && { suggestions: finding.suggestions }),
          ...(finding.fixes?.length && { fixes: finding.fixes.map(fix => fix.title + (fix.all ? ' (all)' : '')) }),
        },
      });
    }
  }
  return { findings, faults };
}

/** The text after fixes of these findings were chosen. */
export function mended(text: string, chosen: readonly { finding: Placed; fix: Fix }[]): string {
  return applyEdits(text, chosen.flatMap(({ finding: { offset }, fix }) =>
    fix.edits.map(edit => ({ start: edit.start + offset, end: edit.end + offset, text: edit.text }))));
}

/** Every comment of a text, in order. */
export function commentsOf(text: string): string[] {
  return [...new Lexer().lex(text)].filter(token => token.startsWith('#'));
}

export function read(file: string): string {
  return fs.readFileSync(file, 'utf8');
}
