import type { Metafile } from 'esbuild';

export function buildLibrary(): Promise<Metafile>;
