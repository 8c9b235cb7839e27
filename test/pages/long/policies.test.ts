/**
 * Ways onto a page under policies of every strictness, with real headers: what shows, without one report of a violation.
 * The results are the table of docs/embedding.md.
 */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { build } from 'esbuild';
import { helpline } from '../../../tools/build/helpline.js';
import { hashOf } from '../../../tools/build/integrity.js';
import { isChromium, openEngine, testInTurn } from '../../../tools/test/engine.js';
import { fallback, findNumber, integrity, pageOf } from '../../../tools/test/harness.js';
import { type Row, record } from '../../../tools/test/results.js';
import { isThorough } from '../../../tools/test/turns.js';
import { sure } from '../../sure.js';
import { speaks } from '../speaks.js';

const engine = await openEngine({ isOneTab: true });
const app = await bundle();
engine.serve('/app.js', { body: app, type: 'text/javascript' });
/** Hash of the application of the host. */
const application = hashOf(app);
const rows: Row[] = [];
after(() => record(`policies-${engine.key}`, rows));

/** An application of the host's, on Lit and its localization as it comes from npm. */
async function bundle() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { LitElement, css, html } from 'lit';
        import { configureLocalization, localized, msg } from '@lit/localize';
        configureLocalization({ sourceLocale: 'en', targetLocales: ['nb'], loadLocale: async () => ({ templates: {} }) });
        class HostApp extends LitElement {
          static styles = css\`p { color: rgb(1, 2, 3) }\`;
          static properties = { count: { type: Number } };
          constructor() { super(); this.count = 1; localized()(HostApp); }
          render() { return html\`<p @click=\${() => this.count++}>\${msg('of the host', { id: 'x' })} \${this.count}</p>\`; }
        }
        customElements.define('host-app', HostApp);`,
      resolveDir: new URL('../../..', import.meta.url).pathname,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    legalComments: 'none',
  });
  return sure(outputFiles[0]).text;
}

const none = "default-src 'none'";
const self = `${none}; script-src 'self'; style-src 'self'`;
const trusted = `${self}; require-trusted-types-for 'script'`;
const csp = 'content-security-policy';

/** `lit`: an application on Lit runs there too */
interface Policy {
  name: string;
  headers: Record<string, string>;
  expected: 'widget' | 'fallback';
  nonce?: string;
  lit?: boolean;
}

/** A policy as it stands in the header; `…` stands for what differs from page to page. */
const policyOf = (line: string, expected: Policy['expected'] = 'widget', lit: boolean = false): Policy => ({
  name: line,
  headers: { [csp]: line },
  expected,
  lit,
  ...(line.includes('nonce-') && { nonce: 'havn' }),
});

const policies: Policy[] = [
  policyOf(`${none}; script-src 'sha384-…'`, 'widget', true),
  policyOf(`${none}; script-src 'nonce-…'`, 'widget', true),
  policyOf(`${none}; script-src 'nonce-…' 'strict-dynamic'`, 'widget', true),
  policyOf(
    `${none}; script-src 'nonce-…' 'strict-dynamic'; require-trusted-types-for 'script'`,
    'widget',
    true,
  ),
  policyOf(`${none}; script-src 'self'`, 'widget', true),
  policyOf(self, 'widget', true),
  policyOf(`${self}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'`),
  policyOf(trusted, 'widget', true),
  policyOf(`${trusted}; trusted-types havn`),
  policyOf(`${trusted}; trusted-types havn 'allow-duplicates'`),
  policyOf(`${trusted}; trusted-types havn lit-html`, 'widget', true),
  policyOf(`${trusted}; trusted-types *`, 'widget', true),
  policyOf(`${trusted}; trusted-types lit-html`, 'fallback'),
  policyOf(`${trusted}; trusted-types 'none'`, 'fallback'),
  policyOf(`${none}; script-src https://cdn.example/`, 'fallback'),
  policyOf('sandbox allow-scripts'),
  policyOf(`sandbox allow-scripts allow-popups; ${trusted}`),
  policyOf('sandbox', 'fallback'),
  {
    name: 'Cross-Origin-Opener-Policy: same-origin; Cross-Origin-Embedder-Policy: require-corp',
    headers: {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      [csp]: trusted,
    },
    expected: 'widget',
  },
  {
    name: 'Permissions-Policy, Referrer-Policy and X-Content-Type-Options',
    headers: {
      'permissions-policy': 'geolocation=(), camera=(), microphone=(), clipboard-write=(), fullscreen=()',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      [csp]: self,
    },
    expected: 'widget',
    lit: true,
  },
  {
    name: 'Integrity-Policy: blocked-destinations=(script)',
    headers: { 'integrity-policy': 'blocked-destinations=(script)', [csp]: self },
    expected: 'widget',
  },
];

const hashOfFile = (file: string) => sure(integrity[file]);
const script = (file: string, nonce?: string, hash = hashOfFile(file)) =>
  `<script src="/dist/${file}"${nonce ? ` nonce="${nonce}"` : ''} integrity="${hash}" crossorigin="anonymous" defer></script>`;

const ways: Record<'tag' | 'element' | 'placeholder', { file: string; body: string }> = {
  tag: { file: 'havn.js', body: `<havn-hotline-banner lang="nb">${fallback}</havn-hotline-banner>` },
  element: {
    file: 'elements/hotline-banner.js',
    body: `<havn-hotline-banner lang="nb">${fallback}</havn-hotline-banner>`,
  },
  placeholder: {
    file: 'havn.js',
    body: `<div data-havn="hotline-banner" data-havn-lang="nb">${fallback}</div>`,
  },
};

