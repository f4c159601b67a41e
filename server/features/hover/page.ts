/** Parts of a page of Markdown, joined; absent ones leave nothing behind. */
export function page(...parts: (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('\n\n');
}

/** Short facts as a list; absent ones leave nothing behind. */
export function facts(...lines: (string | undefined)[]): string {
  return lines.filter(line => line !== undefined).map(line => `- ${line}`).join('\n');
}
