/**
 * Hostile hosts of our own, in the form of `test/collections/hostile-cases.json` (kind `host-html`), with two words more:
 * `widget`: as `intact`, and it is the widget that shows; `{{ALL}}`: every element with its fallback, and the script.
 * Of each element of `{{ALL}}`, `widget` holds that what it renders is on screen.
 */
import type { HostCase } from '../../collections.js';
import {
  frozenIntrinsics,
  mooTools,
  oldCollections,
  oldWeakMap,
  prototypeJs,
  zoneJs,
} from './old-libraries.js';

/** A page with something before the widgets. */
const page = (before: string, inHead: string = '') =>
  `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Kommunen</title>${inHead}</head><body>${before}{{ALL}}</body></html>`;
const script = (code: string) => page('', `<script>(function () {${code}})()</script>`);
const style = (rules: string) => page('', `<style>${rules}</style>`);
/** A box around a widget. */
const box = (declarations: string) => `<div style="${declarations}">{{TAG}}</div>`;

/** Ids in rows: what a group is called, what is done, and what must come of it. */
const groups: [string, Record<string, string>, HostCase['expect'], string][] = [
  [
    'library',
    {
      prototype: script(prototypeJs),
      mootools: script(mooTools),
      'prototype-and-mootools': script(`${prototypeJs};(function () {${mooTools}})()`),
      zone: script(zoneJs),
      'zone-late': `${page('')}<script>(function () {${zoneJs}})()</script>`,
    },
    'widget',
    'A library of the host has put its own methods in the place of the built-ins.',
  ],
  [
    'collections',
    {
      'map-and-set': script(oldCollections),
      weakmap: script(oldWeakMap),
      'symbol-iterator': script('delete Array.prototype[Symbol.iterator]'),
    },
    'intact',
    'Polyfills from before there were iterators.',
  ],
  [
    'frozen',
    {
      ses: script(frozenIntrinsics),
      'array-prototype': script('Object.freeze(Array.prototype); Object.freeze(Object.prototype)'),
    },
    'widget',
    'Hardened pages freeze what everybody shares.',
  ],
  [
    'enumerable',
    {
      everything: script(
        'for (var type of [Object, Array, String, Number, Function, Element, Node, Event, Map]) type.prototype.kommunen = function () { return this }',
      ),
      'object-defaults': script(
        'Object.prototype.value = 1; Object.prototype.get = undefined; Object.prototype.enumerable = false',
      ),
      'object-render': script(
        "Object.prototype.bubbles = false; Object.prototype.host = null; Object.prototype.mode = 'x'; Object.prototype.language = 'zz'; Object.prototype.renderBefore = null",
      ),
      'object-lit': script(
        'Object.prototype._$litType$ = 1; Object.prototype.strings = []; Object.prototype.isConnected = false; Object.prototype.once = true',
      ),
    },
    'intact',
    'Something sits on every object.',
  ],
  [
    'getter',
    {
      'object-set': script(
        'Object.defineProperty(Object.prototype, "parent", { set: function () { throw new Error("vertens egen feil") }, get: function () {}, configurable: true })',
      ),
    },
    'intact',
    'A trap on every object.',
  ],
  [
    'array',
    {
      find: script('Array.prototype.find = function () { return this[0] }'),
      includes: script('Array.prototype.includes = function (x) { return this.indexOf(x) }'),
      'includes-throws': script(
        'Array.prototype.includes = Array.prototype.find = Array.prototype.flatMap = Array.prototype.at = function () { throw new Error("nei") }',
      ),
      flat: script(
        'Array.prototype.flat = function () { return this }; Array.prototype.flatMap = function (f) { return this.map(f) }',
      ),
      filter: script(
        'Array.prototype.filter = function (f) { var r = []; for (var i in this) if (f(this[i])) r.push(this[i]); return r }; Array.prototype.contains = function () {}',
      ),
      'map-throws': script('Array.prototype.map = function () { throw new Error("nei") }'),
      from: script('Array.from = function () { return [] }; Array.of = undefined'),
      'is-array': script('Array.isArray = function (a) { return a instanceof Object }'),
      'without-new-ones': script(
        'for (var n of ["at", "flat", "flatMap", "includes", "find", "findLast", "findIndex", "toSorted", "entries", "values"]) delete Array.prototype[n]',
      ),
    },
    'intact',
    'A method of arrays is not what it was.',
  ],
  [
    'object',
    {
      keys: script(
        'Object.keys = function (o) { var r = []; for (var k in o) r.push(k); return r }; Object.entries = function (o) { return Object.keys(o).map(function (k) { return [k, o[k]] }) }',
      ),
      'entries-gone': script('Object.entries = Object.values = Object.fromEntries = undefined'),
      'keys-throws': script('Object.keys = function () { throw new Error("nei") }'),
      'entries-empty': script('Object.entries = function () { return [] }; Object.keys = Object.entries'),
      'from-entries': script('Object.fromEntries = function () { return null }'),
      'define-property': script('Object.defineProperty = function (o, n, d) { o[n] = d.value; return o }'),
      'own-descriptor': script('Object.getOwnPropertyDescriptor = function () { return undefined }'),
      assign: script('Object.assign = function () { throw new Error("nei") }'),
    },
    'intact',
    'A function of Object is not what it was.',
  ],
  [
    'string',
    {
      trim: script('String.prototype.trim = function () { return this }'),
      'starts-with': script(
        'String.prototype.startsWith = function (x) { return this.indexOf(x) }; String.prototype.includes = String.prototype.startsWith',
      ),
      replace: script(
        'var r = String.prototype.replace; String.prototype.replace = function (a, b) { return r.call(this, a, typeof b == "function" ? "" : b) }; String.prototype.replaceAll = undefined',
      ),
      'to-lower-case': script(
        'String.prototype.toLowerCase = function () { return this.toLocaleLowerCase("tr") }',
      ),
      normalize: script(
        'String.prototype.normalize = undefined; String.prototype.localeCompare = function () { return 0 }',
      ),
      'match-all': script('delete String.prototype.matchAll;'),
    },
    'intact',
    'A method of strings is not what it was.',
  ],
  [
    'function',
    {
      bind: script(
        'Function.prototype.bind = function (that) { var f = this; return function () { return f.apply(that, arguments) } }',
      ),
      'has-instance': script(
        'Object.defineProperty(HTMLScriptElement, Symbol.hasInstance, { value: function () { return true } })',
      ),
    },
    'intact',
    'A method of functions is not what it was.',
  ],
  [
    'global',
    {
      'json-gone': script('window.JSON = undefined'),
      'url-gone': script('window.URL = undefined; window.Blob = undefined'),
      'event-replaced': script('window.Event = function () {}; window.CustomEvent = function () {}'),
      'event-gone': script('window.Event = undefined; window.CustomEvent = undefined'),
      'event-throws': script('window.Event = function () { throw new Error("nei") }'),
      'dispatch-throws': script(
        'EventTarget.prototype.dispatchEvent = window.dispatchEvent = function () { throw new Error("nei") }',
      ),
      'listener-throws': script(
        'EventTarget.prototype.addEventListener = window.addEventListener = function () { throw new Error("nei") }',
      ),
      'listener-gone': script('window.addEventListener = undefined'),
      'mutation-observer-gone': script('window.MutationObserver = undefined'),
      'mutation-observer-throws': script('window.MutationObserver = function () { throw new Error("nei") }'),
      'fragment-gone': script('window.DocumentFragment = undefined'),
      'fragment-none': script('window.DocumentFragment = {}'),
      'promise-gone': script('window.Promise = undefined'),
      'promise-without-resolve': script(
        'window.Promise = function () {}; Promise.prototype = { then: function () {} }',
      ),
      'intl-throws': script(
        'Intl.DateTimeFormat = function () { throw new RangeError("nei") }; Intl.DisplayNames = Intl.DateTimeFormat; Intl.PluralRules = Intl.DateTimeFormat; Intl.Collator = Intl.DateTimeFormat; Intl.ListFormat = undefined; Intl.Segmenter = undefined',
      ),
      'date-replaced': script(
        'var D = Date; window.Date = function () { return new D(NaN) }; window.Date.now = function () { return NaN }; window.Date.UTC = D.UTC; window.Date.prototype = D.prototype',
      ),
      'console-gone': script('window.console = undefined'),
      'timers-throw': script(
        'window.setInterval = window.setTimeout = function () { throw new Error("nei") }',
      ),
      'message-channel-gone': script('window.MessageChannel = undefined'),
      'message-channel-throws': script(
        'window.MessageChannel = function () { throw new Error("nei") }; MessagePort.prototype.postMessage = MessageChannel',
      ),
      'symbol-gone': script('window.Symbol = undefined'),
      'css-sheet-throws': script(
        'CSSStyleSheet.prototype.replaceSync = function () { throw new Error("nei") }',
      ),
      'css-sheet-constructor': script(
        'window.CSSStyleSheet = function () { throw new TypeError("Illegal constructor") }',
      ),
      'html-element-replaced': script(
        'var H = HTMLElement; window.HTMLElement = function () { return Reflect.construct(H, [], this.constructor) }; HTMLElement.prototype = H.prototype',
      ),
      'registry-get-throws': script('customElements.get = function () { throw new Error("nei") }'),
      'registry-gone': script('Object.defineProperty(window, "customElements", { value: undefined })'),
      'registry-slow': script(
        'var d = customElements.define; customElements.define = function () { var a = arguments; setTimeout(function () { d.apply(customElements, a) }, 20) }',
      ),
      'math-random': script(
        'Math.random = function () { return NaN }; Math.min = Math.max = function () { return 0 }',
      ),
      'number-coercion': script(
        'Number.prototype.toString = function () { return "x" }; window.parseInt = window.parseFloat = window.isNaN = undefined',
      ),
      'create-html': script(
        'document.createElement = function () { return null }; document.importNode = document.createElement; document.createTreeWalker = document.createElement',
      ),
      'prototype-create': script('Document.prototype.createElement = function () { throw new Error("nei") }'),
      'prototype-import': script('Document.prototype.importNode = function () { throw new Error("nei") }'),
      'insert-before-patched': script(
        'var i = Node.prototype.insertBefore; Node.prototype.insertBefore = function (a, b) { return i.call(this, a, b || null) }; var a = Node.prototype.appendChild; Node.prototype.appendChild = function (n) { return a.call(this, n) }',
      ),
      'remove-replaced': script(
        'Element.prototype.remove = function () { return this.parentNode.removeChild(this) }; CharacterData.prototype.remove = undefined',
      ),
      'append-gone': script(
        'Element.prototype.append = Element.prototype.replaceChildren = DocumentFragment.prototype.append = undefined',
      ),
      'closest-replaced': script('Element.prototype.closest = function () { return null }'),
      'closest-throws': script(
        'Element.prototype.closest = Node.prototype.getRootNode = function () { throw new Error("nei") }',
      ),
      'matches-gone': script('Element.prototype.matches = Element.prototype.closest = undefined'),
      'text-content': script(
        'Object.defineProperty(Node.prototype, "textContent", { get: function () { return "" }, set: function () {}, configurable: true })',
      ),
      'inner-html': script(
        'Object.defineProperty(Element.prototype, "innerHTML", { set: function () {}, get: function () { return "" }, configurable: true })',
      ),
      'inner-html-sanitised': script(
        'var d = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML"); Object.defineProperty(Element.prototype, "innerHTML", { get: d.get, set: function (html) { d.set.call(this, String(html).replace(/<!--[\\s\\S]*?-->/g, "")) }, configurable: true })',
      ),
      'adopted-throws': script(
        'Object.defineProperty(ShadowRoot.prototype, "adoptedStyleSheets", { set: function () { throw new Error("nei") }, get: function () { return [] }, configurable: true })',
      ),
    },
    'intact',
    'The page has replaced what the script may rely on.',
  ],
  [
    'clobber-document',
    {
      body: page('<form name="body"></form>'),
      head: page('<img name="head"><form name="documentElement"></form><form name="activeElement"></form>'),
      methods: page(
        '<form name="querySelectorAll"></form><form name="querySelector"></form><form name="getElementById"></form><form name="importNode"></form><form name="createTreeWalker"></form><form name="createComment"></form><form name="createTextNode"></form>',
      ),
      listeners: page(
        '<form name="addEventListener"></form><form name="removeEventListener"></form><form name="dispatchEvent"></form>',
      ),
      properties: page(
        '<form name="readyState"></form><form name="defaultView"></form><form name="implementation"></form><form name="adoptedStyleSheets"></form><form name="title"></form><form name="cookie"></form><form name="location2"></form>',
      ),
      twice: page(
        '<form name="createElement"></form><form name="createElement"></form><img name="currentScript"><img name="currentScript">',
      ),
      object: page(
        '<object name="querySelectorAll"></object><embed name="importNode"><iframe name="createElement" title="x"></iframe>',
      ),
      visibility: page(
        '<form name="visibilityState"></form><form name="hidden"></form><form name="fonts"></form><form name="nodeType"></form><form name="childNodes"></form><form name="firstChild"></form>',
      ),
    },
    'widget',
    'A named form, image or object takes the place of a property of document.',
  ],
  [
    'clobber-form',
    {
      around: page('').replace(
        '{{ALL}}',
        `<form lang="nb">${'nodeName nodeType localName tagName parentNode parentElement childNodes children firstChild attributes getAttribute setAttribute hasAttribute shadowRoot attachShadow getRootNode closest host isConnected ownerDocument addEventListener dispatchEvent lang dir id style textContent append insertBefore contains matches querySelector'
          .split(' ')
          .map(name => `<input type="hidden" name="${name}">`)
          .join('')}{{ALL}}</form>`,
      ),
      fieldset: page('').replace(
        '{{ALL}}',
        '<form><fieldset name="elements" lang="nb"><input type="hidden" name="length"><button name="submit" type="button">x</button>{{ALL}}</fieldset></form>',
      ),
    },
    'widget',
    'The fields of a form take the place of its properties.',
  ],
  [
    'clobber-window',
    {
      ids: page(
        'history navigation trustedTypes scheduler cookieStore havn Havn policy lit litElementVersions litHtmlPolyfillSupport define module exports require process global ShadyDOM ShadyCSS WebComponents polyfillWrapFlushCallback litIssuedWarnings reactiveElementVersions enableDebug emitLitDebugLogEvents'
          .split(' ')
          .map(name => `<a id="${name}" href="https://eksempelvik.example/"></a>`)
          .join(''),
      ),
      forms: page(
        '<form id="trustedTypes"><input name="createPolicy"></form><form id="CloseWatcher"></form>',
      ),
      frames: page(
        '<iframe name="trustedTypes" title="x" srcdoc="x"></iframe><iframe name="havn" title="y" srcdoc="y"></iframe>',
      ),
      'the-ids-of-ours': page(
        '<div id="_"></div><div id="call"></div><div id="title"></div><p part="base" class="target call banner bar" id="base">x</p>',
      ),
      commonjs: page(
        '',
        '<script>var module = { exports: {} }, exports = module.exports, require = function () { throw new Error("nei") }, process = { env: { NODE_ENV: "development" } }</script>',
      ),
      'lit-warnings': page(
        '',
        '<script>window.litIssuedWarnings = null; window.litHtmlVersions = "x"; window.litElementHydrateSupport = function () { throw new Error("nei") }; window.litHtmlPolyfillSupport = function () { throw new Error("nei") }; window.reactiveElementPolyfillSupport = window.litElementPolyfillSupport = window.litHtmlPolyfillSupport</script>',
      ),
    },
    'widget',
    'An id, a name or a variable takes the place of a global.',
  ],
  [
    'document',
    {
      'limited-quirks': `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html lang="nb"><head><title>x</title></head><body>{{ALL}}</body></html>`,
      'quirks-html4': `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html lang="nb"><head><title>x</title></head><body>{{ALL}}</body></html>`,
      domain: page('', '<script>try { document.domain = document.domain } catch (e) {}</script>'),
      'base-target': page('', '<base target="_blank">'),
      'base-and-target': page('', '<base href="https://evil.example/x/" target="_top">'),
      'base-data': page('', '<base href="data:text/html,x">'),
      refresh: page('', '<meta http-equiv="refresh" content="300; url=https://evil.example/">'),
      'content-language': page('', '<meta http-equiv="content-language" content="zh, en">'),
      'head-unclosed': '<html lang=nb><title>x</title>{{ALL}}',
      'in-head': '<!doctype html><html lang="nb"><head><title>x</title>{{ALL}}</head></html>',
      frameset: '<html><frameset><frame></frameset>{{SNIPPET}}</html>',
      'after-html': '<!doctype html><html lang="nb"><title>x</title><body></body></html>{{ALL}}',
    },
    'widget',
    'Old pages, and pages that a parser has to mend.',
  ],
  [
    'css',
    {
      'all-unset': style('* { all: unset !important }'),
      'all-initial': style('* { all: initial !important }'),
      'all-revert': style('* { all: revert !important }'),
      'all-on-tag': style('havn-hotline-banner, [class], [lang] { all: unset }'),
      'all-initial-on-tag': style('havn-hotline-banner { all: initial !important }'),
      'zero-font': style('* { font-size: 0 !important; line-height: 0 !important }'),
      'tiny-font': style('* { font-size: 40% !important }'),
      'em-font': style(
        'body * { font: 0.1em/0.1 cursive !important; letter-spacing: -1em !important; word-spacing: -1em !important }',
      ),
      indented: style('* { text-indent: -9999px !important }'),
      uncoloured: style(
        '* { color: transparent !important; -webkit-text-fill-color: transparent !important }',
      ),
      'white-on-black': style(
        'html { background: #000; color: #fff; color-scheme: dark } * { color: #fff !important; background: #000 !important }',
      ),
      'black-on-black': style(
        '* { color: #000 !important; background: #000 !important; border-color: #000 !important }',
      ),
      untouchable: style(
        '* { pointer-events: none !important; user-select: none !important; -webkit-user-select: none !important; touch-action: none !important }',
      ),
      'inline-all': style(
        '* { display: inline !important; float: left !important; position: static !important }',
      ),
      'contents-all': style('body * { display: contents !important }'),
      'flex-all': style('body, body * { display: flex !important }'),
      'grid-all': style('body, body * { display: grid !important }'),
      'table-all': style('body * { display: table-cell !important; width: 1% !important }'),
      'border-box': style(
        '*, *::before, *::after { box-sizing: content-box !important; margin: 0 !important; padding: 0 !important; border: 0 !important; outline: 0 !important; list-style: none !important }',
      ),
      'no-wrap': style(
        '* { white-space: nowrap !important; overflow: hidden !important; text-overflow: ellipsis !important }',
      ),
      'pre-wrap': style('* { white-space: pre !important; word-break: keep-all !important }'),
      capitals: style(
        '* { text-transform: uppercase !important; font-variant: small-caps !important; text-align: justify !important }',
      ),
      animated: style(
        '* { transition: all 60s !important; animation: x 60s infinite !important } @keyframes x { from { opacity: 1 } to { opacity: .99 } }',
      ),
      appearance: style(
        '* { appearance: none !important; -webkit-appearance: none !important; cursor: none !important }',
      ),
      variables: style(
        '* { --havn-accent: ; --havn-surface: red 3px x; --havn-text: var(--havn-text); --havn-radius: -9 }',
      ),
      'same-colours': style(
        '* { --havn-text: #777; --havn-surface: #777; --havn-tint: #777; --havn-accent: #777 }',
      ),
      'part-hidden': style('::part(base) { max-height: none } ::slotted(*) { display: none }'),
      'percent-root': style('html { font-size: 62.5% } body { font-size: 1.6rem }'),
      'huge-root': style('html { font-size: 200% }'),
      'dark-host': style(':root { color-scheme: dark } body { background: #111; color: #eee }'),
      'only-light': style(
        ':root { color-scheme: only light } @media (prefers-color-scheme: dark) { body { background: #000; color: #fff } }',
      ),
      'right-to-left': style('html { direction: rtl } * { unicode-bidi: bidi-override !important }'),
      'print-none': style(
        '@media print { body > * { display: none } havn-hotline-banner { display: block } }',
      ),
      'not-defined': style(
        ':not(:defined) { visibility: hidden !important } p:not([class]) { display: none }',
      ),
      'unknown-hidden': style('body > :not(div):not(p):not(script) { max-width: 100%; overflow: auto }'),
      'scoped-layers': style(
        '@layer reset { * { all: unset } } @layer x { havn-hotline-banner { display: inline; font-size: 1px } }',
      ),
      hyphens: style(
        '* { hyphens: auto !important; overflow-wrap: normal !important; word-break: break-all !important; line-break: anywhere !important }',
      ),
      columns: style('body { columns: 3 } * { break-inside: auto !important }'),
    },
    'widget',
    'The style of the page must not hide, shrink or blanch the number.',
  ],
];

