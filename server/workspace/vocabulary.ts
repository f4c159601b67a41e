import { isEmpty, pairOf, type Node } from '../records/node';
import type { DecidingDate } from '../reference/frameworks';
import type { Inspection } from '../reference/inspection';
import { matched } from '../reference/match';
import { countedOnFrom, isAmongUncounted, ordinalOf } from '../rules/across/visits';
import { Journey } from './journey';
import type { Lookup } from './lookup';
import { authorityOf, type WorkspaceRecord } from './record';
import type { Workspace } from './workspace';

/** A value longer than this is a sentence, not a name to use again. */
const LONGEST = 100;

/** A visit that has no day yet is taken for the newest: its number is written before its days. */
const NEWEST: DecidingDate = { date: { year: 9999 }, basis: 'fieldwork' };

/** Words that the records of a workspace use already, so that a name is written alike everywhere. */
export class Vocabulary {
  private readonly byField = new Map<string, Lookup>();

  constructor(private readonly workspace: Workspace) {}

  /** The ids of all records, each with a name for people and the first day on which it may have begun, as a day number. */
  ids(): readonly { id: string; authority?: string; name: string; began?: number; graded: boolean }[] {
    return this.workspace.knownIds.map(id => {
      const [{ authority, name, days, inspection }] = this.workspace.withId(id) as [WorkspaceRecord];
      return { id, authority, name, began: days?.first, graded: matched(inspection.event?.match)?.result === 'grades' };
    });
  }

  /**
   * The values of a field in all records, the most used first.
   * @param field its path, with a star for a list entry: "lead_inspector", "quotes * by" with slashes between
   */
  used(field: string): readonly string[] {
    const [name, ...path] = field.split('/') as [string, ...string[]];
    let values = this.byField.get(field);
    if (!values) this.byField.set(field, (values = this.workspace.addLookup(({ inspection }) => [...new Set(texts(inspection.fields.get(name)?.value, path))])));
    this.workspace.advance();
    return values.byUse;
  }

  /** The number that a visit has after the record from which it is counted on, with what that is called; undefined where others of its kind have none, or that one. */
  countedOn(inspection: Inspection): { number: number; from: string } | undefined {
    const authority = authorityOf(inspection);
    const journey = new Journey(authority === undefined ? [] : this.workspace.journey(authority));
    const visit = { ...inspection, on: inspection.on ?? NEWEST };
    const from = countedOnFrom(visit, journey);
    if (!from) return undefined;
    const number = Number(ordinalOf(from)?.value ?? 0) + 1;
    return isAmongUncounted(visit, number, from, journey) ? undefined : { number, from: from.name };
  }
}

function* texts(node: Node | undefined, [step, ...path]: readonly string[]): Generator<string> {
  if (!node) return;
  if (step === undefined) {
    if (node.kind === 'scalar' && !isEmpty(node) && node.text.length <= LONGEST && !/[\n\r]/.test(node.text)) yield node.text;
  } else if (step === '*') {
    if (node.kind === 'list') for (const item of node.items) yield* texts(item, path);
  } else if (node.kind === 'map') {
    yield* texts(pairOf(node, step)?.value, path);
  }
}
