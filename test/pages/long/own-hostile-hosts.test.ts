/** Hostile hosts of our own making. */
import { after, describe } from 'node:test';
import { openEngine, testInTurn } from '../../../tools/test/engine.js';
import { endure, serveOther } from '../every-engine/hosts.js';
import { ownCases } from './own-hostile-cases.js';

const engine = await openEngine({ isOneTab: true });
after(() => engine.close());
serveOther(engine);

describe('hosts more hostile', () => {
  for (const one of ownCases) testInTurn(`${one.id}: ${one.note}`, () => endure(engine, one));
});
