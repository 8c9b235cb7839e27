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

/** Each in Chromium and, by turns, in Firefox or in WebKit. Those of hostile-cases.json are tried in all three. */
const turns = { firefox: 0, webkit: 1 };
const turn = turns[/** @type {keyof typeof turns} */ (process.env.HAVN_ENGINE)];
const cases = ownCases.filter((_, index) => turn === undefined || index % 2 === turn);

describe('hosts more hostile', () => {
  for (const one of cases) test(`${one.id}: ${one.note}`, () => endure(engine, one));
});
