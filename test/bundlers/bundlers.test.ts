/** The package in applications: built for production by the bundlers that people use, and opened. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { build as esbuild } from 'esbuild';
import type { Stats } from 'webpack';
import { helpline } from '../../tools/build/helpline.js';
import { documented } from '../../tools/test/documented.js';
import { findNumber, names, openBrowser, pageOf, tag } from '../../tools/test/harness.js';
import { type Row, record } from '../../tools/test/results.js';
import { makeConsumer, removeConsumer, travelling } from './consumer.js';

/**
 * the script, where its page looks for it, and that page
 * Builds `src/<entry>.js` of an application for production.
 */
interface Built {
  script: string;
  path: string;
  html: string;
}
type Bundler = (folder: string, entry: string) => Promise<Built>;

/** Every element, with its fallback. */
const body = names
  .map(name =>
    name === 'hotline-banner' ? tag : `<havn-${name} lang="nb" service="rosa-helpline"></havn-${name}>`,
  )
  .join('');

const pageWith = (src: string) => pageOf(`${body}<script type="module" src="${src}"></script>`);

/**
 * @param folder that holds one script
 * @param html the page that asks for it
 */
function builtIn(folder: string, html?: string): Built {
  const scripts = readdirSync(folder).filter(name => name.endsWith('.js'));
  assert.equal(scripts.length, 1, `One script, not ${scripts.join(', ')}`);
  const [name = ''] = scripts;
  const script = readFileSync(join(folder, name), 'utf8');
  return { script, path: `/assets/${name}`, html: html ?? pageWith(`/assets/${name}`) };
}

const bundlers = {
  async Vite(folder, entry) {
    const { build } = await import('vite');
    const outDir = join(folder, 'vite', entry);
    await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: { outDir, rollupOptions: { input: join(folder, `${entry}.html`) } },
    });
    return builtIn(join(outDir, 'assets'), readFileSync(join(outDir, `${entry}.html`), 'utf8'));
  },
  async webpack(folder, entry) {
    const { default: webpack } = await import('webpack');
    const path = join(folder, 'webpack', entry);
    const stats = await new Promise<Stats | undefined>((resolve, reject) => {
      webpack(
        { mode: 'production', context: folder, entry: `./src/${entry}.js`, output: { path } },
        (error, result) => (error ? reject(error) : resolve(result)),
      );
    });
    assert.deepEqual(stats?.toJson({ all: false, errors: true, warnings: true }).errors, []);
    return builtIn(path);
  },
  async esbuild(folder, entry) {
    const outdir = join(folder, 'esbuild', entry);
    await esbuild({
      absWorkingDir: folder,
      entryPoints: [`src/${entry}.js`],
      bundle: true,
      minify: true,
      format: 'esm',
      logLevel: 'error',
      outdir,
    });
    return builtIn(outdir);
  },
} satisfies Record<string, Bundler>;

/** The application of the documentation; the same by the main entry; and one that uses everything. */
const sources = {
  one: documented('npm'),
  main: "import { define, HotlineBanner } from 'havn-widgets';\ndefine(HotlineBanner);\n",
  all: "import * as havn from 'havn-widgets';\nfor (const element of Object.values(havn)) if (element.tag) havn.define(element);\n",
  handOver: `${documented('npm')}\nimport 'havn-widgets/hand-over.js';\n`,
  // `@lit/localize` can be configured once in an application, and its ids are of its own choice.
  localized: `import { configureLocalization, msg } from '@lit/localize';
    import { define, HotlineBanner } from 'havn-widgets';
    const templates = { hello: 'Hei', 'banner.title': 'Vertens tittel' };
    const { setLocale } = configureLocalization({
      sourceLocale: 'en', targetLocales: ['nb'], loadLocale: () => Promise.resolve({ templates }),
    });
    define(HotlineBanner);
    setLocale('nb').then(() => { document.title = msg('Hello', { id: 'hello' }); });`,
};

/** A tag, a fact and a text of each other element: none of them may travel with the banner. */
const others = [
  'havn-service-finder',
  'havn-permit-guide',
  'Nadheim',
  'Hva trenger du hjelp med',
  'Gratis juridisk r',
  'Veien til hjelp',
  'refleksjonsperiode',
];

/** Our own script of the banner has no ids of messages. With the texts of the other elements it would be 10 kB more. */
const most = travelling(readFileSync('dist/elements/hotline-banner.js', 'utf8')) + 2_000;

