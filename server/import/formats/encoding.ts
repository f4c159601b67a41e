/** Bytes at the beginning by which encodings without a mark are told. */
const LOOKED_AT = 1024;

/** Of a text in UTF-16, nearly every second byte is nothing where it is written in Latin letters: this share of them at least. */
const MOSTLY = 0.8;

type Wide = 'utf-16le' | 'utf-16be';

/** Whether bytes are a text in UTF-16, as spreadsheet programs save "Unicode text": by its mark, or by its bytes. */
export function wideEncoding(bytes: Uint8Array): Wide | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const beginning = bytes.subarray(0, LOOKED_AT);
  const empty = [0, 0];
  for (const [at, byte] of beginning.entries()) if (byte === 0) empty[at % 2]!++;
  const [even, odd] = empty as [number, number];
  const half = beginning.length / 2;
  if (odd > half * MOSTLY && even === 0) return 'utf-16le';
  return even > half * MOSTLY && odd === 0 ? 'utf-16be' : undefined;
}

/** A text without its mark, in UTF-8, or the older encoding of spreadsheet programs on Windows where it is none; or in UTF-16. */
export function decodeText(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes).replace(/[\u0080-\u009f]/g, character => OF_WINDOWS[character.charCodeAt(0) - 0x80]!);
  }
}

/** What Windows-1252 has at 80 to 9f, where Latin-1 has nothing that is written: some versions of Node.js take one for the other. */
const OF_WINDOWS = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];
