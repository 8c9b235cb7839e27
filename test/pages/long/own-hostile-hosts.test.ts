/** Hostile hosts of our own making. */
import { after, describe, test } from 'node:test';
import { openEngine } from '../../../tools/test/engine.js';
import { endure, serveOther } from '../every-engine/hosts.js';
import { ownCases } from './own-hostile-cases.js';

const engine = await openEngine({ isOneTab: true });
after(() => engine.close());
serveOther(engine);

describe('hosts more hostile', () => {
  // Each in Chromium and, by turns, in one of the others, where those of hostile-hosts.test.js all are.
  const turn = ['firefox', 'webkit'].indexOf(process.env.HAVN_ENGINE ?? '');
  const cases = turn < 0 ? ownCases : ownCases.filter((_, index) => index % 2 === turn);
  for (const one of cases) test(`${one.id}: ${one.note}`, () => endure(engine, one));
});
