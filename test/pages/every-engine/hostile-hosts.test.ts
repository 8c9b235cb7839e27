/** What the web does to embedded code: the cases of kind `host-html` of test/collections/hostile-cases.json. */
import { after, before, describe, test } from 'node:test';
import { openEngine } from '../../../tools/test/engine.js';
import { hostileCases } from '../../collections.js';
import { endure, serveOther } from './hosts.js';

const cases = hostileCases('host-html');

let engine: Awaited<ReturnType<typeof openEngine>>;
before(async () => {
  engine = await openEngine({ isOneTab: true });
  serveOther(engine);
});
after(() => engine.close());

describe('hostile hosts', () => {
  for (const one of cases) test(`${one.id}: ${one.note}`, () => endure(engine, one));
});
