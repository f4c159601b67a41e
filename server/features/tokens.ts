import type { Checker } from '../findings/checker';
import type { ScalarNode } from '../records/node';
import type { Slice } from '../records/slice';
import { fieldAt } from '../reference/fields';
import type { GradeMatch } from '../reference/grades';
import { fieldText, type Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { readDate } from '../reference/written-date';
import type { Span } from '../text/span';
import { walk } from './place';

/** Kinds of words that are told apart by colour, under the protocol's own names so that every editor has a colour for them. */
export const TOKEN_TYPES = ['property', 'enumMember', 'variable', 'number'] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** What else is to be said of a word: the tone of a grade, and whether an id is given here or referred to. */
export const TOKEN_MODIFIERS = ['outstanding', 'good', 'middling', 'inadequate', 'declaration'] as const;
export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** A word to colour. Offsets in the slice; never across lines. */
export interface Token extends Span {
  type: TokenType;
  modifiers: TokenModifier[];
}

/** Judgements, grades, ids and dates of a record, in order of place. What is not known for what it claims to be stays uncoloured. */
export function tokens(slice: Slice, checker: Checker): Token[] {
  const inspection = checker.inspection(slice);
  if (!inspection) return [];
  const found: Token[] = [];
  const add = (node: ScalarNode | undefined, type: TokenType, ...modifiers: TokenModifier[]) => {
    if (node && node.end > node.start && !/[\n\r]/.test(slice.text.slice(node.start, node.end))) found.push({ start: node.start, end: node.end, type, modifiers });
  };
  add(fieldText(inspection, 'id'), 'variable', 'declaration');
  add(fieldText(inspection, 'follows'), 'variable');
  for (const { pair, match, grade, gradeMatch } of inspection.judgements) {
    if (match.kind === 'exact' || match.kind === 'spelling') add(pair.key, 'property');
    addGrade(grade, gradeMatch, add);
  }
  addOutcome(inspection, add);
  walk(inspection.root, (node, path) => {
    if (node.kind === 'scalar' && /^\d{4}(?:-\d\d){0,2}$/.test(node.text) && fieldAt(path)?.form === 'date' && 'date' in readDate(node)) add(node, 'number');
  });
  return found.sort((a, b) => a.start - b.start);
}

type Add = (node: ScalarNode | undefined, type: TokenType, ...modifiers: TokenModifier[]) => void;

function addGrade(node: ScalarNode | undefined, match: GradeMatch | undefined, add: Add): void {
  if (match?.kind !== 'exact' && match?.kind !== 'spelling') return;
  const { tone } = match.grade;
  add(node, 'enumMember', ...(tone === 'none' ? [] : [tone]));
}

function addOutcome(inspection: Inspection, add: Add): void {
  const { reference, event } = inspection;
  const scale = reference.grades.scale(matched(event?.match)?.outcome_scale ?? '');
  const outcome = fieldText(inspection, 'outcome');
  if (scale && outcome) addGrade(outcome, reference.grades.match(outcome.text.trim(), scale), add);
}
