/** `npm run havn -- verify` on pages that mean it ill: it ends, says what it has found of the others, and obeys nobody. */
import assert from 'node:assert/strict';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { constants, gzipSync } from 'node:zlib';
import { Misused } from '../../../tools/desk/command.js';
import { boundsOf, isInside, isPrivate } from '../../../tools/desk/verify/addresses.js';
import { fetcher } from '../../../tools/desk/verify/fetching.js';
import { verifyPage } from '../../../tools/desk/verify/page.js';
import { openProxy } from '../../../tools/desk/verify/public-proxy.js';
import { readReference } from '../../../tools/desk/verify/read-reference.js';
import { pagesOf, readSitemap } from '../../../tools/desk/verify/sitemap.js';
import { run } from '../../../tools/desk/verify.js';
import { openServer } from '../../../tools/test/server.js';
import { rosa, slip } from '../../rosa.js';
import { banner, brokenRulesOfAll, faultsOf, openSite, page } from '../live-site.js';

const site = await openSite();
after(() => site.close());

/**
 * What a proxy answers, over HTTP or to CONNECT.
 * @param address of the proxy
 */
function statusThrough(address: string, options: http.RequestOptions): Promise<number | undefined> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const request = http.request({ host: hostname, port, agent: false, ...options });
    request.on('response', response => resolve(response.resume().statusCode));
    request.on('connect', ({ statusCode }, socket) => {
      socket.destroy();
      resolve(statusCode);
    });
    request.on('error', reject).end();
  });
}

type Answered = (error: null, addresses: { address: string; family: number }[]) => void;

