import { nextTask } from './next-task.js';

/** In milliseconds: a third of the shortest delay that people notice, which leaves room for slow devices. */
const slice = 16;

/** Goes on in a new task; in the same one if the host page has replaced what `nextTask` needs. */
export const pause = (): Promise<void> => nextTask().catch(() => undefined);

/**
 * Runs steps in slices, between which the page can respond to input. The first slice runs at once: what takes no longer
 * is done when this returns.
 */
export async function stepByStep<T>(steps: Iterator<undefined, T>, use: (result: T) => void): Promise<void> {
  for (let until = performance.now() + slice; ; ) {
    const step = steps.next();
    if (step.done) return use(step.value);
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + slice;
  }
}

export const inSlices = <T>(steps: Iterator<undefined, T>): Promise<T> =>
  new Promise((resolve, reject) => {
    stepByStep(steps, resolve).catch(reject);
  });
