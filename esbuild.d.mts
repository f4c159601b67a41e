import type { BuildOptions } from 'esbuild';

/** How each file of dist/ is built, by its name there. */
export function builds(): [file: string, options: BuildOptions][];