describe('a page cannot hold it up', () => {
  const cases: Record<string, [string, string[]]> = {
    'with references between digits': [
      `${banner}<p>2${'&amp;'.repeat(20_000)}x9 og mer: &#${slip.digits.charCodeAt(0)};${slip.shown.slice(1)}</p>`,
      ['number-misspelt'],
    ],
    'with spaces between digits': [
      `${banner}<p>Rom 2${'&nbsp;'.repeat(20_000)}1. Ring ${slip.inHtml}</p>`,
      ['number-misspelt'],
    ],
    'with elements in elements': [
      `${banner}${'<div>'.repeat(20_000)}<p>${slip.shown}</p>`,
      ['number-misspelt'],
    ],
    'with letters in letters': [`${banner}<p>${'<b>'.repeat(6000)}${slip.shown}</p>`, ['number-misspelt']],
    'with numbers and numbers': [
      `${banner}<p>${`${slip.shown}, `.repeat(40_000)}</p>`,
      Array(100).fill('number-misspelt'),
    ],
  };
  let visit: Awaited<ReturnType<typeof brokenRulesOfAll>>;
  before(async () => {
    const answers = Object.values(cases).map(([body]) => ({ body: page(body) }));
    visit = await brokenRulesOfAll(site, answers, '--no-script');
  });
  for (const [index, [name, [, expected]]] of Object.entries(cases).entries())
    test(name, () => assert.deepEqual(visit.pages[index]?.rules, expected));

  test('nor with more than it can parse, and the next one is read', async () => {
    const letters = Array.from({ length: 20_000 }, (_, index) => `<b a${index}>`).join('');
    site.serve('/endless', { body: page(`${letters}${'<p>'.repeat(20_000)}`) });
    site.serve('/page', { body: page(banner) });
    const { code, text } = await site.verify('/endless', '/page', '--no-script', '--timeout', '5');
    assert.equal(code, 2);
    assert.match(text, /endless (?:is not done within 5 seconds|takes more memory than it may)/);
    assert.match(text, /\/page\n {2}hotline-banner \(tag, nb\)/);
    assert.match(text, /2 pages, 1 error, 0 warnings/);
  });

  test('nor with a page that never ends: what the clock cuts off is not taken for whole', async () => {
    const server = http.createServer((request, response) => {
      const isPacked = request.url === '/packed';
      // To the end of the connection, without a length.
      response.removeHeader('transfer-encoding');
      response.writeHead(200, {
        'content-type': 'text/html',
        connection: 'close',
        ...(isPacked && { 'content-encoding': 'gzip' }),
      });
      const html = Buffer.from(page(banner));
      response.write(isPacked ? gzipSync(html, { finishFlush: constants.Z_SYNC_FLUSH }) : html);
      const clock = setInterval(() => !isPacked && response.write(' '), 100);
      response.on('close', () => clearInterval(clock));
    });
    const { origin, close } = await openServer(server);
    try {
      for (const path of ['/plain', '/packed'])
        await assert.rejects(
          fetcher('test', 1000).read(origin + path),
          /does not answer within 1 seconds/,
          path,
        );
    } finally {
      await close();
    }
  });

  test('nor with a packing that nobody here can open: it is not taken for HTML', async () => {
    const packed = gzipSync(page(banner));
    for (const [coding, body] of [
      ['gzip, gzip', gzipSync(packed)],
      ['br, gzip', packed],
      ['zstd', page(banner)],
      ['toString', page(banner)],
    ] as const) {
      site.serve('/packed', { body, headers: { 'content-encoding': coding } });
      const { code, text } = await site.verify('/packed', '--no-script');
      assert.equal(code, 2, coding);
      assert.match(text, /page-unreachable: .* is packed in a way that is not known here/, coding);
    }
    site.serve('/packed', { body: page(banner), headers: { 'content-encoding': 'identity' } });
    assert.equal((await site.verify('/packed', '--no-script')).code, 0);
  });

  test('nor fill the report with names and addresses', async () => {
    const long = 'a'.repeat(1_000_000);
    site.serve('/long', {
      body: page(`<havn-${long}></havn-${long}><script src="/havn.js?${long}"></script>${banner}`),
    });
    const { text } = await site.verify('/long', '--no-script', '--format', 'json');
    assert.ok(text.length < 20_000, String(text.length));
  });

  test('nor many of them a whole day: what is left then is said', async t => {
    site.serve('/page', { body: page(banner) });
    const { now } = Date;
    let hours = 0;
    t.mock.method(Date, 'now', () => now() + hours++ * 3_600_000);
    const paths = Array.from({ length: 6 }, (_, index) => `/page?${index}`);
    const { code, text } = await site.verify(...paths, '--no-script');
    assert.equal(code, 2);
    assert.match(text, /3 hours are over: [1-5] of 6 pages are read\./);
  });

  test('nor one that its server drops', async () => {
    const server = http.createServer((request, response) => {
      const isPacked = request.url === '/packed';
      const html = Buffer.from(page(banner));
      const body = isPacked ? gzipSync(html) : html;
      response.writeHead(200, {
        'content-type': 'text/html',
        'content-length': body.length,
        ...(isPacked && { 'content-encoding': 'gzip' }),
      });
      response.write(body.subarray(0, body.length - 20), () => response.destroy());
    });
    const { origin, close } = await openServer(server);
    try {
      for (const path of ['/plain', '/packed'])
        await assert.rejects(fetcher('test', 5000).read(origin + path), /cannot be reached/, path);
    } finally {
      await close();
    }
  });

  test('nor with scripts and elements without number', async () => {
    const type = 'text/javascript';
    const scripts = Array.from({ length: 60 }, (_, index) => {
      site.serve(`/big/${index}/havn.js`, { type, body: 'havn-x' });
      return `<script src="/big/${index}/havn.js"></script>`;
    });
    site.serve('/page', { body: page(banner.repeat(300), scripts.join('')) });
    site.requests.length = 0;
    const { text } = await site.verify('/page', '--no-script');
    assert.equal(site.requests.filter(({ path }) => path.startsWith('/big/')).length, 20);
    assert.match(text, /Of \S+\/page only the first 20 scripts are read\./);
    assert.match(text, /Of \S+\/page only the first 200 elements are looked at\./);
  });
});

