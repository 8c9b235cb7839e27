/** What a host may write where we read, as each browser takes it: the cases of kind `url` and `phone`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEngine } from '../../../tools/test/engine.js';
import { pageOf } from '../../../tools/test/harness.js';
import { hostileCases } from '../../collections.js';

const engine = await openEngine({ isOneTab: true });

/** Runs in the page: what a host's own page does with `havn-widgets/safety`. */
async function linked(payloads: string[], kind: 'url' | 'phone') {
  const address = '/dist/npm/safety/index.js';
  const { dialable, safeLink }: typeof import('havn-widgets/safety') = await import(address);
  return payloads.map(payload => {
    const number = dialable(payload);
    const href = kind === 'url' ? safeLink(payload) : number && `tel:${number}`;
    if (href === null) return 'text';
    const link = document.createElement('a');
    link.setAttribute('href', href);
    return kind === 'url' ? `link ${link.protocol}${link.host}` : `dial:${link.pathname}`;
  });
}

async function linksOf(kind: 'url' | 'phone') {
  const cases = hostileCases(kind).filter(({ payload }) => !/\p{Cs}/u.test(payload));
  const payloads = cases.map(({ payload }) => payload);
  await engine.open(pageOf(''));
  const found = await engine.evaluate(linked, payloads, kind);
  return cases.map((one, index) => ({ ...one, found: found[index] }));
}

test('safeLink makes of each in the page what is expected, and the browser goes nowhere else', async () => {
  for (const { id, payload, expect, found } of await linksOf('url')) {
    const { protocol, host } = expect === 'link' ? new URL(payload.trim()) : {};
    assert.equal(found, expect === 'link' ? `link ${protocol}${host}` : 'text', id);
  }
});

test('dialable makes of each in the page what is expected', async () => {
  for (const { id, expect, found } of await linksOf('phone')) assert.equal(found, expect, id);
});
