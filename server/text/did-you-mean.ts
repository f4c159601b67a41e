import { nearest } from './spelling';

/** " Did you mean 'check'?", to be put after a sentence; nothing where none of the names is near. */
export function didYouMean(written: string, names: Iterable<string>): string {
  const [best] = nearest(written, names, name => name, 1);
  return best === undefined ? '' : ` Did you mean '${best}'?`;
}

/** "text, json or html". */
export function alternatives(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join('');
}
