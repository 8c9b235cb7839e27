/** `npm run havn -- verify`, the half without script: what is wrong on a page is named, and nothing else is. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import AjvDraft04 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import { asSeen, calledBy, numbersIn } from '../../../tools/desk/verify/numbers.js';
import type { PageReport } from '../../../tools/desk/verify/page.js';
import { isFrameable, policiesOf, refusalOf } from '../../../tools/desk/verify/policy.js';
import { rules } from '../../../tools/desk/verify/rules.js';
import { isInsecure } from '../../../tools/desk/verify/scripts.js';
import { verifyCases } from '../../collections.js';
import { rosa, slip } from '../../rosa.js';
import { sure } from '../../sure.js';
import { havn as havnCommand } from '../desk.js';
import {
  type Answer,
  banner,
  brokenRules,
  brokenRulesOfAll,
  casesOf,
  fallback,
  hashless,
  havn,
  integrity,
  openSite,
  page,
  script,
  withPartnerPages,
} from '../live-site.js';

const site = await openSite();
after(() => site.close());

/** The digits with the last two the other way round. */
const exchanged = rosa.digits.replace(/(.)(.)$/, '$2$1');

const broken = (answer: Answer) => brokenRules(site, answer, '--no-script');

// What TypeScript sees of the two is what CommonJS exports.
const Ajv = AjvDraft04.default ?? AjvDraft04;
const addFormats = ajvFormats.default ?? ajvFormats;

/** What is looked at of SARIF. */
interface Log {
  runs: {
    results: { ruleId: string; ruleIndex: number; locations: { physicalLocation: object }[] }[];
    tool: { driver: { rules: { id: string }[] } };
    invocations: { executionSuccessful: boolean }[];
  }[];
}

/** As XML: each attribute with a value, each element closed. */
const xhtmlPage = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="nb"><head><meta charset="utf-8"/><title>Kommunen</title>${script({ defer: 'defer' })}</head>\n<body><h1>Hjelp</h1>\n${body}\n</body></html>`;
const xhtml = (body: string): Answer => ({
  type: 'application/xhtml+xml; charset=utf-8',
  body: xhtmlPage(body),
});

describe('a page in XHTML', () => {
  const right = {
    'a tag': banner,
    'CDATA around what a script says': `<script>//<![CDATA[\nif (1 < 2) document.write("</script><havn-service-finder laang='nb'>");\n//]]></script>${banner}`,
    'CDATA around a style': `<style>/*<![CDATA[*/ a > b { color: red } /*]]>*/</style>${banner}`,
    'a comment in a script': `<script><!-- "</script><havn-service-finder laang='nb'>" --></script>${banner}`,
    'tags that close themselves': `<div class="x"/><script src="/dist/hand-over.js" integrity="${integrity['hand-over.js']}" crossorigin="anonymous" defer="defer"/><textarea/><p title="a/>b">x</p>${banner}`,
    'CDATA that shows a tag': `<pre><![CDATA[<p title=">"><havn-service-finder laang="nb">]]></pre>${banner}`,
  };
  const wrong = xhtml(`${banner}<p>\n<![CDATA[a > b & ROSA: ${exchanged} <c>]]></p>`);
  const broken = ['<![CDATA[', '<!--', '<a "', "<b '", '<script>', '<a/>', '<'].map(piece =>
    xhtml(piece.repeat(30_000)),
  );
  let reports: PageReport[];
  before(async () => {
    const answers = [...Object.values(right).map(xhtml), wrong, ...broken];
    const paths = answers.map((answer, index) => {
      site.serve(`/xhtml/${index}`, answer);
      return `/xhtml/${index}`;
    });
    reports = JSON.parse((await site.verify(...paths, '--no-script', '--format', 'json')).text).pages;
  });

  for (const [index, what] of Object.keys(right).entries())
    test(`with ${what} is read as browsers read it`, () => {
      const { findings = [], elements = [] } = reports[index] ?? {};
      assert.deepEqual(
        findings.filter(({ level }) => level !== 'note').map(({ rule }) => rule),
        [],
      );
      assert.deepEqual(
        elements.map(({ element }) => element),
        ['hotline-banner'],
      );
    });

  test('with a wrong number in CDATA is told of, in its line', () => {
    const { findings = [] } = reports[Object.keys(right).length] ?? {};
    assert.deepEqual(
      findings.filter(({ level }) => level !== 'note').map(({ rule, place }) => [rule, place?.line]),
      [['number-misspelt', 6]],
    );
  });

  test('that is broken off is read', () => {
    assert.equal(
      reports.filter(({ isRead }) => isRead).length,
      Object.keys(right).length + 1 + broken.length,
    );
  });
});

