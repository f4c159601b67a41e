import { shorten } from '../../text/quote';
import { scalarText, inFlow, rewrite } from '../scalar-text';
import type { JudgementData } from '../../reference/data';
import type { Framework } from '../../reference/frameworks';
import type { ScaleGrade } from '../../reference/grades';
import type { Inspection } from '../../reference/inspection';
import type { WrittenJudgement } from '../../reference/judgements';
import { frameworkInForce } from '../beginning';
import { addition } from '../pair-edits';
import { NOTHING, ofEach, type Fix, type InspectionRule, type Report } from '../rule';
import { decidedBy, listed, theFramework } from '../wording';
import { isStranger, kinOfLine, lacking, mayBeMisnamed } from './lacking';
import { removalFixes, removals } from './removal-fixes';

export const judgementNotInFramework: InspectionRule = {
  id: 'judgement-not-in-framework',
  severity: 'error',
  summary: 'The judgement belongs to another framework, or to another edition of this one.',
  why: 'The first day of fieldwork decides, not the publication: ILACS judged children in care and care leavers together until the end of 2022 and has two judgements for them since 1 January 2023 (Ofsted’s data note of 2025); since 1 April 2026 it has no overall effectiveness (announced on 27 November 2025). Safeguarding children boards were judged beside SIF only. 321 ILACS reports know no exception.',
  fix: 'some',
  check(inspection, context) {
    const isElsewhere = inspection.judgements.some(({ match }) => match.kind === 'elsewhere');
    const framework = isElsewhere ? frameworkInForce(inspection, context) : undefined;
    return framework ? ofEach(mistakes(inspection.judgements, framework), lines => [report(inspection, framework, lines)]) : NOTHING;
  },
};

/**
 * The lines at fault: those together that are parts of one judgement of the framework in force, and those that name by another
 * framework what may stand here under names of its own. Where one stands twice, that is another mistake.
 */
function mistakes(lines: readonly WrittenJudgement[], framework: Framework): WrittenJudgement[][] {
  const groups = new Map<JudgementData | 'strangers', Map<string, WrittenJudgement>>();
  for (const line of lines) {
    if (line.match.kind !== 'elsewhere') continue;
    const { judgement } = line.match;
    const kin = kinOfLine(line, framework);
    const whole = isStranger(line, framework) && lacking(framework, lines).length ? 'strangers' : kin.length === 1 ? kin[0]! : judgement;
    const group = groups.get(whole) ?? new Map<string, WrittenJudgement>();
    groups.set(whole, group);
    if (!group.has(judgement.id)) group.set(judgement.id, line);
  }
  return [...groups.values()].map(group => [...group.values()]);
}

function report(inspection: Inspection, framework: Framework, lines: WrittenJudgement[]): Report {
  const [first, ...others] = lines.map(({ pair }) => pair.key);
  const kin = kinOfLine(lines[0]!, framework).map(({ name }) => name);
  return {
    start: first!.start, end: first!.end, suggestions: kin.length || others.length ? kin : meantByStranger(inspection, lines[0]!, framework).map(({ name }) => name),
    message: `${listed([first!, ...others].map(key => shorten(key.text, 100)))} ${others.length ? 'were' : 'was'} not judged in this inspection: ${whatInstead(inspection, lines, framework)}. ${decidedBy(inspection.on!)}`,
    related: others.map(key => ({ start: key.start, end: key.end, message: 'This judgement is part of the same mistake.' })),
    fixes: fixes(inspection, framework, lines),
  };
}

function whatInstead(inspection: Inspection, [line]: WrittenJudgement[], framework: Framework): string {
  const kin = kinOfLine(line!, framework).map(({ name }) => name);
  if (kin.length) return `${theFramework(framework)} has ${listed(kin)} instead`;
  const missing = meantByStranger(inspection, line!, framework).map(({ name }) => name);
  if (missing.length) return `${theFramework(framework)} has ${listed(missing)}, which ${missing.length > 1 ? 'are' : 'is'} not here`;
  const { match } = line!;
  const hasNone = match.kind === 'elsewhere' && match.judgement.level === 'overall' && !framework.judgements.some(({ level }) => level === 'overall');
  return `${theFramework(framework)} has no ${hasNone ? 'overall judgement' : 'such judgement'}`;
}

/** What a line that is another framework's may be meant for: all that is not here, where as much may be misnamed. */
function meantByStranger({ judgements }: Inspection, line: WrittenJudgement, framework: Framework): JudgementData[] {
  return isStranger(line, framework) && mayBeMisnamed(framework, judgements) ? lacking(framework, judgements) : [];
}

function fixes(inspection: Inspection, framework: Framework, lines: WrittenJudgement[]): Fix[] {
  const kin = kinOfLine(lines[0]!, framework);
  const there = new Set(inspection.judgements.map(({ counts }) => counts?.id));
  const free = kin.filter(({ id }) => !there.has(id));
  if (free.length) return lines.length > 1 ? join(inspection, free[0]!, lines) : split(inspection, free, lines[0]!);
  const meant = meantByStranger(inspection, lines[0]!, framework);
  if (meant.length) return lines.length > 1 ? [] : meant.map(judgement => change(inspection, judgement, lines[0]!));
  return lacking(framework, inspection.judgements).length && mayBeMisnamed(framework, inspection.judgements) ? [] : removalFixes(inspection, lines);
}

function change({ record }: Inspection, { name }: JudgementData, { pair }: WrittenJudgement): Fix {
  return { title: `Change to '${name}'`, edits: [rewrite(record, pair.key, name)] };
}

/** Puts one judgement in the place of several of the same grade. */
function join(inspection: Inspection, whole: JudgementData, lines: WrittenJudgement[]): Fix[] {
  const [first, ...others] = lines;
  const grades = new Set(lines.map(line => understood(line)?.id));
  const rest = removals(inspection, others);
  if (grades.size > 1 || grades.has(undefined) || !rest || others.some(({ pair }) => pair.value.kind !== 'scalar')) return [];
  return [{ title: `Join as '${whole.name}'`, edits: [rewrite(inspection.record, first!.pair.key, whole.name), ...rest] }];
}

/** Puts the judgements that are parts of one in its place, each with its grade; where it is one only, changes the name. */
function split(inspection: Inspection, parts: JudgementData[], line: WrittenJudgement): Fix[] {
  const { record, root, fields } = inspection;
  const { pair, grade } = line;
  const known = understood(line);
  const map = fields.get('judgements')!.value;
  const [first, ...others] = parts;
  const rename = change(inspection, first!, line);
  if (!others.length) return [rename];
  if (map.kind !== 'map' || !grade || !known) return [];
  const flow = inFlow(root, pair.key.start);
  const added = others.map(({ name }) => `${scalarText(name, pair.key.style, flow)}: ${scalarText(known.name, grade.style, flow)}`);
  return [{ title: `Split into ${listed(parts.map(({ name }) => name))}`, edits: [...rename.edits, addition(record, map, pair, added)] }];
}

/** The grade of a line, however it is written. */
function understood({ gradeMatch }: WrittenJudgement): ScaleGrade | undefined {
  return gradeMatch?.kind === 'exact' || gradeMatch?.kind === 'spelling' ? gradeMatch.grade : undefined;
}
