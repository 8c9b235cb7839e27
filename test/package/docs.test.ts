/** The documentation site as it lies on the disk: whole, in both languages, and the same every time. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, test } from 'node:test';
import { transform } from 'esbuild';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { filesIn } from '../../tools/build/integrity.js';
import { readDeclarations } from '../../tools/build/manifest.js';
import { titlesOf } from '../../tools/docs/conformance.js';
import { readSources } from '../../tools/docs/documents.js';
import { described, faultsOfDescriptions } from '../../tools/docs/reference.js';
import { words } from '../../tools/docs/words.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';

const site = '.build/site';
const languages = ['en', 'nb'] as const;
const declarations = readDeclarations();
const names = declarations.map(({ tagName }) => tagName.replace('havn-', ''));

/** What is ours to link: the build and the builder have tests of their own. */
const isPage = (file: string) => file.endsWith('.html') && !/^(?:dist|builder)\//.test(file);

interface Node {
  name: string;
  attributes: Record<string, string>;
  text: string;
}

/** The elements of a page, in their order. */
function nodesOf(html: string): Node[] {
  const found: Node[] = [];
  /** @returns its text */
  function visit(node: DefaultTreeAdapterTypes.Node): string {
    if ('value' in node) return node.value;
    const seen: Node = {
      name: node.nodeName,
      attributes: Object.fromEntries(
        'attrs' in node ? node.attrs.map(({ name, value }) => [name, value]) : [],
      ),
      text: '',
    };
    found.push(seen);
    seen.text = 'childNodes' in node ? node.childNodes.map(visit).join('') : '';
    return seen.text;
  }
  visit(parse(html));
  return found;
}

const pages = new Map(
  filesIn(site)
    .filter(isPage)
    .map(file => [file, nodesOf(readFileSync(join(site, file), 'utf8'))]),
);

const named = (nodes: Node[], name: string) => nodes.filter(node => node.name === name);

const mainOf = (page: string) => sure(named(pages.get(page) ?? [], 'main')[0]).text;

/** Whatever a page leads to or fetches. */
const addressesOf = (nodes: Node[]) =>
  nodes.flatMap(({ name, attributes }) =>
    [attributes.href, attributes.src].flatMap(address => (address === undefined ? [] : [{ name, address }])),
  );

/** What is wrong with an address of a page, if anything is. */
function faultOf(page: string, address: string) {
  const [path, hash] = decodeURI(address).replace(/\?.*$/, '').split('#');
  const target = path ? posix.join(posix.dirname(page), path) : page;
  const file = target.endsWith('/') || target === '.' ? posix.join(target, 'index.html') : target;
  if (file.startsWith('..')) return `${page}: ${address} is outside of the site`;
  if (!existsSync(join(site, file))) return `${page}: ${address} is not there`;
  if (statSync(join(site, file)).isDirectory())
    return `${page}: ${address} is a folder, and has no slash at its end`;
  const nodes = pages.get(file);
  if (hash && nodes && !nodes.some(({ attributes }) => attributes.id === hash))
    return `${page}: ${file} has no place #${hash}`;
  return undefined;
}

