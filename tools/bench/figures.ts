/** What is made of the figures of a run: pure. */

/**
 * Between two values, as far as the share falls between them.
 * @param values at least one
 * @param share 0.5 for the median, 0.95 for what 95 of 100 stay under
 */
export function quantile(values: number[], share: number) {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const at = (place: number) => sorted[place] ?? Number.NaN;
  const below = at(Math.floor(place));
  return below + (at(Math.ceil(place)) - below) * (place % 1);
}

export const median = (values: number[]) => quantile(values, 0.5);

/** the middle half of the values lies from `low` to `high` */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

export const spread = (values: number[]): Spread => ({
  median: median(values),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
});

/**
 * One value against another of the same round, so that what slows a whole round falls out.
 * @param values one a round
 * @param bases the same rounds
 */
export function pairedRatios(values: number[], bases: number[]) {
  if (values.length !== bases.length) throw new Error('Not the same rounds');
  return values.map((value, round) => value / (bases[round] ?? Number.NaN));
}

/** The rounds of a run: in each, all take their turn, and the one that begins is another each time. */
export const interleaved = <Candidate>(candidates: Candidate[], rounds: number) =>
  Array.from({ length: rounds }, (_, round) => {
    const first = round % candidates.length;
    return [...candidates.slice(first), ...candidates.slice(0, first)];
  });

/** Busy machines differ: a time is at fault when it is over its budget by more than a quarter. */
export const generosity = 1.25;

/** A figure with its budget. `gate` is what it may measure at most; missing, it is shown and never at fault. */
export interface Budgeted {
  name: string;
  value: number;
  unit: string;
  target: number;
  gate?: number;
}

/** Which gates a run breaks, in words. */
export const faultsOf = (rows: Budgeted[]): string[] =>
  rows
    .filter(({ value, gate }) => gate !== undefined && !(value <= gate))
    .map(
      ({ name, value, unit, gate = 0 }) => `${name}: ${shown(value)} ${unit}, at most ${shown(gate)} ${unit}`,
    );

/** As many digits as say something. */
export function shown(value: number) {
  if (!Number.isFinite(value)) return 'not measured';
  const size = Math.abs(value);
  return value.toFixed(size >= 20 ? 0 : size >= 3 ? 1 : 2).replace(/^-?0\.00$/, '0');
}

/** `1.02 (1.01–1.05)` */
export const shownSpread = ({ median, low, high }: Spread) =>
  `${shown(median)} (${shown(low)}–${shown(high)})`;
