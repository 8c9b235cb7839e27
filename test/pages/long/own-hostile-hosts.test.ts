/** Hostile hosts of our own making: test/collections/own-hostile-cases.json. */
import { after, describe } from 'node:test';
import { openEngine, testInTurn } from '../../../tools/test/engine.js';
import { ownHostileCases } from '../../collections.js';
import { endure, serveOther } from '../every-engine/hosts.js';

const engine = await openEngine({ isOneTab: true });
after(() => engine.close());
serveOther(engine);

describe('hosts more hostile', () => {
  for (const one of ownHostileCases) testInTurn(`${one.id}: ${one.note}`, () => endure(engine, one));
});
