/**
 * How often a property is tried: 500 times in `npm test`, HAVN_RUNS times elsewhere (`tools/test/fuzz.ts`). With HAVN_SEED
 * fast-check tries the same values again.
 */
import fc from 'fast-check';

const { HAVN_RUNS = '500', HAVN_SEED } = process.env;

fc.configureGlobal({ numRuns: Number(HAVN_RUNS), ...(HAVN_SEED && { seed: Number(HAVN_SEED) }) });