describe('each page of the documentation', () => {
  test('has a title of its own, a language, one h1 and one main', () => {
    assert.ok(pages.size > 80, `${pages.size}`);
    const titles = new Set();
    for (const [page, nodes] of pages) {
      const [html] = named(nodes, 'html');
      const title = sure(named(nodes, 'title')[0]);
      const language = page === 'index.html' ? 'en' : page.slice(0, 2);
      assert.equal(html?.attributes.lang, language, page);
      assert.equal(named(nodes, 'h1').length, 1, page);
      assert.equal(named(nodes, 'main').length, 1, page);
      assert.ok(title.text.trim(), page);
      titles.add(`${language} ${title.text}`);
    }
    // The root is the front page in English once more.
    assert.equal(titles.size, pages.size - 1);
  });

  test('leads to pages, places and pictures that are there', () => {
    const addresses = [...pages].flatMap(([page, nodes]) =>
      addressesOf(nodes)
        .filter(({ address }) => !/^[a-z]+:/.test(address))
        .map(({ address }) => ({ page, address })),
    );
    assert.ok(addresses.length > 3000, `${addresses.length}`);
    assert.deepEqual(
      addresses.flatMap(({ page, address }) => faultOf(page, address) ?? []),
      [],
    );
  });

  test('would be found to lead nowhere', () => {
    assert.match(faultOf('en/index.html', 'elements/nothing/') ?? '', /is not there/);
    assert.match(faultOf('en/index.html', 'elements') ?? '', /no slash/);
    assert.match(faultOf('en/index.html', 'elements/pathway/#nothing') ?? '', /no place #nothing/);
    assert.match(faultOf('en/index.html', '../../else/') ?? '', /outside/);
    assert.equal(faultOf('en/index.html', 'elements/pathway/#keyboard'), undefined);
  });

  test('fetches nothing from elsewhere, and has no style, frame or script in it', () => {
    for (const [page, nodes] of pages) {
      for (const { name, address } of addressesOf(nodes))
        if (/^(?:[a-z]+:|\/)/.test(address))
          assert.ok(name === 'a' && /^(?:https?|tel|mailto):/.test(address), `${page}: ${address}`);
      for (const { name, attributes, text } of nodes) {
        assert.ok(!['style', 'iframe', 'object', 'embed'].includes(name), `${page}: <${name}>`);
        if (name === 'script') assert.ok(attributes.src && !text.trim(), `${page}: a script in it`);
        for (const attribute of Object.keys(attributes))
          assert.ok(attribute !== 'style' && !attribute.startsWith('on'), `${page}: ${attribute}`);
      }
    }
  });

  test('leaves out drawings of Mermaid, which only GitHub draws, and says the same in words', () => {
    const html = readFileSync(join(site, 'en/architecture/index.html'), 'utf8');
    assert.doesNotMatch(html, /flowchart/);
    assert.match(html, /from the top down.*<code>embed<\/code>.*<code>safety<\/code>/);
  });

  test('names the files that it is changed in, and leads to how', () => {
    for (const [page, nodes] of pages) {
      const note = nodes.find(({ attributes }) => attributes.class === 'note edit');
      const files = note?.text.match(/[\w./-]+\.(?:md|ts|json)/g) ?? [];
      assert.ok(files.length > 0, page);
      for (const file of files) assert.ok(existsSync(file), `${page}: ${file}`);
      assert.ok(
        nodes.some(({ attributes }) => attributes.href?.endsWith('en/contributing/#hand-in-a-change')),
      );
    }
  });

  test('has a link to the same in the other language, or to its front page', () => {
    for (const [page, nodes] of pages) {
      const other = page.startsWith('nb/') ? 'en' : 'nb';
      const link = nodes.find(({ name, attributes }) => name === 'a' && attributes.class === 'language');
      assert.equal(link?.attributes.hreflang, other, page);
      const target = posix.join(posix.dirname(page), link?.attributes.href ?? '', 'index.html');
      const twin = page.replace(/^../, other);
      assert.equal(target, pages.has(twin) ? twin : `${other}/index.html`, page);
    }
  });
});

describe('the documentation', () => {
  test('has all pages at the side of each page, the front page too', () => {
    for (const page of ['index.html', 'nb/index.html', 'nb/guides/faq/index.html'])
      assert.ok(
        pages.get(page)?.some(({ name, attributes }) => name === 'nav' && attributes.class === 'side'),
        page,
      );
  });

  test('has at its root the front page in English, and says where that is', () => {
    const contentOf = (page: string) => mainOf(page).replace(/\s+/g, ' ');
    assert.equal(contentOf('index.html'), contentOf('en/index.html'));
    const canonical = pages.get('index.html')?.find(({ attributes }) => attributes.rel === 'canonical');
    assert.equal(canonical?.attributes.href, 'en/');
  });

  test('shows for each promise of the front page the place in a document and the test that hold it', () => {
    for (const language of languages) {
      const { promises } = words[language];
      const links = named(pages.get(`${language}/index.html`) ?? [], 'a');
      for (const { evidence, url, test } of promises) {
        const link = links.find(({ text }) => text === evidence);
        assert.equal(posix.join(language, link?.attributes.href ?? ''), url);
        assert.match(url, /#./);
        assert.ok(existsSync(test), test);
      }
      assert.equal(new Set(promises.map(({ url }) => url)).size, promises.length);
    }
  });

  test('has a page in each language for each element, with its number inside', () => {
    for (const language of languages)
      for (const name of names) {
        const nodes = pages.get(`${language}/elements/${name}/index.html`) ?? [];
        const element = nodes.find(node => node.name === `havn-${name}` && node.text.trim());
        assert.equal(element?.attributes.lang, language, `${language} ${name}`);
        if (name !== 'quick-exit') assert.match(element?.text ?? '', rosa.pattern);
        const { 'havn.js': hash } = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));
        assert.ok(named(nodes, 'script').some(({ attributes }) => attributes.integrity === hash));
        assert.ok(
          named(nodes, 'pre').some(({ text }) => text.includes(`<havn-${name} `) && text.includes(hash)),
        );
        assert.ok(named(nodes, 'img').length >= 4, `${language} ${name} has too few pictures`);
      }
  });

  test('has the code of each element for HTML and five frameworks, folded, as each of them reads it', async () => {
    const { compile } = await import('svelte/compiler');
    const { parse: parseVue } = await import('vue/compiler-sfc');
    for (const language of languages)
      for (const { name, tagName } of declarations) {
        const short = tagName.replace('havn-', '');
        const nodes = pages.get(`${language}/elements/${short}/index.html`) ?? [];
        const codes = nodes.slice(nodes.findIndex(({ attributes }) => attributes.class === 'code'));
        const summaries = named(codes, 'summary').map(({ text }) => text);
        assert.deepEqual(summaries, ['HTML', 'React', 'Vue', 'Svelte', 'Angular', 'WordPress']);
        const [html, react, vue, config, svelte, angular, shortcode, placeholder] = named(codes, 'pre').map(
          ({ text }) => text,
        );
        const [opening = ''] = /^<[^>]*>/.exec(sure(html)) ?? [];
        assert.deepEqual(parseVue(sure(vue)).errors, []);
        assert.match(sure(config), /isCustomElement/);
        compile(sure(svelte), {});
        await transform(sure(react), { loader: 'jsx' });
        await transform(sure(angular), {
          loader: 'ts',
          tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
        });
        for (const code of [vue, svelte, angular]) assert.ok(code?.includes(opening), opening);
        for (const code of [react, vue, svelte, angular])
          assert.ok(code?.includes(`import { ${name} } from 'havn-widgets/elements/${short}';`));
        assert.ok(existsSync(`dist/npm/elements/${short}/${short}.js`));
        assert.match(sure(angular), /CUSTOM_ELEMENTS_SCHEMA/);
        assert.ok(shortcode?.startsWith(`[havn element="${short}" lang="${language}"`));
        assert.ok(placeholder?.startsWith(`<div data-havn="${short}" data-havn-lang="${language}"`));
        if (short !== 'quick-exit')
          for (const code of [html, react, vue, svelte, angular, placeholder])
            assert.ok(code?.includes(`tel:+47${rosa.digits}`), code);
      }
  });

  test('leads from each element to itself in all languages, and to their state', () => {
    for (const language of languages)
      for (const name of names) {
        const nodes = pages.get(`${language}/elements/${name}/index.html`) ?? [];
        const links = nodes.filter(({ attributes }) => attributes.href?.includes(`dist/frame/${name}.`));
        assert.equal(new Set(links.map(({ attributes }) => attributes.lang)).size, 19);
        for (const { attributes, text } of links) assert.ok(text.trim() && attributes.hreflang, name);
        assert.ok(nodes.some(({ attributes }) => attributes.href?.endsWith('en/languages/')));
      }
  });

  test('names every attribute, event, part and custom property of the manifest', () => {
    for (const language of languages)
      for (const { tagName, attributes, properties, events, cssParts, cssProperties } of declarations) {
        const nodes = pages.get(`${language}/elements/${tagName.replace('havn-', '')}/index.html`) ?? [];
        const cells = new Set(
          named(nodes, 'td').map(({ text }) => text.trim().replaceAll(' (på engelsk)', '')),
        );
        const items = [attributes, properties, events, cssParts, cssProperties].flat();
        assert.ok(items.length > 8);
        for (const { name, description } of items) {
          assert.ok(cells.has(name), `${language} ${tagName} ${name}`);
          const words = described(description, language).replaceAll('`', '');
          assert.ok(cells.has(words), `${language} ${tagName} ${name}: ${words}`);
        }
      }
  });

  test('has all of the manifest in bokmål, and nothing that it says no more', () =>
    assert.deepEqual(faultsOfDescriptions(declarations), []));

  test('without a translation shows the English sentence, says once which one, and the check refuses it', t => {
    const warn = t.mock.method(console, 'warn', () => {});
    const [declaration] = declarations;
    const changed = { ...sure(declaration), summary: 'Nobody has said\n this.' };
    for (let time = 0; time < 2; time++)
      assert.equal(described(changed.summary, 'nb'), 'Nobody has said this.');
    assert.equal(warn.mock.callCount(), 1);
    const [line] = warn.mock.calls[0]?.arguments ?? [];
    assert.match(line, /^docs\/elements\/manifest\.nb\.json .*"Nobody has said this\.".*$/);
    assert.ok(faultsOfDescriptions([changed, ...declarations.slice(1)]).includes(line));
  });

  test('has each guide and each page of an element in both languages', () => {
    const sources = readSources().filter(({ group }) => group === 'elements' || group === 'guides');
    const urls = new Set(sources.map(({ url }) => url));
    assert.ok(urls.size > 40, `${urls.size}`);
    for (const { url, language } of sources)
      assert.ok(urls.has(url.replace(language, language === 'en' ? 'nb' : 'en')), url);
  });

  test('offers every page, in the language of the list where there is one', () => {
    for (const language of languages) {
      const nodes = pages.get(`${language}/search/index.html`) ?? [];
      const offered = new Set(
        named(nodes, 'a').map(({ attributes }) => posix.join(language, 'search', attributes.href ?? '')),
      );
      const urls = readSources().map(({ url }) => url);
      for (const url of urls) {
        const own = url.replace(/^../, language);
        assert.ok(offered.has(urls.includes(own) ? own : url), `${language} offers no ${url}`);
      }
    }
  });

  test('has the same text for a privacy statement wherever it stands, each in its language', () => {
    const quotes = ['en/privacy/index.html', 'nb/privacy/index.html'].map(page =>
      Object.fromEntries(
        named(pages.get(page) ?? [], 'blockquote').map(({ attributes, text }) => [
          attributes.lang,
          text.trim(),
        ]),
      ),
    );
    const [english, bokmål] = quotes;
    assert.deepEqual(Object.keys(english), ['en', 'nb', 'nn']);
    assert.deepEqual(bokmål, { nb: english.nb, nn: english.nn });
  });

  test('stays in the language of the page where there is a page of it', () => {
    const nodes = pages.get('nb/guides/faq/index.html') ?? [];
    const privacy = nodes
      .filter(({ name, text }) => name === 'a' && text === 'Personvern')
      .filter(({ attributes }) => !attributes.href?.startsWith('#'));
    // In the text, and in the list of all pages.
    for (const { attributes } of privacy) assert.equal(attributes.href, '../../../nb/privacy/');
    assert.equal(privacy.length, 2);
    const other = (pages.get('nb/guides/index.html') ?? []).find(
      ({ name, text }) => name === 'a' && text === 'på engelsk',
    );
    assert.equal(other?.attributes.href, '../../en/guides/');
  });

  test('says on a page in bokmål that what a link leads to is in English', () => {
    const nodes = pages.get('nb/guides/faq/index.html') ?? [];
    const link = nodes.find(({ attributes }) => attributes.href === '../../../en/frames/');
    assert.equal(link?.attributes.hreflang, 'en');
    assert.match(mainOf('nb/guides/faq/index.html'), /Rammer \(på engelsk\)/);
    // Where the link says so itself, once is enough.
    assert.doesNotMatch(mainOf('nb/guides/index.html'), /på engelsk \(på engelsk\)/);
  });
});

