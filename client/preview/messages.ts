import type { ShowMessage } from '../../server/lsp/protocol';

/** A message that says what two do, the second of which refers to the first: parts that have no content in it have that of the first. */
export function joined(earlier: ShowMessage | undefined, later: ShowMessage): ShowMessage {
  if (!earlier || later.since === null) return later;
  const known = new Map(earlier.blocks.map(block => [block.id, block]));
  return { ...later, since: earlier.since, blocks: later.blocks.map(block => ({ ...known.get(block.id), ...block })) };
}

/** Whether a message leaves everything as the one before it has made it. */
export function tellsNothing(message: ShowMessage, before: ShowMessage): boolean {
  return message.since !== null && message.stale === before.stale && message.record === before.record && JSON.stringify(message.state) === JSON.stringify(before.state)
    && message.blocks.length === before.blocks.length
    && message.blocks.every(({ id, html, places }, index) => html === undefined && places === undefined && id === before.blocks[index]!.id);
}
