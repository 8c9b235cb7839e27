/** What the browser goes through: on a public page it reaches public addresses alone, whatever the page asks for. */
import http from 'node:http';
import net from 'node:net';
import { type Bounds, hostOf, isClosedAddress, lookupOf } from './addresses.js';

/**
 * The host of a page inside: it has to stay there. Whose name it is may answer with an address inside while the page is
 * read, and with a server outside when the browser asks, to have a page of its own look around in the network.
 */
interface Inside {
  name: string;
  isOwn: (address: string) => boolean;
}

export async function openProxy(
  bounds: Bounds,
  inside?: Inside,
): Promise<{ address: string; close: () => void }> {
  const boundsInside: Bounds = {
    isClosed: address => bounds.isClosed(address) || !inside?.isOwn(address),
    reason: 'was inside the network when the page was read',
  };
  const boundsFor = (host: string) => (host === inside?.name ? boundsInside : bounds);
  const lookup: net.LookupFunction = (name, ...rest) => lookupOf(boundsFor(name))(name, ...rest);
  /** An address in the place of a name is not looked up. */
  const isClosed = (url: URL) => isClosedAddress(hostOf(url), boundsFor(hostOf(url)).isClosed);

  const proxy = http.createServer((request, response) => {
    const refuse = () => response.writeHead(502).end();
    const { url = '', method, headers } = request;
    if (!URL.canParse(url) || !/^http:/i.test(url) || isClosed(new URL(url))) return refuse();
    const onward = http.request(url, { method, headers, lookup, agent: false }, answer => {
      try {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      } catch {
        // What may be read may not always be written: status 99, a trailer of nothing.
        answer.destroy();
        response.destroy();
        return;
      }
      answer.pipe(response).on('error', () => answer.destroy());
      answer.on('error', () => response.destroy());
    });
    onward.on('error', () => (response.headersSent ? response.destroy() : refuse()));
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  proxy.on('connect', ({ url = '' }, client, head) => {
    const refuse = () => client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    client.on('error', () => client.destroy());
    if (!URL.canParse(`http://${url}`)) return refuse();
    const to = new URL(`http://${url}`);
    if (isClosed(to)) return refuse();
    const onward = net.connect({ host: hostOf(to), port: Number(to.port || 80), lookup }, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      onward.pipe(client);
      client.pipe(onward);
    });
    onward.on('error', () => client.destroy());
    client.on('close', () => onward.destroy());
  });
  await new Promise(resolve => proxy.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = proxy.address() as net.AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close() {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
