/**
 * A bad line in front of a server: every byte takes its time, and a connection its handshakes. Browsers have a brake of
 * their own, which holds back each request as if it were a connection of its own: over HTTP/2 that is wrong by three
 * round trips for all but the first.
 */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** ms; bytes a ms */
interface Line {
  roundTrip: number;
  down: number;
  up: number;
}

/** As browsers name it: 150 ms, 1.6 Mbit/s and 0.75 Mbit/s. */
export const lines: Record<'Slow 4G', Line> = { 'Slow 4G': { roundTrip: 150, down: 200, up: 93.75 } };

/**
 * One direction of a line, whatever connections share it.
 * @param delay in ms
 * @param speed in bytes a ms
 * @returns when bytes that are sent now arrive
 */
function direction(delay: number, speed: number): (bytes: number) => number {
  let free = 0;
  return bytes => {
    free = Math.max(free, performance.now()) + bytes / speed;
    return free + delay;
  };
}

/**
 * Listens on a port of its own, and passes on what comes to the other one and back. There is no slow start, and nothing
 * is lost.
 */
export async function throughLine(
  port: number,
  { roundTrip, down, up }: Line,
): Promise<{ port: number; close: () => void }> {
  const toServer = direction(roundTrip / 2, up);
  const toClient = direction(roundTrip / 2, down);
  const sockets: Set<Socket> = new Set();
  /** @param begin nothing arrives before */
  const pipe = (from: Socket, to: Socket, arrival: ReturnType<typeof direction>, begin: number) => {
    sockets.add(from);
    // Timers may change places within a millisecond: each takes what has waited longest.
    const waiting: (() => void)[] = [];
    const pass = (bytes: number, then: () => void) => {
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
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
