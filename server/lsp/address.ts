import { URI } from 'vscode-uri';

/** One spelling for every way to write an address. What is no address stays as it is: it is the name of something that lies nowhere. */
export function normalize(uri: string): string {
  return parsed(uri)?.toString() ?? uri;
}

/** Whether it says of itself what kind of address it is: `file:`, `vscode-vfs:`. A path such as `C:\records` does not. */
export function isAddress(uri: string): boolean {
  return /^[a-z][a-z\d+.-]+:/i.test(uri) && parsed(uri) !== undefined;
}

function parsed(uri: string): URI | undefined {
  try {
    return URI.parse(uri);
  } catch {
    return undefined;
  }
}

/** A part of an address as people read it; as it is, where it is written wrongly. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