describe('a sitemap cannot hold it up', () => {
  test('with 10 000 addresses', () => {
    const items = Array.from(
      { length: 10_000 },
      (_, index) => `<url><loc>https://a.example/${index}</loc></url>`,
    );
    const xml = `<?xml version="1.0"?><urlset xmlns="x">${items.join('')}</urlset>`;
    const start = process.cpuUsage();
    const { addresses } = readSitemap(xml);
    assert.equal(addresses.length, 10_000);
    assert.ok(process.cpuUsage(start).user < 1_000_000);
  });

  test('with levels upon levels, with comments that do not end, with entities', () => {
    for (const [xml, reason] of [
      [`<urlset>${'<a>'.repeat(1_000_000)}`, /no sitemap/],
      ['<!--'.repeat(1_000_000), /no sitemap/],
      ['<urlset/><urlset/>', /no sitemap/],
      ['<!DOCTYPE x [<!ENTITY a "b">]><urlset/>', /DOCTYPE/],
    ] as [string, RegExp][])
      assert.throws(() => readSitemap(xml), reason);
  });

  test('and is read as XML is written', () => {
    const { root, addresses } = readSitemap(`\ufeff<?xml version='1.0'?>
      <!-- <url><loc>https://no.example/</loc></url> -->
      <s:urlset xmlns:s="x"><s:url><s:loc>
        https://a.example/?a=1&amp;b=&#x32;</s:loc><image:image><image:loc>https://no.example/</image:loc></image:image>
      </s:url><s:url><s:loc><![CDATA[https://b.example/?a&b]]></s:loc></s:url><url/></s:urlset>`);
    assert.equal(root, 'urlset');
    assert.deepEqual(addresses, ['https://a.example/?a=1&b=2', 'https://b.example/?a&b']);
    assert.deepEqual(readSitemap('<urlset/>').addresses, []);
  });

  test('and names few of other hosts', async () => {
    const items = Array.from(
      { length: 50 },
      (_, index) => `<url><loc>https://other.example/${index}</loc></url>`,
    );
    site.serve('/many.xml', { type: 'application/xml', body: `<urlset>${items.join('')}</urlset>` });
    const { text } = await site.verify('--sitemap', `${site.origin}/many.xml`, '--no-script');
    assert.equal(text.match(/^Not of /gm)?.length, 5);
    assert.match(text, /^And 45 more of other hosts\.$/m);
  });
});

