import esbuild from 'esbuild';

/** A program of dist/, built for this test alone: its code in all its parts, and the packages that are part of it. */
export interface Bundle {
  readonly file: string;
  readonly code: string;
  readonly packages: readonly string[];
  /** The modules of Node that it loads, as far as its builder knows. */
  readonly loads: readonly string[];
}

/** All programs that people download. */
export async function bundles(): Promise<Bundle[]> {
  const { builds } = await import('../../../esbuild.mjs');
  const made: Bundle[] = [];
  for (const [file, options] of builds()) {
    const { metafile, outputFiles } = await esbuild.build({ ...options, write: false, metafile: true });
    const inputs = Object.values(metafile!.outputs).flatMap(output => Object.entries(output.inputs)).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const packages = inputs.flatMap(([input]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
    const loads = Object.values(metafile!.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external).map(({ path }) => path.replace(/^node:/, '')));
    made.push({ file, code: outputFiles!.map(({ text }) => text).join('\n'), packages: [...new Set(packages)].sort(), loads });
  }
  return made;
}
