import type { FromPage, FromWebview, Place } from '../server/lsp/protocol';

// A webview shows what records say. Its messages are taken for what they are only where they have the shape of one: no more is known of them.

/** What a preview tells; undefined where it is no message of ours. */
export function fromWebview(message: unknown): FromWebview | undefined {
  const { type, place, line } = Object(message) as Record<string, unknown>;
  if (type === 'ready') return { type };
  if (type === 'scrolled' && isCount(line)) return { type, line };
  if (type !== 'reveal' || !isPlace(place)) return undefined;
  const { uri } = place as { uri?: unknown };
  const at = { line: place.line, character: place.character };
  return uri === undefined ? { type, place: at } : typeof uri === 'string' ? { type, place: { ...at, uri } } : undefined;
}

/** What a page about many records tells; undefined where it is no message of ours. */
export function fromPage(message: unknown): FromPage | undefined {
  const { type, file, line, authority, png } = Object(message) as Record<string, unknown>;
  if (type === 'ready') return { type };
  if (type === 'go' && isCount(file) && isCount(line)) return { type, file, line };
  if (type === 'journey' && typeof authority === 'string') return { type, authority };
  if (type === 'drawn' && (png === null || (typeof png === 'string' && /^[\w+/]+={0,2}$/.test(png)))) return { type, png };
  return undefined;
}

function isPlace(value: unknown): value is Place {
  const { line, character } = Object(value) as Record<string, unknown>;
  return isCount(line) && isCount(character);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
