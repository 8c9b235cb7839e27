/**
 * Another country, from its folder alone: Fablemark, which does not exist (test/country). It is built where nothing of
 * Norway's facts is, goes through the checks of a country, and its elements show in a browser.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { typeScript } from '../../../tools/build/type-script.js';
import { copyInputs } from '../../../tools/check/check.js';
import { openBrowser, strictPolicy } from '../../../tools/test/harness.js';

const country = 'test/country';
const folder = mkdtempSync(join(tmpdir(), 'havn-country-'));
const options = { cwd: folder, env: { ...process.env, HAVN_COUNTRY: country } };
const dist = (file: string) => readFileSync(join(folder, 'dist', file), 'utf8');

let browser: Awaited<ReturnType<typeof openBrowser>>;
let report = '';

before(async () => {
  copyInputs(folder, country);
  cpSync('custom-elements-manifest.config.mjs', join(folder, 'custom-elements-manifest.config.mjs'));
  const { description } = JSON.parse(readFileSync(join(country, 'country.json'), 'utf8'));
  const names = JSON.parse(readFileSync('package.json', 'utf8'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...names, description }));
  execFileSync('node_modules/.bin/cem', ['analyze', '--quiet'], options);
  report = spawnSync(
    process.execPath,
    [...typeScript, 'tools/check/check.ts', '--country'],
    options,
  ).stdout.toString();
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test('it passes the checks of a country', () => {
  const lines = report.trim().split('\n');
  assert.equal(lines.at(-1), '7 passed, 0 failed', report);
});

test('nothing of Norway is left in what is built', () => {
  const files = readdirSync(join(folder, 'dist'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
  assert.ok(files.length > 100);
  const norwegian =
    /\+47|\bROSA\b|rosa-helpline|\bUDI\b|udi\.no|\bNAV\b|[Nn]orway|Noruega|Oslo|yr\.no|tel:112|["'>]112\b|02800/;
  const found = files.flatMap(file => {
    const [text] = norwegian.exec(readFileSync(file, 'utf8')) ?? [];
    return text ? [`${file.slice(folder.length)}: ${text}`] : [];
  });
  assert.deepEqual(found, []);
});

test('its open data are in its languages and by its clock', () => {
  assert.deepEqual(
    JSON.parse(dist('api/languages.json')).map(({ code }: { code: string }) => code),
    ['en', 'es'],
  );
  const calendar = dist('api/opening-hours.es.ics');
  assert.match(calendar, /DTSTART;TZID=Atlantic\/Reykjavik:\d{8}T090000/);
  // The first Monday of September is a holiday there, and the next one is not.
  const [, excluded = ''] = /EXDATE[^:]*:([\dT,\s]+)/.exec(calendar.replace(/\r\n /g, '')) ?? [];
  assert.ok(excluded.includes('20270906T090000'), excluded);
  assert.ok(!excluded.includes('20270913'), excluded);
  assert.match(dist('api/contacts.en.csv'), /\+9992345678/);
});

test('what editors are told is of the country', () => {
  const data = dist('editors/web-types.json');
  assert.match(data, /https:\/\/weather\.example\//);
  assert.match(data, /lantern-bay/);
  assert.match(data, /The link that calls 555\./);
});

test('a release is its archive, and no plugin, whose words are about Norway', () => {
  // The plugin's program reads words of it before it does anything.
  cpSync('wordpress', join(folder, 'wordpress'), { recursive: true });
  for (const tool of ['tools/build/archive.ts', 'tools/build/wordpress.ts']) {
    const { status, stderr } = spawnSync(process.execPath, [...typeScript, tool], options);
    assert.equal(status, 0, `${tool}: ${stderr}`);
  }
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  assert.deepEqual(readdirSync(join(folder, '.build/release')), [`havn-${version}.zip`]);
});

describe('in a browser', () => {
  const open = (body: string) => {
    browser.serve('/fablemark/havn.js', { body: dist('havn.js'), type: 'text/javascript' });
    return browser.open(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Fablemark</title>${body}<script src="/fablemark/havn.js"></script></html>`,
      { headers: { 'content-security-policy': strictPolicy } },
    );
  };
  const banner = (language: string, shown: string) =>
    test(`the banner shows its numbers in ${language}`, async () => {
      const { page, messages, errors, requests } = await open(
        `<havn-hotline-banner lang="${language}" exit></havn-hotline-banner>`,
      );
      const links = page.locator('havn-hotline-banner a');
      assert.deepEqual(await links.evaluateAll(all => all.map(link => link.getAttribute('href'))), [
        'tel:+9992345678',
        'tel:555',
        'https://weather.example/',
      ]);
      const text = ((await page.locator('havn-hotline-banner [part=base]').textContent()) ?? '').replace(
        /\s+/g,
        ' ',
      );
      assert.ok(text.includes(shown), text);
      assert.ok(text.includes('0234 5678'), text);
      assert.deepEqual([messages, errors], [[], []]);
      assert.deepEqual(requests, ['/page.html', '/fablemark/havn.js']);
      await page.close();
    });
  banner('en', 'Made up: no such line exists.');
  banner('es', 'Inventado: esta línea no existe.');

  test('the languages are its own', async () => {
    const { page } = await open('<havn-language-menu></havn-language-menu>');
    const names = await page.locator('havn-language-menu option').allTextContents();
    assert.deepEqual(
      names.map(name => name.replace(/ \(.*\)/, '').trim()),
      ['English', 'Español'],
    );
    await page.close();
  });

  test('every element is there, with nothing missing', async () => {
    const tags = readdirSync(join(folder, 'dist/elements')).map(name => `havn-${name.replace('.js', '')}`);
    assert.equal(tags.length, 11);
    const { page, messages, errors } = await open(
      tags
        .map(
          tag =>
            `<${tag} lang="es" audience="professional" service="voyage-home" area="lantern-bay"></${tag}>`,
        )
        .join(''),
    );
    const texts = await page.evaluate(
      all =>
        all.map(tag => {
          const base = document.querySelector(tag)?.shadowRoot?.querySelector('[part=base]');
          return [tag, base?.getAttribute('lang') ?? '', base?.textContent?.replace(/\s+/g, ' ') ?? ''];
        }),
      tags,
    );
    for (const [tag, language, text = ''] of texts) {
      assert.equal(language, 'es', String(tag));
      assert.ok(text.length > 10 && !/undefined|null|\[object/.test(text), `${tag}: ${text}`);
    }
    assert.deepEqual([messages, errors], [[], []]);
    await page.close();
  });
});

describe('a mistake stops the build, which says the file, the place and the reason', () => {
  const mistakes: [string, string, (text: string) => string, RegExp[]][] = [
    [
      'a number that nobody can call, and a clock of another country',
      'directory/services.json',
      text =>
        text
          .replace('+9992000600', '+9990000600')
          .replace('"freq": "WEEKLY"', '"freq": "WEEKLY", "x_timezone": "Europe/Oslo"'),
      [
        /^test\/country\/directory\/services\.json#\/3\/phones\/0\/number \([a-z-]+\): is no number that can be called/m,
        /^test\/country\/directory\/services\.json#\/3\/schedules\/0\/x_timezone \([a-z-]+\): must be equal to constant Atlantic\/Reykjavik/m,
      ],
    ],
    [
      'a country without a clock',
      'country.json',
      text => text.replace('"clock"', '"watch"'),
      [/^test\/country\/country\.json: must have required property 'clock'/m],
    ],
  ];
  for (const [what, name, change, reasons] of mistakes)
    test(what, () => {
      const file = join(folder, country, name);
      const text = readFileSync(file, 'utf8');
      assert.notEqual(change(text), text);
      writeFileSync(file, change(text));
      const { status, stderr } = spawnSync(
        process.execPath,
        [...typeScript, 'tools/build/build.ts'],
        options,
      );
      writeFileSync(file, text);
      assert.equal(status, 1);
      for (const reason of reasons) assert.match(stderr.toString(), reason);
    });
});
