import { directionOf, negotiate } from '../locale/negotiate.js';
import type { Policy, PolicyFactory } from '../safety/trusted-types.js';
import { isAddress } from './address-attribute.js';

/*
 * For a page of ours in a frame (dist/frame/<name>.html). Nothing in the page itself is hostile, but its address and
 * the page around it may be. In a sandbox its origin is opaque: storage throws, and a script with a hash needs a server
 * that sends CORS headers. Nothing here needs either.
 */

let made: Pick<Policy, 'createScriptURL'> | undefined;

/** Not the policy of the elements: a second one of that name could be refused. Created when it is first needed. */
function policy(): typeof made {
  const { trustedTypes } = self as { trustedTypes?: PolicyFactory };
  made ??= trustedTypes?.createPolicy('havn-frame', { createScriptURL: url => url });
  return made;
}

const isFramed = self !== parent;

/** Whether a name is in the address unencoded. Not `hre%66`: filters that remove such frames do not decode it. */
const isWritten = (name: string) => new RegExp(`[?&]${name}=`).test(location.search);

/**
 * Whether the address of this page may set an attribute that holds an address. Not outside a frame: somebody could send
 * a link to this page in which our words lead to theirs. In a frame, services must come from the server of the frame:
 * otherwise anybody who can write a frame could show their own services under its name.
 */
function mayLead(name: string, address: string): boolean {
  if (!isFramed) return false;
  try {
    const { origin, protocol } = new URL(address, location.href);
    return name === 'src' ? origin === location.origin : protocol === 'https:';
  } catch {
    return false;
  }
}

const isLanguageTag = (text: string) => /^[a-z]{2,3}(?:[-_][a-z\d]{1,8})*$/i.test(text) && text.length < 36;

const asked = new Set<string>();

/** Whether the page is sandboxed: a script with a hash then needs CORS headers, which the server may not send. */
const isOpaque = self.origin === 'null';

/** Loads a language, which runs only if it has this hash. In a sandbox the hash is not checked. */
function loadLanguage(language: string, hash: string, onLoad: () => void): void {
  if (asked.has(language)) return;
  asked.add(language);
  const script = document.createElement('script');
  const url = `../locales/${language}.js`;
  try {
    script.src = policy()?.createScriptURL(url) ?? url;
  } catch {
    // The server allows no policy of this name: the widget keeps its language.
    return;
  }
  if (!isOpaque) {
    script.integrity = hash;
    script.crossOrigin = 'anonymous';
  }
  script.onload = onLoad;
  document.head.append(script);
}

function speak(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

/** Reads the address: the language of the page, and attributes for the element, which checks them itself. */
function readQuery(
  element: HTMLElement,
  bundled: readonly string[],
  files: Readonly<Record<string, string>>,
): void {
  const query = new URLSearchParams(location.search);
  for (const name of (element.dataset.query ?? '').match(/\S+/g) ?? []) {
    const value = query.get(name);
    if (value === null || (isAddress(name) && !(isWritten(name) && mayLead(name, value)))) continue;
    if (name !== 'lang') element.setAttribute(name, value);
    else if (isLanguageTag(value)) {
      const language = negotiate(value, [...bundled, ...Object.keys(files)]);
      const hash = files[language];
      // As everywhere: English until the file has loaded, and if it never does.
      speak(hash ? 'en' : language);
      if (hash) loadLanguage(language, hash, () => speak(language));
    }
  }
}

/**
 * Returns a function that tells the page around the frame how high the content is. A frame cannot know which page that
 * is. The message holds only a number, so any page may read it.
 */
function heightTeller(): () => void {
  const root = document.documentElement;
  let widths: readonly number[] = [];
  let told = 0;
  let turns = 0;
  const tell = () => {
    const { height } = root.getBoundingClientRect();
    // A taller frame may give the page around it a scroll bar, so the frame gets narrower, and perhaps less tall, …
    const isTurning = innerWidth === widths[1] && innerWidth !== widths[0];
    turns = isTurning ? turns + 1 : 0;
    widths = [innerWidth, ...widths.slice(0, 1)];
    if (turns > 6 && height < told) return;
    told = height;
    parent.postMessage({ havn: 'height', height: Math.ceil(height) }, '*');
  };
  // The script of the page around may run later than this one: then it asks.
  addEventListener('message', ({ source, data }) => {
    if (source === parent && (data as { havn?: unknown } | null)?.havn === 'height') tell();
  });
  return tell;
}

/**
 * Opens a link to another site in place of the whole page: most sites refuse to show in a frame, and a new window would
 * stay in the sandbox. `tel:` and `mailto:` links are left alone: they open no page.
 */
function openInWholePage(event: Event): void {
  for (const node of event.composedPath())
    if (node instanceof HTMLAnchorElement && /^http/.test(node.protocol) && !node.target)
      node.target = '_top';
}

/**
 * @param bundled languages that every script has
 * @param files languages that are files of their own, with the hash of each
 */
export function startFrame(bundled: readonly string[], files: Readonly<Record<string, string>>): void {
  const element = document.querySelector<HTMLElement>('[data-query]');
  if (!element) return;
  readQuery(element, bundled, files);
  addEventListener('click', openInWholePage, true);
  // In a sandbox the menu cannot load a language: it uses a hash, and the server may send no CORS headers.
  if (isOpaque)
    addEventListener('havn-language-change', ({ target }) => {
      const { value } = target as { value?: unknown };
      const hash = typeof value === 'string' && files[value];
      if (hash) loadLanguage(value, hash, () => {});
    });
  if (!isFramed) return;
  const tell = heightTeller();
  // Not before the element is defined: the fallback has another height. In a frame further down the page Chromium runs
  // no observer until the reader scrolls near it, hence the two calls by hand.
  void customElements.whenDefined(element.localName).then(() => {
    new ResizeObserver(tell).observe(document.documentElement);
    tell();
  });
  addEventListener('load', tell);
}
