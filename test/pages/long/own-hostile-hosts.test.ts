/** Hostile hosts of our own making: test/collections/own-hostile-cases.json. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { openEngine, testInTurn, testPage } from '../../../tools/test/engine.js';
import { ownHostileBoxes, ownHostileCases } from '../../collections.js';
import { endure, expected, fill, serveOther, shownAs } from '../every-engine/hosts.js';

const engine = await openEngine({ isOneTab: true });
serveOther(engine);

describe('hosts more hostile', () => {
  for (const one of ownHostileCases) testInTurn(`${one.id}: ${one.note}`, () => endure(engine, one));

  /** Runs in the page: shows one of its boxes, as if the others were not there. */
  function showOnly(name: string) {
    for (const { id } of document.body.children) {
      const box = document.getElementById(id);
      if (box) box.hidden = id !== name;
    }
  }

  testPage('in a box that is narrow, turned, clipped or dark, the widget is on screen', async () => {
    const places = Object.entries(ownHostileBoxes).map(
      ([name, html]) => `<div id="${name}" hidden>${html}</div>`,
    );
    await engine.open(
      fill(
        `{{HEAD}}</head><body>${places.join('')}<script src="{{SCRIPT}}" defer></script></body></html>`,
        engine.origin,
      ),
      { path: '/host.html' },
    );
    const unseen: string[] = [];
    for (const name of Object.keys(ownHostileBoxes)) {
      await engine.evaluate(showOnly, name);
      const shown = await shownAs(engine, expected.widget, false);
      if (shown !== 'widget') unseen.push(`${name}: ${shown}`);
    }
    assert.deepEqual(unseen, []);
    assert.deepEqual((await engine.told()).errors, []);
    assert.deepEqual(
      engine.requests.map(({ address }) => address),
      ['/host.html', '/dist/havn.js'],
    );
  });
});
