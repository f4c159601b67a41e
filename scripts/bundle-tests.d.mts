export function bundleTests(files: readonly string[], outfile: string): Promise<void>;
