/** The embed builder: what it hands out works on an empty page, and choosing leaves nothing behind. */

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, afterEach, before, describe, test } from 'node:test';
import { unzipSync } from 'fflate';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { elementOf, factsOf } from '../../../demo/builder/facts.js';
import {
  type Choice,
  exampleFolder,
  feedAddress,
  folderOf,
  isPossible,
  type Part,
  snippetOf,
  ways,
} from '../../../demo/builder/snippet.js';
import { words } from '../../../demo/builder/words.js';
import type { Service } from '../../../src/directory/types.js';
import { builderFacts, plainOf } from '../../../tools/build/builder-facts.js';
import { helpline } from '../../../tools/build/helpline.js';
import { hashOf } from '../../../tools/build/integrity.js';
import { allRules, axe, faultsByAxe } from '../../../tools/test/axe.js';
import { documented } from '../../../tools/test/documented.js';
import { cutOff, findNumber, integrity, openBrowser, pageOf } from '../../../tools/test/harness.js';
import { rosa } from '../../rosa.js';
import { sure } from '../../sure.js';

const root = new URL('../../../', import.meta.url);
const folder = new URL('builder/', root);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');
const anyHash = (text: string) => text.replace(/sha384-[\w+/=]+/g, 'sha384-…');
/** As a build has it that follows newer facts; the build of the tests has no key. */
const general = { ...builderFacts(Object.keys(words)), archiveSize: 0, hasFeed: true };
general.integrity['parts/feed.js'] ??= 'sha384-feed';

const usual: Choice = {
  element: 'hotline-banner',
  language: 'nb',
  attributes: {},
  accent: '',
  radius: '',
  folder: exampleFolder,
  way: 'tag',
  extras: [],
  feed: '',
};

const partOf = (choice: Partial<Choice>): Part => {
  const whole = { ...usual, ...choice };
  const plain = plainOf(elementOf(general, whole.element), whole.language);
  return { choice: whole, facts: factsOf(general, whole, plain) };
};

/** For an element, or for others after it. */
const snippetFor = (choice: Partial<Choice>, ...others: Partial<Choice>[]) =>
  snippetOf([partOf(choice), ...others.map(partOf)]);

const codeOf = ({ pieces }: ReturnType<typeof snippetFor>) => pieces.map(({ code }) => code).join('\n');

const pieceOf = ({ pieces }: ReturnType<typeof snippetFor>, index = 0) => sure(pieces[index]).code;

/** The scripts, frames and handlers in what a browser makes of a snippet. */
function active(html: string) {
  const found: string[] = [];
  function visit(node: DefaultTreeAdapterTypes.Node) {
    if (['script', 'iframe', 'style', 'img', 'svg'].includes(node.nodeName)) found.push(node.nodeName);
    if ('attrs' in node) for (const { name } of node.attrs) if (name.startsWith('on')) found.push(name);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  }
  visit(parse(html));
  return found;
}

