import type { JudgementData } from '../../reference/data';
import type { Framework } from '../../reference/frameworks';
import { escapeMarkdown } from '../../text/markdown';
import { touches } from '../../text/span';
import { possibleEditions } from './editions';
import { filterText, type Choice } from './item';
import type { Situation } from './situation';

/** Judgements that the record lacks, as keys under `judgements`. */
export function missingJudgements(situation: Situation): Choice[] {
  const present = new Set(situation.inspection?.judgements.filter(({ pair }) => !touches(pair.key, situation.caret.caret)).map(({ counts }) => counts?.id));
  return choices(situation).filter(({ judgement }) => !present.has(judgement.id)).map(({ choice }) => ({ ...choice, rest: ' ', chain: true }));
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
    label: judgement.name, kind: 'judgement', detail,
    description: judgement.required ? undefined : 'not in every report',
    documentation: `${escapeMarkdown(judgement.covers)}\n\n*${escapeMarkdown(edition.short_name)}*`,
    filterText: filterText(judgement.name, [...(judgement.also_printed ?? []), ...(judgement.spellings ?? [])]),
  };
}
