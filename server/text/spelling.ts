/** The words without the quotation marks that a text program put round them: “Good”. */
export function withoutCurlyQuotes(text: string): string {
  return text.replace(/^\s*[“”„«‘’](.*)[“”»‘’]\s*$/s, '$1');
}

/** What folding looks at, apart from letter case. */
const FOLDED = /[^!-%'-^a-~ ]|^ | $|  |[.:;,]$/;

/**
 * Folds what people do not mean by a difference: letter case, runs of white space, curly quotes (also round the whole), `&` for "and", a full stop or
 * colon at the end. Two texts that fold to the same are the same words.
 */
export function fold(text: string): string {
  // Nearly all names of the field differ from what they fold to by letter case alone, and after a key press hundreds of them are folded.
  if (!FOLDED.test(text)) return text.toLowerCase();
  return withoutCurlyQuotes(text).normalize('NFKC').toLowerCase().replace(/[’‘`]/g, "'").replace(/[–—]/g, '-').replace(/&/g, ' and ').replace(/[\s_]+/g, ' ').trim().replace(/(?<!\s)\s*(?<![.:;,])[.:;,]+$/, '');
}

/**
 * Number of typing mistakes between two texts: a letter too many, missing, wrong, or two neighbours swapped counts one each.
 * Stops counting above `most` and returns `most + 1`.
 */
export function typos(a: string, b: string, most = Infinity): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** Longest text that is compared letter by letter; nobody means a name by more. */
const LONGEST = 200;

/**
 * The candidates that a misspelt text may mean, best first, at most `count`. A third of the letters may be wrong; a text that is
 * the beginning of a candidate, or one of its whole words, counts as near too.
 */
export function nearest<T>(text: string, candidates: Iterable<T>, nameOf: (candidate: T) => string, count = 3): T[] {
  const wanted = fold(text);
  if (wanted === '' || wanted.length > LONGEST) return [];
  const near: { candidate: T; distance: number }[] = [];
  for (const candidate of candidates) {
    const name = fold(nameOf(candidate));
    const most = Math.max(1, Math.floor(Math.min(wanted.length, name.length) / 3));
    const distance = typos(wanted, name, most);
    if (distance <= most) near.push({ candidate, distance });
    else if (wanted.length >= 4 && (name.startsWith(wanted) || ` ${name} `.includes(` ${wanted} `))) near.push({ candidate, distance: most + 1 });
  }
  return near.sort((a, b) => a.distance - b.distance).slice(0, count).map(({ candidate }) => candidate);
}

/** The one candidate that a misspelt text clearly means: near, and clearly nearer than any other; else undefined. */
export function clearlyMeant<T>(text: string, candidates: Iterable<T>, nameOf: (candidate: T) => string): T | undefined {
  const [best, second] = nearest(text, candidates, nameOf, 2);
  if (best === undefined) return undefined;
  const wanted = fold(text);
  const distance = (candidate: T) => typos(wanted, fold(nameOf(candidate)));
  return second === undefined || distance(best) < distance(second) ? best : undefined;
}
