import picomatch from 'picomatch';

/** Whether a path (with `/`, without a leading one) is meant. */
export type PathMatcher = (path: string) => boolean;

/**
 * Patterns for paths as people know them from .gitignore: one that matches a folder stands for everything in it, and one
 * without `/` matches at any depth.
 */
export function pathMatcher(patterns: readonly string[]): PathMatcher {
  const matchers = patterns.map(pattern => picomatch(rooted(pattern), { dot: true }));
  return path => matchers.length > 0 && foldersAndFile(path).some(part => matchers.some(matches => matches(part)));
}

function rooted(pattern: string): string {
  const path = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  return path.includes('/') ? path.replace(/^\//, '') : `**/${path}`;
}

/** `a/b/c` is `a`, `a/b` and `a/b/c`. */
function foldersAndFile(path: string): string[] {
  const steps = path.split('/');
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'));
}