describe('nothing is wrong with', () => {
  test('the pages of the partners, as the strict server has them', async () => {
    await withPartnerPages(async urls => {
      const { code, text } = await site.verify(...urls, '--no-script');
      assert.equal(code, 0, text);
      assert.match(text, /4 pages, 0 errors, 0 warnings/);
      assert.match(text, /service-finder \(tag, nb\)/);
      assert.match(text, /havn\.js of this build/);
    });
  });

  const right = [
    ...casesOf(verifyCases.right, site),
    {
      name: 'a long page of many parts',
      answer: {
        body: page(`${banner}${'<p>Velkommen <b>hit</b></p>'.repeat(20_000)}${'<div>'.repeat(2000)}`),
      },
    },
    {
      name: 'plain HTML of which an editor has taken out the pictures',
      answer: {
        body: page(
          readFileSync('dist/html/service-finder.pl.html', 'utf8').replace(/<svg.*?<\/svg>|<\/?bdi.*?>/g, ''),
          '',
        ),
      },
    },
  ];
  let visit: Awaited<ReturnType<typeof brokenRulesOfAll>>;
  before(async () => {
    site.serve('/allowed/frame/hotline-banner.html', {
      headers: { 'content-security-policy': "frame-ancestors 'self'", 'x-frame-options': 'DENY' },
      body: readFileSync('dist/frame/hotline-banner.html'),
    });
    for (const file of ['frame/frame.js', 'elements/hotline-banner.js'])
      site.serve(`/allowed/${file}`, { type: 'text/javascript', body: readFileSync(`dist/${file}`) });
    site.serve('/kart/havn.js', { type: 'text/javascript', body: 'showMap()' });
    visit = await brokenRulesOfAll(
      site,
      right.map(({ answer }) => answer),
      '--no-script',
    );
  });
  for (const [index, { name }] of right.entries())
    test(name, () => assert.deepEqual(visit.pages[index]?.rules, []));
  test('and the command says so', () => assert.equal(visit.code, 0));

  test('a page of ours for frames, opened by itself', async () => {
    const { code, text } = await site.verify('/dist/frame/hotline-banner.html', '--no-script');
    assert.equal(code, 0, text);
    assert.match(text, /hotline-banner \(tag, nb\)/);
  });

  test('a page in windows-1252', async () => {
    const body = Buffer.from(page(banner).replace('utf-8', 'windows-1252'), 'latin1');
    assert.deepEqual((await broken({ body, type: 'text/html' })).rules, []);
  });

  test('another parameter of the type is no encoding', async () => {
    const body = page(`${banner}<p>Ring ${slip.shown}</p>`);
    for (const type of [
      'text/html; xcharset=utf-16le; charset=utf-8',
      'text/html; version="charset=utf-16le"; charset=utf-8',
      "text/html;charset='utf-8'",
    ])
      assert.deepEqual((await broken({ body, type })).rules, ['number-misspelt'], type);
  });

  test('an encoding that its server names, or its first bytes', async () => {
    const text = page(`${banner}<p>Ring 22 33 11 50</p>`);
    const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const answer of [
      { body: wide, type: 'text/html; charset=utf-16' },
      { body: wide, type: 'text/html' },
      { body: `\ufeff${text}`, type: 'text/html; charset=utf-16le' },
    ])
      assert.deepEqual((await broken(answer)).rules, ['number-misspelt'], answer.type);
  });
});

