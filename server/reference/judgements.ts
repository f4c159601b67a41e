import { isEmpty, type Node, type Pair, type ScalarNode } from '../records/node';
import { nearest } from '../text/spelling';
import type { JudgementData } from './data';
import { fieldsAt } from './fields';
import { judgementNamed, type Framework } from './frameworks';
import type { GradeMatch, GradeScale } from './grades';
import { readKeys } from './keys';
import type { Reference } from './reference';

/** What a written judgement name stands for, in the editions that may apply. */
export type JudgementMatch =
  | { kind: 'exact' | 'spelling'; judgement: JudgementData }
  /** A judgement that only other editions have. */
  | { kind: 'elsewhere'; judgement: JudgementData; frameworks: Framework[] }
  /** No judgement of any edition; `guesses` are of the edition in force, likeliest first, none that stands in the record already. */
  | { kind: 'unknown'; guesses: JudgementData[] };

/** One line of a record's judgements. */
export interface WrittenJudgement {
  pair: Pair;
  match: JudgementMatch;
  /** The judgement that this line counts as: what it is, or what it clearly should be. */
  counts?: JudgementData;
  /** The grade as written; absent where the value is empty or no single value. */
  grade?: ScalarNode;
  /** Absent where there is no grade, or the scale is not known. */
  gradeMatch?: GradeMatch;
}

/** The judgements of an edition that a judgement of another edition joins, or of which it is a part. */
export function kinOf({ id, joins }: JudgementData, { judgements }: Framework): JudgementData[] {
  return judgements.filter(other => joins?.includes(other.id) || other.joins?.includes(id));
}

/**
 * Reads the judgements of a record.
 * @param possible the editions that may apply; where `certain`, the one that does
 */
export function readJudgements(value: Node | undefined, reference: Reference, possible: readonly Framework[], certain: boolean, scale: GradeScale | undefined): WrittenJudgement[] {
  if (value?.kind !== 'map') return [];
  const pairs = value.pairs.filter(({ key }) => !key.text.startsWith('x_'));
  const matches = asParts(pairs.map(pair => ({ name: pair.key.text, match: matchName(pair.key.text, reference, possible) })));
  let taken: ReadonlySet<string> | undefined;
  let unknown = 0;
  return pairs.map((pair, index) => {
    const guessing = certain && matches[index]!.kind === 'unknown' && unknown++ < MOST_GUESSED;
    const match = guessing ? withGuesses(pair.key.text, possible[0]!, (taken ??= named(matches))) : matches[index]!;
    const grade = gradeNode(pair.value);
    return { pair, match, counts: counted(match), grade, gradeMatch: grade && matchGrade(grade, scale, reference) };
  });
}

/** The ids of the judgements that are certainly there. */
function named(matches: readonly JudgementMatch[]): Set<string> {
  return new Set(matches.flatMap(match => (match.kind === 'exact' || match.kind === 'spelling' ? [match.judgement.id] : [])));
}

function matchName(name: string, reference: Reference, possible: readonly Framework[]): JudgementMatch {
  for (const exactly of [true, false]) {
    for (const framework of possible) {
      const found = judgementNamed(framework, name);
      if (found && found.exact === exactly) return { kind: exactly ? 'exact' : 'spelling', judgement: found.judgement };
    }
  }
  const others = reference.frameworks.all.map(framework => ({ framework, found: judgementNamed(framework, name) })).filter(({ found }) => found);
  if (!others.length) return { kind: 'unknown', guesses: [] };
  const best = others.find(({ found }) => found!.exact) ?? others[0]!;
  return { kind: 'elsewhere', judgement: best.found!.judgement, frameworks: others.filter(({ found }) => found!.judgement.id === best.found!.judgement.id).map(({ framework }) => framework) };
}

/**
 * A short name that stands for a whole in one edition and for a part of it in another ("children in care") is the part where
 * another part stands beside it.
 */
function asParts(lines: readonly { name: string; match: JudgementMatch }[]): JudgementMatch[] {
  return lines.map(({ name, match }) => {
    if (match.kind !== 'spelling') return match;
    const { joins = [] } = match.judgement;
    for (const { match: other } of lines) {
      if (other.kind !== 'elsewhere' || !joins.includes(other.judgement.id)) continue;
      const frameworks = other.frameworks.filter(framework => isOtherPart(judgementNamed(framework, name)?.judgement, joins, other.judgement));
      if (frameworks.length) return { kind: 'elsewhere', judgement: judgementNamed(frameworks[0]!, name)!.judgement, frameworks };
    }
    return match;
  });
}

function isOtherPart(judgement: JudgementData | undefined, parts: readonly string[], part: JudgementData): boolean {
  return judgement !== undefined && judgement.id !== part.id && parts.includes(judgement.id);
}

/** In a record with more unknown names than this, something else is wrong. */
const MOST_GUESSED = 100;

function withGuesses(name: string, framework: Framework, taken: ReadonlySet<string>): JudgementMatch {
  return { kind: 'unknown', guesses: nearest(name, framework.judgements.filter(({ id }) => !taken.has(id)), judgement => judgement.name) };
}

function counted(match: JudgementMatch): JudgementData | undefined {
  return match.kind === 'unknown' ? match.guesses[0] : match.kind === 'elsewhere' ? undefined : match.judgement;
}

/** The fields of a judgement of which more is said than its grade. */
const OF_A_JUDGEMENT = fieldsAt(['judgements', '']);

function gradeNode(value: Node): ScalarNode | undefined {
  const node = value.kind === 'map' ? readKeys(value, OF_A_JUDGEMENT).fields.get('grade')?.value : value;
  return node?.kind === 'scalar' && !isEmpty(node) ? node : undefined;
}

/** On the scale in force; where that is not known, only what no scale knows is told from what one does. */
function matchGrade(node: ScalarNode, scale: GradeScale | undefined, reference: Reference): GradeMatch | undefined {
  if (scale) return reference.grades.match(node.text.trim(), scale);
  const matches = reference.grades.scales.map(each => reference.grades.match(node.text.trim(), each));
  return matches.every(match => match.kind === 'unknown') ? matches[0] : undefined;
}
