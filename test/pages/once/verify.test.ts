/** `npm run havn -- verify`, the half with script: what a reader's browser does with a page is told. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browserFor } from '../../../tools/desk/verify/browser.js';
import { readReference } from '../../../tools/desk/verify/read-reference.js';
import type { Finding } from '../../../tools/desk/verify/rules.js';
import { verifyCases } from '../../collections.js';
import { slip } from '../../rosa.js';
import { sure } from '../../sure.js';
import {
  banner,
  brokenRulesOfAll,
  casesOf,
  faultsOf,
  havn,
  openSite,
  page,
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

  const right = casesOf(verifyCases.browser.right, site);
  let visit: Awaited<ReturnType<typeof brokenRulesOfAll>>;
  before(async () => {
    site.serve('/app.js', { type: 'text/javascript', body: havn });
    visit = await brokenRulesOfAll(
      site,
      right.map(({ answer }) => answer),
    );
  });
  for (const [index, { name }] of right.entries())
    test(name, () => {
      const { rules, findings } = sure(visit.pages[index]);
      assert.deepEqual(rules, [], JSON.stringify(findings));
    });
  test('and the command says so', () => assert.equal(visit.code, 0));
});

describe('with script, named and nothing else:', () => {
  const cases = casesOf(verifyCases.browser.wrong, site);
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
      [cases.filter(({ rules }) => isNever(rules)), '1'],
      [cases.filter(({ rules }) => !isNever(rules)), '3'],
    ] as const) {
      const answers = group.map(({ answer }) => answer);
      const { code, pages } = await brokenRulesOfAll(site, answers, '--wait', wait);
      codes.push(code);
      for (const [index, { name }] of group.entries()) visits.set(name, sure(pages[index]));
    }
  });
  for (const { name, rules: expected } of cases)
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
    const { code, text } = await site.verify('/held', '/page', '--format', 'json', '--timeout', '10');
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
