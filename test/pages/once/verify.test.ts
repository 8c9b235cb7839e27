/** `npm run havn -- verify`, the half with script: what a reader's browser does with a page is told. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browserFor } from '../../../tools/desk/verify/browser.js';
import { readReference } from '../../../tools/desk/verify/read-reference.js';
import type { Finding } from '../../../tools/desk/verify/rules.js';
import { slip } from '../../rosa.js';
import { sure } from '../../sure.js';
import {
  type Answer,
  banner,
  brokenRulesOfAll,
  fallback,
  faultsOf,
  hashless,
  havn,
  integrity,
  openSite,
  page,
  script,
  withPartnerPages,
} from '../../unit/live-site.js';

const site = await openSite();
after(() => site.close());

describe('with script, nothing is wrong with', () => {
  test('the pages of the partners, as the strict server has them', async () => {
    await withPartnerPages(async urls => {
      const { code, text } = await site.verify(...urls);
      assert.equal(code, 0, text);
      assert.match(text, /4 pages, 0 errors, 0 warnings/);
      assert.equal(text.match(/Version 0\.1\.0 runs/g)?.length, 4);
    });
  });

  const right: Record<string, string> = {
    'a placeholder, and a language of its own file': page(
      `<div data-havn="hotline-banner" data-havn-lang="ar">${fallback}</div>`,
    ),
    'an application that has the elements in a bundle': page(banner, '<script src="/app.js" defer></script>'),
    'an application that puts what it has found there anew': page(
      `<main>${banner}</main><script>addEventListener('load', () => { const main = document.querySelector('main'); const html = main.innerHTML; main.innerHTML = ''; setTimeout(() => { main.innerHTML = html; }, 1500); })</script>`,
    ),
    'an element in a closed shadow root': page(
      `<main><template shadowrootmode="closed">${banner}</template></main>${banner}`,
    ),
  };
  let visit: Awaited<ReturnType<typeof brokenRulesOfAll>>;
  before(async () => {
    site.serve('/app.js', { type: 'text/javascript', body: havn });
    visit = await brokenRulesOfAll(
      site,
      Object.values(right).map(body => ({ body })),
    );
  });
  for (const [index, name] of Object.keys(right).entries())
    test(name, () => {
      const { rules, findings } = sure(visit.pages[index]);
      assert.deepEqual(rules, [], JSON.stringify(findings));
    });
  test('and the command says so', () => assert.equal(visit.code, 0));
});

describe('with script, named and nothing else:', () => {
  const cases: [string, () => Answer, string[]][] = [
    [
      'a hash that the browser refuses',
      () => ({ body: page(banner, script({ integrity: sure(integrity['elements/pathway.js']) })) }),
      ['element-not-shown', 'integrity-wrong', 'script-blocked'],
    ],
    [
      'a policy that the browser holds to',
      () => ({ body: page(banner), headers: { 'content-security-policy': "script-src 'none'" } }),
      ['element-not-shown', 'policy-script', 'script-blocked'],
    ],
    [
      'a host that allows nobody',
      () => ({ body: page(banner, script({ src: `${site.otherOrigin}/havn.js` })) }),
      ['cors-missing', 'element-not-shown', 'script-blocked'],
    ],
    [
      'names of Trusted Types without ours',
      () => ({
        body: page(banner),
        headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types lit-html" },
      }),
      ['console-warning', 'element-failed', 'policy-trusted-types'],
    ],
    [
      'a script that a consent manager holds back',
      () => ({ body: page(banner, script({ type: 'text/plain' })) }),
      ['element-not-shown', 'script-type'],
    ],
    [
      'a placeholder that nobody fills',
      () => ({
        body: page(
          `<div data-havn="hotline-banner" data-havn-lang="nb">${fallback}</div>`,
          script({ type: 'text/plain' }),
        ),
      }),
      ['element-not-shown', 'script-type'],
    ],
    ...(
      [
        ['.remove()', []],
        ['.outerHTML = "<p>ROSA 99 99 99 99</p>"', ['number-differs']],
      ] as const
    ).map(([change, others]): [string, () => Answer, string[]] => [
      `a banner that a script takes away: ${change}`,
      () => ({
        body: page(`${banner}<script>document.querySelector('havn-hotline-banner')${change}</script>`),
      }),
      ['element-not-shown', ...others],
    ]),
    [
      'one of two that a script takes away',
      () => ({
        body: page(
          `${banner}${banner}<script>document.querySelector('havn-hotline-banner').remove()</script>`,
        ),
      }),
      ['element-not-shown'],
    ],
    [
      'the same where an application has the elements in a bundle',
      () => ({
        body: page(
          `${banner}${banner}<script>document.querySelector('havn-hotline-banner').remove()</script>`,
          '<script src="/app.js" defer></script>',
        ),
      }),
      ['element-not-shown'],
    ],
    [
      'a script in its own address',
      () => ({
        body: page(banner.replace('"nb"', '"pl"'), '<script src="data:text/javascript,//havn.js"></script>'),
      }),
      ['element-not-shown', 'integrity-missing-elsewhere', 'script-unreachable'],
    ],
    [
      'a value that is not allowed',
      () => ({ body: page(banner.replace(' lang', ' layout="box" lang')) }),
      ['attribute-value', 'console-warning'],
    ],
    [
      'a language file that is not there',
      () => ({ body: page(banner.replace('"nb"', '"pl"'), script({ src: '/alone/havn.js' })) }),
      ['console-warning', 'language-differs', 'script-unreachable'],
    ],
    [
      'two builds on a page',
      () => ({ body: page(banner, script() + script({ src: '/old/havn.js', ...hashless })) }),
      ['build-other', 'console-warning', 'script-twice'],
    ],
    [
      'somebody else who has the tag',
      () => ({ body: page(banner, `<script src="/owner.js"></script>${script()}`) }),
      ['console-warning', 'element-not-shown'],
    ],
    [
      'a banner that the page hides',
      () => ({ body: page(`<details><summary>Hjelp</summary>${banner}</details>`) }),
      ['number-hidden'],
    ],
    [
      'a notice that lies over everything',
      () => ({ body: page(`${banner}<div style="position:fixed;inset:0;background:#fff">Cookies?</div>`) }),
      ['number-covered'],
    ],
    [
      'an element that comes with a script alone',
      () => ({ body: page('<main></main>', `${script()}<script src="/late.js" defer></script>`) }),
      ['only-with-script'],
    ],
    [
      'a wrong number that a script fetches',
      () => ({
        body: page(
          `${banner}<p id="own"></p><script>fetch('/late.json').then(answer => answer.json()).then(({ text }) => { own.textContent = text; })</script>`,
        ),
      }),
      ['number-misspelt'],
    ],
    [
      'a wrong number in a shadow root of somebody else, and in one of its own',
      () => ({
        body: page(
          `${banner}<div id="own"></div><script>const one = own.attachShadow({ mode: 'open' }); one.innerHTML = '<div></div>'; one.firstChild.attachShadow({ mode: 'open' }).innerHTML = 'Ring ${slip.shown}'</script>`,
        ),
      }),
      ['number-misspelt'],
    ],
    [
      'what stands in the HTML and in the browser, once',
      () => ({ body: page(`${banner}<p>ROSA: ${slip.shown}</p><script>document.body.append('')</script>`) }),
      ['number-misspelt'],
    ],
    ...[
      "<script>location.replace('/elsewhere')</script>",
      '<meta http-equiv="refresh" content="0;url=/elsewhere">',
      "<script>addEventListener('load', () => setTimeout(() => { location.href = '/elsewhere'; }, 50))</script>",
    ].map((leads): [string, () => Answer, string[]] => [
      `the page to which one leads on: ${leads}`,
      () => ({ body: page(`${banner}${leads}`) }),
      ['number-misspelt'],
    ]),
    [
      'a changed script that asks somebody else',
      () => ({ body: page(banner, script({ src: '/changed/havn.js', ...hashless })) }),
      ['build-other', 'request-unexpected'],
    ],
  ];
  before(() => {
    const type = 'text/javascript';
    site.serveElsewhere('/havn.js', { type, body: havn });
    site.serve('/app.js', { type, body: havn });
    site.serve('/alone/havn.js', { type, body: havn });
    site.serve('/old/havn.js', { type, body: havn.replaceAll('"0.1.0', '"0.0.9') });
    site.serve('/changed/havn.js', {
      type,
      body: `fetch('${site.otherOrigin}/count').catch(() => {});${havn}`,
    });
    site.serve('/owner.js', {
      type,
      body: "customElements.define('havn-hotline-banner', class extends HTMLElement {})",
    });
    site.serve('/late.json', { type: 'application/json', body: `{"text":"ROSA: Ring ${slip.shown}"}` });
    site.serve('/elsewhere', { body: page(`${banner}<h2>ROSA: Ring ${slip.shown}</h2>`) });
    site.serve('/late.js', {
      type,
      body: "setTimeout(() => { const banner = document.createElement('havn-hotline-banner'); banner.lang = 'nb'; document.querySelector('main').append(banner); }, 300)",
    });
  });
  /**
   * When the HTML is parsed, the script has failed, or one has taken the element away: it never shows, however long one
   * waits.
   */
  const isNever = (rules: string[]) => rules.some(rule => /^element-(?:not-shown|failed)$/.test(rule));
  const visits: Map<string, { rules: string[]; findings: Finding[] }> = new Map();
  const codes: number[] = [];
  before(async () => {
    for (const [group, wait] of [
      [cases.filter(([, , rules]) => isNever(rules)), '1'],
      [cases.filter(([, , rules]) => !isNever(rules)), '3'],
    ] as const) {
      const answers = group.map(([, answer]) => answer());
      const { code, pages } = await brokenRulesOfAll(site, answers, '--wait', wait);
      codes.push(code);
      for (const [index, [name]] of group.entries()) visits.set(name, sure(pages[index]));
    }
  });
  for (const [name, , expected] of cases)
    test(name, () => {
      const { rules, findings } = sure(visits.get(name));
      assert.deepEqual(rules, expected, JSON.stringify(findings, null, 1));
    });
  test('and the command says so', () => assert.deepEqual(codes, [1, 1]));
  test('where a page leads to by script is told', () => {
    const told = [...visits.values()].flatMap(({ findings }) =>
      findings.filter(({ rule }) => rule === 'redirected'),
    );
    assert.equal(told.length, 3);
    for (const { message } of told) assert.match(message, /leads in the browser to .*\/elsewhere\./);
  });

  test('a page that does not let go of the browser: the next one gets another', async () => {
    site.serve('/held', {
      body: page(
        `${banner}<script>addEventListener('load', () => { customElements.get = () => { for (;;); }; })</script>`,
      ),
    });
    site.serve('/page', { body: page(banner) });
    const { code, text } = await site.verify('/held', '/page', '--format', 'json', '--timeout', '15');
    assert.equal(code, 1);
    const [held, next] = JSON.parse(text).pages;
    assert.deepEqual(faultsOf(held.findings), ['browser-failed']);
    assert.deepEqual(faultsOf(next.findings), []);
    assert.ok(next.findings.some(({ rule }: { rule: string }) => rule === 'version'));
  });

  test('a public page reaches nothing private: here, not even itself', async () => {
    const reference = readReference();
    const browser = browserFor(reference, {
      agent: 'test',
      patience: 1000,
      isWithoutSandbox: process.getuid?.() === 0,
    });
    site.serve('/page', { body: page(banner) });
    site.requests.length = 0;
    const address = `${site.origin}/page`;
    await browser.visit({ address, isPublic: true }, [], [], 20_000);
    assert.deepEqual(site.requests, []);
    await browser.visit({ address, isPublic: false }, [], [], 20_000);
    await browser.close();
    assert.ok(site.requests.some(({ path }) => path === '/page'));
  });

  test('a browser that does not start, and the other half is done', async () => {
    const { CHROME_PATH } = process.env;
    site.serve('/page', { body: page('<havn-pathway lang="nb"></havn-pathway>') });
    process.env.CHROME_PATH = process.execPath;
    try {
      const { code, text } = await site.verify('/page');
      assert.equal(code, 1);
      assert.match(text, /fallback-missing/);
      assert.match(text, /no Chromium here that starts/);
    } finally {
      if (CHROME_PATH === undefined) delete process.env.CHROME_PATH;
      else process.env.CHROME_PATH = CHROME_PATH;
    }
  });
});