describe('nothing that a page says is obeyed', () => {
  const forged =
    '&#27;[2J&#27;]0;owned&#7;&#155;&#x202e;&#10;::error::from the page&#10;1 page, 0 errors ##[error]x';
  const body = page(
    `<havn-hotline-banner lang="${forged}" layout="${forged}" ${'x'.repeat(5000)}="">${rosa.shown}</havn-hotline-banner><havn-::error::x></havn-::error::x>`,
  );

  for (const format of ['text', 'json', 'sarif', 'junit'])
    test(`in a report as ${format}`, async () => {
      site.serve('/page', { body });
      const { code, text } = await site.verify('/page', '--no-script', '--format', format);
      assert.equal(code, 1);
      assert.match(text, /language-unknown/);
      assert.doesNotMatch(text, /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      assert.doesNotMatch(text, /^\s*::/m);
      assert.doesNotMatch(text, /##\w*\[/);
      if (format === 'text') assert.ok(Math.max(...text.split('\n').map(line => line.length)) < 700);
    });

  test('in a note on a sitemap', async () => {
    site.serve('/forged.xml', {
      type: 'application/xml',
      body: `<urlset><url><loc>https://other.example/&#27;[2J&#10;::error::x ##[error]${'y'.repeat(5000)}</loc></url></urlset>`,
    });
    const { text } = await site.verify('--sitemap', `${site.origin}/forged.xml`, '--no-script');
    const [note = ''] = text.split('\n').filter(line => line.startsWith('Not of'));
    assert.match(note, /other\.example/);
    assert.ok(note.length <= 300);
    assert.doesNotMatch(text, /(?!\n)\p{Cc}|^\s*::|##\[/mu);
  });

  test('in an address of a sitemap that has the origin of the page that made it', async () => {
    site.serve('/page', { body: page(banner) });
    site.serve('/blob.xml', {
      type: 'application/xml',
      body: `<urlset><url><loc>blob:${site.origin}/x&#27;[31m&#10;::error::x</loc></url><url><loc>${site.origin}/page</loc></url></urlset>`,
    });
    const { code, text } = await site.verify('--sitemap', `${site.origin}/blob.xml`, '--no-script');
    assert.equal(code, 0, text);
    assert.match(text, /^Not of \S+: blob:/m);
    assert.match(text, /^1 page, 0 errors/m);
    assert.doesNotMatch(text, /(?!\n)\p{Cc}|^\s*::/mu);
  });

  test('in what is said where the command is asked wrongly, caught or not', () => {
    const { message, stack } = new Misused('"\u001b[31m\r\n::error::x ##[error]" is none.\nThere are: a, b.');
    assert.match(message, /is none\.\nThere are: a, b\.$/);
    for (const text of [message, stack ?? '']) assert.doesNotMatch(text, /(?!\n)\p{Cc}|^\s*::|##\[/mu);
  });
});

describe('a public page', () => {
  // Another address of the same machine stands for a public one.
  const outside = '127.0.0.2';
  const isOwn = (address: string) => address !== outside;
  const asked: string[] = [];
  const answers: Map<string, http.RequestListener> = new Map();
  const server = http.createServer((request, response) => {
    asked.push(`${request.headers.host} ${request.url}`);
    answers.get(request.url ?? '')?.(request, response);
    response.end();
  });
  let port = 0;
  before(async () => {
    await new Promise(resolve => server.listen(0, '0.0.0.0', () => resolve(undefined)));
    ({ port } = server.address() as AddressInfo);
  });
  after(() => server.close());

  const reader = () => fetcher('test', undefined, isOwn);
  const inside = () => [
    `http://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    `http://[::ffff:127.0.0.1]:${port}`,
  ];

  test('is not followed into a private network', async () => {
    for (const origin of inside()) {
      answers.set('/away', (_, response) => response.writeHead(302, { location: `${origin}/secret` }));
      asked.length = 0;
      await assert.rejects(reader().read(`http://${outside}:${port}/away`), /into a private network/);
      assert.deepEqual(asked, [`${outside}:${port} /away`]);
    }
  });

  test('nor where its server drops the connection as soon as it has answered', async () => {
    const location = `http://127.0.0.1:${port}/secret`;
    const abrupt = net.createServer(socket => {
      socket.on('error', () => {});
      socket.once('data', () => {
        socket.write(`HTTP/1.1 302 Found\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`);
        socket.resetAndDestroy();
      });
    });
    await new Promise(resolve => abrupt.listen(0, outside, () => resolve(undefined)));
    asked.length = 0;
    try {
      const { port: through } = abrupt.address() as AddressInfo;
      await assert.rejects(reader().read(`http://${outside}:${through}/`), /into a private network/);
      assert.deepEqual(asked, []);
    } finally {
      abrupt.close();
    }
  });

  test('nor are its scripts and frames', async () => {
    const html = inside().map(
      origin =>
        `<script src="${origin}/havn.js"></script><iframe src="${origin}/frame/hotline-banner.html"></iframe>`,
    );
    answers.set('/page', (_, response) => {
      response.setHeader('content-type', 'text/html');
      response.write(page(banner + html.join(''), ''));
    });
    asked.length = 0;
    const { findings } = await verifyPage(
      `http://${outside}:${port}/page`,
      { isNamed: true, isPublicOnly: false },
      { reference: readReference(), fetcher: reader(), today: new Date(), most: 10_000 },
    );
    assert.deepEqual(asked, [`${outside}:${port} /page`]);
    const rules = faultsOf(findings);
    for (const rule of ['script-unreachable', 'frame-unreachable'])
      assert.equal(rules.filter(other => other === rule).length, 3, rule);
  });

  test('nor are the sitemaps that it names, nor the pages', async () => {
    answers.set('/index.xml', (_, response) =>
      response.end(
        `<sitemapindex><sitemap><loc>http://${outside}:${port}/away.xml</loc></sitemap></sitemapindex>`,
      ),
    );
    answers.set('/away.xml', (_, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${port}/x` }),
    );
    asked.length = 0;
    const { pages, unread } = await pagesOf(`http://${outside}:${port}/index.xml`, reader());
    assert.deepEqual(pages, []);
    assert.match(unread.join(), /^\S+\/away\.xml leads from a public page into a private network\.$/);
    assert.deepEqual(asked, [`${outside}:${port} /index.xml`, `${outside}:${port} /away.xml`]);
    answers.set('/pages.xml', (_, response) => response.end('<urlset/>'));
    assert.equal((await pagesOf(`http://${outside}:${port}/pages.xml`, reader())).isPublic, true);
    await assert.rejects(
      reader().read(`http://127.0.0.1:${port}/page`, { isPublicOnly: true }),
      /into a private network/,
    );
  });

  test('a private one may name both', async () => {
    answers.set('/out', (_, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${port}/in` }),
    );
    answers.set('/in', (_, response) => response.write('in'));
    const { body, isPublic } = await reader().read(`http://127.0.0.1:${port}/out`);
    assert.equal(body.toString(), 'in');
    assert.equal(isPublic, false);
  });

  test('reaches nothing private in the browser: what it goes through lets nothing pass', async () => {
    const proxy = await openProxy(boundsOf(true, isOwn));
    const status = (options: http.RequestOptions) => statusThrough(proxy.address, options);
    try {
      assert.equal(await status({ path: `http://${outside}:${port}/in` }), 200);
      assert.equal(await status({ method: 'CONNECT', path: `${outside}:${port}` }), 200);
      asked.length = 0;
      for (const origin of inside()) {
        assert.equal(await status({ path: `${origin}/in` }), 502);
        assert.notEqual(await status({ method: 'CONNECT', path: new URL(origin).host }).catch(() => 0), 200);
      }
      assert.deepEqual(asked, []);
    } finally {
      proxy.close();
    }
  });

  test('nor does an answer that cannot be passed on end what it goes through', async () => {
    const replies = [
      'HTTP/1.1 099 X\r\n\r\n',
      'HTTP/1.1 200 OK\r\nTrailer: x\r\nContent-Length: 0\r\n\r\n',
      'HTTP/1.1 204 No Content\r\nTrailer: x\r\n\r\n',
    ];
    const odd = net.createServer(socket => {
      socket.on('error', () => {});
      socket.once('data', request => socket.end(replies[Number(/\/(\d)/.exec(String(request))?.[1])] ?? ''));
    });
    await new Promise(resolve => odd.listen(0, '127.0.0.1', () => resolve(undefined)));
    const proxy = await openProxy(boundsOf(false));
    try {
      const { port: through } = odd.address() as AddressInfo;
      for (const index of replies.keys())
        await assert.rejects(
          statusThrough(proxy.address, { path: `http://127.0.0.1:${through}/${index}` }),
          replies[index],
        );
      assert.equal(await statusThrough(proxy.address, { path: `http://127.0.0.1:${port}/in` }), 200);
    } finally {
      proxy.close();
      odd.close();
    }
  });

  test('nor past it: calls from browser to browser send no packet', async () => {
    const listener = dgram.createSocket('udp4');
    const packets: Buffer[] = [];
    listener.on('message', packet => packets.push(packet));
    await new Promise(resolve => listener.bind(0, '127.0.0.1', () => resolve(undefined)));
    site.serve('/call', {
      body: page(
        `${banner}<script>
          const call = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${listener.address().port}' }] });
          call.createDataChannel('');
          call.createOffer().then(offer => call.setLocalDescription(offer)).then(() => fetch('/called'));
        </script>`,
      ),
    });
    try {
      site.requests.length = 0;
      await site.verify('/call', '--wait', '3');
      assert.ok(site.requests.some(({ path }) => path === '/called'));
      assert.deepEqual(packets, []);
    } finally {
      listener.close();
    }
  });

  test('nor by a name that was private when the page was read', async t => {
    const proxy = await openProxy(boundsOf(false, isOwn), { name: 'inside.example', isOwn });
    let answer = '127.0.0.1';
    t.mock.method(dns, 'lookup', (_: string, __: object, done: Answered) =>
      done(null, [{ address: answer, family: 4 }]),
    );
    const status = (host: string, method = 'GET') =>
      statusThrough(proxy.address, {
        method,
        path: method === 'CONNECT' ? `${host}:${port}` : `http://${host}:${port}/in`,
      });
    try {
      assert.equal(await status('inside.example'), 200);
      assert.equal(await status('inside.example', 'CONNECT'), 200);
      answer = outside;
      asked.length = 0;
      assert.equal(await status('inside.example'), 502);
      assert.equal(await status('INSIDE.example'), 502);
      assert.notEqual(await status('inside.example', 'CONNECT').catch(() => 0), 200);
      assert.deepEqual(asked, []);
      // Another name may be of a public server, as before.
      assert.equal(await status('outside.example'), 200);
    } finally {
      proxy.close();
    }
  });

  test('nor by an address that is a public one', async () => {
    const proxy = await openProxy(boundsOf(false, isOwn), { name: outside, isOwn });
    try {
      asked.length = 0;
      assert.equal(await statusThrough(proxy.address, { path: `http://${outside}:${port}/in` }), 502);
      const options = { method: 'CONNECT', path: `${outside}:${port}` };
      assert.notEqual(await statusThrough(proxy.address, options).catch(() => 0), 200);
      assert.deepEqual(asked, []);
    } finally {
      proxy.close();
    }
  });

  const links = [
    '169.254.169.254',
    '2852039166',
    '[::ffff:169.254.169.254]',
    '[fe80::1]',
    '[fd00:ec2::254]',
    '[64:ff9b::169.254.169.254]',
    '168.63.129.16',
    '192.0.0.192',
    '[fd20:ce::254]',
    '[fd00:ec2::23]',
    '[fd00:42::42]',
    '[::169.254.169.254]',
    '[64:ff9b:1::169.254.169.254]',
    '[64:ff9b::100.100.100.200]',
  ];

  test('nor does a private one lead to where clouds keep the keys of a machine', async () => {
    for (const host of links) {
      answers.set('/keys', (_, response) =>
        response.writeHead(302, { location: `http://${host}/latest/meta-data/` }),
      );
      await assert.rejects(reader().read(`http://127.0.0.1:${port}/keys`), /where clouds keep keys/, host);
      await assert.rejects(reader().read(`http://${host}/latest/`), /where clouds keep keys/, host);
    }
  });

  test('nor by a name', async t => {
    t.mock.method(dns, 'lookup', (_: string, __: object, done: Answered) =>
      done(null, [{ address: '169.254.169.254', family: 4 }]),
    );
    await assert.rejects(reader().read('http://metadata.example/latest/'), /where clouds keep keys/);
  });

  test('nor in the browser', async () => {
    const proxy = await openProxy(boundsOf(false));
    const status = (path: string) => statusThrough(proxy.address, { path });
    try {
      for (const host of links) assert.equal(await status(`http://${host}/latest/`), 502, host);
      assert.equal(await status(`http://127.0.0.1:${port}/in`), 200);
    } finally {
      proxy.close();
    }
  });

  test('private is what no public address is', () => {
    for (const address of [
      ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
      ...['::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '::ffff:7f00:1', '64:ff9b::7f00:1'],
      ...['2002:7f00:1::', '2001::1', '224.0.0.1', '255.255.255.255', ''],
      ...['168.63.129.16', '192.0.0.192', '192.88.99.1', '2001:db8::1', 'fd20:ce::254'],
      ...['64:ff9b::10.0.0.5', '64:ff9b::a9fe:a9fe', '2002:a00:5::1', '2002:a9fe:a9fe::1', '2002:c0a8:101::'],
      ...['64:ff9b:1::808:808', '100::1', '64:ff9b::6464:64c8', '2002:e000:1::'],
    ])
      assert.ok(isPrivate(address), address);
    for (const address of [
      ...['1.1.1.1', '172.32.0.1', '193.213.112.4', '2a00:1450:400f::1', '::ffff:1.1.1.1'],
      ...['64:ff9b::5db8:d70e', '64:ff9b::93.184.215.14', '2002:5db8:d70e::1'],
    ])
      assert.ok(!isPrivate(address), address);
  });

  test('inside is what is private for sure: else what answers may be anybody', () => {
    for (const address of [
      ...['127.0.0.1', '10.0.0.9', '172.16.0.1', '192.168.1.1', '169.254.1.1', '::ffff:10.0.0.9'],
      ...['::1', 'fd00::1', 'fc00::1', 'fe80::1', 'fe80::1%eth0'],
    ])
      assert.ok(isInside(address), address);
    for (const address of [
      ...['100.64.0.1', '198.18.0.5', '192.88.99.1', '240.0.0.1', '0.0.0.0', '1.1.1.1', '172.32.0.1', ''],
      ...['2002:5db8:d70e::1', '2002:a00:5::1', '64:ff9b::5db8:d70e', '64:ff9b::10.0.0.5', '2001::1'],
      ...['::', '2001:db8::1', '2606:4700::5', '::ffff:198.18.0.5', '::ffff:1.1.1.1'],
    ])
      assert.ok(!isInside(address), address);
  });

  test('what is neither is taken for a public page, and reads nothing private', async () => {
    const unsure = fetcher('test', undefined, isPrivate, address => isInside(address) && address !== outside);
    answers.set('/unsure', (_, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }),
    );
    asked.length = 0;
    await assert.rejects(unsure.read(`http://${outside}:${port}/unsure`), /into a private network/);
    assert.deepEqual(asked, [`${outside}:${port} /unsure`]);
  });
});

test('as root the browser is not started without its walls, unless somebody says so', async t => {
  const { getuid } = process;
  t.after(() => Object.assign(process, { getuid }));
  Object.assign(process, { getuid: () => 0 });
  await assert.rejects(run(['https://kommune.example/']), { message: /--no-sandbox/ });
});