describe('named, and nothing else:', () => {
  const cases = [
    ...casesOf(verifyCases.wrong, site),
    {
      name: 'plain HTML of another build',
      rules: ['html-outdated'],
      answer: {
        body: page(
          readFileSync('dist/html/hotline-banner.nb.html', 'utf8').replace('hele døgnet', 'om dagen'),
          '',
        ),
      },
    },
    {
      name: 'plain HTML in which links lead elsewhere, with the same words',
      rules: ['html-link-differs', 'html-link-differs'],
      answer: {
        body: page(
          readFileSync('dist/html/contact-directory.nb.html', 'utf8')
            .replace(/href="mailto:[^"]+/, 'href="mailto:post@evil.example')
            .replace(/href="http[^"]+/, 'href="https://evil.example/'),
          '',
        ),
      },
    },
    {
      name: 'two digits exchanged',
      rules: ['number-misspelt'],
      answer: { body: page(`${banner}<p>Ring <a href="tel:+47${exchanged}">oss</a></p>`) },
    },
  ];

  let visit: Awaited<ReturnType<typeof brokenRulesOfAll>>;
  before(async () => {
    const cors = { 'access-control-allow-origin': '*' };
    site.serveElsewhere('/havn/havn.js', { type: 'text/javascript', headers: cors, body: havn });
    site.serveElsewhere('/closed/havn.js', { type: 'text/javascript', body: havn });
    site.serveElsewhere('/havn/html/havn.css', { type: 'text/css', body: '' });
    for (const [folder, changed] of [
      ['element', 'elements/hotline-banner.js'],
      ['frame', 'frame/frame.js'],
      ['none', ''],
    ])
      for (const file of ['frame/hotline-banner.html', 'frame/frame.js', 'elements/hotline-banner.js'])
        site.serve(`/tampered/${folder}/${file}`, {
          ...(file.endsWith('.js') && { type: 'text/javascript', status: folder === 'none' ? 404 : 200 }),
          body: `${readFileSync(`dist/${file}`, 'utf8')}${file === changed ? '//' : ''}`,
        });
    site.serve('/other/frame/hotline-banner.html', {
      headers: { 'x-frame-options': 'DENY' },
      body: page(banner),
    });
    site.serve('/html/havn.js', { body: page('Innlogging', '') });
    const polish = { type: 'text/javascript', body: '/* havn:language */' };
    site.serve('/mixed/havn.js', { type: 'text/javascript', body: havn });
    site.serve('/mixed/locales/pl.js', polish);
    site.serve('/old/locales/pl.js', polish);
    site.serve('/old/havn.js', {
      type: 'text/javascript',
      body: havn.replaceAll('"0.1.0', '"0.0.9').replace(/captured:"[^"]*"/g, 'captured:"2024-01-31"'),
    });
    visit = await brokenRulesOfAll(
      site,
      cases.map(({ answer }) => answer),
      '--no-script',
    );
  });

  for (const [index, { name, rules }] of cases.entries())
    test(name, () => assert.deepEqual(visit.pages[index]?.rules, rules));
  test('and the command says so', () => assert.equal(visit.code, 1));

  test('with line and column', async () => {
    const { findings } = await broken({
      body: page(`${banner}<p>Ring\n  ${slip.inHtml}</p><havn-pathway></havn-pathway>`),
    });
    const placeOf = (rule: string) => findings.find(finding => finding.rule === rule)?.place;
    assert.deepEqual(placeOf('number-misspelt'), { line: 5, column: 3 });
    assert.deepEqual(placeOf('fallback-missing'), { line: 5, column: 33 });
  });

  test('with line and column, after cells on lines of their own', async () => {
    const table = '<table>\n<tr>\n<td>KOM</td>\n</tr>\n</table>\n'.repeat(20);
    const { findings } = await broken({ body: page(`${banner}${table}<p>${slip.shown}</p>`) });
    assert.deepEqual(findings.find(({ rule }) => rule === 'number-misspelt')?.place, {
      line: 104,
      column: 4,
    });
  });

  test('how much older a script is', async () => {
    const { findings } = await broken({ body: page(banner, script({ src: '/old/havn.js', ...hashless })) });
    const message = findings.find(({ rule }) => rule === 'build-other')?.message;
    assert.match(String(message), /version 0\.0\.9, older than the 0\.1\.0 here/);
  });

  test('the number of a branch is a note', async () => {
    const { code, findings } = await broken({ body: page(`${banner}<p>NAV Eksempelvik: 55 12 34 56</p>`) });
    assert.equal(code, 0);
    assert.ok(findings.some(({ rule }) => rule === 'number-of-branch'));
  });
});

