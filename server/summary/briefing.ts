import type { Chapter } from './document';
import type { Fact, Item, JudgementRow, JudgementTable, Line, RecordView, Run, Section } from './view';

/** What a committee is told, and how that is called before one; by field. Everything else of a record is left out. */
const SECTIONS: Readonly<Record<string, string>> = {
  strengths: 'What is done well', needs_improvement: 'What needs to improve', priority_actions: 'What must be put right at once',
  quotes: 'What was said', actions: 'What we will do', follow_up: 'What has been done from outside and within', next: 'What happens next',
};

const FACTS: ReadonlySet<string> = new Set(['trust', 'theme', 'ordinal', 'fieldwork', 'published', 'lead_inspector', 'report']);

/**
 * A record as a council puts it before its scrutiny committee: what the grades are, what is done well, what needs to improve, what was
 * said, what is done about it. Nothing is said that the record does not say, and everything that it says carries its line.
 * @param fileName what the file is called whose lines they are
 */
export function briefing(chapter: Chapter, fileName: string): Chapter {
  const { view, lineOf } = chapter;
  if (view.kind !== 'record') return chapter;
  const trace = tracer(lineOf);
  const sections = view.sections.flatMap(section => (Object.hasOwn(SECTIONS, section.id) ? [tracedSection({ ...section, title: titleOf(section) }, trace)] : []));
  const briefed: RecordView = {
    ...view,
    title: `Briefing: ${view.title}`,
    about: [`Briefing made from ${fileName}. The line number after each statement is where that file says so.`],
    headline: view.headline && trace(view.headline),
    summary: view.summary && trace(view.summary),
    facts: view.facts.filter(({ id }) => FACTS.has(id)).map((fact): Fact => ({ ...fact, line: tracedLine(fact.line, trace) })),
    judgements: view.judgements && tracedTable(view.judgements, trace),
    outcome: view.outcome && { ...view.outcome, grade: trace(view.outcome.grade) },
    journey: undefined, sections, problems: [],
  };
  return { ...chapter, view: briefed };
}

function titleOf({ id, title }: Section): string {
  // What happened next is called so by the section itself.
  return id === 'next' ? title : SECTIONS[id]!;
}

type Trace = <R extends Run>(run: R) => R;

function tracer(lineOf: (offset: number) => number): Trace {
  return run => {
    const offset = run.at ?? run.from;
    return offset === undefined ? run : { ...run, trace: `line ${lineOf(offset) + 1}` };
  };
}

/** Behind all of its pieces stands where the first one is from. */
function tracedLine(line: Line, trace: Trace): Line {
  const first = line.find(({ at, from }) => (at ?? from) !== undefined);
  const last = line.at(-1);
  return first && last ? [...line.slice(0, -1), { ...last, trace: trace(first).trace }] : line;
}

function tracedTable(table: JudgementTable, trace: Trace): JudgementTable {
  const rows = table.rows.map((row): JudgementRow => ({ ...row, name: trace(row.name), summary: row.summary && trace(row.summary) }));
  return { ...table, title: 'What the grades are', rows };
}

/** What stands behind the first cell stands behind its row; a row that follows from the record may tell of other lines besides. */
function tracedRow([first = [], ...cells]: readonly Line[], trace: Trace): Line[] {
  const follows = first.every(({ at }) => at === undefined);
  return [tracedLine(first, trace), ...cells.map(cell => (follows && cell.some(({ at }) => at !== undefined) ? tracedLine(cell, trace) : cell))];
}

function tracedSection(section: Section, trace: Trace): Section {
  if (section.style === 'table') return { ...section, rows: section.rows.map(row => tracedRow(row, trace)) };
  return { ...section, groups: section.groups.map(group => ({ ...group, items: group.items.map((item): Item => ({ ...item, main: trace(item.main) })) })) };
}
