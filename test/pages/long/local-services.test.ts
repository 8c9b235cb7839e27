/** A host's own services beside the national ones, from a file or from the tag, on real pages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openEngine, testInTurn, testOnce } from '../../../tools/test/engine.js';
import { pageOf, scriptTag } from '../../../tools/test/harness.js';
import { type Data, hostileCases } from '../../collections.js';
import { sure } from '../../sure.js';

type Engine = Awaited<ReturnType<typeof openEngine>>;

const example = readFileSync(
  new URL('../../../demo/partners/municipality/local-services.json', import.meta.url),
  'utf8',
);
const cases = hostileCases('data-json');

const finder = (attributes = '', content = '') =>
  `<havn-service-finder ${attributes}>${content}</havn-service-finder>`;
const inTag = (json: string) => `<script type="application/json">${json}</script>`;

const engine = await openEngine({ isOneTab: true });

/** Runs in the page: the ids of the services on screen. */
const shown = (tag: string = 'havn-service-finder') =>
  [...(document.querySelector(tag)?.shadowRoot?.querySelectorAll('[data-service]') ?? [])].map(
    place => place.getAttribute('data-service') ?? '',
  );
const isShown = (id: string) =>
  !!document.querySelector('havn-service-finder')?.shadowRoot?.querySelector(`[data-service="${id}"]`);
const heard =
  '<script>errors=[];addEventListener("havn-error",e=>{if(e.detail)for(const x of e.detail.errors)errors.push(x.pointer)})</script>';
type Page = typeof window & { errors: string[] };
const pointers = () => (window as Page).errors;

const open = (html: string, options?: Parameters<Engine['open']>[1]) =>
  engine.open(pageOf(heard + html + scriptTag()), options);

/**
 * Before the script of a page: of its timers of a second and more, each second passes in a tenth of one. WebKit's driver
 * sets some of 30 s there, which stay.
 */
const hurried = `<script>{
  const { setTimeout } = window;
  window.longTimers = [];
  window.setTimeout = (act, time, ...words) => {
    const isLong = time >= 1000 && time < 30_000;
    if (isLong) longTimers.push(time);
    return setTimeout(act, isLong ? time / 10 : time, ...words);
  };
}</script>`;
/** Runs in such a page: how long it has asked to wait. */
const longTimers = () => (window as Page & { longTimers: number[] }).longTimers;

