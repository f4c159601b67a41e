import fc from 'fast-check';

/**
 * Property tests try the same texts on every run, so that a red run is a change's own doing and not chance's. To look for what
 * they have not tried yet: `PROPERTY_SEED=random`, with `PROPERTY_RUNS` times as many runs; what it finds is mended and written
 * down as a test of its own.
 */
export const seed = process.env.PROPERTY_SEED === 'random' ? Date.now() % 2 ** 31 : Number(process.env.PROPERTY_SEED ?? 20261121);
fc.configureGlobal({ seed });

/** How many texts to try where `usual` are tried in an ordinary run. */
export const runs = (usual: number): number => usual * Number(process.env.PROPERTY_RUNS ?? 1);
