/** A directory cut into shards, searched on real pages from a folder of static files. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { run } from '../../../tools/desk/shard.js';
import { openEngine, testInTurn, testOnce } from '../../../tools/test/engine.js';
import { pageOf, scriptTag } from '../../../tools/test/harness.js';
import { oldLibrary } from '../../collections.js';

type Engine = Awaited<ReturnType<typeof openEngine>>;

const example = JSON.parse(
  readFileSync(new URL('../../../demo/partners/municipality/local-services.json', import.meta.url), 'utf8'),
);
const folder = mkdtempSync(join(tmpdir(), 'havn-shards-'));

const engine = await openEngine({ isOneTab: true });
/** The files of the folder, by their path in it. */
let files: Record<string, Buffer>;

before(async () => {
  mkdirSync(join(folder, 'services'), { recursive: true });
  writeFileSync(join(folder, 'organizations.json'), JSON.stringify(example.organizations));
  writeFileSync(join(folder, 'services/own.json'), JSON.stringify(example.services));
  // More than one page shows at a time.
  const [shelter] = example.services;
  const towns = Array.from({ length: 60 }, (_, index) => ({
    ...shelter,
    id: `by-${index}`,
    name: `Natthuset ${index}`,
    x_needs: index % 2 ? ['health'] : ['shelter'],
    x_translations: undefined,
  }));
  writeFileSync(join(folder, 'services/towns.json'), JSON.stringify(towns));
  assert.equal(await run([folder]), 0);
  const out = join(folder, 'shards');
  files = Object.fromEntries(
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter(file => file.isFile())
      .map(file => join(file.parentPath, file.name))
      .map(path => [path.slice(out.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
  serveAll('/shards/');
});
after(() => rmSync(folder, { recursive: true }));

function serveAll(
  address: string,
  answer: (path: string, body: Buffer) => Parameters<Engine['serve']>[1] = (_, body) => ({ body }),
) {
  for (const [path, body] of Object.entries(files))
    engine.serve(address + path, { type: 'application/octet-stream', ...answer(path, body) });
}

const finder = (attributes = 'src="/shards/"') =>
  `<havn-service-finder lang="nb" ${attributes}></havn-service-finder>`;

const open = (attributes?: string, options?: Parameters<Engine['open']>[1]) =>
  engine.open(pageOf(finder(attributes) + scriptTag()), options);

/** Runs in the page. */
function type(text: string) {
  const input = document
    .querySelector('havn-service-finder')
    ?.shadowRoot?.querySelector('input') as HTMLInputElement;
  input.value = text;
  input.dispatchEvent(new Event('input'));
}
/** Runs in the page. */
const isShown = (id: string) =>
  !!document.querySelector('havn-service-finder')?.shadowRoot?.querySelector(`[data-service="${id}"]`);
/** Runs in the page: the ids of the services on screen, with a space between. */
const shown = () =>
  [...(document.querySelector('havn-service-finder')?.shadowRoot?.querySelectorAll('[data-service]') ?? [])]
    .map(place => place.getAttribute('data-service'))
    .join(' ');
const isHere = () => !!document.querySelector('havn-service-finder')?.shadowRoot?.querySelector('input');

async function typed(text: string) {
  await engine.until(isHere);
  await engine.evaluate(type, text);
}
const asked = () =>
  engine.requests.map(({ address }) => address).filter(address => /shards|parts/.test(address));
const later = () => new Promise(resolve => setTimeout(resolve, 300));

describe('a folder of shards', () => {
  testOnce('is not asked for anything before the first key, also where a need is chosen', async () => {
    await open('src="/shards/" need="shelter"');
    await engine.until(isHere);
    await later();
    assert.deepEqual(asked(), []);
    assert.ok(await engine.evaluate(isShown, 'rosa-housing'));
  });

  test('is searched from the first key on; the national services come first and are as they were', async () => {
    await open();
    await typed('krisesenter');
    await engine.until(isShown, 'eksempelvik-krisesenter');
    const ids = (await engine.evaluate(shown)).split(' ');
    assert.ok(ids.indexOf('eksempelvik-krisesenter') > ids.indexOf('krisesentersekretariatet'), ids.join());
    const seen = await engine.evaluate(() => {
      const card = document
        .querySelector('havn-service-finder')
        ?.shadowRoot?.querySelector('[data-service="eksempelvik-krisesenter"]');
      return `${card?.querySelector('[part=local]')?.textContent} ${card?.textContent}`.replace(/\s+/g, ' ');
    });
    assert.match(seen, /eksempelvik\.example: Hjelp og beredskap/);
    assert.match(seen, /Eksempelvik kommune/);
    const { errors, messages } = await engine.told();
    assert.deepEqual([errors, messages], [[], []]);
  });

  test('is told nothing: no word stands in an address, no cookie and no page goes with it', async () => {
    await engine.open(pageOf(`<script>document.cookie="a=b"</script>${finder()}${scriptTag()}`));
    for (const text of ['n', 'natth', 'natthuset', 'natthuset 7']) {
      await typed(text);
      await later();
    }
    await engine.until(isShown, 'by-7');
    assert.equal(asked()[0], '/dist/parts/page-directory.js');
    assert.equal(asked()[1], '/shards/shards.json');
    const known = Object.keys(files).map(path => `/shards/${path}`);
    for (const address of asked().slice(1)) assert.ok(known.includes(address), address);
    assert.equal(new Set(asked()).size, asked().length, 'nothing twice');
    for (const { address, headers } of engine.requests.filter(({ address }) => /^\/shards/.test(address))) {
      assert.doesNotMatch(address, /natt|huset|\?/);
      assert.equal(headers.cookie, undefined);
      assert.equal(headers.referer, undefined);
    }
  });

  test('leaves no file in the cache of the browser that would tell what was searched for', async () => {
    serveAll('/kept/', (_, body) => ({ body, headers: { 'cache-control': 'max-age=3600' } }));
    await open('src="/kept/"');
    await typed('natthuset 7');
    await engine.until(isShown, 'by-7');
    const paths = engine.requests
      .map(({ address }) => address)
      .filter(address => address.startsWith('/kept/'));
    assert.ok(paths.length > 2);
    // What the browser has is not asked for again. (Its `only-if-cached` asks the server in WebKit.)
    engine.requests.length = 0;
    await engine.evaluate(
      (addresses: string[]) =>
        Promise.all(
          addresses.map(address =>
            fetch(address, { cache: 'force-cache', credentials: 'omit' }).then(({ ok }) => ok),
          ),
        ),
      paths,
    );
    const again = engine.requests.map(({ address }) => address);
    const kept = paths.filter(path => !again.includes(path));
    // WebKit keeps nothing where it is driven.
    assert.deepEqual(kept, engine.key === 'webkit' ? [] : ['/kept/shards.json']);
  });

  test('that leads on to another server is not followed', async () => {
    for (const path of Object.keys(files))
      engine.serve(`/moved/${path}`, {
        body: '',
        status: 302,
        headers: { location: `http://other.example/${path}` },
      });
    serveAll('http://other.example/', (_, body) => ({
      body,
      headers: { 'access-control-allow-origin': '*' },
    }));
    await open('src="/moved/"');
    await typed('krisesenter');
    await engine.until(
      () => !!document.querySelector('havn-service-finder')?.shadowRoot?.querySelector('[data-service]'),
    );
    await later();
    assert.equal(
      engine.requests.some(({ address }) => address.includes('other.example')),
      false,
    );
    assert.equal(await engine.evaluate(isShown, 'eksempelvik-krisesenter'), false);
  });

  testOnce('is found in the language of the reader, by a beginning and with a slip', async () => {
    await open('lang="en" src="/shards/"');
    for (const text of ['natthus', 'natthsuet']) {
      await typed(text);
      await engine.until(isShown, 'by-0');
    }
  });

  testOnce('is filtered, and shown page by page', async () => {
    await open('src="/shards/" page-size="20"');
    await typed('natthuset');
    await engine.until(isShown, 'by-1');
    await engine.evaluate(() =>
      document.querySelector('havn-service-finder')?.setAttribute('need', 'shelter'),
    );
    // The first cards are there before the rest.
    await engine.until(() => {
      const root = document.querySelector('havn-service-finder')?.shadowRoot;
      const isCounted = root?.querySelector('[part=count]')?.textContent?.includes('30');
      return Boolean(isCounted) && (root?.querySelectorAll('[data-service]').length ?? 0) > 6;
    });
    const ids = (await engine.evaluate(shown)).split(' ');
    assert.equal(ids.length, 20);
    assert.ok(
      ids.every((id: string) => Number(id.slice(3)) % 2 === 0),
      ids.join(),
    );
    await engine.evaluate(() => {
      const root = document.querySelector('havn-service-finder')?.shadowRoot;
      const more = root?.querySelector('[part=more]') as HTMLElement;
      more.click();
    });
    await engine.until(
      () =>
        document.querySelector('havn-service-finder')?.shadowRoot?.querySelectorAll('[data-service]')
          .length === 30,
    );
  });

  testOnce('works where Angular has replaced what promises answer with', async () => {
    await engine.open(pageOf(`<script>${oldLibrary('zone')}</script>${finder()}${scriptTag()}`));
    await typed('natthuset');
    await engine.until(isShown, 'by-1');
    await engine.evaluate(() => {
      const finder = document.querySelector('havn-service-finder') as Element;
      const found = {
        id: 'late',
        organization_id: 'harbour',
        name: 'Late',
        status: 'active',
        x_audience: ['person'],
        x_source: { document: 'harbour.example', section: 'Services' },
      };
      Object.assign(finder, { directory: { search: async () => ({ total: 1, services: [found] }) } });
    });
    await engine.until(isShown, 'late');
    assert.deepEqual((await engine.told()).errors, []);
  });

  test('works under a strict policy that lets data come from its server, with Trusted Types and no WebAssembly', async () => {
    await open(undefined, {
      headers: {
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'",
      },
    });
    await typed('natthuset');
    await engine.until(isShown, 'by-1');
  });
});

/** How long a file takes to fail is the machine's. */
async function untilTold(message: RegExp) {
  for (let round = 0; round < 30; round++) {
    if ((await engine.told()).messages.some(text => message.test(text))) return;
    await later();
  }
}

/** ROSA is found by the bundled services, whatever else happens. */
async function bundledIsSearched() {
  await engine.until(isShown, 'rosa-helpline');
  await typed('politi');
  await engine.until(() => {
    const root = document.querySelector('havn-service-finder')?.shadowRoot;
    return !!root?.querySelector('[data-service^=polic]') && !root?.querySelector('[data-service^=by-]');
  });
}

/** The console says so once, and nothing throws. Browsers tell of an answer of 404 themselves. */
async function isToldOnce(message: RegExp) {
  const { errors, messages } = await engine.told();
  assert.deepEqual(errors, []);
  assert.equal(messages.filter(text => message.test(text)).length, 1, messages.join('\n'));
}

describe('the bundled services stay and are searched', () => {
  test('where the policy of the page forbids the folder', async () => {
    await open(undefined, {
      headers: { 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'" },
    });
    await typed('rosa');
    await later();
    await bundledIsSearched();
  });

  testOnce('where the browser cannot decompress, as before Chrome 80', async () => {
    await engine.open(pageOf(`<script>delete window.DecompressionStream</script>${finder()}${scriptTag()}`));
    await typed('rosa');
    await untilTold(/its directory failed/);
    await bundledIsSearched();
    await isToldOnce(/its directory failed/);
  });

  const manifest = () => JSON.parse(String(files['shards.json']));
  for (const [what, answer] of [
    ['is not there', () => ({ body: '', status: 404 })],
    ['is no JSON', () => ({ body: '{"format":' })],
    ['is a page', () => ({ body: '<!doctype html>', type: 'text/html' })],
    ['is of another version', () => ({ body: JSON.stringify({ ...manifest(), format: 2 }) })],
    ['leads out of the folder', () => ({ body: JSON.stringify({ ...manifest(), build: '../x' }) })],
    ['is as large as memory', () => ({ body: Buffer.alloc(5_000_000, ' ') })],
    ['never comes', () => ({ body: '', isSilent: true })],
  ] as [string, () => Parameters<Engine['serve']>[1]][])
    testInTurn(`where the manifest ${what}`, async () => {
      engine.serve('/bad/shards.json', { type: 'application/json', ...answer() });
      await open('src="/bad/"');
      await typed('rosa');
      await (what === 'never comes' ? later() : untilTold(/cannot search/));
      await bundledIsSearched();
      if (what === 'never comes') return;
      await isToldOnce(/cannot search \/bad\//);
    });

  for (const [what, answer] of [
    ['are missing', () => ({ body: '', status: 404 })],
    ['are cut off', body => ({ body: body.subarray(0, body.length / 2) })],
    ['are garbage', () => ({ body: Buffer.from('pagefind_dcd\u009a\u0083garbage') })],
    ['swell to more than memory when unpacked', () => ({ body: gzipSync(Buffer.alloc(40_000_000)) })],
  ] as [string, (body: Buffer) => Parameters<Engine['serve']>[1]][])
    testInTurn(`where the files ${what}`, async () => {
      serveAll('/broken/', (path, body) => (path === 'shards.json' ? { body } : answer(body)));
      await open('src="/broken/"');
      await typed('rosa');
      await untilTold(/its directory failed/);
      await bundledIsSearched();
      await isToldOnce(/its directory failed/);
    });

  testOnce('whatever the records claim: a national id, an emergency number, a 24-hour line', async () => {
    serveAll('/forged/', (path, body) => {
      if (!path.includes('records')) return { body };
      const file = JSON.parse(String(gunzipSync(body)));
      for (const service of file.services) {
        const [, number] = /^by-(\d+)$/.exec(service.id) ?? [];
        if (number === '1') service.id = 'rosa-helpline';
        if (number === '2') service.phones = [{ number: '112' }];
        if (number === '3') service.schedules = [{ x_always_open: true }];
        if (number === '4') service.url = 'javascript:alert(1)';
      }
      return { body: gzipSync(JSON.stringify(file)) };
    });
    await open('src="/forged/"');
    await typed('natthuset');
    await engine.until(isShown, 'by-5');
    const ids = (await engine.evaluate(shown)).split(' ');
    for (const id of ['by-1', 'by-2', 'by-3', 'rosa-helpline']) assert.ok(!ids.includes(id), id);
    assert.ok(ids.includes('by-4'));
    const links = await engine.evaluate(() =>
      [...(document.querySelector('havn-service-finder')?.shadowRoot?.querySelectorAll('a') ?? [])]
        .map(link => link.getAttribute('href'))
        .join(' '),
    );
    assert.doesNotMatch(links, /javascript/);
  });
});
