import { directionOf, negotiate } from '../locale/negotiate.js';
import { isAddress } from './address-attribute.js';

/*
 * In a page of ours that stands in a frame (dist/frame/<name>.html). Nothing in the page itself is hostile, but its
 * address and the page around it may be. In a sandbox its origin is opaque: storage throws, and a script with a hash
 * needs a server that sends CORS headers. Nothing here asks for either.
 */

interface ScriptPolicy {
  createScriptURL(url: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

let made: ScriptPolicy | undefined;

/** Of another name than the policy of the elements, who could be refused a second one. Only once it is needed. */
function policy(): ScriptPolicy | undefined {
  const { trustedTypes } = self as { trustedTypes?: PolicyFactory };
  made ??= trustedTypes?.createPolicy('havn-frame', { createScriptURL: url => url });
  return made;
}

const isFramed = self !== parent;

/** Not `hre%66`: filters that take such frames out read the address as it is written. */
const isWritten = (name: string) => new RegExp(`[?&]${name}=`).test(location.search);

/**
 * Whether the address of this page may say where something leads, or comes from. Alone it may not: a link that somebody
 * sends could put anybody's page behind our words. In a frame services come from the server of the frame, else whoever
 * can write a frame could put services of theirs under its name.
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

/** In a sandbox: a hash would ask the server for CORS headers, which need not be there. */
const isOpaque = self.origin === 'null';

/** Loads a language; it runs only if it has this hash, but in a sandbox, where it comes from where this page comes from. */
function loadLanguage(language: string, hash: string, onLoad: () => void): void {
  if (asked.has(language)) return;
  asked.add(language);
  const script = document.createElement('script');
  const url = `../locales/${language}.js`;
  try {
    script.src = policy()?.createScriptURL(url) ?? url;
  } catch {
    // The server allows no policy of this name: the widget stays in the language that it has.
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

/** What the address says: the language of the page, and attributes that the element has. They are checked where it reads them. */
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
      // As everywhere: English until the file is here, and if it never comes.
      speak(hash ? 'en' : language);
      if (hash) loadLanguage(language, hash, () => speak(language));
    }
  }
}

/**
 * Tells the page around how high the content is. A number is all it says, so whoever it is may hear it: which page that
 * is a frame cannot know.
 */
function heightTeller(): () => void {
  const root = document.documentElement;
  let widths: readonly number[] = [];
  let told = 0;
  let turns = 0;
  const tell = () => {
    const { height } = root.getBoundingClientRect();
    // A taller frame may give the page around a scroll bar, which makes the frame narrower, which may make it less tall, …
    const isTurning = innerWidth === widths[1] && innerWidth !== widths[0];
    turns = isTurning ? turns + 1 : 0;
    widths = [innerWidth, ...widths.slice(0, 1)];
    if (turns > 6 && height < told) return;
    told = height;
    parent.postMessage({ havn: 'height', height: Math.ceil(height) }, '*');
  };
  // A script of the page around that has come later than this one asks.
  addEventListener('message', ({ source, data }) => {
    if (source === parent && (data as { havn?: unknown } | null)?.havn === 'height') tell();
  });
  return tell;
}

/**
 * A link to another site leads the whole page there: in the frame itself most sites refuse to show, and a new window
 * would stay in the sandbox. Numbers and addresses of mail stay: what opens for them is no page.
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
  // In a sandbox the menu gets no language: it asks for a hash, and the server may send no CORS headers.
  if (isOpaque)
    addEventListener('havn-language-change', ({ target }) => {
      const { value } = target as { value?: unknown };
      const hash = typeof value === 'string' && files[value];
      if (hash) loadLanguage(value, hash, () => {});
    });
  if (!isFramed) return;
  const tell = heightTeller();
  // Only now: what stands there before the element is another height. Chromium lets no observer run in a frame further
  // down the page until the reader comes near, hence the two by hand.
  void customElements.whenDefined(element.localName).then(() => {
    new ResizeObserver(tell).observe(document.documentElement);
    tell();
  });
  addEventListener('load', tell);
}
