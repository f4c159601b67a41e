import type { FaultKind } from '../../../server/records/fault';

/** Valid YAML that no record may hold, or that records read in another way, with the cases of the suite that have it. */
export const REFUSED: Partial<Record<FaultKind, { why: string; cases: readonly string[] }>> = {
  'tag': {
    why: 'Only the core schema is part of the format: what any other tag makes of a value is not known to those who read records, and a text such as "!important" is meant as one.',
    cases: '2XXW 565N 5TYM 6CK3 6WLZ 7FWL 9WXW C4HZ CC74 CUP7 J7PZ M5C3 P76L UGM3 Z67P Z9M4'.split(' '),
  },
  'complex-key': { why: 'The name of a field is a text. A list or a mapping in its place has slipped there by mistake.', cases: '4FJ6 6BFJ 6PBE 9MMW KK5P LX3P M2N8/0 M2N8/1 M5DY Q9WF RZP5 SBG9 V9D5 X38W XW4D'.split(' ') },
  'directive': { why: 'YAML passes over directives that it does not know; a line with a percent sign above a record is more likely part of a text, which would be lost.', cases: '2LFX 6LVF BEC7 MUS6/5 MUS6/6'.split(' ') },
  'reserved-start': { why: 'A colon behind the name of an anchor or alias is part of the name for YAML, and the end of a field for whoever has written it.', cases: '2SXE W5VH'.split(' ') },
};

/** Invalid YAML of which nothing is said. */
export const ACCEPTED: readonly { why: string; cases: readonly string[] }[] = [
  { why: 'Nothing is wrong with an empty record, whatever directives stand above it: there is nothing yet that they could spoil.', cases: ['9MMA', 'B63P', 'H7TQ', 'MUS6/0', 'MUS6/1', 'SF5V'] },
];

/** Faults that are none for YAML: refused by the format, or read in another way so that what is meant is not lost. Others may follow from that reading. */
export const BEYOND_YAML: ReadonlySet<FaultKind> = new Set<FaultKind>([...Object.keys(REFUSED) as FaultKind[], 'unknown-alias', 'odd-space', 'unseen-space', 'control-character', 'conflict', 'separator', 'on-marker-line', 'binary', 'too-deep', 'too-many-aliases']);
