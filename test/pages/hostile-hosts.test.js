/** What the web does to embedded code: the cases of kind `host-html` of the collection beside the repository. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { findNumber, openBrowser, scriptTag, tag } from './harness.js';

const collection = new URL('../../../shared/hostile-cases.json', import.meta.url);
/** @type {{id: string, kind: string, payload: string, expect: 'intact' | 'fallback' | 'inert', note: string, serve?: {'content-type'?: string, encoding?: string, media?: 'print'}}[]} */
const cases = existsSync(collection)
  ? JSON.parse(readFileSync(collection, 'utf8')).cases.filter(
      (/** @type {any} */ { kind }) => kind === 'host-html',
    )
  : [];

/** @type {Awaited<ReturnType<typeof openBrowser>>} */
let browser;
before(async () => {
  browser = await openBrowser();
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const script = readFileSync(new URL('../../dist/havn.js', import.meta.url), 'utf8');
  browser.serve('/other.js', { body: script.replaceAll(`"${version}"`, '"9.9.9"'), type: 'text/javascript' });
});
after(() => browser.close());

/** @param {string} payload */
function fill(payload) {
  // A snippet names its script in full: the page's <base> has no say.
  const snippet = tag + scriptTag().replace('src="', `src="${browser.origin}`);
  const xml = snippet.replaceAll('&nbsp;', '&#160;').replace(' defer>', ' defer="defer">');
  return payload
    .replaceAll('{{SNIPPET_ESCAPED}}', snippet.replaceAll('&', '&amp;').replaceAll('"', '&quot;'))
    .replaceAll('{{SNIPPET_XML}}', xml)
    .replaceAll('{{SNIPPET}}', snippet)
    .replaceAll('{{TAG}}', tag)
    .replaceAll('{{SCRIPT2}}', `${browser.origin}/other.js`)
    .replaceAll('{{SCRIPT}}', `${browser.origin}/dist/havn.js`);
}

describe('hostile hosts', () => {
  if (!cases.length)
    test('are walked where the collection is', { skip: 'shared/hostile-cases.json is not here' }, () => {});

  for (const { id, payload, expect, note, serve = {} } of cases)
    test(`${id}: ${note}`, async () => {
      const html = fill(payload);
      const encoding = serve.encoding === 'windows-1252' ? 'latin1' : 'utf8';
      const { page, requests, errors, context } = await browser.open(html, {
        body: Buffer.from(html, encoding),
        type: serve['content-type'] ?? 'text/html',
        path: '/host.html',
        context: { viewport: { width: 1000, height: 800 } },
      });
      if (serve.media) await page.emulateMedia({ media: serve.media });
      await page.waitForTimeout(50);
      // A frame has its own document, and its own script.
      const frame = page.frames().find(frame => frame !== page.mainFrame());
      const shown = await (frame ?? page.mainFrame())
        .evaluate(findNumber)
        .catch(() => 'frame without script');
      if (expect === 'intact') assert.ok(shown, 'the number is not on screen');
      if (expect === 'fallback') assert.match(String(shown), /fallback|frame without script/);
      const allowed = ['/host.html', '/dist/havn.js', '/other.js', 'about:srcdoc'];
      assert.deepEqual(
        requests.filter(url => !allowed.includes(url)),
        [],
      );
      const ours = errors.filter(message => !message.includes('vertens egen feil'));
      assert.deepEqual(ours, []);
      if (id === 'host-html-handlers-1') assert.equal(await page.evaluate('feil'), 0);
      await context.close();
    });
});
