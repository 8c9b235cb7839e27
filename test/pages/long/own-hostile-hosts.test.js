/** Hostile hosts of our own making. */
import { after, before, describe, test } from 'node:test';
import { openEngine } from '../engine.js';
import { endure, serveOther } from '../every-engine/hosts.js';
import { ownCases } from './own-hostile-cases.js';

/** @type {Awaited<ReturnType<typeof openEngine>>} */
let engine;
before(async () => {
  engine = await openEngine({ isOneTab: true });
  serveOther(engine);
});
after(() => engine.close());

describe('hosts more hostile', () => {
  for (const one of ownCases) test(`${one.id}: ${one.note}`, () => endure(engine, one));
});
