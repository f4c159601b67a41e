import { isEmpty, pairOf, type Node } from '../records/node';
import type { WorkspaceRecord } from './record';
import type { Workspace } from './workspace';

/** A value longer than this is a sentence, not a name to use again. */
const LONGEST = 100;

/** Words that the records of a workspace use already, so that a name is written alike everywhere. */
export class Vocabulary {
  private collectedAt = -1;
  private readonly byField = new Map<string, readonly string[]>();

  constructor(private readonly workspace: Workspace) {}

  /** The ids of all records, each with a name for people. */
  ids(): readonly { id: string; authority?: string; name: string }[] {
    return this.workspace.knownIds.map(id => {
      const [{ authority, name }] = this.workspace.withId(id) as [WorkspaceRecord];
      return { id, authority, name };
    });
  }

  /**
   * The values of a field in all records, the most used first.
   * @param field its path, with a star for a list entry: "lead_inspector", "quotes * by" with slashes between
   */
  used(field: string): readonly string[] {
    if (this.collectedAt !== this.workspace.version) {
      this.byField.clear();
      this.collectedAt = this.workspace.version;
    }
    let values = this.byField.get(field);
    if (!values) this.byField.set(field, (values = this.collect(field.split('/'))));
    return values;
  }

  private collect([name, ...path]: readonly string[]): readonly string[] {
    const counts = new Map<string, number>();
    for (const { inspection } of this.workspace.all()) {
      const value = inspection.fields.get(name!)?.value;
      for (const text of value ? texts(value, path) : []) counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    return [...counts].sort(([a, often], [b, oftener]) => oftener - often || (a < b ? -1 : 1)).map(([text]) => text);
  }
}

function* texts(node: Node, [step, ...path]: readonly string[]): Generator<string> {
  if (step === undefined) {
    if (node.kind === 'scalar' && !isEmpty(node) && node.text.length <= LONGEST && !/[\n\r]/.test(node.text)) yield node.text;
  } else if (step === '*') {
    if (node.kind === 'list') for (const item of node.items) yield* texts(item, path);
  } else if (node.kind === 'map') {
    const child = pairOf(node, step)?.value;
    if (child) yield* texts(child, path);
  }
}
