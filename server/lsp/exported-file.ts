import type { ExportResult } from './protocol';

/** What was made, as it is sent: text, or bytes in base64. */
export function exportedFile(name: string, written: string | Uint8Array): ExportResult {
  return typeof written === 'string' ? { name, text: written } : { name, base64: base64Of(written) };
}

/** A name for a file about something, without extension: "Kirklees, July 2024" is `kirklees-july-2024`. Empty where nothing of it can stand in one. */
export function fileName(about: string): string {
  return about.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80);
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

/** As many arguments as a function surely takes. */
const CHUNK = 8192;
