/** What a page accepts from a feed of newer facts, and what it refuses. */
import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import http from 'node:http';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Service } from 'havn-widgets/directory';
import { factsFrom, textsOf } from '../../dist/npm/feed/facts.js';
import { factsOnScreen } from '../../dist/npm/feed/facts-on-screen.js';
import { acceptFeed, mostOfFacts, readFeed, signatureAddress } from '../../dist/npm/feed/read-feed.js';
import { isSigned } from '../../dist/npm/feed/signature.js';
import { country } from '../../tools/build/country.js';
import { factTexts } from '../../tools/build/fact-records.js';
import { feedOf, validatorCode } from '../../tools/build/feed.js';
import { publicHalf, signatureOf } from '../../tools/build/keys.js';
import { readFacts } from '../../tools/build/read-facts.js';
import { openServer } from '../../tools/test/server.js';
import type { Editable } from '../changed-facts.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';

const { data } = readFacts();
const released = feedOf(data).document;
const keyOf = () => generateKeyPairSync('ed25519').privateKey;
const [key, nextKey, strangersKey] = [keyOf(), keyOf(), keyOf()];

mkdirSync('.build', { recursive: true });
// In a folder of its own: another run of this file may be here at the same time.
const folder = mkdtempSync('.build/validator-test-');
const validatorFile = resolve(folder, 'validator.cjs');
writeFileSync(validatorFile, validatorCode(country()));
const validate: (facts: unknown) => boolean = createRequire(import.meta.url)(validatorFile);
rmSync(folder, { recursive: true });

const bundled = {
  country: 'NO',
  sequence: 7,
  issued: '2027-01-10',
  emergency: '112',
  keys: [publicHalf(key), publicHalf(nextKey)],
  languages: {},
  validate,
};
const today = '2027-03-01';

/** The feed of this repository as a later release. */
const feed = (changes?: Record<string, unknown>) => ({
  ...JSON.parse(released),
  sequence: 8,
  issued: '2027-02-01',
  valid_until: '2028-02-01',
  ...changes,
});

const withServices = (change: (services: Editable<Service>[]) => unknown) => {
  const document = feed();
  change(document.facts['directory/services.json']);
  return document;
};
/** The feed with a change of the service that has a mark. */
const withMarked = (
  mark: 'x_helpline' | 'x_emergency' | 'x_safe_house',
  change: (service: Editable<Service>) => unknown,
) =>
  withServices(services => {
    const service = services.find(service => service[mark]);
    assert.ok(service);
    change(service);
  });

test('what a feed carries is what the script carries', () => {
  const facts = factsFrom(JSON.parse(released).facts);
  assert.deepEqual(facts, factsOnScreen());
  assert.deepEqual(
    [...textsOf(facts)],
    factTexts(data).map(({ id, text }) => [id, text]),
  );
});

test('the signature lies beside the facts', () => {
  for (const [address, expected] of [
    ['https://facts.example/facts.json', 'https://facts.example/facts.sig'],
    [
      'https://facts.example/a.json/facts.json?v=a.json#x',
      'https://facts.example/a.json/facts.sig?v=a.json#x',
    ],
    ['https://facts.example/facts', undefined],
    ['https://facts.example/?facts.json', undefined],
  ])
    assert.equal(signatureAddress(address as string), expected);
});

