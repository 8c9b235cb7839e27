/** What a host may write where we read: the cases of kind `url`, `phone` and `attribute`, on pages. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isChromium, openEngine, testOnce } from '../../../tools/test/engine.js';
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

/** Sets an attribute by script, where no HTML can hold its value. @param selector of one element */
const setLate = (selector: string, attribute: string, value: string) =>
  `<script>document.querySelector(${literal(selector)}).setAttribute(${literal(attribute)}, ${literal(value)})</script>`;

describe('addresses of a host', () => {
  // A way out is a page: mail and telephone are links elsewhere.
  const isPage = ({ payload, expect }: { payload: string; expect: string }) =>
    expect === 'link' && /^\s*https?:/i.test(payload);
  const isQuiet = (one: { payload: string; expect: string }) => isPage(one) || !one.payload.trim();
  for (const [what, warnings, group] of [
    ['as a way out, and nothing is said of it', 0, hostileCases('url').filter(isQuiet)],
    ['as a way out, and each element says so', 1, hostileCases('url').filter(one => !isQuiet(one))],
  ] as const)
    describe(what, () => {
      let found: Record<string, (string | null)[]> = {};
      if (isChromium)
        before(async () => {
          const exits = group.map(({ id, payload }) => {
            const [href, exitHref] = isWritable(payload)
              ? [` href="${escaped(payload)}"`, ` exit-href="${escaped(payload)}"`]
              : ['', ''];
            const late = href
              ? ''
              : setLate(`#${id} > havn-quick-exit`, 'href', payload) +
                setLate(`#${id} > havn-hotline-banner`, 'exit-href', payload);
            return `<div id="${id}"><havn-quick-exit${href}></havn-quick-exit><havn-hotline-banner exit${exitHref}></havn-hotline-banner></div>${late}`;
          });
          await engine.open(pageOf(exits.join('') + scriptTag()));
          found = await engine.evaluate(
            (ids: string[]) =>
              Object.fromEntries(
                ids.map(id => [
                  id,
                  [...(document.getElementById(id)?.children ?? [])].map(
                    ({ shadowRoot }) =>
                      shadowRoot?.querySelector('[part=exit]')?.getAttribute('href') ?? null,
                  ),
                ]),
              ),
            group.map(({ id }) => id),
          );
        });
      for (const one of group)
        testOnce(`${one.id}: ${one.note}`, () => {
          const [first, second] = sure(found[one.id]);
          assert.equal(first, second);
          if (isPage(one)) assert.equal(new URL(first ?? '').href, new URL(one.payload.trim()).href);
          else assert.equal(first, wayOut);
        });
      testOnce('and no errors, and no requests', async () => {
        const { errors, messages } = await engine.told();
        assert.deepEqual(errors, []);
        for (const tag of ['quick-exit', 'hotline-banner'])
          assert.equal(
            messages.filter(message => message.includes(`<havn-${tag}>`)).length,
            warnings * group.length,
            tag,
          );
        assert.equal(messages.length, 2 * warnings * group.length);
        assert.deepEqual(addresses(), ['/page.html', '/dist/havn.js']);
      });
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
  type Case = ReturnType<typeof hostileCases<'attribute'>>[number];

  /** An element with the attribute, and one without, around which nothing else differs. */
  function pairOf({ id, payload: { element: tag, attribute, value } }: Case) {
    const name = tag.replace('havn-', '');
    const others = attribute === 'exit' ? '' : ' exit';
    const written = (attributes: string) =>
      name === 'service-card'
        ? element(name, attributes).replace(' service="rosa-helpline"', '')
        : element(name, attributes);
    const mine = written(`${others}${isWritable(value) ? ` ${attribute}="${escaped(value)}"` : ''}`);
    const late = isWritable(value) ? '' : setLate(`#${id} > ${tag}`, attribute, value);
    return `<div id="${id}">${mine}${late}${written(others)}</div>`;
  }

  /** Runs in the page: what the two show, and what their property is. */
  const seenOf = (id: string, tag: string, property: string) =>
    [...document.querySelectorAll(`#${id} > ${tag}`)].map(element => ({
      text: element.shadowRoot?.textContent?.replace(/\s+/g, ' '),
      property: String(Reflect.get(element, property)),
    }));
  async function seen({ id, payload: { element: tag, attribute } }: Case) {
    const property = attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const [mine, plain] = await engine.evaluate(seenOf, id, tag, property);
    return { mine: sure(mine), plain: sure(plain) };
  }

  const isData = ({ payload: { attribute }, expect }: Case) =>
    attribute === 'src' && expect.startsWith('value:');
  const cases = hostileCases('attribute').filter(one => !isData(one));

  for (const [what, group] of [
    ['ignored, which is said', cases.filter(({ expect }) => expect === 'default')],
    ['of which nothing is said', cases.filter(({ expect }) => expect !== 'default')],
  ] as const)
    describe(what, () => {
      if (isChromium) before(() => engine.open(pageOf(group.map(pairOf).join('') + scriptTag())));
      for (const one of group)
        testOnce(`${one.id}: ${one.note}`, async () => {
          const { mine, plain } = await seen(one);
          if (one.expect.startsWith('value:')) assert.equal(mine.property, one.expect.slice('value:'.length));
          else assert.deepEqual(mine, plain);
        });
      testOnce('and no errors, and no requests', async () => {
        const { errors, messages } = await engine.told();
        assert.deepEqual(errors, []);
        // The card without a service says what it needs: of the second one that is there beside it.
        const warnings = messages.filter(message => !message.includes('needs its "service"'));
        const said = warnings.map(warning =>
          /<([\w-]+)>.*"([\w-]+)".*Allowed: \S/.exec(warning)?.slice(1).join(),
        );
        const wanted = group
          .filter(({ expect }) => expect === 'default')
          .map(({ payload }) => `${payload.element},${payload.attribute}`);
        assert.deepEqual(said.sort(), wanted.sort());
        for (const { id, payload } of group)
          if (payload.value.length > 8)
            assert.ok(!warnings.some(warning => warning.includes(payload.value)), `a warning repeats ${id}`);
        assert.deepEqual(addresses(), ['/page.html', '/dist/havn.js']);
      });
    });

  for (const one of hostileCases('attribute').filter(isData))
    testOnce(`${one.id}: ${one.note}`, async () => {
      const { value } = one.payload;
      engine.serve(`/${value}`, { body: '{"services": []}', type: 'application/json' });
      await engine.open(pageOf(pairOf(one) + scriptTag()));
      const { mine, plain } = await seen(one);
      assert.deepEqual((await engine.told()).errors, []);
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
      assert.deepEqual([mine.text, mine.property], [plain.text, value]);
    });
});
