/**
 * A bad line in front of a server: every byte takes its time, and a connection its handshakes. Browsers have a brake of
 * their own, which holds back each request as if it were a connection of its own: over HTTP/2 that is wrong by three
 * round trips for all but the first.
 */
import { connect, createServer } from 'node:net';

/** @typedef {{roundTrip: number, down: number, up: number}} Line ms; bytes a ms */

/** As browsers name it: 150 ms, 1.6 Mbit/s and 0.75 Mbit/s. @type {Record<'Slow 4G', Line>} */
export const lines = { 'Slow 4G': { roundTrip: 150, down: 200, up: 93.75 } };

/**
 * One direction of a line, whatever connections share it.
 * @param {number} delay in ms
 * @param {number} speed in bytes a ms
 * @returns {(bytes: number) => number} when bytes that are sent now arrive
 */
function direction(delay, speed) {
  let free = 0;
  return bytes => {
    free = Math.max(free, performance.now()) + bytes / speed;
    return free + delay;
  };
}

/**
 * Listens on a port of its own, and passes on what comes to the other one and back. There is no slow start, and nothing
 * is lost.
 * @param {number} port
 * @param {Line} line
 * @returns {Promise<{port: number, close: () => void}>}
 */
export async function throughLine(port, { roundTrip, down, up }) {
  const toServer = direction(roundTrip / 2, up);
  const toClient = direction(roundTrip / 2, down);
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  /**
   * @param {import('node:net').Socket} from
   * @param {import('node:net').Socket} to
   * @param {ReturnType<typeof direction>} arrival
   * @param {number} begin nothing arrives before
   */
  const pipe = (from, to, arrival, begin) => {
    sockets.add(from);
    // Timers may change places within a millisecond: each takes what has waited longest.
    /** @type {(() => void)[]} */
    const waiting = [];
    /** @param {number} bytes @param {() => void} then */
    const pass = (bytes, then) => {
      waiting.push(then);
      setTimeout(() => waiting.shift()?.(), Math.max(arrival(bytes), begin) - performance.now());
    };
    from.on('data', data => pass(data.length, () => to.write(data)));
    from.on('close', () => {
      sockets.delete(from);
      pass(0, () => to.destroy());
    });
    // Browsers drop connections as they like.
    from.on('error', () => undefined);
  };
  const server = createServer(client => {
    const upstream = connect(port, '127.0.0.1');
    client.setNoDelay();
    upstream.setNoDelay();
    // On this machine a connection is made at once; over the line it takes one round trip.
    pipe(client, upstream, toServer, performance.now() + 1.5 * roundTrip);
    pipe(upstream, client, toClient, 0);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port: address.port,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