/** The headers of a page: the policy with what this page fills in, and where violations are to be told. */
function headersOf({ headers }: Policy, hashes: string[]) {
  const line = headers[csp]
    ?.replace("'sha384-…'", hashes.map(hash => `'${hash}'`).join(' '))
    .replace('nonce-…', 'nonce-havn');
  return { ...headers, ...(line && { [csp]: `${line}; report-uri /reports` }) };
}

/** Opens a page and answers what shows there and what was asked for. */
async function look(
  body: string,
  headers: Record<string, string>,
): Promise<{ shown: Row['shows']; requests: string[] }> {
  // From a sandbox the page is a stranger to its own host.
  const open = { 'access-control-allow-origin': '*' };
  for (const file of ['havn.js', 'elements/hotline-banner.js', 'locales/pl.js'])
    engine.serve(`/dist/${file}`, {
      body: readFileSync(new URL(`../../../dist/${file}`, import.meta.url)),
      type: 'text/javascript; charset=utf-8',
      headers: { ...(headers[csp]?.includes('sandbox') && open), 'x-content-type-options': 'nosniff' },
    });
  await engine.open(pageOf(body), { headers });
  await new Promise(resolve => setTimeout(resolve, 40));
  return {
    shown: (await engine.evaluate(findNumber, helpline.href)) ?? 'nothing',
    requests: engine.requests.map(({ address }) => address),
  };
}

const reports = (requests: string[]) => requests.filter(address => address.startsWith('/reports'));

describe('policies', () => {
  test('a violation would be seen', async () => {
    const { requests } = await look('<p style="color: red">x</p>', { [csp]: `${self}; report-uri /reports` });
    assert.equal(reports(requests).length, 1);
  });

  // How a browser takes a policy does not depend on the way onto the page: beside Chromium each has one of the three.
  const waysOf = (index: number) =>
    Object.entries(ways).filter((_, way) => isChromium || isThorough || way === index % 3);
  for (const [index, policy] of policies.entries())
    for (const [way, { file, body }] of waysOf(index))
      test(`${way} under ${policy.name}`, async () => {
        const { shown, requests } = await look(
          body + script(file, policy.nonce),
          headersOf(policy, [hashOfFile(file)]),
        );
        rows.push({
          way: way as 'tag',
          policy: policy.name,
          engine: engine.name as 'Chromium',
          filter: null,
          shows: shown,
        });
        assert.equal(shown, policy.expected);
        if (shown === 'widget') assert.deepEqual(requests, ['/page.html', `/dist/${file}`]);
        // Firefox calls it an error that a policy forbids the script.
        const { errors } = await engine.told();
        if (engine.key !== 'webkit')
          assert.deepEqual(
            errors.filter(message => !message.includes('Content-Security-Policy')),
            [],
          );
      });

  // Under all policies at once the strictest line of each holds: what shows there shows under each of them.
  test('plain HTML under all of them at once', async () => {
    const html = readFileSync(new URL('../../../dist/html/hotline-banner.nb.html', import.meta.url), 'utf8');
    const all = policies.map(policy => headersOf(policy, []));
    const lines = all.flatMap(headers => headers[csp] ?? []);
    const { shown, requests } = await look(html, { ...Object.assign({}, ...all), [csp]: lines.join(', ') });
    const shows = shown === 'fallback' ? 'content' : 'nothing';
    for (const { name } of policies)
      rows.push({ way: 'html', policy: name, engine: engine.name as 'Chromium', filter: null, shows });
    assert.equal(shows, 'content');
    assert.deepEqual(requests, ['/page.html']);
  });
});

describe('an application on Lit beside ours', () => {
  for (const policy of policies.filter(({ lit }) => lit))
    for (const order of ['before', 'after'])
      testInTurn(`loaded ${order} ours, both work under ${policy.name}`, async () => {
        const ours = ways.tag.body + script('havn.js', policy.nonce);
        const theirs = `<host-app></host-app><script src="/app.js"${policy.nonce ? ` nonce="${policy.nonce}"` : ''} integrity="${application}" crossorigin="anonymous" defer></script>`;
        const { shown, requests } = await look(
          order === 'before' ? theirs + ours : ours + theirs,
          headersOf(policy, [hashOfFile('havn.js'), application]),
        );
        assert.equal(shown, 'widget');
        assert.deepEqual(reports(requests), []);
        const [text, color, next] = await engine.evaluate(async () => {
          const app = document.querySelector('host-app') as HTMLElement & { updateComplete: Promise<void> };
          const paragraph = app.shadowRoot?.querySelector('p') as HTMLElement;
          const before = [paragraph.textContent, getComputedStyle(paragraph).color];
          paragraph.click();
          await app.updateComplete;
          return [...before, paragraph.textContent];
        });
        assert.deepEqual([text, color, next], ['of the host 1', 'rgb(1, 2, 3)', 'of the host 2']);
      });
});

describe('a language on demand', () => {
  for (const policy of policies.filter(({ expected, name }) => expected === 'widget' && !/https:/.test(name)))
    testInTurn(`comes under ${policy.name}`, async () => {
      const { requests } = await look(
        `<havn-hotline-banner lang="pl">${fallback}</havn-hotline-banner>${script('havn.js', policy.nonce)}`,
        headersOf(policy, ['havn.js', 'locales/pl.js'].map(hashOfFile)),
      );
      await engine.until(speaks, 'havn-hotline-banner', 'pl');
      assert.deepEqual(reports(requests), []);
    });
});

describe('integrity', () => {
  for (const [way, { file, body }] of Object.entries(ways))
    test(`${way} whose hash is that of another file shows its fallback`, async () => {
      const wrong = integrity['locales/pl.js'];
      const { shown, requests } = await look(body + script(file, '', wrong), { [csp]: self });
      assert.equal(shown, 'fallback');
      assert.deepEqual(requests, ['/page.html', `/dist/${file}`]);
    });
});
