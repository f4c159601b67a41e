import type { Token, TokenKind } from './tokens';

const VALUES: ReadonlySet<TokenKind> = new Set(['scalar', 'block-text', 'alias', 'property', 'open']);

/**
 * What belongs between two tokens of one line; undefined where that stays as it is: before comments, which may be aligned, and
 * for most of what stands in braces and brackets.
 */
export function spaceBetween(left: Token, right: Token, inFlow: boolean): string | undefined {
  if (left.kind === 'colon' || left.kind === 'comma') return VALUES.has(right.kind) ? ' ' : undefined;
  if (inFlow || right.kind === 'comment') return undefined;
  // Behind an alias the colon would become part of its name.
  if (right.kind === 'colon') return left.kind === 'scalar' ? '' : undefined;
  return left.kind === 'dash' || left.kind === 'property' ? ' ' : undefined;
}
