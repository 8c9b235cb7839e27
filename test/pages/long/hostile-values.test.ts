/** What a host may write where we read: the cases of kind `url`, `phone` and `attribute`, on pages. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { openEngine, testOnce } from '../../../tools/test/engine.js';
import { element, pageOf, scriptTag } from '../../../tools/test/harness.js';
import { hostileCases } from '../../collections.js';
import { sure } from '../../sure.js';

const engine = await openEngine({ isOneTab: true });
after(() => engine.close());

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
/** As it stands in a script: `</script>` would end it. */
const literal = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
/** What no page can hold as it is: the parser replaces it. */
const isWritable = (text: string) => !/\p{Cs}/u.test(text) && !text.includes('\0') && !text.includes('\r');
const addresses = () => engine.requests.map(({ address }) => address);

const wayOut = 'https://www.yr.no/';

describe('addresses of a host', () => {
  for (const { id, payload, expect, note } of hostileCases('url'))
    testOnce(`${id} as a way out: ${note}`, async () => {
      const exit = isWritable(payload)
        ? `<havn-quick-exit href="${escaped(payload)}"></havn-quick-exit><havn-hotline-banner exit exit-href="${escaped(payload)}"></havn-hotline-banner>`
        : `<havn-quick-exit></havn-quick-exit><havn-hotline-banner exit></havn-hotline-banner><script>for (const [tag, name] of [['quick-exit', 'href'], ['hotline-banner', 'exit-href']]) document.querySelector('havn-' + tag).setAttribute(name, ${literal(payload)})</script>`;
      await engine.open(pageOf(exit + scriptTag()));
      const [first, second] = await engine.evaluate(() =>
        [...document.querySelectorAll('havn-quick-exit, havn-hotline-banner')].map(
          ({ shadowRoot }) => shadowRoot?.querySelector('[part=exit]')?.getAttribute('href') ?? null,
        ),
      );
      assert.equal(first, second);
      // A way out is a page: mail and telephone are links elsewhere.
      const isPage = expect === 'link' && /^\s*https?:/i.test(payload);
      if (isPage) assert.equal(new URL(first ?? '').href, new URL(payload.trim()).href);
      else assert.equal(first, wayOut);
      const { errors, messages } = await engine.told();
      assert.deepEqual(errors, []);
      assert.equal(messages.length, isPage || !payload.trim() ? 0 : 2);
      assert.deepEqual(addresses(), ['/page.html', '/dist/havn.js']);
    });

  /** Runs in the page: what a host's own page does with `havn-widgets/safety`. */
  async function linked(payloads: string[]) {
    const address = '/dist/npm/safety/index.js';
    const { safeLink }: typeof import('havn-widgets/safety') = await import(address);
    return payloads.map(payload => {
      const href = safeLink(payload);
      const link = document.createElement('a');
      if (href !== null) link.setAttribute('href', href);
      return href === null ? 'text' : `link ${link.protocol}${link.host}`;
    });
  }
  test('safeLink makes of each in the page what is expected, and the browser goes nowhere else', async () => {
    const cases = hostileCases('url').filter(({ payload }) => !/\p{Cs}/u.test(payload));
    await engine.open(pageOf(''));
    const found = await engine.evaluate(
      linked,
      cases.map(({ payload }) => payload),
    );
    cases.forEach(({ id, payload, expect }, index) => {
      assert.equal(found[index]?.split(' ')[0], expect, id);
      if (expect !== 'link') return;
      const { protocol, host } = new URL(payload.trim());
      assert.equal(found[index], `link ${protocol}${host}`, id);
    });
  });
});