describe('a file', () => {
  test('that leads on to another server is not followed: the national services stay', async () => {
    engine.serve('/moved.json', {
      body: '',
      status: 302,
      headers: { location: 'http://other.example/own.json' },
    });
    engine.serve('http://other.example/own.json', {
      body: example,
      type: 'application/json',
      headers: { 'access-control-allow-origin': '*' },
    });
    await open(finder('lang="nb" src="moved.json"'));
    await engine.until(() => (window as Page).errors.length === 1);
    assert.equal(
      engine.requests.some(({ address }) => address.includes('other.example')),
      false,
    );
    assert.equal(await engine.evaluate(isShown, 'eksempelvik-krisesenter'), false);
    assert.equal(await engine.evaluate(isShown, 'rosa-helpline'), true);
  });

  test('adds its services below the national ones, which are there at once and stay as they are', async () => {
    engine.serve('/own.json', { body: example, type: 'application/json' });
    await open(finder());
    const national = await engine.evaluate(shown);
    await open(finder('lang="nb" src="own.json"'));
    await engine.until(isShown, 'eksempelvik-krisesenter');
    const all = await engine.evaluate(shown);
    assert.deepEqual(all.slice(0, 2), national.slice(0, 2));
    assert.ok(all.indexOf('eksempelvik-krisesenter') > all.indexOf('rosa-helpline'));
    const hidden = JSON.parse(example).hidden_services ?? [];
    for (const id of national) assert.equal(all.includes(id), !hidden.includes(id), id);
    const { errors, messages } = await engine.told();
    assert.deepEqual([errors, messages], [[], []]);
  });

  for (const [where, html] of Object.entries({
    'a base that is no address': '<base href="about:blank">',
    'a base of mail': '<base href="mailto:a@b.no">',
  }))
    testInTurn(`on a page with ${where}: the national services, a word, and no exception`, async () => {
      await engine.open(
        pageOf(
          `${heard}${html}${finder('src="own.json"')}${scriptTag().replace('"/dist', `"${engine.origin}/dist`)}`,
        ),
      );
      await engine.until(() => (window as Page).errors.length > 0);
      assert.ok((await engine.evaluate(shown)).includes('rosa-helpline'));
      const { errors, messages } = await engine.told();
      assert.deepEqual(errors, []);
      assert.match(messages.join(), /havn-service-finder/);
    });

  testOnce('is found by the address of the page, whatever a form calls itself', async () => {
    engine.serve('/own.json', { body: example, type: 'application/json' });
    await open(`<form name="baseURI"></form>${finder('src="own.json"')}`);
    await engine.until(isShown, 'eksempelvik-krisesenter');
    assert.deepEqual((await engine.told()).errors, []);
  });

  test('is asked for once, without cookies and without where from', async () => {
    engine.serve('/own.json', { body: example, type: 'application/json' });
    await open(
      `<script>document.cookie="a=b"</script>${finder('src="/own.json"')}<havn-contact-directory src="/own.json"></havn-contact-directory>`,
    );
    await engine.until(isShown, 'eksempelvik-krisesenter');
    const asked = engine.requests.filter(({ address }) => address.endsWith('/own.json'));
    assert.equal(asked.length, 1);
    const { headers } = sure(asked[0]);
    assert.equal(headers.cookie, undefined);
    assert.equal(headers.referer, undefined);
    await engine.until(
      () =>
        !!document
          .querySelector('havn-contact-directory')
          ?.shadowRoot?.querySelector('[data-service="eksempelvik-krisesenter"]'),
    );
  });

  testOnce('that hides national services says how many, in the finder and in the table', async () => {
    engine.serve('/own.json', { body: example, type: 'application/json' });
    await open(
      `${finder('lang="en" src="/own.json"')}<havn-contact-directory lang="en" src="/own.json"></havn-contact-directory>`,
    );
    for (const tag of ['havn-service-finder', 'havn-contact-directory'])
      await engine.until(
        (tag: string) =>
          /^National services that this page does not show: 1$/.test(
            document.querySelector(tag)?.shadowRoot?.querySelector('[part=hidden]')?.textContent?.trim() ??
              '',
          ),
        tag,
      );
  });

  testOnce('marks its services as those of the page, with its date, in its language', async () => {
    engine.serve('/own.json', { body: example, type: 'application/json' });
    await open(
      `${finder('lang="ar" src="/own.json"')}<havn-contact-directory lang="en" src="/own.json"></havn-contact-directory>`,
    );
    await engine.until(isShown, 'eksempelvik-krisesenter');
    await engine.until(
      () =>
        !!document
          .querySelector('havn-contact-directory')
          ?.shadowRoot?.querySelector('[data-service="eksempelvik-krisesenter"]'),
    );
    const seen = await engine.evaluate(() =>
      ['havn-service-finder', 'havn-contact-directory'].map(tag => {
        const root = document.querySelector(tag)?.shadowRoot;
        const card = root?.querySelector('[data-service="eksempelvik-krisesenter"]');
        return {
          language: card?.querySelector('[part~=service-name]')?.closest('[lang]')?.getAttribute('lang'),
          name: card?.querySelector('[part~=service-name]')?.textContent?.trim(),
          mark: card?.querySelector('[part=local]')?.textContent?.replace(/\s+/g, ' ').trim(),
          marks: root?.querySelectorAll('[part=local]').length,
          own: root?.querySelectorAll('[data-service^=eksempelvik]').length,
        };
      }),
    );
    assert.deepEqual(
      seen.map(({ language, name }) => [language, name]),
      [
        ['nb', 'Krisesenteret i Eksempelvik'],
        ['en', 'The shelter in Eksempelvik'],
      ],
    );
    for (const { mark, marks, own } of seen) {
      assert.match(String(mark), /eksempelvik\.example/);
      assert.match(String(mark), /2026/);
      assert.equal(marks, own);
    }
    assert.match(
      String(seen[1]?.mark),
      /^Added by the owner of this page: eksempelvik\.example: .*\. Checked on 20 November 2026\.$/,
    );
  });

  testOnce('says what is asked for through another of its services, in its language', async () => {
    const file = JSON.parse(example);
    const id = 'eksempelvik-samtale';
    const { phones, email, url, ...first } = file.services[0];
    const through = { ...first, id, x_contact_through: first.id, x_translations: {} };
    const { description, ...bare } = through;
    file.services.push(
      { ...bare, id: `${id}-natt`, name: 'Om natten' },
      { ...through, name: 'Samtaler i Eksempelvik' },
    );
    engine.serve('/own.json', { body: JSON.stringify(file), type: 'application/json' });
    await open('<havn-contact-directory lang="ar" src="/own.json"></havn-contact-directory>');
    const isSaid = () => {
      const row = document
        .querySelector('havn-contact-directory')
        ?.shadowRoot?.querySelector('[data-service="eksempelvik-krisesenter"]');
      const said = [...(row?.querySelectorAll('li') ?? [])].map(
        ({ textContent, firstElementChild }) =>
          `${firstElementChild?.closest('[lang]')?.getAttribute('lang')} ${textContent?.trim().slice(0, 30)}`,
      );
      return said.join() === 'nb Om natten,nb Samtaler i Eksempelvik: Et try' || said.join();
    };
    await engine.until(isSaid);
  });

  testOnce('that is taken off an element while it is away is gone when it comes back', async () => {
    engine.serve('/own.json', { body: example, type: 'application/json' });
    await open(finder('src="/own.json"'));
    await engine.until(isShown, 'eksempelvik-krisesenter');
    const after = await engine.evaluate(async () => {
      const element = document.querySelector('havn-service-finder') as HTMLElement & {
        updateComplete: Promise<boolean>;
      };
      element.remove();
      element.removeAttribute('src');
      document.body.append(element);
      await element.updateComplete;
      await element.updateComplete;
      return [...(element.shadowRoot?.querySelectorAll('[data-service]') ?? [])].map(card =>
        card.getAttribute('data-service'),
      );
    });
    assert.ok(after.includes('rosa-helpline'));
    assert.ok(!after.includes('eksempelvik-krisesenter'));
  });

  test('that stops in the middle leaves the national services, and is said', async () => {
    engine.serve('/own.json', {
      body: '',
      type: 'application/json',
      stream(response) {
        response.write(example.slice(0, 900));
        setTimeout(() => response.destroy(), 100);
      },
    });
    await open(finder('src="/own.json"'));
    const national = await engine.evaluate(shown);
    await engine.until(() => (window as Page).errors.join() === '' && (window as Page).errors.length === 1);
    assert.deepEqual(await engine.evaluate(shown), national);
  });

  testOnce('comes and goes with its attribute', async () => {
    engine.serve('/own.json', { body: example, type: 'application/json' });
    await open(finder());
    await engine.evaluate(() =>
      document.querySelector('havn-service-finder')?.setAttribute('src', 'own.json'),
    );
    await engine.until(isShown, 'eksempelvik-krisesenter');
    await engine.evaluate(() => document.querySelector('havn-service-finder')?.removeAttribute('src'));
    await engine.until(
      (id: string) =>
        !document.querySelector('havn-service-finder')?.shadowRoot?.querySelector(`[data-service="${id}"]`),
      'eksempelvik-krisesenter',
    );
  });

  testOnce('is found by what it says, and kept where the element goes', async () => {
    engine.serve('/own.json', { body: example, type: 'application/json' });
    await open(`${finder('lang="nb" src="own.json"')}<section></section>`);
    await engine.until(isShown, 'eksempelvik-krisesenter');
    await engine.evaluate(() => {
      const element = document.querySelector('havn-service-finder') as HTMLElement;
      document.querySelector('section')?.append(element);
      const input = element.shadowRoot?.querySelector('input') as HTMLInputElement;
      input.value = 'Krisesenteret i Eksempelvik';
      input.dispatchEvent(new Event('input'));
    });
    // It stands below the national ones that fit: its name is whatever the page has made it.
    await engine.until(() => {
      const found = [
        ...(document.querySelector('havn-service-finder')?.shadowRoot?.querySelectorAll('[data-service]') ??
          []),
      ].map(card => card.getAttribute('data-service'));
      return (
        found.length < 12 &&
        found.includes('eksempelvik-krisesenter') &&
        found[0] !== 'eksempelvik-krisesenter'
      );
    });
  });

  testOnce('is read by the script of a single element too', async () => {
    engine.serve('/own.json', { body: example, type: 'application/json' });
    for (const name of ['service-finder', 'contact-directory']) {
      await engine.open(
        pageOf(`<havn-${name} src="/own.json"></havn-${name}>${scriptTag(`elements/${name}.js`)}`),
      );
      await engine.until(
        (tag: string) =>
          !!document
            .querySelector(tag)
            ?.shadowRoot?.querySelector('[data-service="eksempelvik-krisesenter"]'),
        `havn-${name}`,
      );
    }
  });

  test('that the policy of the page forbids leaves the national services', async () => {
    engine.serve('/own.json', { body: example, type: 'application/json' });
    await open(finder('src="/own.json"'), {
      headers: { 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'" },
    });
    await new Promise(resolve => setTimeout(resolve, 500));
    const national = await engine.evaluate(shown);
    assert.ok(national.includes('rosa-helpline'));
    assert.ok(!engine.requests.some(({ address }) => address.endsWith('own.json')));
  });
});

describe('a server', () => {
  async function refusedFrom(
    address: string,
    script: string,
  ): Promise<{ pointers: string[]; ids: string[]; before: string[] }> {
    await open(script + finder(`src="${address}"`));
    const before = await engine.evaluate(shown);
    for (let round = 0; round < 300 && !(await engine.evaluate(pointers)).length; round++)
      await new Promise(resolve => setTimeout(resolve, 50));
    return { pointers: await engine.evaluate(pointers), ids: await engine.evaluate(shown), before };
  }

  test('may lead on to where the file is', async () => {
    engine.serve('/own.json', { body: example, type: 'application/json' });
    engine.serve('/old.json', { body: '', status: 301, headers: { location: '/own.json' } });
    await open(finder('src="/old.json"'));
    await engine.until(isShown, 'eksempelvik-krisesenter');
  });

  for (const [what, answer] of [
    ['leads in a circle', { body: '', status: 302, headers: { location: '/bad.json' } }],
    ['leads to a page to log in', { body: '', status: 302, headers: { location: '/page.html' } }],
    ['says that nothing has changed', { body: '', status: 304 }],
    ['has an error', { body: example, status: 500, type: 'application/json' }],
    [
      'sends a little for ever',
      {
        body: '',
        type: 'application/json',
        stream(response) {
          const timer = setInterval(() => response.write(' '), 100);
          response.on('close', () => clearInterval(timer));
        },
      },
    ],
  ] as [string, Parameters<Engine['serve']>[1]][])
    testInTurn(`that ${what} leaves the national services, and it is said`, async () => {
      engine.serve('/bad.json', answer);
      const { pointers, ids, before } = await refusedFrom('/bad.json', answer.stream ? hurried : '');
      assert.deepEqual(pointers, ['']);
      assert.deepEqual(ids, before);
      if (answer.stream) assert.deepEqual(await engine.evaluate(longTimers), [10_000]);
    });
});

describe('JSON in the tag', () => {
  test('does the same with no request but the part that reads it', async () => {
    for (const script of [
      [scriptTag(), ''],
      ['', scriptTag().replace(' defer', '')],
      [scriptTag().replace(' defer', ''), ''],
      // A name that takes the place of what tells that the page is still being read.
      [`<img name="readyState" alt="">${scriptTag().replace(' defer', '')}`, ''],
    ]) {
      await engine.open(pageOf(script[0] + finder('', inTag(example)) + script[1]));
      await engine.until(isShown, 'eksempelvik-krisesenter');
      assert.deepEqual(engine.requests.map(({ address }) => address).sort(), [
        '/dist/havn.js',
        '/dist/parts/local-services.js',
        '/page.html',
      ]);
    }
  });

  test('runs under a policy that allows no requests for data, with Trusted Types required', async () => {
    await engine.open(pageOf(finder('', inTag(example)) + scriptTag()), {
      headers: {
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'",
      },
    });
    await engine.until(isShown, 'eksempelvik-krisesenter');
  });

  testOnce('shows what is right in it, says what is not, and how much', async () => {
    const file = JSON.parse(example);
    file.services[1].phones = [{ number: '112' }];
    file.services[2].status = 'closed';
    await open(finder('lang="en"', inTag(JSON.stringify(file))));
    await engine.until(isShown, 'eksempelvik-krisesenter');
    assert.deepEqual(await engine.evaluate(pointers), ['/services/1/phones/0/number', '/services/2/status']);
    const { messages, errors } = await engine.told();
    assert.equal(messages.length, 1);
    assert.match(sure(messages[0]), /<havn-service-finder>.*\n?.*\/services\/1\/phones\/0\/number/s);
    assert.deepEqual(errors, []);
    assert.match(
      await engine.evaluate(
        () =>
          document.querySelector('havn-service-finder')?.shadowRoot?.querySelector('[part=refused]')
            ?.textContent ?? '',
      ),
      /: 2\s*$/,
    );
  });
});

describe('hostile data', () => {
  for (const { id, payload, expect, path, note } of cases) {
    const { http, body = '' } = payload as Data;
    if (!http) continue;
    testInTurn(`${id}: ${note}`, async () => {
      const isOther = http.origin === 'cross';
      const address = isOther ? 'http://data.example/own.json' : '/own.json';
      let sent = 0;
      let isOpen = false;
      engine.serve(address, {
        body: '',
        status: http.status,
        type: http['content-type'],
        ...(http.cors && { headers: { 'access-control-allow-origin': '*' } }),
        stream(response) {
          if (http.stall) return void response.write(body.slice(0, http['stall-after'] ?? 0) || ' ');
          const length = http['body-bytes'];
          if (!length) return void response.end(http['body-encoding'] ? Buffer.from(body, 'latin1') : body);
          const piece = Buffer.alloc(65_536, body);
          isOpen = true;
          response.on('close', () => {
            isOpen = false;
          });
          // At the pace of a fast network: WebKit's network process swallows what this machine can send it, and
          // hears from the page later that it is enough.
          const write = () => {
            if (response.destroyed || sent >= length) return void response.end();
            sent += piece.length;
            if (response.write(piece)) setTimeout(write, 10);
            else response.once('drain', () => setTimeout(write, 10));
          };
          write();
        },
      });
      await open((http.stall ? hurried : '') + finder(`src="${address}"`));
      const national = await engine.evaluate(shown);
      if (expect === 'accepted') return engine.until(isShown, 'eksempelvik-krisesenter');
      for (let round = 0; round < 300 && !(await engine.evaluate(pointers)).length; round++)
        await new Promise(resolve => setTimeout(resolve, 50));
      assert.deepEqual(await engine.evaluate(pointers), [path]);
      if (http.stall) assert.deepEqual(await engine.evaluate(longTimers), [10_000]);
      assert.deepEqual(await engine.evaluate(shown), national);
      for (let round = 0; round < 400 && isOpen && !http.stall; round++)
        await new Promise(resolve => setTimeout(resolve, 50));
      // What is already on its way in buffers comes on top.
      assert.ok(sent < 20_000_000, `${sent} bytes were sent`);
    });
  }

  for (const { id, payload, note } of cases.filter(({ expect }) => expect === 'accepted-as-text'))
    testOnce(`${id}: ${note}`, async () => {
      const json = JSON.stringify(payload).replace(/</g, '\\u003c');
      await open(finder('', inTag(json)));
      const { id: service } = sure((payload as Data).services?.[0]);
      await engine.until(isShown, service);
      const seen = await engine.evaluate((id: string) => {
        const card = document
          .querySelector('havn-service-finder')
          ?.shadowRoot?.querySelector(`[data-service="${id}"]`);
        return {
          text: card?.textContent ?? '',
          markup: card?.querySelectorAll('img, b, math, script, template').length,
          links: [...(card?.querySelectorAll('a') ?? [])].map(link => link.protocol),
        };
      }, service);
      assert.equal(seen.markup, 0);
      for (const protocol of seen.links) assert.match(protocol, /^(https?|tel|mailto):$/);
      for (const odd of JSON.stringify(payload).match(
        /<[^"\\]+>|\$\{[^}]+\}|javascript:[^"\\]+|vakt@[^"]+/g,
      ) ?? [])
        assert.ok(seen.text.includes(odd), `${odd} is not in ${seen.text}`);
      assert.doesNotMatch(seen.text, /[\u202a-\u202e]/);
      assert.deepEqual((await engine.told()).errors, []);
    });
});