describe('what is written by hand of an element', () => {
  const { criteria }: { criteria: { wcag: string; name: { en: string; nb: string } }[] } = JSON.parse(
    readFileSync('tools/docs/criteria.json', 'utf8'),
  );
  const headings = {
    en: ['Example', 'When to use it', 'When not', 'What the reader sees', 'Keyboard', 'Accessibility'],
    nb: [
      'Eksempel',
      'Når du bruker det',
      'Når du lar det være',
      'Hva leseren ser',
      'Tastatur',
      'Tilgjengelighet',
    ],
  };
  const read = (name: string, language: string) =>
    readFileSync(`docs/elements/${name}.${language}.md`, 'utf8');
  const evidenceIn = (text: string) =>
    [...text.matchAll(/\[“(.+?)”\]\(\.\.\/\.\.\/([^)]+)\)/g)].map(([, title = '', file = '']) => ({
      title,
      file,
    }));
  const criteriaIn = (text: string) =>
    [...text.matchAll(/^\| (\d\.\d\.\d+) (.*?) +\|/gm)].map(([, number, name]) => ({ number, name }));

  for (const name of [...names, 'every-element'])
    test(`${name}: names criteria and tests that are there, the same in both languages`, () => {
      const [english, bokmål] = [read(name, 'en'), read(name, 'nb')];
      for (const language of languages) {
        const text = read(name, language);
        for (const { number, name: words } of criteriaIn(text))
          assert.equal(
            words,
            criteria.find(({ wcag }) => wcag === number)?.name[language],
            `${language} ${number}`,
          );
        for (const { title, file } of evidenceIn(text))
          assert.ok(titlesOf(readFileSync(file, 'utf8')).has(title), `${file} has no test “${title}”`);
        if (name !== 'every-element')
          assert.deepEqual(
            [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
            headings[language],
          );
      }
      assert.ok(criteriaIn(english).length >= 3);
      assert.ok(evidenceIn(english).length >= criteriaIn(english).length);
      assert.deepEqual(evidenceIn(english), evidenceIn(bokmål));
      assert.deepEqual(
        criteriaIn(english).map(({ number }) => number),
        criteriaIn(bokmål).map(({ number }) => number),
      );
      const rows = (text: string) => text.split('\n').filter(line => line.startsWith('|')).length;
      assert.equal(rows(english), rows(bokmål), 'a row is missing');
    });
});