/** Where the place on the page is narrow, turned, clipped or dark; on one page, on which one of them is seen at a time. */
export const boxes: Record<string, string> = {
  'narrow-120': box('width: 120px'),
  'narrow-60': box('width: 60px; overflow: auto'),
  vertical: box('writing-mode: vertical-rl; height: 600px'),
  'vertical-lr': box('writing-mode: vertical-lr; text-orientation: upright'),
  'right-to-left': box('direction: rtl; unicode-bidi: bidi-override'),
  transformed: box('transform: scale(0.9) rotate(2deg)'),
  filtered: box('filter: invert(1) hue-rotate(180deg)'),
  contained: box('contain: strict; height: 700px'),
  'content-visibility': box('content-visibility: auto'),
  zoomed: box('zoom: 2'),
  'zoomed-out': box('zoom: 0.8'),
  'font-200': box('font-size: 200%'),
  'font-tiny': box('font-size: 2px; line-height: 0'),
  'overflow-hidden': box('overflow: hidden; width: 200px'),
  'overflow-clip': box('overflow: clip; width: 300px; border-radius: 50px'),
  flex: box('display: flex; flex-direction: row-reverse; align-items: flex-start'),
  'flex-with-neighbour': box('display: flex').replace(
    '{{TAG}}',
    '<div style="flex: 1 0 60%">x</div>{{TAG}}<div style="flex: 1 0 20%">x</div>',
  ),
  'inline-flex': box('display: inline-flex; min-width: 0'),
  grid: box('display: grid; grid-template-columns: repeat(6, 1fr)'),
  'grid-min-content': box('display: grid; grid-template-columns: min-content 1fr'),
  table: box('display: table; table-layout: fixed; width: 240px').replace(
    '{{TAG}}',
    '<div style="display: table-cell">{{TAG}}</div><div style="display: table-cell">x</div>',
  ),
  'table-auto': box('').replace(
    '{{TAG}}',
    '<table border="1"><tr><td>{{TAG}}<td>Noe annet her, som er langt og tar plass i en tabell fra 1998</table>',
  ),
  float: box('float: left'),
  'float-neighbour': box('').replace(
    '{{TAG}}',
    '<div style="float: left; width: 70%; height: 300px">x</div>{{TAG}}',
  ),
  absolute: box('position: absolute; inset: auto 0 0 auto'),
  fixed: box('position: fixed; bottom: 0; right: 0'),
  sticky: box('position: sticky; top: 0; width: fit-content'),
  'inline-block': box('display: inline-block'),
  'min-content': box('width: min-content'),
  'max-content': box('width: max-content; max-width: 100%'),
  'container-query': box('container-type: size; height: 500px'),
  marquee: box('').replace('{{TAG}}', '<center><font size="1" color="white">{{TAG}}</font></center>'),
  button: box('').replace('{{TAG}}', '<fieldset><legend>x</legend>{{TAG}}</fieldset>'),
  list: box('').replace('{{TAG}}', '<ul style="list-style: none; padding: 0; margin: 0"><li>{{TAG}}</ul>'),
  blended: box('mix-blend-mode: multiply; isolation: isolate; background: #fff'),
  perspective: box('perspective: 500px; transform-style: preserve-3d'),
  'user-modify': box('').replace('<div ', '<div contenteditable="true" spellcheck="true" '),
  inert: box('text-align: right; color: #fff; font: italic bold 9px/1 serif'),
};