describe('the command', () => {
  test('answers 2 where it is asked wrongly', async () => {
    for (const words of [
      [],
      ['ftp://example.org/'],
      ['https://example.org/', '--format', 'pdf'],
      ['https://example.org/', '--fromat', 'text'],
      ['https://example.org/', '--wait', 'long'],
      ['https://example.org/', '--ignore', 'nothing'],
    ])
      assert.equal((await havnCommand(['verify', ...words])).status, 2, words.join(' '));
  });

  test('answers 2 where a page cannot be read, and still tells of the others', async () => {
    site.serve('/page', { body: page(banner) });
    site.serve('/picture', { type: 'image/png', body: '' });
    const { code, text } = await site.verify(
      '/nowhere',
      '/picture',
      'http://127.0.0.1:1/',
      '/page',
      '--no-script',
    );
    assert.equal(code, 2);
    assert.match(text, /nowhere answers 404/);
    assert.match(text, /is no HTML page but image\/png/);
    assert.match(text, /127\.0\.0\.1:1\/ cannot be reached/);
    assert.match(text, /4 pages, 3 errors, 0 warnings/);
  });

  test('follows redirects, and tells', async () => {
    site.serve('/page', { body: page(banner) });
    site.serve('/moved', { status: 301, headers: { location: '/page' } });
    site.serve('/round', { status: 302, headers: { location: '/round' } });
    const { code, text } = await site.verify('/moved', '--no-script');
    assert.equal(code, 0);
    assert.match(text, /moved leads to \S+\/page\./);
    assert.equal((await site.verify('/round', '--no-script')).code, 2);
  });

  test('leaves out a rule that is ignored', async () => {
    site.serve('/page', { body: page(banner.replace('"nb"', '"de"')) });
    assert.equal((await site.verify('/page', '--no-script', '--ignore', 'language-unknown')).code, 0);
  });

  test('says who it is, and reads a script once for all pages', async () => {
    site.serve('/page', { body: page(banner) });
    site.serve('/another', { body: page(banner) });
    site.requests.length = 0;
    await site.verify('/page', '/another', '--no-script');
    assert.deepEqual(
      site.requests.map(({ path }) => path),
      ['/page', '/dist/havn.js', '/another'],
    );
    assert.ok(site.requests.every(({ agent }) => agent.startsWith('havn-verify/')));
  });

  test('takes no more than it can hold', async () => {
    site.serve('/page', { body: page('x'.repeat(10_000_001)) });
    const { code, text } = await site.verify('/page', '--no-script');
    assert.equal(code, 2);
    assert.match(text, /is larger than 10 MB/);
  });
});