describe('a document that is signed', () => {
  test('is taken up when it is newer', () => {
    const document = feed();
    assert.deepEqual(acceptFeed(document, bundled, today), feed());
  });

  test('is not taken up, and nothing is said, when it is the release of the script', () => {
    assert.equal(acceptFeed(feed({ sequence: 7 }), bundled, today), undefined);
  });

  for (const [name, document, reason] of [
    ['older', feed({ sequence: 6 }), /older/],
    ['without a sequence', feed({ sequence: undefined }), /no sequence/],
    ['with a sequence that is a text', feed({ sequence: '8' }), /no sequence/],
    ['with a sequence that is no number to count with', feed({ sequence: 2 ** 60 }), /no sequence/],
    ['of another country', feed({ country: 'SE' }), /another country/],
    ['that has expired', feed({ valid_until: '2027-02-28' }), /expired/],
    ['without a last day', feed({ valid_until: undefined }), /expired/],
    ['whose last day is words', feed({ valid_until: 'never' }), /expired/],
    ...['9999-99-99', '2027-13-45', '2027-06-31'].map(day => [
      `whose last day is none: ${day}`,
      feed({ valid_until: day }),
      /expired/,
    ]),
    ['that is null', null, /another country/],
    ['that is a list', [], /another country/],
    ['without facts', feed({ facts: undefined }), /form/],
    ['with facts that are null', feed({ facts: null }), /form/],
    ['without languages', feed({ languages: undefined }), /form/],
    ['that lacks a file', feed({ facts: { ...feed().facts, 'sources.json': undefined } }), /form/],
    [
      'with a service that has no name',
      withServices(services => Reflect.deleteProperty(sure(services[3]), 'name')),
      /form/,
    ],
    [
      'with markup in a text',
      withServices(services => (sure(services[0]).description = 'a <b>b</b>')),
      /form/,
    ],
    [
      'with a premium number',
      withServices(services => Object.assign(sure(services[0]), { phones: [{ number: '+4782012345' }] })),
      /form/,
    ],
    [
      'with a number for a safe house',
      withMarked('x_safe_house', service => Object.assign(service, { phones: [{ number: rosa.dialled }] })),
      /form/,
    ],
    ...(['push', 'unshift'] as const).map(where => [
      `with a service twice: ${where}`,
      withServices(services =>
        services[where]({
          ...services[0],
          x_helpline: undefined,
          phones: [{ number: '+4799999999' }],
        } as never),
      ),
      /twice/,
    ]),
    [
      'without the helpline',
      withServices(services => {
        services.splice(
          services.findIndex(service => service.x_helpline),
          1,
        );
      }),
      /helpline/,
    ],
    [
      'with two helplines',
      withServices(services => services.push({ ...sure(services[0]), x_helpline: true, id: 'another' })),
      /helpline/,
    ],
    [
      'with a helpline that is not in service',
      withMarked('x_helpline', service => (service.status = 'inactive')),
      /helpline/,
    ],
    [
      'with a helpline for professionals alone',
      withMarked('x_helpline', service => (service.x_audience = ['professional'])),
      /helpline/,
    ],
    [
      'without 112',
      withMarked('x_emergency', service => Reflect.deleteProperty(service, 'x_emergency')),
      /helpline/,
    ],
    ...(
      [
        ['x_emergency', '+4790000001'],
        ['x_emergency', '02800'],
        // An emergency number of the country too, but not the one for this service.
        ['x_emergency', '110'],
        ['x_helpline', '+46812345678'],
        ['x_helpline', '112'],
        ['x_helpline', '02800'],
      ] as const
    ).map(([mark, number]) => [
      `with ${number} as ${mark}`,
      withMarked(mark, service => Object.assign(service, { phones: [{ number }] })),
      /helpline/,
    ]),
    [
      'with a second number for 112',
      withMarked('x_emergency', service =>
        Object.assign(service, { phones: [...service.phones, { number: '+4790000001' }] }),
      ),
      /helpline/,
    ],
  ] as [string, unknown, RegExp][])
    test(`is not taken up: one ${name}`, () => {
      assert.throws(() => acceptFeed(document, bundled, today), reason);
    });

  test('may have another number of the country for the helpline', () => {
    for (const [mark, number] of [
      ['x_helpline', '+4733000001'],
      ['x_helpline', '116006'],
    ] as const)
      assert.ok(
        acceptFeed(
          withMarked(mark, service => Object.assign(service, { phones: [{ number }] })),
          bundled,
          today,
        ),
      );
  });

  test('counts by the day of the script where the clock of the device stands before it', () => {
    assert.ok(acceptFeed(feed(), bundled, '1970-01-01'));
    assert.throws(() => acceptFeed(feed({ valid_until: '2027-01-09' }), bundled, '1970-01-01'), /expired/);
    assert.ok(acceptFeed(feed({ valid_until: today }), bundled, today));
  });

  test('may say more than this script knows, which is left out', () => {
    const document = withServices(services => {
      Object.assign(sure(services[0]), { x_more: { of: 'it' } });
      for (const service of services)
        if (service.x_safe_house) Object.assign(service, { address: 'A street' });
    });
    const accepted = acceptFeed(document, bundled, today);
    assert.deepEqual(accepted?.facts, feed().facts);
  });

  test('is checked all the same where a page has put something on Object.prototype', () => {
    const { facts } = feed();
    for (const name of ['phones', 'x_helpline', 'x_safe_house', 'extra'])
      try {
        Object.assign(Object.prototype, { [name]: true });
        assert.equal(validate(facts), true, name);
      } finally {
        Reflect.deleteProperty(Object.prototype, name);
      }
  });
});

