/** axe, which finds accessibility faults in a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions } from 'axe-core';

/** The script that defines `axe` in a page. */
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA, and the best practices of axe. */
export const allRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Runs in a page that has axe.
 * @param options the options of axe, and `within`: a selector for the part of the page to check
 * @returns the faults, one line for each place
 */
export async function faultsByAxe({ within, ...options }: RunOptions & { within?: string }) {
  const { axe } = window as Window & { axe?: typeof import('axe-core') };
  if (!axe) throw new Error('axe is not here');
  const { violations } = await axe.run(within ?? document, { resultTypes: ['violations'], ...options });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, html, failureSummary }) =>
        `${id}: ${target.flat().join(' ')} ${html.slice(0, 120)} ${failureSummary}`,
    ),
  );
}