describe('a sitemap', () => {
  const sitemap = (root: string, item: string, addresses: string[]) =>
    `<?xml version="1.0"?><${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${addresses.map(address => `<${item}><loc>${address}</loc></${item}>`).join('')}</${root}>`;
  const xml = (body: string) => ({ type: 'application/xml', body });

  test('and an index of some name the pages; those of other hosts are left out; pages without Havn are no fault', async () => {
    const { origin } = site;
    site.serve('/page', { body: page(banner) });
    site.serve('/plain', { body: page('<p>Velkommen</p>', '') });
    site.serve(
      '/sitemap.xml',
      xml(sitemap('sitemapindex', 'sitemap', [`${origin}/pages.xml`, 'https://other.example/s.xml'])),
    );
    site.serve(
      '/pages.xml',
      xml(sitemap('urlset', 'url', [`${origin}/page`, `${origin}/plain`, 'https://other.example/'])),
    );
    const { code, text } = await site.verify('--sitemap', `${origin}/sitemap.xml`, '--no-script');
    assert.equal(code, 0);
    assert.match(text, /^2 pages/m);
    assert.match(text, /Not of \S+: https:\/\/other\.example\/s\.xml/);
  });

  test('that cannot be read is told of', async () => {
    const { origin } = site;
    const refused = {
      '/a.xml': ['is no sitemap in XML', '<html><body>Innlogging</body></html>'],
      '/b.xml': ['DOCTYPE', '<!DOCTYPE x [<!ENTITY a "a">]><urlset/>'],
      '/c.xml': ['compressed', Buffer.from([0x1f, 0x8b, 8, 0])],
    } as const;
    for (const [path, [reason, body]] of Object.entries(refused)) {
      site.serve(path, { type: 'application/xml', body });
      const { code, text } = await site.verify('--sitemap', origin + path, '--no-script');
      assert.equal(code, 2);
      assert.ok(text.includes(reason), text);
    }
  });

  test('that names no page of its host is told of, and nothing is green', async () => {
    const { origin } = site;
    const empty = {
      '/empty.xml': '<urlset/>',
      '/self.xml': sitemap('sitemapindex', 'sitemap', [`${origin}/self.xml`]),
      '/strangers.xml': sitemap('urlset', 'url', ['https://other.example/']),
      '/nested.xml': sitemap('sitemapindex', 'sitemap', [`${origin}/empty.xml`]),
    };
    for (const [path, body] of Object.entries(empty)) {
      site.serve(path, xml(body));
      const { code, text } = await site.verify('--sitemap', origin + path, '--no-script');
      assert.equal(code, 2, text);
      assert.ok(text.includes(`${origin}${path} names no page of ${origin}.\n`), text);
    }
    site.serve('/page', { body: page(banner) });
    const both = ['/page', '--sitemap', `${origin}/empty.xml`, '--no-script', '--format', 'sarif'];
    const { code, text } = await site.verify(...both);
    assert.equal(code, 2);
    const log: Log = JSON.parse(text);
    assert.equal(log.runs[0]?.invocations[0]?.executionSuccessful, false);
  });

  test('of an index that cannot be read is told of, and the pages of the others are read', async () => {
    const { origin } = site;
    site.serve('/page', { body: page(banner) });
    site.serve('/broken.xml', xml('<html></html>'));
    site.serve('/whole.xml', xml(sitemap('urlset', 'url', [`${origin}/page`])));
    const children = ['missing', 'broken', 'whole'].map(name => `${origin}/${name}.xml`);
    site.serve('/index.xml', xml(sitemap('sitemapindex', 'sitemap', children)));
    const { code, text } = await site.verify('--sitemap', `${origin}/index.xml`, '--no-script');
    assert.equal(code, 2);
    assert.match(text, /^\S+\/missing\.xml answers 404\.$/m);
    assert.match(text, /^\S+\/broken\.xml is no sitemap in XML\.$/m);
    assert.match(text, /^1 page,/m);
  });

  test('of any length is read up to 500 pages', async () => {
    const { origin } = site;
    const addresses = Array.from({ length: 501 }, (_, index) => `${origin}/nowhere/${index}`);
    site.serve('/long.xml', xml(sitemap('urlset', 'url', addresses)));
    const { text } = await site.verify('--sitemap', `${origin}/long.xml`, '--no-script');
    assert.match(text, /Only the first 500 pages are read\.\n500 pages/);
  });
});