export const pageOfBoxes = `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Kommunen</title></head><body>${Object.entries(
  boxes,
)
  .map(([name, html]) => `<div id="${name}" hidden>${html}</div>`)
  .join('')}<script src="{{SCRIPT}}" defer></script></body></html>`;

/** Where a group is not all alike. */
const exceptions: Record<string, Partial<HostCase>> = {
  // Nothing can come after a frameset.
  'own-document-frameset': { expect: 'inert' },
  // The two break each other: what one throws to end a loop, the other does not catch.
  'own-library-prototype-and-mootools': { expect: 'intact' },
};

const rest: HostCase[] = [
  {
    id: 'own-encoding-latin1',
    payload: page('<p>Blåbærgrøt</p>').replace('utf-8', 'iso-8859-1'),
    serve: { 'content-type': 'text/html; charset=iso-8859-1', encoding: 'windows-1252' },
    expect: 'widget',
    note: 'The script must survive another encoding.',
  },
  {
    id: 'own-encoding-utf16',
    payload: `\ufeff${page('<p>Blåbærgrøt</p>').replace('<meta charset="utf-8">', '')}`,
    serve: { 'content-type': 'text/html', encoding: 'utf-16' },
    expect: 'widget',
    note: 'A page in UTF-16, as old editors of Windows save it.',
  },
  {
    id: 'own-encoding-none',
    payload: page('<p>Blåbærgrøt</p>').replace('<meta charset="utf-8">', ''),
    serve: { 'content-type': 'text/html', encoding: 'windows-1252' },
    expect: 'widget',
    note: 'A page that does not say its encoding.',
  },
  {
    id: 'own-xhtml-all',
    payload:
      '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" lang="nb"><head><title>x</title></head><body>{{ALL_XML}}</body></html>',
    serve: { 'content-type': 'application/xhtml+xml; charset=utf-8' },
    expect: 'widget',
    note: 'Every element in XHTML.',
  },
  {
    id: 'own-xml-prefix',
    payload:
      '<?xml version="1.0" encoding="utf-8"?><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>x</h:title></h:head><h:body><div xmlns="http://www.w3.org/1999/xhtml">{{SNIPPET_XML}}</div></h:body></h:html>',
    serve: { 'content-type': 'text/xml; charset=utf-8' },
    expect: 'widget',
    note: 'XML with a prefix for HTML.',
  },
  {
    id: 'own-print',
    payload: page('').replace('{{ALL}}', '<div>{{SNIPPET}}</div>'),
    serve: { media: 'print' },
    expect: 'widget',
    note: 'On paper.',
  },
];

export const ownCases: HostCase[] = [
  ...groups.flatMap(([group, payloads, expect, note]) =>
    Object.entries(payloads).map(([name, payload]) => {
      const id = `own-${group}-${name}`;
      return { id, payload, expect, note: `${note} (${name})`, ...exceptions[id] };
    }),
  ),
  ...rest,
];
