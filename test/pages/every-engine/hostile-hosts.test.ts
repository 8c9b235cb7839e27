/** Host pages that break embedded code: the cases of kind `host-html` in test/collections/hostile-cases.json. */
import { describe } from 'node:test';
import { openEngine, testPage } from '../../../tools/test/engine.js';
import { hostileCases } from '../../collections.js';
import { endure, serveOther } from './hosts.js';

const cases = hostileCases('host-html');

const engine = await openEngine({ isOneTab: true });
serveOther(engine);

describe('hostile hosts', () => {
  for (const one of cases) testPage(`${one.id}: ${one.note}`, () => endure(engine, one));
});
