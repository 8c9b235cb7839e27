/** Opens a hostile host page, and checks what it shows. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { helpline } from '../../../tools/build/helpline.js';
import { isChromium } from '../../../tools/test/engine.js';
import { element, findNumber, names, scriptTag, tag } from '../../../tools/test/harness.js';
import { type HostCase, oldLibrary } from '../../collections.js';

/**
 * What `{{ALL}}` stands for. What a host can break is the base class, the same in all elements: outside Chromium, these
 * three stand for all that have the most to do with the page around them.
 */
const all = isChromium ? names : ['hotline-banner', 'quick-exit', 'service-finder'];

type Engine = Awaited<ReturnType<typeof import('../../../tools/test/engine.js').openEngine>>;

export const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
);

/** Serves the same build with another version number. */
export function serveOther(engine: Engine) {
  const script = readFileSync(new URL('../../../dist/havn.js', import.meta.url), 'utf8');
  engine.serve('/other.js', { body: script.replaceAll(`"${version}"`, '"9.9.9"'), type: 'text/javascript' });
}

const head = '<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Kommunen</title>';

/** Puts into a payload what stands in its places: the words are explained in the files of the cases. */
export function fill(payload: string, origin: string) {
  // A snippet has the full URL of its script, so the page's <base> does not change it.
  const script = scriptTag().replace('src="', `src="${origin}`);
  const snippet = tag + script;
  const allOfThem = all.map(name => element(name, ' lang="nb"')).join('') + script;
  const xml = (html: string) => html.replaceAll('&nbsp;', '&#160;').replace(' defer>', ' defer="defer">');
  return payload
    .replaceAll('{{HEAD}}', head)
    .replaceAll('{{BODY}}', '</head><body>{{ALL}}</body></html>')
    .replaceAll(/{{LIBRARY (\w+)}}/g, (_, name) => oldLibrary(name))
    .replaceAll('{{SNIPPET_ESCAPED}}', snippet.replaceAll('&', '&amp;').replaceAll('"', '&quot;'))
    .replaceAll('{{SNIPPET_XML}}', xml(snippet))
    .replaceAll('{{SNIPPET}}', snippet)
    .replaceAll('{{ALL_XML}}', xml(allOfThem))
    .replaceAll('{{ALL}}', allOfThem)
    .replaceAll('{{TAG}}', tag)
    .replaceAll('{{SCRIPT2}}', `${origin}/other.js`)
    .replaceAll('{{SCRIPT}}', `${origin}/dist/havn.js`);
}

const encodings: Record<string, BufferEncoding> = { 'windows-1252': 'latin1', 'utf-16': 'utf16le' };

/**
 * Runs in the page: tells for each element, in words, whether it shows its own content, its fallback or nothing. Uses
 * no built-in that the page may replace.
 */
function lookAtAll(selector: string) {
  const elements = Document.prototype.querySelectorAll.call(document, selector);
  let seen = '';
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index];
    if (!element) throw new Error('No such element');
    const base = element.shadowRoot?.querySelector('[part=base]');
    const box = (base ?? element.querySelector('a'))?.getBoundingClientRect();
    const state = !box || box.width < 8 || box.height < 8 ? 'nothing' : base ? 'widget' : 'fallback';
    seen += `${element.localName}: ${state}\n`;
  }
  return seen;
}

/** What each element shows, once none changes any more: elements render one after the other. */
export async function look(engine: Engine, selector: string) {
  for (let before = ''; ; ) {
    const seen = String(await engine.evaluate(lookAtAll, selector));
    if (seen === before) return seen;
    before = seen;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** What a page may show, by the `expect` of its case. `intact`: the number is on screen. */
export const expected: Record<HostCase['expect'], RegExp> = {
  intact: /^(widget|fallback|frame without script)$/,
  fallback: /^(fallback|frame without script)$/,
  widget: /^widget$/,
  inert: /^null$/,
};

/**
 * What the page shows, at once or when all its elements have rendered. Before it renders, an element shows its
 * fallback, and a style sheet of the page can hide that.
 * @param isFrame whether the widget is in a frame of the payload, with its own document and script
 */
export async function shownAs(engine: Engine, wanted: RegExp, isFrame: boolean) {
  for (let round = 1; ; round++) {
    const shown = await (isFrame
      ? engine.evaluateIn(0, findNumber, helpline.href)
      : engine.evaluate(findNumber, helpline.href)
    ).catch(error => {
      if (isFrame) return 'frame without script';
      throw error;
    });
    if (wanted.test(String(shown)) || round === 30) return shown;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** Opens a hostile host page, and checks that it shows what the case expects. */
export async function endure(engine: Engine, { id, payload, expect, serve = {} }: HostCase) {
  const html = fill(payload, engine.origin);
  const encoding = encodings[serve.encoding ?? ''];
  await engine.open(html, {
    ...(encoding && { body: Buffer.from(html, encoding) }),
    type: serve['content-type'] ?? 'text/html',
    path: '/host.html',
    // `isHostile` lets WebKit's driver read the page through eval() in a frame. A policy, or another `document.domain`,
    // forbids that.
    isHostile: !/Content-Security-Policy|document\.domain/.test(payload),
  });
  if (serve.media) await engine.print(true);
  await new Promise(resolve => setTimeout(resolve, 60));
  const shown = await shownAs(engine, expected[expect], payload.includes('srcdoc="{{'));
  const { errors } = await engine.told();
  assert.deepEqual(
    errors.filter(message => !message.includes('vertens egen feil')),
    [],
    'exceptions',
  );
  assert.match(String(shown), expected[expect]);
  if (/{{ALL|{{BODY/.test(payload)) {
    const seen = (await look(engine, all.map(name => `havn-${name}`).join())).trim().split('\n');
    assert.equal(seen.length, all.length);
    assert.deepEqual(
      seen.filter(state => (expect === 'widget' ? !state.endsWith('widget') : state.endsWith('nothing'))),
      [],
    );
  }
  const allowed = ['/host.html', '/outside.html', '/dist/havn.js', '/other.js'];
  assert.deepEqual(
    engine.requests.map(({ address }) => address).filter(address => !allowed.includes(address)),
    [],
  );
  if (id === 'host-html-handlers-1')
    assert.equal(await engine.evaluate(() => Reflect.get(window, 'feil')), 0);
}
