/** Where a request for data may be redirected. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { fetchBytes } from '../../dist/npm/safety/fetch.js';

const { fetch, origin, location } = globalThis;
afterEach(() => Object.assign(globalThis, { fetch, origin, location }));

/** The options that `fetchBytes` gives to `fetch` on a page. */
async function askedBy(address: string, page: { origin: string; location: string }) {
  let asked: RequestInit = {};
  Object.assign(globalThis, {
    origin: page.origin,
    location: new URL(page.location),
    fetch: async (_: string, options: RequestInit) => {
      asked = options;
      return new Response('{}');
    },
  });
  await fetchBytes(address, 10, {});
  return { mode: asked.mode, redirect: asked.redirect };
}

const frame = 'https://your.example/havn/frame/service-finder.html';

test('an address of the page’s own server may lead on to no other server', async () => {
  assert.deepEqual(
    await askedBy('https://your.example/r', { origin: 'https://your.example', location: frame }),
    { mode: 'same-origin', redirect: undefined },
  );
});

test('nor in a sandbox, where the page has no origin', async () => {
  assert.deepEqual(await askedBy('https://your.example/r', { origin: 'null', location: frame }), {
    mode: 'cors',
    redirect: 'error',
  });
});

test('nor one on another server that the page names', async () => {
  for (const origin of ['null', 'https://your.example'])
    assert.deepEqual(await askedBy('https://other.example/r', { origin, location: frame }), {
      mode: 'cors',
      redirect: 'error',
    });
});
