import type { KeyCaret, ValueCaret } from '../caret';

/** The caret as if a new entry of a list began there. */
export function behindNewDash(caret: KeyCaret): KeyCaret {
  return { ...caret, path: [...caret.path, 0], before: `${caret.before}- `, column: caret.column + 2, keys: [], inList: false };
}

/** The caret behind a key as if it stood on a new line under it. */
export function onLineBelow(caret: ValueCaret, text: string, lineBreak: string): KeyCaret {
  const column = caret.column + 2;
  const start = caret.colon + 1;
  return {
    ...caret, place: 'key', column, keys: [], inList: false, isFirst: true, hasColon: false, holds: 'nothing', heldKeys: [],
    span: { ...caret.span, start }, typed: text.slice(start, caret.caret).trimStart(), before: lineBreak + ' '.repeat(column),
  };
}
