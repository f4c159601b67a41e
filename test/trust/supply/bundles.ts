import esbuild from 'esbuild';

/** A program of dist/, built for this test alone: its code, and the packages that are part of it. */
export interface Bundle {
  readonly file: string;
  readonly code: string;
  readonly packages: readonly string[];
}

/** All programs that people download. */
export async function bundles(): Promise<Bundle[]> {
  const { builds } = await import('../../../esbuild.mjs');
  const made: Bundle[] = [];
  for (const [file, options] of builds()) {
    const { metafile, outputFiles } = await esbuild.build({ ...options, write: false, metafile: true });
    const inputs = Object.values(metafile!.outputs).flatMap(output => Object.entries(output.inputs)).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const packages = inputs.flatMap(([input]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
    made.push({ file, code: outputFiles!.find(output => output.path.endsWith(file))!.text, packages: [...new Set(packages)].sort() });
  }
  return made;
}
