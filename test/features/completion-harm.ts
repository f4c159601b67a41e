import type { CompletionItem } from '../../server/features/completion';
import { placeAt } from '../../server/features/place';
import type { Checker } from '../../server/findings/checker';
import type { Finding } from '../../server/findings/finding';
import { commentsOf } from '../../server/records/comments';
import { Slice } from '../../server/records/slice';
import { applyEdits } from '../../server/text/edits';
import { CARET } from './marked';

/** What can be seen of a record after a choice, or before. */
interface Seen {
  slice: Slice;
  faults: readonly string[];
  errors: readonly Finding[];
}

/**
 * How far the record goes in which something is chosen. Where it is broken only reading it counts: one mistake mended brings others to
 * light, and who types letters of an event that was not in force gets it.
 */
export type State = 'written' | 'being written' | 'broken';

/** What choices in a record spoil. Many of them lead to the same text: that is looked at once. */
export class Harms {
  private readonly known = new Map<string, Seen>();

  constructor(private readonly checker: Checker, private readonly state: State) {}

  /** What a choice at an offset spoils, told as the fixtures of completion would; undefined where it spoils nothing. */
  of(item: CompletionItem, before: Slice, offset: number): string | undefined {
    const harm = this.harm(item, before, this.look(applyEdits(before.text, [item.edit])));
    return harm && `${harm}: '${item.label}' at ${JSON.stringify(`${before.text.slice(0, offset)}${CARET}${before.text.slice(offset)}`)}`;
  }

  private harm(item: CompletionItem, before: Slice, after: Seen): string | undefined {
    if (item.kind !== 'record' && item.kind !== 'rule' && !after.faults.length && !writes(item, after.slice)) return 'does not write what was chosen';
    const errors = after.errors.filter(error => this.counts(error, item));
    const isFlawless = !after.faults.length && !errors.length && !before.text.includes('#');
    if (isFlawless) return undefined;
    const was = this.look(before.text);
    if (after.faults.length > was.faults.length) return `cannot be read (${after.faults.join(', ')})`;
    if (!was.faults.length && comments(after.slice) < comments(before)) return 'loses a comment';
    // What could not be read was not judged.
    const isJudged = after.faults.length === was.faults.length;
    const added = errors.filter(error => isJudged || isInChoice(error, item)).map(({ rule }) => rule).filter(rule => count(after.errors, rule) > count(was.errors, rule));
    return added.length ? `adds ${added.join(', ')}` : undefined;
  }

  /** What is missing is no harm where the choice itself leaves a gap to be filled in, nor where it says which judgements there are to be. */
  private counts(error: Finding, item: CompletionItem): boolean {
    const { missing, rule } = error;
    if (this.state === 'broken') return false;
    if (!missing) return true;
    return this.state === 'written' && !isInChoice(error, item) && !(rule === 'missing-judgement' && (item.kind === 'event' || item.kind === 'date'));
  }

  private look(text: string): Seen {
    let seen = this.known.get(text);
    if (!seen) {
      const slice = new Slice(text);
      const errors = this.checker.findings(slice).filter(({ severity }) => severity === 'error');
      this.known.set(text, (seen = { slice, errors, faults: slice.record.faults.map(({ kind }) => kind) }));
    }
    return seen;
  }
}

/** Whether the chosen words are a key or a value by themselves, not part of a longer one. */
function writes({ label, edit }: CompletionItem, { record: { root } }: Slice): boolean {
  return placeAt(root, edit.start + edit.text.search(/[^\s"'-]/)).scalar?.text === label;
}

function isInChoice({ start }: Finding, { edit }: CompletionItem): boolean {
  return edit.start <= start && start <= edit.start + edit.text.length;
}

function comments({ text, record }: Slice): number {
  return commentsOf(text, record.root).length;
}

function count(errors: readonly Finding[], rule: string): number {
  return errors.filter(error => error.rule === rule).length;
}
