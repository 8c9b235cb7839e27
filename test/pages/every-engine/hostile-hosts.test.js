/** What the web does to embedded code: the cases of kind `host-html` of the collection beside the repository. */
import { after, before, describe, test } from 'node:test';
import { openEngine } from '../engine.js';
import { collected, endure, serveOther } from './hosts.js';

const cases = collected('host-html');

/** @type {Awaited<ReturnType<typeof openEngine>>} */
let engine;
before(async () => {
  engine = await openEngine({ isOneTab: true });
  serveOther(engine);
});
after(() => engine.close());

describe('hostile hosts', () => {
  if (!cases.length)
    test('are walked where the collection is', { skip: 'shared/hostile-cases.json is not here' }, () => {});

  for (const one of cases) test(`${one.id}: ${one.note}`, () => endure(engine, one));
});
