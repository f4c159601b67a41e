/** What esbuild tells of bundles: the files that went into each, and how much of them. */
interface Bundled {
  outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>;
}

export function noticesFor(metafiles: readonly Bundled[]): string;
