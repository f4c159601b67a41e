/** A snippet as it stands in the text before anything is filled in, and where the cursor is then: at the first gap, or at the end. */
export function resolveSnippet(snippet: string): { text: string; caret: number } {
  let text = '';
  const stops = new Map<number, number>();
  for (const [whole, escaped, number, filled, choices] of snippet.matchAll(/\\([\\$}])|\$\{?(\d+)(?::((?:\\.|[^}\\])*)\}|\|((?:\\.|[^|\\])*)\|\}|\})?|[^]/g)) {
    if (number === undefined) {
      text += escaped ?? whole;
      continue;
    }
    if (!stops.has(Number(number))) stops.set(Number(number), text.length);
    text += (filled ?? choices?.split(',')[0] ?? '').replace(/\\(.)/g, '$1');
  }
  return { text, caret: stops.get(Math.min(...[...stops.keys()].filter(stop => stop > 0))) ?? stops.get(0) ?? text.length };
}
