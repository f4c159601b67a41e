import type { EventData } from './data';
import { NameIndex, type Match } from './match';

export class EventIndex {
  private readonly names = new NameIndex<EventData>();
  private readonly ids = new Map<string, EventData>();

  constructor(readonly all: readonly EventData[]) {
    for (const event of all) {
      this.ids.set(event.id, event);
      for (const name of [event.name, ...(event.spellings ?? [])]) this.names.add(name, event);
    }
  }

  withId(id: string): EventData | undefined {
    return this.ids.get(id);
  }

  /** The events that took the place of one, and those whose place it took: step by step, nearest first. */
  lineage(event: EventData): EventData[] {
    const followers = (one: EventData) => this.all.filter(({ id }) => one.followed_by?.includes(id));
    const forerunners = (one: EventData) => this.all.filter(other => other.followed_by?.includes(one.id));
    return [...chain(event, followers), ...chain(event, forerunners)];
  }

  /**
   * What a written event stands for.
   * @param isPossible whether an event may be guessed, there being a date on which it had to be in force
   */
  match(written: string, isPossible: (event: EventData) => boolean = () => true): Match<EventData> {
    const [meant] = this.names.find(written);
    if (!meant) return { kind: 'unknown', guesses: this.names.guess(written, isPossible) };
    return { kind: meant.name === written ? 'exact' : 'spelling', value: meant };
  }
}

/** Everything that `next` leads to from a start, the start left out. */
function chain(start: EventData, next: (event: EventData) => EventData[]): EventData[] {
  const found = new Set([start]);
  for (const event of found) for (const further of next(event)) found.add(further);
  return [...found].slice(1);
}