describe('a signature', () => {
  const content = new Uint8Array(Buffer.from(JSON.stringify(feed())));
  const bytes = (text: string | Buffer) => new Uint8Array(Buffer.from(text));
  const signed = (by: KeyObject, at = content) => bytes(signatureOf(Buffer.from(at), by));

  test('of either key holds, in base64 and as it is', async () => {
    for (const by of [key, nextKey]) {
      assert.equal(await isSigned(content, signed(by), bundled.keys), true);
      const raw = bytes(Buffer.from(signatureOf(Buffer.from(content), by), 'base64'));
      assert.equal(await isSigned(content, raw, bundled.keys), true);
    }
  });

  test('of a stranger, none, or anything else does not', async () => {
    for (const file of [
      signed(strangersKey),
      bytes(''),
      bytes('x'),
      bytes('<!doctype html><title>404</title>'),
      new Uint8Array(64),
      bytes(Buffer.alloc(64).toString('base64')),
      signed(key).slice(0, 60),
    ])
      assert.equal(await isSigned(content, file, bundled.keys), false);
  });

  test('does not hold for a single bit more or less, wherever it is', async () => {
    const signature = signed(key);
    await fc.assert(
      fc.asyncProperty(fc.nat(content.length - 1), fc.nat(7), async (at, bit) => {
        const other = content.slice();
        other[at] = sure(content[at]) ^ (1 << bit);
        assert.equal(await isSigned(other, signature, bundled.keys), false);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an address of a feed', () => {
  let answers: Record<string, (response: ServerResponse) => void> = {};
  const requests: { url: string; headers: IncomingHttpHeaders }[] = [];
  let place = '';
  const server = http.createServer((request, response) => {
    // A request that an earlier test has given up can still arrive.
    if (!request.url?.startsWith(place)) return void response.destroy();
    requests.push({ url: request.url.slice(place.length), headers: request.headers });
    const answer = answers[request.url.slice(place.length)];
    response.setHeader('connection', 'close');
    if (answer) answer(response);
    else response.writeHead(404).end('<!doctype html><title>404</title>');
  });
  let origin = '';
  let close: () => Promise<void>;
  before(async () => {
    ({ origin, close } = await openServer(server));
  });
  after(() => close());

  const text = JSON.stringify(feed());
  const sends = (body: string, status = 200, headers = {}) => {
    return (response: ServerResponse) => response.writeHead(status, headers).end(body);
  };
  function read(of: Record<string, (response: ServerResponse) => void>) {
    answers = { '/facts.json': sends(text), '/facts.sig': sends(signatureOf(text, key)), ...of };
    requests.length = 0;
    place = `/${Math.random()}`;
    return readFeed(`${origin}${place}/facts.json`, bundled, today);
  }

  test('is asked for once, with its signature, from nobody', async () => {
    assert.deepEqual(await read({}), feed());
    assert.deepEqual(requests.map(({ url }) => url).sort(), ['/facts.json', '/facts.sig']);
    for (const { headers } of requests)
      assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
  });

  for (const [name, of, reason] of [
    ['that is not there', { '/facts.json': undefined }, /404/],
    ['whose signature is not there', { '/facts.sig': undefined }, /404/],
    ['that answers with a page', { '/facts.json': sends('<!doctype html>') }, /signature/],
    ['whose signature is a page', { '/facts.sig': sends('<!doctype html>') }, /signature/],
    ['that answers "not modified"', { '/facts.json': sends('', 304) }, /304/],
    ['that answers with an error and the facts', { '/facts.json': sends(text, 500) }, /500/],
    [
      'that leads elsewhere',
      { '/facts.json': sends('', 302, { location: 'other.json' }), '/other.json': sends(text) },
      /fetch failed|redirect/,
    ],
    ['that is signed by a stranger', { '/facts.sig': sends(signatureOf(text, strangersKey)) }, /signature/],
    ['with one letter changed', { '/facts.json': sends(text.replace(rosa.digits, '22331161')) }, /signature/],
    ['with a space after it', { '/facts.json': sends(`${text} `) }, /signature/],
    [
      'that is signed and no JSON',
      { '/facts.json': sends('facts'), '/facts.sig': sends(signatureOf('facts', key)) },
      /JSON/,
    ],
    ['that is too large', { '/facts.json': sends(' '.repeat(mostOfFacts + 1)) }, /larger/],
    ['whose signature is too large', { '/facts.sig': sends(' '.repeat(1001)) }, /larger/],
    [
      'that never ends',
      {
        '/facts.json': (response: ServerResponse) => {
          const timer = setInterval(() => response.write(' '.repeat(100_000)), 1);
          response.on('close', () => clearInterval(timer));
        },
      },
      /larger/,
    ],
  ] as [string, Record<string, ReturnType<typeof sends>>, RegExp][])
    test(`changes nothing: one ${name}`, async () => {
      await assert.rejects(read(of), reason);
      assert.ok(requests.length <= 2);
    });

  test('changes nothing: one that keeps silent, and it is not waited for longer than told', async context => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const answer = read({ '/facts.json': () => setImmediate(() => context.mock.timers.tick(15_000)) });
    await assert.rejects(answer, /takes too long/);
  });

  test('changes nothing where the browser knows no Ed25519', async context => {
    context.mock.method(crypto.subtle, 'importKey', async () => {
      throw new Error('NotSupportedError');
    });
    await assert.rejects(read({}), /NotSupported/);
  });

  test('follows the second key, as when the first is given up', async () => {
    assert.deepEqual(await read({ '/facts.sig': sends(signatureOf(text, nextKey)) }), feed());
  });

  test('a changed number comes with it', async () => {
    const document = withMarked('x_helpline', ({ phones }) => (sure(phones[0]).number = '+4722331199'));
    const changed = JSON.stringify(document);
    const accepted = await read({
      '/facts.json': sends(changed),
      '/facts.sig': sends(signatureOf(changed, key)),
    });
    assert.ok(accepted);
    const {
      critical: { helpline },
    } = factsFrom(accepted.facts);
    assert.deepEqual([helpline.number, helpline.shown], ['+4722331199', '22\u00a033\u00a011\u00a099']);
  });
});
