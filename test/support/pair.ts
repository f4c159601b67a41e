import type { Message } from '../../server/lsp/messages';
import type { Transport } from '../../server/lsp/rpc';

/** The two ends of a connection within this process: what goes in at one comes out at the other, as JSON, in a turn of its own. */
export function pair(): [Transport, Transport] {
  const [there, back] = [new Wire(), new Wire()];
  return [end(there, back), end(back, there)];
}

function end(out: Wire, into: Wire): Transport {
  return { send: message => out.carry(message), receive: take => { into.take = take; }, yield: takeTurns };
}

class Wire {
  take: (message: Message) => void = () => undefined;

  carry(message: Message): void {
    const text = JSON.stringify(message);
    setImmediate(() => this.take(JSON.parse(text) as Message));
  }
}

export const takeTurns = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