const self = "default-src 'none'; script-src 'self'; style-src 'self'";
const strict = `${self}; require-trusted-types-for 'script'`;

const policies = [
  self,
  strict,
  ...['lit-html', 'havn lit-html', 'havn', "'none'"].map(names => `${strict}; trusted-types ${names}`),
];

describe('the package, built by', () => {
  let folder: string;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  before(async () => {
    folder = makeConsumer(
      Object.fromEntries(
        Object.entries(sources).flatMap(([name, source]) => [
          [`src/${name}.js`, source],
          [`${name}.html`, pageWith(`/src/${name}.js`)],
        ]),
      ),
    );
    browser = await openBrowser();
  });
  afterEach(() => browser.closePages());
  after(async () => {
    await browser.close();
    removeConsumer(folder);
  });

  const rows: Row[] = [];

  function opened({ script, path, html }: Built, policy?: string) {
    browser.serve(path, { body: script, type: 'text/javascript; charset=utf-8' });
    return browser.open(html, { headers: policy ? { 'content-security-policy': policy } : {} });
  }

  for (const [name, bundle] of Object.entries(bundlers))
    describe(name, () => {
      for (const entry of ['one', 'main'])
        test(`shows the number, and carries nothing of other elements (${entry})`, async t => {
          const built = await bundle(folder, entry);
          const { page, messages, errors } = await opened(built);
          assert.equal(await page.evaluate(findNumber, helpline.href), 'widget');
          assert.deepEqual([messages, errors], [[], []]);
          for (const word of others) assert.ok(!built.script.includes(word), word);
          const bytes = travelling(built.script);
          t.diagnostic(`${bytes} bytes`);
          assert.ok(bytes < most, `${bytes} bytes`);
        });

      test('shows every element where all are used', async () => {
        const built = await bundle(folder, 'all');
        for (const word of others) assert.ok(built.script.includes(word), word);
        const { page, errors } = await opened(built);
        const empty = await page.evaluate(() =>
          [...document.body.children]
            .filter(
              ({ localName, shadowRoot }) =>
                localName !== 'script' && !shadowRoot?.querySelector('[part=base]'),
            )
            .map(({ localName }) => localName),
        );
        assert.deepEqual([empty, errors], [[], []]);
      });
    });

  test('hands a number over, in a control that the page styles as a part', async () => {
    const built = await bundlers.esbuild(folder, 'handOver');
    const { page, errors } = await opened({
      ...built,
      html: built.html
        .replace('<havn-hotline-banner', '<havn-hotline-banner layout="card"')
        .replace('</head>', '<style>::part(hand-over) { color: rgb(1, 2, 3) }</style></head>'),
    });
    const control = page.locator('havn-hotline-banner [part=hand-over]');
    assert.equal(await control.evaluate(node => getComputedStyle(node).color), 'rgb(1, 2, 3)');
    assert.deepEqual(errors, []);
  });

  for (const policy of policies)
    test(`runs, or leaves the number, under ${policy}`, async () => {
      const { page, errors } = await opened(await bundlers.esbuild(folder, 'one'), policy);
      const shows = await page.evaluate(findNumber, helpline.href);
      assert.ok(shows, errors.join());
      rows.push({ way: 'npm', policy, engine: 'Chromium', filter: null, shows });
    });

  test('leaves the number where an id of the page takes the place of a global of Lit', async () => {
    const built = await bundlers.esbuild(folder, 'one');
    const { page } = await opened({
      ...built,
      html: built.html.replace('<body>', '<body><div id="litHtmlVersions"></div>'),
    });
    assert.equal(await page.evaluate(findNumber, helpline.href), 'fallback');
  });

  test('keeps its texts beside those of an application that uses @lit/localize', async () => {
    const { page, errors } = await opened(await bundlers.esbuild(folder, 'localized'));
    await page.waitForFunction(() => document.title === 'Hei');
    const banner = page.locator('havn-hotline-banner [part=base]');
    assert.equal(await banner.getAttribute('lang'), 'nb');
    assert.ok(!(await banner.textContent())?.includes('Vertens'));
    assert.equal(await page.evaluate(findNumber, helpline.href), 'widget');
    assert.deepEqual(errors, []);
  });

  test('does under each policy what the documentation says', () => record('npm', rows));
});
