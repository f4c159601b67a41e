import { fieldsAt } from '../../reference/fields';
import { escapeMarkdown } from '../../text/markdown';
import type { KeyCaret } from '../caret';
import { asSnippet, GAP } from '../gaps';
import { recordText, type Beginning } from '../new-record';
import { events } from './events';
import { knownAs, type CompletionItem } from './item';
import type { Situation } from './situation';

type Skeleton = Omit<CompletionItem, 'sortText'>;

const LABEL = 'New inspection record';

/**
 * A whole record to fill in: what every record has, down to the days of fieldwork. Judgements come later, when event and day say
 * which. Undefined where a record has begun, and where what is typed may be a field.
 */
export function skeleton(situation: Situation<KeyCaret>): Skeleton | undefined {
  if (!isAtBeginning(situation) || !isMeant(LABEL, situation)) return undefined;
  return {
    label: LABEL, description: 'all that every record has',
    documentation: 'Authority, event and days of fieldwork, to be filled in. The judgements depend on them and come next.',
    ...written({}, situation),
  };
}

/** The same for each kind of event, with what is usual for it: those of today first. Few want them, so they are not to be shown first. */
export function skeletonsOfEvents(situation: Situation<KeyCaret>): Skeleton[] {
  if (!isAtBeginning(situation)) return [];
  const { reference } = situation;
  return events(situation).map(({ label, detail }) => ({ event: reference.events.all.find(({ name }) => name === label)!, detail }))
    .map(({ event, detail }) => ({ event, detail, ...knownAs(`New record: ${event.name}`, event.spellings ?? []) }))
    .filter(({ filterText }) => isMeant(filterText, situation))
    .map(({ event, detail, ...names }) => ({
      ...names, description: detail, documentation: escapeMarkdown(event.description),
      ...written({ event, values: { event: event.name } }, situation),
    }));
}

/** Whether no record has begun where the caret is. */
export function isAtBeginning({ caret: { isFirst, path, hasColon, flow } }: Situation<KeyCaret>): boolean {
  return isFirst && !path.length && !hasColon && !flow;
}

/** Whether typed letters, if any, begin one of the words and no field. */
function isMeant(words: string, { caret }: Situation<KeyCaret>): boolean {
  const typed = caret.typed.toLowerCase();
  return typed === '' || (words.toLowerCase().split(' ').some(word => word.startsWith(typed)) && !fieldsAt([]).some(({ name }) => name.startsWith(typed)));
}

function written(beginning: Beginning, { caret: { span, before }, lineBreak }: Situation<KeyCaret>): Pick<Skeleton, 'kind' | 'chain' | 'edit' | 'snippet'> {
  const text = recordText(beginning, lineBreak);
  return {
    kind: 'record', chain: true,
    // Where there are no tab stops, the last gap is where one goes on.
    edit: { ...span, text: before + text.replaceAll(GAP, '').slice(0, -lineBreak.length) },
    snippet: `${before}${asSnippet(text)}$0`,
  };
}