describe('numbers of a host', () => {
  /** Runs in the page. */
  async function dialled(payloads: string[]) {
    const address = '/dist/npm/safety/index.js';
    const { dialable }: typeof import('havn-widgets/safety') = await import(address);
    return payloads.map(payload => {
      const number = dialable(payload);
      const link = document.createElement('a');
      if (number !== null) link.href = `tel:${number}`;
      return number === null ? 'text' : `dial:${link.pathname}`;
    });
  }
  test('dialable makes of each in the page what is expected', async () => {
    const cases = hostileCases('phone').filter(({ payload }) => !/\p{Cs}/u.test(payload));
    await engine.open(pageOf(''));
    const found = await engine.evaluate(
      dialled,
      cases.map(({ payload }) => payload),
    );
    assert.deepEqual(
      cases.map(({ id }, index) => [id, found[index]]),
      cases.map(({ id, expect }) => [id, expect]),
    );
  });

  test('no number as a way out becomes a link to dial', async () => {
    const cases = hostileCases('phone').filter(({ payload }) => isWritable(payload));
    const exits = cases.flatMap(({ payload }) =>
      ['', 'tel:'].map(scheme => `<havn-quick-exit href="${escaped(scheme + payload)}"></havn-quick-exit>`),
    );
    await engine.open(pageOf(exits.join('') + scriptTag()));
    assert.deepEqual(
      await engine.evaluate(() =>
        [...document.querySelectorAll('havn-quick-exit')].map(
          ({ shadowRoot }) => shadowRoot?.querySelector('a')?.getAttribute('href') ?? null,
        ),
      ),
      exits.map(() => wayOut),
    );
    assert.deepEqual((await engine.told()).errors, []);
    assert.deepEqual(addresses(), ['/page.html', '/dist/havn.js']);
  });
});

describe('attributes of a host', () => {
  for (const { id, payload, expect, note } of hostileCases('attribute'))
    testOnce(`${id}: ${note}`, async () => {
      const { element: tag, attribute, value } = payload;
      const name = tag.replace('havn-', '');
      const others = attribute === 'exit' ? '' : ' exit';
      const written = (attributes: string) =>
        name === 'service-card'
          ? element(name, attributes).replace(' service="rosa-helpline"', '')
          : element(name, attributes);
      const mine = written(`${others}${isWritable(value) ? ` ${attribute}="${escaped(value)}"` : ''}`);
      const late = isWritable(value)
        ? ''
        : `<script>document.querySelector(${literal(tag)}).setAttribute(${literal(attribute)}, ${literal(value)})</script>`;
      const isData = attribute === 'src' && expect.startsWith('value:');
      if (isData) engine.serve(`/${value}`, { body: '{"services": []}', type: 'application/json' });
      await engine.open(pageOf(mine + late + written(others) + scriptTag()));
      const seen = await engine.evaluate(
        (tag: string, property: string) =>
          [...document.querySelectorAll(tag)].map(element => ({
            text: element.shadowRoot?.textContent?.replace(/\s+/g, ' '),
            property: String(Reflect.get(element, property)),
          })),
        tag,
        attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
      );
      const { text, property } = sure(seen[0]);
      const { text: plain, property: preset } = sure(seen[1]);
      const { errors, messages } = await engine.told();
      assert.deepEqual(errors, []);
      if (isData) {
        const { host, pathname, protocol } = new URL(value, engine.origin);
        const isOther = protocol === 'https:';
        const wanted = [
          '/page.html',
          '/dist/havn.js',
          '/dist/parts/local-services.js',
          // The server of the tests is no proxy for what WebKit asks for over TLS.
          ...(isOther && engine.key === 'webkit' ? [] : [isOther ? `https://${host}:443` : pathname]),
        ];
        for (let round = 0; round < 100 && addresses().length < wanted.length; round++)
          await new Promise(resolve => setTimeout(resolve, 50));
        assert.deepEqual(addresses(), wanted);
        assert.deepEqual([text, property], [plain, value]);
        return;
      }
      assert.deepEqual(addresses(), ['/page.html', '/dist/havn.js']);
      // The card without a service says what it needs: of the second one that is there beside it.
      const warnings = messages.filter(message => !message.includes('needs its "service"'));
      if (expect.startsWith('value:')) {
        assert.equal(property, expect.slice('value:'.length));
        assert.deepEqual(warnings, []);
        return;
      }
      assert.deepEqual([text, property], [plain, preset]);
      assert.equal(warnings.length, expect === 'default' ? 1 : 0, warnings.join());
      if (expect !== 'default') return;
      const warning = sure(warnings[0]);
      assert.match(warning, new RegExp(`<${tag}>.*"${attribute}".*Allowed: \\S`));
      if (value.length > 8) assert.ok(!warning.includes(value), 'the warning repeats the value');
    });
});
