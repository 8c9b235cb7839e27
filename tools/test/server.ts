/** HTTP servers of the tests. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Starts a server on a free port of this machine. Browsers can drop a connection at any moment. A socket that the HTTP
 * server has handed over (CONNECT, upgrade) needs an error listener: without one, ECONNRESET fails the running test.
 */
export async function openServer(server: Server) {
  server.on('connection', socket => socket.on('error', () => socket.destroy()));
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

/** @returns a port of this machine that is free now */
export async function freePort(): Promise<number> {
  const { port, close } = await openServer(createServer());
  await close();
  return port;
}
