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

  match(written: string): Match<EventData> {
    const [meant] = this.names.find(written);
    if (!meant) return { kind: 'unknown', guesses: this.names.guess(written) };
    return { kind: meant.name === written ? 'exact' : 'spelling', value: meant };
  }
}
