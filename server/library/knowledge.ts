import referenceData from 'generated:reference-data';
import type { ReferenceData } from '../reference/data';

/**
 * What is known of frameworks, judgements, grades, events and bodies. `readKnowledge` makes one that knows more than what is built in;
 * where none is given, what is built in counts.
 */
export class Knowledge {
  readonly #data: ReferenceData;

  /** @internal */
  constructor(data: ReferenceData) {
    this.#data = data;
  }

  /** @internal */
  get data(): ReferenceData {
    return this.#data;
  }
}

/** What is built in. @internal */
export function builtIn(): Knowledge {
  return (known ??= new Knowledge(referenceData));
}

let known: Knowledge | undefined;