describe('a snippet', () => {
  test('has the number, or the way out, in each element, language and way that there is', async () => {
    const services: Service[] = JSON.parse(read('data/directory/services.json'));
    const number = services.find(({ x_helpline }) => x_helpline)?.phones?.[0]?.number;
    let count = 0;
    for (const { name: element } of general.elements)
      for (const language of general.languages)
        for (const way of ways) {
          const choice = { ...usual, element, language, way };
          if (!isPossible(way, [choice], general)) continue;
          const code = codeOf(snippetFor(choice));
          const shown = element === 'quick-exit' ? 'href="https://www.yr.no/"' : `href="tel:${number}"`;
          assert.ok(code.includes(shown), `${element} ${language} ${way}`);
          if (way === 'frame')
            // Without a query, and so in its language also where no script runs.
            assert.ok(code.includes(`/frame/${element}.${language}.html"`), code);
          else if (way !== 'html') assert.match(code, new RegExp(`lang="${language}"`));
          assert.doesNotMatch(code, /undefined|\[object|null/);
          for (const [, file = '', hash] of code.matchAll(
            /src="https:\/\/your\.host\/havn\/(\S+\.js)" integrity="([^"]+)"/g,
          )) {
            assert.equal(hash, integrity[file]);
            count++;
          }
        }
    assert.ok(count > 400, `${count} scripts`);
  });

  test('shows the same number in each language as its plain HTML, and words of that language', async () => {
    for (const language of general.languages) {
      const { fallback } = factsOf(general, { ...usual, language });
      const html = read(`dist/html/hotline-banner.${language}.html`);
      assert.ok(html.replace(/\s/g, ' ').includes(`>${fallback.number.replace(/\s/g, ' ')}<`));
      assert.ok(html.includes(fallback.words));
      assert.equal(fallback.direction, language === 'ar' ? 'rtl' : 'ltr');
    }
  });

  test('says nothing of what is as it always is', async () => {
    const code = pieceOf(
      snippetFor({ attributes: { layout: 'bar', 'exit-href': 'https://www.yr.no/', audience: 'helper' } }),
    );
    assert.match(code, /<havn-hotline-banner lang="nb"><p>/);
    assert.doesNotMatch(code, /style/);
  });

  test('is that of the README, of the documents and of the archive, with the same words in the tag', async () => {
    const written = (text: string) => anyHash(text.replace(/<!--.*-->\n/g, ''));
    const tag = written(codeOf(snippetFor({})));
    const readme = read('README.md');
    const archived = read('builder/havn/README.txt');
    for (const text of [documented('tag'), readme, archived]) assert.ok(written(text).includes(tag), text);
    assert.equal(written(codeOf(snippetFor({ way: 'single' }))), documented('element'));
    const card = { attributes: { layout: 'card' } };
    assert.equal(written(pieceOf(snippetFor({ ...card, way: 'placeholder' }))), documented('placeholder'));
    assert.equal(written(pieceOf(snippetFor({ way: 'frame' }))), documented('frame'));
  });

  test('takes no value that an element would not read, and lets nothing break out of it', async () => {
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    for (const [element, attributes] of [
      ['hotline-banner', { layout: hostile, 'exit-href': hostile }],
      ['hotline-banner', { 'exit-href': 'javascript:alert(1)' }],
      ['quick-exit', { href: `https://example.org/${hostile}` }],
      ['quick-exit', { href: 'https://name:word@example.org/' }],
      ['service-card', { service: hostile }],
      ['service-card', { service: '" onfocus="alert(1)" autofocus="' }],
      ['service-finder', { src: hostile, 'page-size': '51', area: 'sweden' }],
      ['service-finder', { src: 'javascript:alert(1)', 'page-size': '-1' }],
      ['contact-directory', { src: '//example.org/a.json' }],
    ] as [string, Record<string, string>][])
      for (const way of ways) {
        const choice = { element, attributes, way, accent: hostile, radius: hostile, folder: hostile };
        const code = codeOf(snippetFor(choice));
        const plain = codeOf(snippetFor({ element, way }));
        assert.deepEqual(active(code), active(plain), code);
        assert.doesNotMatch(code, /javascript:|name:word|page-size|sweden|\/\/example\.org\/a/);
      }
  });

  test('of several elements has them in their order, and each script and style once', () => {
    const banner = { attributes: { layout: 'card' }, language: 'pl' };
    const finder = {
      element: 'service-finder',
      attributes: { src: '/local.json', need: 'shelter' },
      language: 'pl',
    };
    const exit = { element: 'quick-exit', language: 'pl' };
    for (const [way, first, second, third] of [
      [
        'tag',
        '<havn-hotline-banner lang="pl" layout="card">',
        '<havn-service-finder lang="pl" need="shelter" src="',
        '<havn-quick-exit lang="pl">',
      ],
      [
        'placeholder',
        'data-havn="hotline-banner" data-havn-lang="pl" data-havn-layout',
        'data-havn="service-finder"',
        'data-havn="quick-exit"',
      ],
      [
        'html',
        'class="havn havn-hotline-banner"',
        'class="havn havn-service-finder"',
        'class="havn havn-quick-exit"',
      ],
      [
        'frame',
        'hotline-banner.pl.html?layout=card"',
        'service-finder.pl.html?need=shelter&amp;src=',
        'quick-exit.pl.html"',
      ],
    ] as const) {
      const { pieces, policies, files } = snippetFor(
        { ...banner, way },
        { ...finder, way },
        { ...exit, way },
      );
      const code = pieces.map(({ code }) => code).join('\n');
      const places = [first, second, third].map(part => code.indexOf(part));
      assert.ok(
        places.every((place, index) => place > (places[index - 1] ?? 0)),
        `${way}: ${places}\n${code}`,
      );
      assert.equal(code.match(/<script /g)?.length ?? 0, way === 'html' ? 0 : 1);
      assert.equal(code.match(/<!-- Havn/g)?.length, 1);
      assert.equal(new Set(files).size, files.length);
      assert.equal(new Set(policies.map(({ on }) => on)).size, policies.length);
      // Readers see what is under a frame: the same number stands once.
      if (way === 'frame') assert.equal(code.match(/<p>.*href="tel:/g)?.length, 1);
    }
    const still = { extras: ['steady'] } satisfies Partial<Choice>;
    const steady = codeOf(snippetFor({ ...banner, ...still }, { ...finder, ...still }));
    assert.equal(steady.match(/locales\/pl\.js/g)?.length, 1);
    assert.equal(steady.match(/havn\.css/g)?.length, 1);
    const npm = codeOf(snippetFor({ way: 'npm' }, { way: 'npm', element: 'quick-exit' }));
    assert.match(npm, /^define\(HotlineBanner, QuickExit\);$/m);
    // A menu that has something to work with needs no warning.
    assert.ok(snippetFor({ element: 'language-menu' }).notes.includes('menuAlone'));
    assert.ok(!snippetFor({ element: 'language-menu' }, {}).notes.includes('menuAlone'));
    // One element's script is for one element.
    const pair = [partOf({}).choice, partOf({ element: 'quick-exit' }).choice];
    assert.deepEqual(
      ways.filter(way => !isPossible(way, pair, general)),
      ['single'],
    );
  });

  test('names the folder of the files, however it was entered', () => {
    for (const [entered, read] of [
      ['https://kommune.example/havn/', 'https://kommune.example/havn/'],
      [' https://kommune.example/havn ', 'https://kommune.example/havn/'],
      ['https://kommune.example/havn/havn.js', 'https://kommune.example/havn/'],
      ['/havn', '/havn/'],
      ['kommune.example/havn', undefined],
      ['//kommune.example/havn', undefined],
      ['javascript:alert(1)', undefined],
      ['', undefined],
    ])
      assert.equal(folderOf(entered ?? ''), read, entered);
  });

  test('comes with the lines of a policy: language files, parts, the server of one’s own services, colours', async () => {
    const { policies, files, notes } = snippetFor({
      element: 'service-finder',
      language: 'pl',
      attributes: { src: 'https://data.example/local.json' },
      folder: '/havn/',
      radius: '0',
    });
    const lines = Object.fromEntries(policies.map(({ on, line }) => [on, line]));
    assert.equal(lines.address, "script-src 'self'");
    assert.equal(
      lines.hash,
      `script-src ${['havn.js', 'locales/pl.js', 'parts/local-services.js'].map(file => `'${integrity[file]}'`).join(' ')}`,
    );
    assert.equal(lines.fetch, 'connect-src https://data.example');
    assert.deepEqual(files, ['havn.js', 'locales/pl.js', 'parts/local-services.js']);
    assert.deepEqual(notes, ['styleElement']);
    assert.deepEqual(snippetFor({ folder: 'https://files.example/havn/' }).notes, ['otherServer']);
    assert.deepEqual(snippetFor({}).notes, ['exampleAddress']);
    assert.deepEqual(snippetFor({ folder: 'http://files.example/havn/' }).notes, [
      'unencrypted',
      'otherServer',
    ]);
    const cardOf = (service: string) =>
      snippetFor({ element: 'service-card', attributes: { service }, folder: '/havn/' });
    assert.deepEqual(cardOf('rosa-helpline').notes, []);
    assert.deepEqual(cardOf('kom-coordination').notes, ['forProfessionals']);
    const ownServices = { element: 'service-finder', attributes: { src: '/local.json' }, folder: '/havn/' };
    assert.match(pieceOf(snippetFor(ownServices)), / src="/);
    const lineOfFrame = (choice: Partial<Choice>) =>
      snippetFor({ ...choice, way: 'frame' }).policies.find(({ on }) => on === 'frameServer')?.line;
    assert.equal(lineOfFrame(ownServices), `${lineOfFrame({})}; connect-src 'self'`);
    // A placeholder takes no address.
    const placeholder = snippetFor({ ...ownServices, way: 'placeholder' });
    assert.doesNotMatch(pieceOf(placeholder), /src/);
    assert.deepEqual(placeholder.notes, ['placeholderAddress']);
    const menu = snippetFor({ element: 'language-menu' });
    assert.equal(
      menu.policies[1]?.line.match(/sha384-/g)?.length,
      1 + general.languages.length - general.bundled.length,
    );
  });

  test('names the policies that the documents do, each way its own', async () => {
    const docs = ['embedding', 'frames', 'facts-feed'].map(name => read(`docs/${name}.md`));
    const known = new Set(
      docs.flatMap(text =>
        [...text.matchAll(/`([a-z-]+-src [^`]+|trusted-types [^`]+)`/g)].map(([, line]) => line),
      ),
    );
    const cases: [Partial<Choice>, string[]][] = [
      [{}, ['address', 'hash', 'trustedTypes']],
      [{ folder: '/havn/' }, ['address', 'hash', 'trustedTypes']],
      [{ way: 'placeholder' }, ['address', 'hash', 'trustedTypes']],
      [{ way: 'single' }, ['address', 'hash', 'trustedTypes']],
      [{ language: 'pl', extras: ['steady'] }, ['address', 'hash', 'styleFile', 'trustedTypes']],
      [{ extras: ['brand'] }, ['address', 'hash', 'styleFile', 'trustedTypes']],
      [{ feed: 'https://facts.your.host/facts.json' }, ['address', 'hash', 'feed', 'trustedTypes']],
      [
        { element: 'service-finder', attributes: { src: '/local.json' } },
        ['address', 'hash', 'fetch', 'trustedTypes'],
      ],
      [{ way: 'html' }, ['styleFile']],
      [{ way: 'frame' }, ['frame', 'frameScript', 'frameServer']],
      [{ way: 'frame', extras: ['fixed'] }, ['frame', 'frameServer']],
      [{ way: 'npm' }, ['bundle', 'trustedTypesNpm']],
    ];
    for (const [choice, expected] of cases) {
      const { policies } = snippetFor(choice);
      assert.deepEqual(
        policies.map(({ on }) => on),
        expected,
        JSON.stringify(choice),
      );
      for (const { on, line } of policies) {
        const shown = anyHash(line);
        assert.ok(known.has(shown), `${on}: ${shown}`);
      }
    }
  });

  test('with what few need is the code of the documents', async () => {
    const feed = codeOf(snippetFor({ feed: 'https://facts.your.host/facts.json' }));
    assert.match(feed, / defer data-facts="https:\/\/facts\.your\.host\/facts\.json"><\/script>/);
    const brand = codeOf(snippetFor({ extras: ['brand'] }));
    const brandDocs = read('docs/brand.md');
    const [link] = /<link [^>]*brand\.css">/.exec(brandDocs) ?? [];
    assert.ok(link && brand.includes(link), brand);
    const host = pieceOf(snippetFor({ way: 'frame' }), 1);
    const frameDocs = read('docs/frames.md');
    const [script] = /<script [^>]*frame\/host\.js[^>]*><\/script>/.exec(frameDocs) ?? [];
    assert.equal(anyHash(host), script);
    const steady = snippetFor({ language: 'ar', extras: ['steady'] });
    assert.match(
      pieceOf(steady),
      /<link rel="stylesheet" href="https:\/\/your\.host\/havn\/html\/havn\.css">/,
    );
    assert.ok(pieceOf(steady, 1).includes(plainOf(elementOf(general, 'hotline-banner'), 'ar').trim()));
    assert.match(pieceOf(steady, 1), /locales\/ar\.js"[^\n]*\n.*havn\.js"/);
  });

  test('has what few need only where it does something', () => {
    const all = {
      extras: ['steady', 'brand'] as const,
      feed: 'https://a.example/b.json',
    };
    for (const way of ways) {
      const code = codeOf(snippetFor({ ...all, extras: [...all.extras], way }));
      assert.deepEqual(
        [/html\/havn\.css/, /brand\.css/, /frame\/host\.js/, /data-facts/].map(pattern => pattern.test(code)),
        {
          tag: [true, true, false, true],
          placeholder: [false, true, false, true],
          single: [true, true, false, false],
          html: [true, true, false, false],
          frame: [false, false, true, false],
          npm: [false, false, false, false],
        }[way],
        way,
      );
    }
    assert.doesNotMatch(codeOf(snippetFor({ way: 'frame', extras: ['fixed'] })), /<script/);
    // The plain HTML of these has something else in it than the reader is to see.
    for (const [element, attributes] of [
      ['service-card', { service: 'kom' }],
      ['quick-exit', { href: 'https://example.org/' }],
    ] as [string, Record<string, string>][])
      assert.doesNotMatch(codeOf(snippetFor({ element, attributes, extras: ['steady'] })), /havn\.css/);
    for (const address of ['http://a.example/b.json', 'https://a.example/b', '/facts.json', 'javascript:1'])
      assert.equal(feedAddress(address), undefined);
  });

  test('for npm is the code of docs/embedding.md', async () => {
    const code = pieceOf(snippetFor({ way: 'npm' }));
    assert.equal(code.replace(/^.*\n/, ''), documented('npm'));
    assert.match(code, new RegExp(general.version));
  });

  test('for a frame has the height that docs/frames.md measured', async () => {
    const docs = read('docs/frames.md');
    for (const { name } of general.elements) {
      const [, height] = new RegExp(`^\\| ${name}\\b.*\\| (\\d+)\\s*\\|$`, 'm').exec(docs) ?? [];
      assert.ok(height, name);
      assert.match(codeOf(snippetFor({ element: name, way: 'frame' })), new RegExp(`height="${height}"`));
    }
  });
});

describe('the words', () => {
  const keys = (part: object): string[] =>
    Object.entries(part).flatMap(([key, value]) =>
      typeof value === 'object' ? keys(value).map(inner => `${key}.${inner}`) : [key],
    );

  test('are the same in each language, and there for each element, attribute and value', () => {
    assert.deepEqual(keys(words.nn), keys(words.nb));
    assert.deepEqual(keys(words.en), keys(words.nb));
    for (const [language, { elements, attributes }] of Object.entries(words)) {
      const nameOf = (name: string, id: string) => general.names[language]?.[`${name}.${id}`];
      for (const element of general.elements) {
        assert.ok(elements[element.name], element.name);
        for (const { name, values } of element.attributes) {
          assert.ok(attributes[name], name);
          for (const value of values)
            assert.ok(
              attributes[name].values?.[value] ?? nameOf(name, value),
              `${language} ${name} ${value}`,
            );
        }
      }
      for (const id of general.services) assert.ok(nameOf('service', id), id);
    }
  });

  test('of the page without script are those of the page with it', async () => {
    const html = read('builder/index.html');
    for (const [, key = '', text = ''] of html.matchAll(/data-words="(\w+)"[^>]*>([^<]*)</g)) {
      assert.ok(words.nb.page[key], key);
      if (text.trim()) assert.equal(text.trim().replace(/\s+/g, ' '), words.nb.page[key]);
    }
    const used = [...html.matchAll(/data-words="(\w+)"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words.nb.page).sort());
  });
});

describe('the folder', () => {
  test('has all that its pages name', async () => {
    for (const name of ['index.html', 'preview.html']) {
      const html = read(`builder/${name}`);
      const links = [...html.matchAll(/ (?:src|href)="([^"]+)"/g)].map(([, link]) => link);
      assert.ok(links.length > 2, name);
      for (const link of links) assert.ok(existsSync(new URL(sure(link), folder)), `${name}: ${link}`);
    }
    for (const { name } of general.elements)
      for (const language of general.languages)
        assert.ok(existsSync(new URL(`plain/${name}.${language}.js`, folder)), `${name} ${language}`);
  });
});

describe('the page', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  /** Where the test's own server has the files: those that people get to copy. */
  let havn = '';
  before(async () => {
    browser = await openBrowser();
    havn = `${browser.origin}/builder/havn/`;
  });
  after(() => browser.close());
  afterEach(() => browser.closePages());

  async function openBuilder({ lang, context }: { lang?: string; context?: BrowserContextOptions } = {}) {
    const opened = await browser.open('', {
      path: `/builder/index.html?lang=${lang ?? 'nb'}`,
      context,
    });
    await opened.page.locator('#piece-1').waitFor();
    return opened;
  }

  /** Runs in the page: what is in the boxes. */
  const boxes = () =>
    [...document.querySelectorAll('#pieces textarea')].map(box => (box as HTMLTextAreaElement).value);

  /** What is in the boxes, once it holds what it is to. */
  async function code(page: Page, expected: RegExp = /./) {
    let read = '';
    for (let tries = 0; tries < 100; tries++) {
      read = (await page.evaluate(boxes)).join('\n');
      if (expected.test(read)) return read;
      await page.waitForTimeout(50);
    }
    throw new assert.AssertionError({ message: `${expected} is not in\n${read}` });
  }

  async function choose(
    page: Page,
    {
      element,
      language,
      way,
      folder: address,
    }: { element?: string; language?: string; way?: string; folder?: string },
  ) {
    if (element) await page.locator('#element').selectOption(element);
    if (language) await page.locator('#language').selectOption(language);
    if (way) await page.locator(`label[for="way-${way}"]`).click();
    if (address) await page.locator('#folder').fill(address);
  }

  async function lookOnceIn(page: Page, tag: string, lang: string) {
    await page.locator(`${tag} [part=base][lang=${lang}]`).waitFor();
    return page.evaluate((tag: string) => {
      const root = document.querySelector(tag)?.shadowRoot;
      return {
        class: root?.querySelector('[part=base]')?.className,
        opened: root?.querySelectorAll('details[part=entitlement][open]').length,
      };
    }, tag);
  }

  test('hands out a tag that works: in Arabic, as a card, in one’s own colour', async () => {
    const { page } = await openBuilder();
    await choose(page, { language: 'ar', folder: havn });
    await page.getByLabel('Kort i en spalte').click();
    await page.locator('#accent-code').fill('#7A1F5C');
    const snippet = await code(page, /card[\s\S]*127\.0\.0\.1/);
    assert.ok(snippet.includes(`integrity="${integrity['havn.js']}"`));
    assert.ok(snippet.includes(`<!-- Havn ${general.version} -->`));
    const lines = await page.locator('#policies dd').allTextContents();

    const [byAddress, byHash, style = ''] = lines;
    assert.match(style, /^style-src 'sha256-/);
    for (const script of [byAddress, byHash]) {
      const pasted = await browser.open(pageOf(snippet), {
        headers: { 'content-security-policy': `default-src 'none'; ${script}; ${style}` },
      });
      const seen = await lookOnceIn(pasted.page, 'havn-hotline-banner', 'ar');
      assert.deepEqual(seen, { class: 'banner card', opened: 0 });
      assert.equal(await pasted.page.evaluate(findNumber, helpline.href), 'widget');
      assert.equal(
        await pasted.page.evaluate(() =>
          getComputedStyle(document.documentElement).getPropertyValue('--havn-accent'),
        ),
        '#7a1f5c',
      );
      assert.deepEqual([pasted.messages, pasted.errors], [[], []]);
    }
  });

  test('hands out a placeholder that works, with its script for the template', async () => {
    const { page } = await openBuilder({ lang: 'nn' });
    await choose(page, { way: 'placeholder', folder: havn });
    await page.getByLabel('Vis utgangen').click();
    const snippet = await code(page, /data-havn-exit=""[\s\S]*127\.0\.0\.1/);
    assert.equal(await page.locator('#pieces textarea').count(), 2);
    assert.ok(snippet.includes(`integrity="${integrity['havn.js']}"`));

    const pasted = await browser.open(pageOf(snippet));
    await lookOnceIn(pasted.page, 'havn-hotline-banner', 'nn');
    assert.equal(await pasted.page.evaluate(findNumber, helpline.href), 'widget');
    assert.ok(await pasted.page.getByRole('link', { name: 'Forlat denne sida' }).isVisible());
  });

  test('hands out several elements with one script, and shows all of them', async () => {
    const { page } = await openBuilder();
    await choose(page, { folder: havn });
    await page.getByRole('button', { name: 'Legg til et element til' }).click();
    assert.ok(await page.locator('#element').evaluate(node => node === document.activeElement));
    await choose(page, { element: 'entitlements-list' });
    await page.getByLabel('Vis alle åpne').click();
    await page.getByRole('button', { name: 'Legg til et element til' }).click();
    await choose(page, { element: 'service-card' });
    await page.getByRole('radio', { name: '1. Banner med hjelpetelefonen' }).click();
    await page.getByLabel('Kort i en spalte').click();
    await code(page, /layout="card"[\s\S]*service-card/);
    const inside = page.frameLocator('#preview');
    for (const tag of ['hotline-banner', 'entitlements-list', 'service-card'])
      await inside.locator(`havn-${tag} [part=base][lang=nb]`).first().waitFor();

    // The preview scrolls to what is being edited.
    await page.getByRole('radio', { name: '3. Tjenestekort' }).click();
    const frame = sure(page.frames().find(candidate => candidate.url().endsWith('preview.html')));
    await frame.waitForFunction(() => scrollY > 300);

    await page.getByRole('button', { name: 'Ta bort: 3. Tjenestekort' }).click();
    await inside.locator('havn-service-card').waitFor({ state: 'detached' });
    const snippet = await code(page, /entitlements-list.*>\n<script/);
    assert.doesNotMatch(snippet, /service-card/);
    assert.equal(snippet.match(/<script/g)?.length, 1);
    await page.getByRole('radio', { name: '2. Rettighetsliste' }).click();
    assert.ok(await page.getByLabel('Vis alle åpne').isChecked());
    await page.getByRole('button', { name: 'Ta bort: 2.' }).click();
    assert.equal(await page.locator('#chosen').isVisible(), false);
    assert.ok(await page.locator('#element').evaluate(node => node === document.activeElement));
    assert.ok(await page.getByLabel('Kort i en spalte').isChecked());

    const pasted = await browser.open(pageOf(snippet));
    assert.equal((await lookOnceIn(pasted.page, 'havn-hotline-banner', 'nb')).class, 'banner card');
    assert.ok(Number((await lookOnceIn(pasted.page, 'havn-entitlements-list', 'nb')).opened) > 3);
    assert.deepEqual([pasted.messages, pasted.errors], [[], []]);
  });

  test('hands out the script of one element that works', async () => {
    const { page } = await openBuilder({ lang: 'en' });
    await choose(page, { element: 'entitlements-list', way: 'single', folder: havn });
    await page.getByLabel('Show all of them opened').click();
    const snippet = await code(page, / open>[\s\S]*127\.0\.0\.1/);
    assert.ok(snippet.includes(`integrity="${integrity['elements/entitlements-list.js']}"`));

    const pasted = await browser.open(pageOf(snippet));
    const seen = await lookOnceIn(pasted.page, 'havn-entitlements-list', 'en');
    assert.ok(Number(seen.opened) > 3);
    assert.equal(await pasted.page.evaluate(findNumber, helpline.href), 'widget');
    assert.deepEqual(pasted.requests, ['/page.html', '/builder/havn/elements/entitlements-list.js']);
  });

  test('hands out plain HTML that works without script', async () => {
    const { page } = await openBuilder();
    await choose(page, { element: 'return-guide', language: 'pl', way: 'html', folder: havn });
    const snippet = await code(page, /127\.0\.0\.1[\s\S]*havn-return-guide/);

    const pasted = await browser.open(pageOf(snippet), { context: { javaScriptEnabled: false } });
    assert.ok(await pasted.page.locator(`${rosa.link}:visible`).first().isVisible());
    assert.equal(await pasted.page.locator('.havn').first().getAttribute('lang'), 'pl');
    assert.ok(pasted.requests.includes('/builder/havn/html/havn.css'));
  });

  test('hands out a frame that works, with the number under it', async () => {
    const { page } = await openBuilder();
    await choose(page, { language: 'nn', way: 'frame', folder: havn });
    await page.getByLabel('Kort i en spalte').click();
    const snippet = await code(page, /127\.0\.0\.1[\s\S]*layout=card/);

    const pasted = await browser.open(pageOf(snippet));
    assert.equal(await pasted.page.evaluate(findNumber, helpline.href), 'fallback');
    const frame = pasted.page.frameLocator('iframe[title="Hjelpetelefonen til ROSA"]');
    const banner = frame.locator('havn-hotline-banner[layout=card]');
    await banner.locator('[part=base][lang=nn]').waitFor();
    // The element has a border of its own.
    assert.equal(
      await pasted.page.locator('iframe').evaluate(node => getComputedStyle(node).borderTopWidth),
      '0px',
    );
    assert.ok(await banner.getByRole('link', { name: rosa.pattern }).first().isVisible());
    assert.deepEqual(pasted.errors, []);
  });

  test('hands out what few need, and it works: what keeps the page still, a design system', async () => {
    const { page } = await openBuilder();
    await choose(page, { language: 'pl', folder: havn });
    await page.getByText('Mer, som få trenger').click();
    await page.getByLabel('Ingenting skal flytte seg').click();
    await page.getByLabel('Ta fargene fra designsystemet').click();
    assert.equal(await page.locator('#fixed-field').isVisible(), false);
    // The build of the tests has no key.
    assert.equal(await page.locator('#feed').isVisible(), false);
    assert.ok(await page.getByText('Denne utgaven er bygd uten nøkkel').isVisible());
    await code(page, /127\.0\.0\.1\S*brand\.css[\s\S]*<havn-hotline-banner lang="pl"/);
    const [head, body] = await page.evaluate(boxes);
    assert.equal(await page.locator('label[for=piece-1]').textContent(), 'Til toppen av siden, i <head>');

    const text = `<p>${'Det finnes hjelp. '.repeat(20)}</p>`;
    const pasted = await browser.open(
      pageOf(
        `<main>${text}${body}${text}</main>`,
        `${head}<script>new PerformanceObserver(list => { for (const { value } of list.getEntries()) shift += value }).observe({ type: 'layout-shift', buffered: true }); var shift = 0</script>`,
      ),
      { context: { viewport: { width: 360, height: 740 } } },
    );
    await lookOnceIn(pasted.page, 'havn-hotline-banner', 'pl');
    await pasted.page.waitForTimeout(200);
    // Nothing, where the script comes after the first paint (shift.test.ts): here it may come with it.
    assert.ok(Number(await pasted.page.evaluate('shift')) < 0.01);
    assert.equal(await pasted.page.evaluate(findNumber, helpline.href), 'widget');
    assert.deepEqual(pasted.requests.filter(request => /css|pl/.test(request)).sort(), [
      '/builder/havn/brand.css',
      '/builder/havn/html/havn.css',
      '/builder/havn/locales/pl.js',
    ]);
    assert.deepEqual([pasted.messages, pasted.errors], [[], []]);
  });

  test('hands out a frame that is as high as what is in it', async () => {
    const { page } = await openBuilder();
    await choose(page, { way: 'frame', folder: havn });
    const snippet = await code(page, /127\.0\.0\.1[\s\S]*host\.js/);
    await page.getByLabel('Ikke noe skript på siden').click();
    await page.waitForFunction(() => document.querySelectorAll('#pieces textarea').length === 1);
    assert.doesNotMatch(await code(page), /<script/);
    // In a sandbox the origin of the frame is opaque; the server of the test sends no CORS headers to the script in it.
    const pasted = await browser.open(pageOf(snippet.replaceAll(' crossorigin="anonymous"', '')));
    await pasted.page.waitForFunction(() => document.querySelector('iframe')?.style.height);
    const height = await pasted.page.evaluate(() => document.querySelector('iframe')?.clientHeight ?? 0);
    assert.ok(height > 150 && height < 480, `${height}`);
  });

  test('hands out the very files that its code names, in one archive', async () => {
    const { page } = await openBuilder();
    const archive = unzipSync(new Uint8Array(readFileSync(new URL('havn.zip', folder))));
    for (const [choice, expected] of [
      [{ language: 'pl' }, ['havn/havn.js', 'havn/locales/pl.js']],
      [{ language: 'nb', way: 'single' }, ['havn/elements/hotline-banner.js']],
      [{ way: 'html' }, ['havn/html/havn.css']],
      [{ way: 'frame' }, ['havn/havn.js', 'havn/html/havn.css']],
    ] as const) {
      await choose(page, choice);
      await page.locator('#files a', { hasText: expected[0] }).waitFor();
      const links = await page
        .locator('#files a')
        .evaluateAll(nodes => nodes.map(node => node.getAttribute('href') ?? ''));
      assert.deepEqual(links, expected);
      const snippet = await code(page);
      for (const file of links) {
        const content = Buffer.from(sure(archive[file]));
        assert.deepEqual(content, readFileSync(new URL(file, folder)));
        const hash = hashOf(content);
        assert.equal(hash, integrity[file.slice('havn/'.length)]);
        const [, named = hash] =
          new RegExp(`${file.slice('havn/'.length)}" integrity="([^"]+)"`).exec(snippet) ?? [];
        assert.equal(named, hash, file);
      }
    }
    // All that a frame loads is there, and nothing that only developers need.
    assert.ok(archive['havn/frame/hotline-banner.html'] && archive['havn/parts/local-services.js']);
    assert.ok(!Object.keys(archive).some(file => /^havn\/(?:npm|types|editors)\//.test(file)));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Last ned havn\.zip \(\d,\d MB\)/ }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'havn.zip');
  });

  test('saves a picture of what the preview shows', async () => {
    const { page, errors, messages, requests } = await openBuilder({
      context: { viewport: { width: 1300, height: 900 }, deviceScaleFactor: 2 },
    });
    await choose(page, { language: 'ar' });
    await page.locator('#accent-code').fill('#aa0055');
    await page.getByLabel('Telefon').click();
    await page.frameLocator('#preview').locator('[part=base][lang=ar]').waitFor();
    await code(page, /#aa0055/);
    const before = requests.length;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Lagre som bilde' }).click(),
    ]);
    await page.getByRole('status').filter({ hasText: 'Bildet er lagret.' }).waitFor();
    assert.equal(download.suggestedFilename(), 'havn-hotline-banner-ar.png');
    const picture = readFileSync(await download.path());
    const shot = await page.locator('#preview').screenshot();
    assert.deepEqual(
      requests.slice(before).filter(request => !/^(?:data|blob):/.test(request)),
      [],
    );
    assert.deepEqual([messages, errors], [[], []]);

    const looking = await browser.open(pageOf(''));
    const { width, height, difference, colours } = await looking.page.evaluate(
      async ({ picture, shot }) => {
        const bitmapOf = (base64: string) =>
          createImageBitmap(new Blob([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))]));
        const pixelsOf = async (base64: string) => {
          const bitmap = await bitmapOf(base64);
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          context?.drawImage(bitmap, 0, 0);
          return context?.getImageData(0, 0, 720, 400) ?? new ImageData(1, 1);
        };
        const one = await pixelsOf(picture);
        const other = await pixelsOf(shot);
        let sum = 0;
        const seen = new Set();
        for (const [index, value] of one.data.entries())
          sum += Math.abs(value - (other.data[index] ?? Number.NaN));
        for (let at = 0; at < one.data.length; at += 4) seen.add(one.data.slice(at, at + 3).join());
        const { width, height } = await bitmapOf(picture);
        return { width, height, difference: sum / one.data.length, colours: seen.size };
      },
      { picture: picture.toString('base64'), shot: shot.toString('base64') },
    );
    assert.equal(width, 720);
    assert.ok(height > 400, `${height}`);
    assert.ok(colours > 20, `${colours} colours`);
    // Of 255.
    assert.ok(difference < 2, `differs by ${difference}`);
  });

  test('works by a double click, without any server', async () => {
    const { page, errors, requests } = await browser.open(pageOf(''));
    requests.length = 0;
    await page.goto(new URL('index.html', folder).href);
    await choose(page, { language: 'pl' });
    const inside = page.frameLocator('#preview');
    await inside.locator('[part=base][lang=pl]').waitFor();
    assert.match(await code(page, /lang="pl"/), /integrity="sha384-/);
    await choose(page, { element: 'return-guide', way: 'html' });
    await inside.locator('.havn-return-guide[lang=pl]').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Lagre som bilde' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'havn-return-guide-pl.png');
    assert.deepEqual(
      requests.filter(request => !request.startsWith(folder.href) && !/^(?:data|blob):/.test(request)),
      [],
    );
    assert.deepEqual(errors, []);
  });

  test('copies what is in the box', async () => {
    const { page } = await openBuilder({ context: { permissions: ['clipboard-read', 'clipboard-write'] } });
    await page.getByRole('button', { name: 'Kopier koden' }).click();
    const status = page.locator('.piece [role=status]');
    await status.filter({ hasText: 'Koden er kopiert. Adressen i den er fremdeles et eksempel.' }).waitFor();
    await choose(page, { folder: 'https://files.example/havn/' });
    await code(page, /files\.example/);
    await page.getByRole('button', { name: 'Kopier koden' }).click();
    await status.filter({ hasText: /^Koden er kopiert\.$/ }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await code(page));
    // What was copied is no longer what stands there.
    await choose(page, { language: 'nn' });
    await code(page, /lang="nn"/);
    assert.equal(await status.textContent(), '');
  });

  test('selects what is in the box where a page may not copy', async () => {
    const { page } = await openBuilder();
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    });
    await page.getByRole('button', { name: 'Kopier koden' }).click();
    await page.getByRole('status').filter({ hasText: 'Koden er merket.' }).waitFor();
    assert.equal(await page.evaluate(() => String(getSelection())), await code(page));
  });

  test('shows the element as readers will see it, on a phone and on a desktop, and calls nobody', async () => {
    const { page, errors } = await openBuilder({ context: { viewport: { width: 1300, height: 900 } } });
    const frame = page.frames().find(candidate => candidate.url().endsWith('preview.html'));
    assert.ok(frame);
    const inside = page.frameLocator('#preview');
    await choose(page, { language: 'pl' });
    await page.getByLabel('Vis utgangen').click();
    await inside.locator('[part=base][lang=pl]').waitFor();
    const widths: number[] = [];
    for (const name of ['Skrivebord', 'Telefon']) {
      await page.getByLabel(name).click();
      widths.push(await frame.evaluate(() => innerWidth));
      const { width = 0 } = (await page.locator('#preview').boundingBox()) ?? {};
      assert.ok(width > 300 && width <= 1024, `${width}`);
    }
    assert.deepEqual(widths, [1024, 360]);
    await page.locator('#accent-code').fill('#aa0000');
    await code(page, /#aa0000/);
    assert.equal(
      await frame.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--havn-accent'),
      ),
      '#aa0000',
    );

    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: 'Åpne i en ny fane' }).click(),
    ]);
    await popup.locator('[part=base][lang=pl]').waitFor();
    assert.equal(new URL(popup.url()).search, '');

    const address = page.url();
    await inside.getByRole('link', { name: rosa.pattern }).click();
    await inside.locator('[part=exit]').first().click();
    for (let press = 0; press < 4; press++) await page.keyboard.press('Shift');
    await page.waitForTimeout(300);
    assert.equal(page.url(), address);
    assert.ok(await inside.locator('[part=base][lang=pl]').isVisible());

    await choose(page, { element: 'return-guide', way: 'html' });
    await inside.locator('.havn-return-guide[lang=pl]').waitFor();
    assert.deepEqual(errors, []);
  });

  test('names languages in its own, also where a browser has no words of it', async () => {
    for (const [lang, polish] of [
      ['nb', 'Polsk'],
      ['nn', 'Polsk'],
      ['en', 'Polish'],
    ] as const) {
      const { page } = await openBuilder({ lang });
      assert.equal(await page.locator('#language option[value=pl]').textContent(), polish);
    }
  });

  test('offers no way that the language or the element does not have', async () => {
    const { page } = await openBuilder();
    const single = page.locator('#way-single');
    await choose(page, { language: 'pl' });
    await code(page, /lang="pl"/);
    assert.deepEqual([await single.isDisabled(), await page.locator('#way-npm').isDisabled()], [true, true]);
    await choose(page, { language: 'en', way: 'single' });
    await code(page, /elements\/hotline-banner\.js/);
    assert.ok(await page.getByText('Måten du har valgt').isVisible());
    assert.equal(await page.locator('#language option:enabled').count(), 3);
    await choose(page, { way: 'html' });
    await code(page, /havn\.css/);
    await choose(page, { element: 'language-menu' });
    await code(page, /<havn-language-menu/);
    assert.ok(await page.locator('#way-tag').isChecked());
    assert.ok(await page.locator('#way-html').isDisabled());
  });

  test('says what cannot be used, and keeps the snippet right', async () => {
    const { page } = await openBuilder();
    await choose(page, { folder: 'min server' });
    await page.getByText('Denne adressen kan ikke brukes.').waitFor();
    await page.locator('#setting-exit-href').fill('yr');
    await page.locator('#setting-exit-href-problem').waitFor();
    assert.equal(await page.locator('#setting-exit-href').getAttribute('aria-invalid'), 'true');
    const snippet = await code(page, /your\.host/);
    assert.doesNotMatch(snippet, /exit-href/);
  });

  test('leads to no documentation where there is none', async () => {
    const { page } = await openBuilder();
    assert.equal(await page.locator('#documentation').isVisible(), false);
  });

  test('says so where the build cannot be read, and shows no snippet', async () => {
    const { page } = await openBuilder();
    await page.route('**/facts.js', route => route.fulfill({ status: 404, body: '' }));
    await page.reload();
    await page.getByRole('alert').filter({ hasText: 'Kunne ikke lese' }).waitFor();
    assert.equal(await page.locator('main').isVisible(), false);
  });

  test('speaks bokmål where its address asks for a language by the name of something else', async () => {
    for (const lang of ['constructor', 'toString', '__proto__']) {
      const { page } = await openBuilder({ lang });
      assert.equal(await page.locator('html').getAttribute('lang'), 'nb', lang);
    }
  });

  test('leaves nothing: no storage, no word in the address or the history, and asks nobody else', async () => {
    const { page, requests, context, messages } = await openBuilder({ lang: 'en', context: {} });
    const trace = () =>
      page.evaluate(async () => ({
        url: location.href,
        history: [history.length, JSON.stringify(history.state)],
        cookie: document.cookie,
        storage: [localStorage.length, sessionStorage.length],
        databases: (await indexedDB.databases()).length,
        name: window.name,
      }));
    const before = await trace();
    assert.equal(before.url, `${browser.origin}/builder/index.html?lang=en`);
    for (const element of ['service-finder', 'service-card', 'quick-exit', 'hotline-banner', 'permit-guide'])
      await choose(page, { element, language: 'th', folder: 'https://secret.example/havn/' });
    for (const way of ['placeholder', 'html', 'frame', 'tag']) await choose(page, { way });
    await page.locator('#page-language').selectOption('nn');
    await page.getByLabel('Telefon').click();
    await code(page, /secret\.example/);
    await page.getByRole('button', { name: 'Kopier koden' }).click();
    // The address of the files is kept for a reload, in the page's own state.
    const { history: after, ...others } = await trace();
    const { history: first, ...same } = before;
    assert.deepEqual(others, same);
    assert.deepEqual(after, [first[0], '{"folder":"https://secret.example/havn/"}']);
    assert.deepEqual(await context.cookies(), []);
    const [opened, ...further] = requests;
    assert.equal(opened, '/builder/index.html?lang=en');
    for (const request of further) assert.match(request, /^\/builder\/[\w./-]+$/);
    assert.deepEqual(messages, []);
    await page.reload();
    await page.locator('#piece-1').waitFor();
    assert.equal(await page.locator('#element').inputValue(), 'hotline-banner');
    assert.equal(await page.locator('#language').inputValue(), 'en');
    assert.equal(await page.locator('#folder').inputValue(), 'https://secret.example/havn/');
    assert.match(await code(page), /https:\/\/secret\.example\/havn\//);
    await choose(page, { folder: exampleFolder });
    assert.equal(await page.evaluate(() => history.state), null);
  });

  /** States in which all of the page is looked at. */
  const states: Record<string, (page: Page) => Promise<void>> = {
    'at first': async () => {},
    'with two pieces, colours and mistakes': async page => {
      await choose(page, { element: 'service-finder', way: 'placeholder', folder: 'min server' });
      await page.locator('#accent-code').fill('#7a1f5c');
      await page.locator('#setting-page-size').fill('99');
      await code(page, /data-havn="service-finder"/);
    },
    'with what few need': async page => {
      await choose(page, { element: 'hotline-banner', language: 'pl', way: 'tag' });
      await page.locator('#more').evaluate(details => details.setAttribute('open', ''));
      await page.locator('#steady').check();
      await page.locator('#brand').check();
      await code(page, /brand\.css/);
    },
    'for npm': async page => {
      await choose(page, { element: 'permit-guide', language: 'nb', way: 'npm' });
      await code(page, /import/);
    },
    'with several elements': async page => {
      await choose(page, { way: 'tag' });
      for (let added = 0; added < 2; added++) await page.locator('#add').click();
      await code(page, /permit-guide(?:[\s\S]*<\/havn){3}/);
    },
    'with long HTML': async page => {
      await choose(page, { element: 'referral-guide', way: 'html' });
      await code(page, /havn-referral-guide/);
    },
  };

  // Words differ by language, colours do not.
  for (const [lang, colorScheme] of [
    ['nb', 'light'],
    ['en', 'dark'],
  ] as const)
    test(`axe finds nothing in ${lang}, ${colorScheme}`, async () => {
      // High enough for all of the page, so that the preview at the bottom of the window lies over nothing.
      const viewport = { width: 1000, height: 8000 };
      const { page } = await openBuilder({ lang, context: { colorScheme, viewport } });
      await page.evaluate(axe);
      for (const [name, reach] of Object.entries(states)) {
        await reach(page);
        const found = await page.evaluate(faultsByAxe, { iframes: false, runOnly: allRules });
        assert.deepEqual(found, [], name);
      }
    });

  test('is as wide as a phone, and nothing is cut off', async () => {
    for (const lang of Object.keys(words)) {
      const { page } = await openBuilder({ lang, context: { viewport: { width: 360, height: 740 } } });
      for (const [name, reach] of Object.entries(states)) {
        await reach(page);
        assert.deepEqual(await page.evaluate(cutOff), [], `${lang}, ${name}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
      }
    }
  });

  test('keeps the preview in sight on a phone, and no focus under it', async () => {
    const { page } = await openBuilder({ context: { viewport: { width: 360, height: 740 } } });
    await page.frameLocator('#preview').locator('[part=base]').first().waitFor();
    /** Runs in the page: what has the focus, and how far the preview covers it. */
    const covered = () => {
      const { activeElement } = document;
      const pinned = document.querySelector('#pinned');
      if (!activeElement || !pinned || pinned.contains(activeElement)) return undefined;
      const preview = pinned.getBoundingClientRect();
      const { top, bottom } = activeElement.getBoundingClientRect();
      const isCovered = top < preview.bottom && bottom > preview.top;
      return {
        id: activeElement.id,
        isCovered,
        isInSight: preview.bottom <= innerHeight + 1 && preview.height > 200,
      };
    };
    for (const isBack of [false, true]) {
      await page.locator(isBack ? '#radius' : '#element').focus();
      for (let presses = 0; presses < 12; presses++) {
        const seen = await page.evaluate(covered);
        assert.deepEqual({ ...seen, id: '' }, { id: '', isCovered: false, isInSight: true }, seen?.id);
        await page.keyboard.press(isBack ? 'Shift+Tab' : 'Tab');
      }
    }
    const fold = page.getByRole('button', { name: 'Forhåndsvisning' });
    await fold.click();
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    assert.equal(await page.locator('#stage').isVisible(), false);
    // Neither folded away nor in the way where there is room beside the choices, or little height.
    await page.setViewportSize({ width: 1280, height: 800 });
    assert.ok(await page.locator('#stage').isVisible());
    await page.setViewportSize({ width: 640, height: 360 });
    assert.equal(await page.locator('#pinned').evaluate(node => getComputedStyle(node).position), 'static');
  });
});