describe('the report', () => {
  const faulty = page(`<havn-pathway step="\u0001" lang="de">"ROSA" & <b>${slip.shown}</b></havn-pathway>`);

  test('as SARIF fits its schema, and has each finding with its place', async () => {
    site.serve('/page', { body: faulty });
    const { text } = await site.verify('/page', '/nowhere', '--no-script', '--format', 'sarif');
    const log: Log = JSON.parse(text);
    const schema = JSON.parse(
      readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'),
    );
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    assert.equal(validate(log), true, JSON.stringify(validate.errors));
    const { results, tool, invocations } = sure(log.runs[0]);
    assert.equal(invocations[0]?.executionSuccessful, false);
    for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
    const result = results.find(({ ruleId }) => ruleId === 'language-unknown');
    assert.deepEqual(result?.locations[0]?.physicalLocation, {
      artifactLocation: { uri: `${site.origin}/page` },
      region: { startLine: 4, startColumn: 1 },
    });
  });

  test('as JUnit is XML, with a test for each rule that is broken', async () => {
    site.serve('/page', { body: faulty });
    site.serve('/another', { body: page(banner) });
    const { text } = await site.verify('/page', '/another', '--no-script', '--format', 'junit');
    const faults: string[] = [];
    const document = new DOMParser({
      errorHandler: (_, message) => void faults.push(message),
    }).parseFromString(text, 'text/xml');
    assert.deepEqual(faults, []);
    const [one, other] = Array.from(document.getElementsByTagName('testsuite'));
    const names = Array.from(sure(one).getElementsByTagName('testcase'), found => found.getAttribute('name'));
    assert.deepEqual(names.sort(), [
      'attribute-value',
      'fallback-number-missing',
      'fallback-number-wrong',
      'language-unknown',
    ]);
    assert.equal(one?.getAttribute('failures'), '4');
    assert.ok(!text.includes('\u0001'));
    assert.equal(other?.getAttribute('failures'), '0');
    assert.equal(document.documentElement.getAttribute('tests'), '5');
  });

  test('as a note, however an address is put there', async () => {
    const evil = 'https://stranger.example/x';
    const out = `<havn-quick-exit lang="nb" href="${evil}"><a href="https://www.yr.no/">Ut</a></havn-quick-exit>`;
    const cases = [
      [`<iframe title="Ut" src="/dist/frame/quick-exit.nb.html?href=${evil}&amp;href="></iframe>`, '"href"'],
      [out.replace('<havn-quick-exit', '<havn-quick-exit data-havn="quick-exit"'), '"href"'],
      [out.replace('<havn-quick-exit', '<havn-quick-exit class="havn havn-quick-exit"'), '"href"'],
      [`<div class="havn havn-language-menu" lang="nb">${out}${fallback}</div>`, '"href"'],
      [`<div data-havn="hotline-banner" data-havn-lang="nb">${fallback}${out}</div>`, '"href"'],
      [banner.replace('</p>', `</p>${out}`), '"href"'],
      [`<object data="/dist/frame/hotline-banner.nb.html?exit-href=${evil}"></object>`, '"exit-href"'],
      [`<embed src="/dist/frame/hotline-banner.nb.html?exit-href=${evil}">`, '"exit-href"'],
      [out.replace(` href="${evil}"`, '').replace('https://www.yr.no/', evil), 'a link in it'],
    ].map(([body = '', what = '']) => ({ answer: { body: page(banner + body) }, what }));
    const based = page(
      banner + out,
      `<base href="https://stranger.example/">${script({ src: `${site.origin}/dist/havn.js` })}`,
    );
    const all = [...cases, { answer: { body: based }, what: '"href"' }];
    const { pages } = await brokenRulesOfAll(
      site,
      all.map(({ answer }) => answer),
      '--no-script',
    );
    for (const [index, { answer, what }] of all.entries()) {
      const messages = sure(pages[index])
        .findings.filter(({ rule }) => rule === 'address-elsewhere')
        .map(({ message }) => message);
      assert.equal(messages.length, 1, `${answer.body} ${messages}`);
      assert.match(sure(messages[0]), new RegExp(`${what} leads to stranger\\.example\\.$`), answer.body);
    }
    const right = page(
      `${banner}<havn-quick-exit lang="nb" href="/ut"><a href="/ut">Ut</a></havn-quick-exit>${readFileSync('dist/html/quick-exit.nb.html', 'utf8')}`,
    );
    const { findings } = await broken({ body: right });
    assert.ok(!findings.some(({ rule }) => rule === 'address-elsewhere'));
  });

  test('as a note names the host that an address of a tag leads to, if that is another', async () => {
    site.serve('/page', {
      body: page(
        `${banner.replace(' lang', ' exit exit-href="https://stranger.example/x" lang')}
        <havn-service-finder src="${site.otherOrigin}/s/" lang="nb">${fallback}</havn-service-finder>
        <havn-service-finder src="/own.json" lang="nb">${fallback}</havn-service-finder>`,
      ),
    });
    const { code, text } = await site.verify('/page', '--no-script', '--format', 'json');
    const { findings } = sure<PageReport>(JSON.parse(text).pages[0]);
    const named = findings.filter(({ rule }) => rule === 'address-elsewhere');
    assert.deepEqual(
      named.map(({ level, message }) => [level, message]),
      [
        ['note', '<havn-hotline-banner>: "exit-href" leads to stranger.example.'],
        ['note', `<havn-service-finder>: "src" leads to ${new URL(site.otherOrigin).host}.`],
      ],
    );
    assert.equal(code, 0);
  });

  test('as JSON names elements, scripts, version and hash', async () => {
    site.serve('/page', { body: page(banner) });
    const { text } = await site.verify('/page', '--no-script', '--format', 'json');
    const [{ elements, scripts }] = JSON.parse(text).pages;
    assert.deepEqual(elements, [{ way: 'tag', element: 'hotline-banner', language: 'nb' }]);
    assert.equal(scripts[0].hash, integrity['havn.js']);
    assert.equal(scripts[0].version, '0.1.0');
    assert.equal(scripts[0].isCurrent, true);
  });
});

