import type { JudgementData } from '../../reference/data';
import type { Framework } from '../../reference/frameworks';
import { escapeMarkdown } from '../../text/markdown';
import type { KeyCaret } from '../caret';
import { factPath, type Path } from '../place';
import { possibleEditions } from './editions';
import { knownAs, type Choice } from './item';
import type { Situation } from './situation';

/** The judgements that may be keys of the mapping at a path, be it what a source says of them; undefined where its keys are no judgements. */
export function judgementKeys(path: Path, situation: Situation<KeyCaret>): Choice[] | undefined {
  const fact = factPath(path);
  if (fact.length !== 1 || fact[0] !== 'judgements') return undefined;
  return fact === path ? missingJudgements(situation) : judgementsSaid(situation);
}

/** Judgements that the record lacks, as keys under `judgements`. One that has its grade already stays what it is. */
function missingJudgements(situation: Situation<KeyCaret>): Choice[] {
  const { inspection, caret: { written, holds } } = situation;
  const present = new Set(inspection?.judgements.filter(({ pair }) => !situation.isAtCaret(pair.key)).map(({ counts }) => counts?.id));
  const lacking = choices(situation).filter(({ judgement }) => !present.has(judgement.id)).map(({ choice }) => ({ ...choice, rest: ' ', chain: true }));
  const itself = holds === 'nothing' ? [] : lacking.filter(({ label }) => label === written);
  return itself.length ? itself : lacking;
}

/** What a source may grade otherwise: the judgements of the record, as it names them. */
function judgementsSaid({ inspection, caret: { keys } }: Situation<KeyCaret>): Choice[] {
  return (inspection?.judgements ?? []).filter(({ pair }) => !keys.includes(pair.key.text)).map(({ pair, counts }) => ({
    label: pair.key.text, kind: 'judgement', documentation: counts && escapeMarkdown(counts.covers), rest: ' ', chain: true,
  }));
}

/** Judgements of the record's own edition, as what a finding belongs to. */
export function judgementsOfEdition(situation: Situation): Choice[] {
  return choices(situation).map(({ choice }) => choice);
}

/** In printed order. Where several editions may apply, each name once, with the likeliest edition that has it. */
function choices(situation: Situation): { judgement: JudgementData; choice: Choice }[] {
  const editions = possibleEditions(situation);
  const byName = new Map<string, { judgement: JudgementData; choice: Choice }>();
  for (const edition of editions) {
    edition.judgements.forEach((judgement, index) => {
      const detail = editions.length > 1 ? edition.short_name : `${index + 1} of ${edition.judgements.length}`;
      if (!byName.has(judgement.name)) byName.set(judgement.name, { judgement, choice: describe(judgement, edition, detail) });
    });
  }
  return [...byName.values()];
}

function describe(judgement: JudgementData, edition: Framework, detail: string): Choice {
  return {
    ...knownAs(judgement.name, [...(judgement.also_printed ?? []), ...(judgement.spellings ?? [])]), kind: 'judgement', detail,
    description: judgement.required ? undefined : 'not in every report',
    documentation: `${escapeMarkdown(judgement.covers)}\n\n*${escapeMarkdown(edition.short_name)}*`,
  };
}
