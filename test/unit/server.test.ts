import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { test } from 'node:test';
import { openServer } from '../../tools/test/server.js';

test('a client that asks to be connected on and drops the line fails no test', async () => {
  const server = http.createServer();
  const handedOver: Promise<Duplex> = once(server, 'connect').then(([, socket]) => socket);
  const { port, close } = await openServer(server);
  try {
    const client = connect(port, '127.0.0.1');
    client.write('CONNECT maker.example:443 HTTP/1.1\r\nhost: maker.example:443\r\n\r\n');
    const socket = await handedOver;
    // Without an error listener on the socket, ECONNRESET would be an uncaught exception.
    const closed = new Promise(resolve => socket.on('close', resolve));
    client.resetAndDestroy();
    socket.resume();
    assert.equal(await closed, true, 'closed by an error');
  } finally {
    await close();
  }
});