test('each rule stands in docs/verify.md, with its level', () => {
  const docs = readFileSync('docs/verify.md', 'utf8');
  const listed = [...docs.matchAll(/^- \*\*(Error|Warning|Note)s:\*\* (.*)$/gm)].flatMap(
    ([, level = '', ids = '']) => ids.split(', ').map(id => [id.replaceAll('`', ''), level.toLowerCase()]),
  );
  assert.deepEqual(
    listed.sort(),
    Object.entries(rules)
      .map(([id, { level }]) => [id, level])
      .sort(),
  );
});

test('numbers are read as people write them', () => {
  const found = (text: string) => numbersIn(text).map(({ number }) => number);
  for (const text of [
    rosa.digits,
    rosa.shown,
    rosa.unbroken,
    `+47 ${rosa.shown}`,
    `0047 ${rosa.digits}`,
    rosa.as('##.##.##.##'),
    `(${rosa.shown})`,
  ])
    assert.deepEqual(found(text), [rosa.dialled], text);
  assert.deepEqual(found('474 51 500'), ['+4747451500']);
  assert.deepEqual(found('02800'), ['02800']);
  assert.deepEqual(found(rosa.as('#### ####')), [rosa.dialled]);
  for (const text of [
    rosa.as('ROSA: ##\u00b7##\u00b7##\u00b7##'),
    rosa.as('ROSA: ##/##/##/##'),
    rosa.as('ROSA: (##) ## ## ##'),
    rosa.as('ROSA: # # # # # # # #'),
    rosa.as('ROSA: #### ## ##'),
    `ROSA=${rosa.digits}`,
    asSeen(rosa.as(`ROSA: ${'#\ufe0f\u20e3'.repeat(8)}`)),
  ])
    assert.deepEqual(found(text), [rosa.dialled], text);
  assert.deepEqual(found('ROSA: 116 006'), ['116006']);
  assert.deepEqual(found(`+46 40 123 45 67, ${rosa.shown}`), ['+46401234567', rosa.dialled]);
  for (const text of [
    '123456789',
    `${rosa.as('####.##.##')}123`,
    '25.11.2026',
    '20261125',
    '2020-2026',
    '2025 2026',
    `NO${rosa.digits}`,
    `1 ${rosa.digits}-5`,
    `${rosa.shown} 12`,
    '25/11/2026',
    '2026-11-27',
    '24/7/2026',
    '2 3 4 5 6 7 8 9',
    '1 2 3 4 5 6 7 8 9 10',
    `https://kommune.example/?tel=${rosa.digits}`,
    `https://kommune.example/${rosa.digits}/${rosa.as('##/##/##/##')}`,
    '116 0067',
    rosa.as('##/##/##/##/12'),
  ])
    assert.deepEqual(found(text), [], text);
});

