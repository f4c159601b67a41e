import type { EventData, ThemeData } from '../../reference/data';
import type { Inspection } from '../../reference/inspection';
import type { Reference } from '../../reference/reference';
import { duringLife } from '../../rules/wording';
import { escapeMarkdown } from '../../text/markdown';
import { listed, numberInWords } from '../../text/words';
import { editionInWords } from './edition';
import { facts, page } from './page';

/** What kind of inspection an event is, since when or until when, and which edition of its framework applies to this record. */
export function eventHover(event: EventData, inspection: Inspection): string {
  const { frameworks, events } = inspection.reference;
  const life = frameworks.life(event);
  const next = event.followed_by?.map(id => events.withId(id)?.name).filter(name => name !== undefined) ?? [];
  const edition = editionInWords(inspection.edition);
  return page(
    `**${escapeMarkdown(event.name)}**`,
    escapeMarkdown(event.description),
    facts(
      life && `In force ${duringLife(life)}`,
      next.length ? `Its place was taken by ${escapeMarkdown(listed(next))}` : undefined,
      event.fieldwork_days && `Usually on site: ${escapeMarkdown(event.fieldwork_days.usual)}`,
      edition && `This record: ${edition}`,
    ),
  );
}

/** What is known of a theme: whether it is one of the official ones. */
export function themeHover(theme: ThemeData, { themes }: Reference): string | undefined {
  if (!theme.official) return undefined;
  const official = themes.filter(other => other.official).length;
  return page(`**${escapeMarkdown(theme.name)}**`, `One of the ${numberInWords(official)} official themes of visits.`);
}
