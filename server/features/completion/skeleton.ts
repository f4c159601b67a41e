import { fieldsAt } from '../../reference/fields';
import type { KeyCaret } from '../caret';
import { events } from './events';
import type { Choice, CompletionItem } from './item';
import type { Situation } from './situation';

const LABEL = 'New inspection record';

/** A line of the skeleton: its key, and what a snippet has as its value; none where other lines stand under it. */
interface SkeletonLine {
  key: string;
  stop?: string;
}

/**
 * A whole record to fill in: what every record has, down to the days of fieldwork. Judgements come later, when event and day say
 * which. Undefined where a record has begun, and where what is typed may be a field.
 */
export function skeleton(situation: Situation<KeyCaret>): Omit<CompletionItem, 'sortText'> | undefined {
  const { caret: { isFirst, path, hasColon, flow, typed, span, before }, lineBreak } = situation;
  if (!isFirst || path.length || hasColon || flow || !isMeant(typed.toLowerCase())) return undefined;
  const lines = skeletonLines(situation);
  const write = (valueOf: (stop: string) => string) => lines.map(({ key, stop }) => `${key}:${stop === undefined ? '' : ` ${valueOf(stop)}`}`).join(lineBreak);
  return {
    label: LABEL, kind: 'record', description: 'all that every record has', chain: true,
    documentation: 'Authority, event and days of fieldwork, to be filled in. The judgements depend on them and come next.',
    edit: { ...span, text: before + write(() => '') },
    snippet: `${before}${write(stop => stop)}${lineBreak}$0`,
  };
}

/** Whether typed letters, if any, begin a word of the label and no field. */
function isMeant(typed: string): boolean {
  return typed === '' || (LABEL.toLowerCase().split(' ').some(word => word.startsWith(typed)) && !fieldsAt([]).some(({ name }) => name.startsWith(typed)));
}

function skeletonLines(situation: Situation): SkeletonLine[] {
  const names = fieldsAt([]).filter(({ required }) => required).map(({ name }) => name);
  const days = fieldsAt(['fieldwork']).map(({ name }) => name);
  return [
    ...names.map((key, index) => ({ key, stop: key === 'event' ? choiceStop(index + 1, events(situation)) : `$${index + 1}` })),
    { key: 'fieldwork' },
    ...days.map((name, index) => ({ key: `  ${name}`, stop: `$${names.length + index + 1}` })),
  ];
}

/** A tab stop with a list: editors open it on arrival, which they do for no other tab stop. */
function choiceStop(number: number, choices: readonly Choice[]): string {
  return `\${${number}|${choices.map(({ label }) => label.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
}