test('a number is called by whatever calls it', () => {
  for (const href of [
    `tel:${rosa.digits}`,
    rosa.as('TEL:%3#%3#######'),
    `sms:${rosa.digits}?body=hei`,
    `smsto:${rosa.digits}`,
    `facetime:${rosa.digits}`,
    `facetime-audio://${rosa.digits}`,
    `skype:${rosa.dialled}?call`,
    `sip:${rosa.digits}@kommune.example`,
    `whatsapp://send?phone=47${rosa.digits}`,
    `https://wa.me/47${rosa.digits}?text=hei`,
    `https://api.whatsapp.com/send?text=hei&phone=47${rosa.digits}`,
    `viber://chat?number=%2B47${rosa.digits}`,
    `viber://call?number=47${rosa.digits}`,
    `tg://resolve?phone=47${rosa.digits}`,
    `https://t.me/+47${rosa.digits}`,
    `https://signal.me/#p/+47${rosa.digits}`,
    `sgnl://signal.me/#p/+47${rosa.digits}`,
    `intent:${rosa.digits}#Intent;scheme=tel;end`,
    `intent://${rosa.digits}#Intent;scheme=tel;package=no.example;end`,
  ])
    assert.equal(calledBy(href), rosa.dialled, href);
  for (const href of [
    'skype:kommunen?chat',
    'sip:post@kommune.example',
    'facetime:post@kommune.example',
    `intent://${rosa.digits}#Intent;scheme=https;end`,
    `https://kommune.example/${rosa.digits}`,
    'https://wa.me/message/ABC',
    'https://t.me/kommunen',
    'https://t.me/+12AbCdEf3',
    'https://signal.me/#eu/AbC123',
    'viber://pa?chatURI=kommunen',
    `mailto:${rosa.digits}@kommune.example`,
  ])
    assert.equal(calledBy(href), undefined, href);
});

test('a text is read as it is seen', () => {
  assert.equal(asSeen('a\u200bb\u2007c\u2011d\u00ade\ufe0f'), 'ab c-de');
  assert.equal(asSeen('Ring\n22\t33 Åse'), 'Ring\n22\t33 Åse');
});

test('http is safe on the machine itself alone', () => {
  for (const address of ['http://www.kommune.example/', 'http://localhost.example/', 'http://10.0.0.1/'])
    assert.ok(isInsecure(new URL(address)), address);
  for (const address of [
    'https://www.kommune.example/',
    'http://localhost:8080/',
    'http://127.0.0.1/',
    'http://[::1]/',
  ])
    assert.ok(!isInsecure(new URL(address)), address);
});

test('policies are read as browsers read them', () => {
  const page = 'https://www.kommune.example/hjelp/';
  const url = 'https://cdn.example/havn/havn.js';
  const refusal = (policy: string, wish?: object) =>
    refusalOf(policiesOf(new Headers({ 'content-security-policy': policy }), []), 'script', {
      url,
      page,
      ...wish,
    });
  for (const policy of [
    "default-src 'self'; script-src https://cdn.example",
    'script-src https://cdn.example/havn/',
    'script-src https://cdn.example/havn/havn.js',
    'script-src *.cdn.example https:',
    'script-src cdn.example:*',
    'script-src http://cdn.example',
    "script-src 'none'; script-src-elem https://cdn.example",
    'img-src *',
    'script-src *',
  ])
    assert.equal(refusal(policy), undefined, policy);
  for (const policy of [
    "default-src 'self'",
    "script-src 'none'",
    'script-src',
    'script-src https://cdn.example/other/',
    'script-src https://cdn.example/havn',
    'script-src https://*.cdn.example',
    'script-src https://cdn.example:8443',
    "script-src 'nonce-abc' 'strict-dynamic' https://cdn.example",
    'script-src https://cdn.example, script-src https://other.example',
  ])
    assert.ok(refusal(policy), policy);
  assert.equal(refusal("script-src 'nonce-abc'", { nonce: 'abc' }), undefined);
  assert.equal(refusal("script-src 'sha384-a' 'sha384-b'", { hashes: ['sha384-b'] }), undefined);
  assert.ok(refusal("script-src 'sha384-a'", { hashes: ['sha384-a', 'sha384-b'] }));
  assert.equal(refusal("script-src 'nonce-abc' 'strict-dynamic'", { isBrought: true }), undefined);

  const ancestors = (policy: string) =>
    isFrameable(policiesOf(new Headers({ 'content-security-policy': policy }), []), url, page);
  assert.ok(ancestors('frame-ancestors https://www.kommune.example'));
  assert.ok(!ancestors("frame-ancestors 'self'"));
  assert.ok(!ancestors("frame-ancestors 'none'"));
});
