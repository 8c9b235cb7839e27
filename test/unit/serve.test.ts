/** `npm start` serves pages to this machine, and to the network only if the user asks for it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import http from 'node:http';
import net from 'node:net';
import { test } from 'node:test';
import { typeScript } from '../../tools/build/type-script.js';
import { createServer } from '../../tools/docs/serve.js';
import { openServer } from '../../tools/test/server.js';

/** Another address of this machine: it answers only if the server listens on all addresses. */
const another = '127.0.0.2';

/** @returns whether a server answers there */
const isAnswered = (host: string, port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = net.connect({ host, port }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

async function withServer(env: Record<string, string>, look: (port: number) => Promise<void>) {
  const { HOST: _, ...own } = process.env;
  const server = spawn(process.execPath, [...typeScript, 'tools/docs/serve.ts'], {
    env: { ...own, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const line of server.stdout) {
      const [, port] = /^Havn: http:\/\/localhost:(\d+)\/$/m.exec(String(line)) ?? [];
      await look(Number(port));
      break;
    }
  } finally {
    server.kill();
  }
}

test('pages are served to this machine alone', () =>
  withServer({}, async port => {
    assert.ok(await isAnswered('127.0.0.1', port));
    assert.ok(await isAnswered('localhost', port));
    assert.ok(!(await isAnswered(another, port)));
  }));

test('and to others where HOST says so', () =>
  withServer({ HOST: '0.0.0.0' }, async port => {
    assert.ok(await isAnswered('127.0.0.1', port));
    assert.ok(await isAnswered(another, port));
  }));

test('the root leads to the documentation, and every element in every state has an address of its own', () =>
  withServer({}, async port => {
    const root = await fetch(`http://localhost:${port}/`, { redirect: 'manual' });
    assert.equal(root.status, 302);
    assert.equal(root.headers.get('location'), '/docs/');
    const states = await fetch(`http://localhost:${port}/gallery.html`);
    assert.match(await states.text(), /<havn-hotline-banner /);
    const nothing = await fetch(`http://localhost:${port}/nothing`);
    assert.match(await nothing.text(), /href="\/docs\/"/);
  }));

test('a path that climbs out, is hidden or names another host has no page', async () => {
  const { origin, port, close } = await openServer(createServer());
  /** As it is written: `fetch` would tidy it up. */
  const statusOf = (path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) =>
      http.get({ port, path }, answer => resolve(answer.resume().statusCode)).on('error', reject),
    );
  try {
    assert.equal((await fetch(`${origin}/gallery.html`)).status, 200);
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/dist/..%2f..%2fpackage.json',
      '/dist/%5c..%5cpackage.json',
      '/.git/config',
      '/docs/../../.build/messages.json',
      '//other.example/',
      '/%00',
      '/%',
    ])
      assert.ok([400, 404].includes((await statusOf(path)) ?? 0), path);
  } finally {
    await close();
  }
});
