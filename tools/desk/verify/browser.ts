/** A page as a reader has it, with script: in the Chromium of this machine. */
import type { BrowserContext, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { chromiumArguments, findChromium } from '../../test/chromium.js';
import { told } from '../plain.js';
import { boundsOf, hostOf, isInside } from './addresses.js';
import { type Embed, nameInWords } from './embeds.js';
import { attribute, isInClosedRoot, placeOf } from './html.js';
import { openProxy } from './public-proxy.js';
import { languageOf, type Reference, type Settings } from './reference.js';
import { type Finding, finding } from './rules.js';
import type { PageAddress, Script } from './scripts.js';

const loading = 30_000;

/** How much of what a page does is remembered: of each kind so many, and so many characters of each. */
const mostEvents = 500;
const mostCharacters = 2000;

const short = (text: unknown, most: number = mostCharacters) => String(text ?? '').slice(0, most);

/** an element of Havn in the browser */
export interface Seen {
  tag: string;
  /** of who has defined it */
  version?: string;
  isShown: boolean;
  /** the `lang` of its place */
  asked: string | null;
  /** that it speaks */
  language: string;
  number: 'seen' | 'hidden' | 'covered' | 'missing';
  /** the same on a narrow screen */
  onPhone?: Seen['number'] | undefined;
  /** whether a style of the page hides what stands inside the tag, where no script has run */
  isHiddenBefore?: boolean;
}

const bannerTag = 'havn-hotline-banner';

/** The sizes of the window, in pixels. */
const desk = { width: 1000, height: 800 };
const phone = { width: 390, height: 800 };

/** What Havn warns of begins with what it is about. */
const isOurs = (text: string) =>
  /^<(?:havn-[a-z-]+(?:>, <havn-[a-z-]+)*|placeholder|lang=[^>]*)>: |^Havn: /.test(text);

const failed = 'havn-verify-failed';

/** Runs in the page before anything else: remembers who has failed. */
function listen(key: string) {
  const tags: string[] = [];
  Object.defineProperty(window, key, { value: tags });
  addEventListener(
    'havn-error',
    event => {
      const [target] = event.composedPath();
      tags.push(target instanceof Element ? target.localName : 'an element');
    },
    true,
  );
}

/**
 * Runs in the page: its elements of Havn, also those in open shadow roots.
 * @param call the address that calls the helpline
 */
function inspect(call: string): Seen[] {
  const elementsIn = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap(element => [
      ...(element.localName.startsWith('havn-') ? [element] : []),
      ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
    ]);
  const languageAround = (element: Element): string | null => {
    const bearer = element.closest('[lang]');
    if (bearer) return bearer.getAttribute('lang');
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? languageAround(root.host) : null;
  };
  const numberIn = (root: ShadowRoot | null): Seen['number'] => {
    const link = root?.querySelector(`a[href="${call}"]`);
    if (!root || !link) return 'missing';
    const text = link.querySelector('bdi') ?? link;
    text.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = text.getBoundingClientRect();
    const isSeen = text.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    if (width < 8 || height < 8 || !isSeen) return 'hidden';
    // Half of a number is another number.
    const isOpen = [0.1, 0.5, 0.9].every(part => {
      const above = root.elementFromPoint(left + width * part, top + height / 2);
      return above && (link.contains(above) || above.contains(link));
    });
    return isOpen ? 'seen' : 'covered';
  };
  return elementsIn(document).map(element => {
    const tag = element.localName;
    const base = element.shadowRoot?.querySelector('[part~=base]');
    const { havn: version }: { havn?: unknown } = Object(customElements.get(tag));
    return {
      tag,
      ...(version ? { version: String(version) } : {}),
      isShown: Boolean(base),
      asked: languageAround(element),
      language: base?.getAttribute('lang') ?? '',
      number: numberIn(element.shadowRoot),
    };
  });
}

/** Runs in the page, where it runs no script: whether a style hides what stands inside the banners, in their order. */
function inspectFallbacks(): boolean[] {
  return [...document.querySelectorAll('havn-hotline-banner, [data-havn="hotline-banner"]')].map(banner => {
    const number = banner.querySelector('a[href^="tel:" i]') ?? banner;
    const { width, height } = number.getBoundingClientRect();
    const isSeen = number.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    return width < 8 || height < 8 || !isSeen;
  });
}

/** Runs in the page: whether readers see the banners that are plain HTML, and the frames, in their order. */
function inspectPlain(call: string): Seen['number'][][] {
  const stateOf = (node: Element | null, isPart: (above: Element) => boolean): Seen['number'] => {
    if (!node) return 'missing';
    node.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = node.getBoundingClientRect();
    const isSeen = node.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    if (width < 8 || height < 8 || !isSeen) return 'hidden';
    // Of a frame that is higher than the window, a part of its top.
    const above = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
    return above && isPart(above) ? 'seen' : 'covered';
  };
  // What stands inside an element is its fallback.
  const isInside = (node: Element | null): boolean =>
    node !== null &&
    (node.matches('.havn, [data-havn]') ||
      node.localName.startsWith('havn-') ||
      isInside(node.parentElement));
  const banners = [...document.querySelectorAll('.havn.havn-hotline-banner')].filter(
    ({ parentElement }) => !isInside(parentElement),
  );
  const frames = [...document.querySelectorAll('iframe')].filter(({ src }) =>
    /\/frame\/[a-z-]+(?:\.[a-z]+)?\.html(?:[?#]|$)/.test(src),
  );
  return [
    banners.map(banner => {
      const link = banner.querySelector(`a[href="${call}"]`);
      return stateOf(link, above => Boolean(link?.contains(above) || above.contains(link)));
    }),
    frames.map(frame => stateOf(frame, above => above === frame)),
  ];
}

/**
 * What the scripts of Havn on a page have asked for.
 * @param scripts their addresses
 * @returns grows
 */
async function watchRequests(page: Page, scripts: Set<string>): Promise<{ url: string; by: string }[]> {
  const requests: { url: string; by: string }[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Network.requestWillBeSent', ({ request, initiator }) => {
    const by = initiator.stack?.callFrames.find(({ url }) => url)?.url;
    if (by && scripts.has(by) && requests.length < mostEvents) requests.push({ url: short(request.url), by });
  });
  await session.send('Network.enable');
  return requests;
}

/** A page may answer anything, and as much as it likes. */
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, mostEvents) : []);

const states = ['seen', 'hidden', 'covered', 'missing'] as const;

const stateOf = (said: unknown) => states.find(state => state === said) ?? 'missing';

const seenOf = (value: unknown): Seen[] =>
  listOf(value).map(said => {
    const element: Partial<Record<keyof Seen, unknown>> = Object(said);
    return {
      tag: short(element.tag),
      ...(element.version ? { version: short(element.version) } : {}),
      isShown: Boolean(element.isShown),
      asked: element.asked == null ? null : short(element.asked),
      language: short(element.language),
      number: stateOf(element.number),
    };
  });

/** How much is taken of what scripts have made of a page, in characters. */
export const mostOfHtml = 5_000_000;
/** How long what a page still fetches is waited for, once Havn shows. */
const settling = 3000;

/** Runs in the page: what stands on it now, with open shadow roots, but for Havn's. */
function asHtml(most: number): string {
  const rootsIn = (root: Document | ShadowRoot): ShadowRoot[] =>
    [...root.querySelectorAll('*')].flatMap(({ localName, shadowRoot }) =>
      shadowRoot && !localName.startsWith('havn-') ? [shadowRoot, ...rootsIn(shadowRoot)] : [],
    );
  const { documentElement: root } = document;
  const html =
    'getHTML' in root ? root.getHTML({ shadowRoots: rootsIn(document) }) : Reflect.get(root, 'innerHTML');
  return `<!doctype html>${html}`.slice(0, most);
}

const isLeadingOn = (error: unknown) =>
  /context was destroyed|navigat|net::ERR_ABORTED/i.test(error instanceof Error ? error.message : '');

/**
 * Asks a page that may lead on to another one while it is asked.
 * @param end until when it is asked again
 */
async function persist<Value>(page: Page, end: number, ask: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const left = end - Date.now();
      if (!isLeadingOn(error) || left <= 0) throw error;
      await new Promise(resolve => setTimeout(resolve, 100));
      await page.waitForLoadState('domcontentloaded', { timeout: left }).catch(() => {});
    }
  }
}

/** What a page does in the browser. */
async function watch(
  context: BrowserContext,
  url: string,
  embeds: Embed[],
  scripts: Script[],
  reference: Reference,
  patience: number,
) {
  const page = await context.newPage();
  const said: { type: string; text: string }[] = [];
  page.on('console', message => {
    const [type, text] = [message.type(), message.text()];
    const isOfUse = type === 'error' || (type === 'warning' && isOurs(text));
    if (isOfUse && said.length < mostEvents) said.push({ type, text: short(text) });
  });
  await page.addInitScript(listen, failed);
  const requests = await watchRequests(page, new Set(scripts.map(script => script.url)));
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: loading }).catch(error => {
    if (!isLeadingOn(error)) throw error;
  });
  const end = Date.now() + patience + settling;
  const elements = await untilShown(page, embeds, reference, patience);
  const call = `tel:${reference.helpline}`;
  await lookAtBanners(page, elements, call);
  const plain = await page
    .evaluate(inspectPlain, call)
    .then(listOf)
    .catch(() => []);
  await lookOnPhone(page, elements, call).catch(() => {});
  await page.waitForLoadState('networkidle', { timeout: Math.min(patience, settling) }).catch(() => {});
  const html = short(await persist(page, end, () => page.evaluate(asHtml, mostOfHtml)), mostOfHtml);
  const failures = await persist(page, end, () => page.evaluate(key => Reflect.get(window, key), failed));
  return {
    elements,
    plain: plain.map(states => listOf(states).map(stateOf)),
    failures: listOf(failures).map(text => short(text)),
    said,
    requests,
    html,
    address: short(page.url()),
  };
}

const isInItsLanguage = ({ asked, language }: Seen, { languages }: Reference) =>
  language === (languageOf(asked ?? '', languages) ?? 'en');

/** In milliseconds: how long one picture may take. */
const picturing = 3000;
/** By how much a colour has to differ, of 255, for people to see it: half of what WCAG asks of text on white. */
const visible = 60;
/** Of how many pixels, at least: fewer are no number. */
const mostOfSpeck = 20;

/** Whether people see in one picture what is not in the other of the same place. */
function differs(one: Buffer, other: Buffer) {
  const [{ data }, { data: without }] = [PNG.sync.read(one), PNG.sync.read(other)];
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    const isSeen = [at, at + 1, at + 2].some(of => Math.abs((data[of] ?? 0) - (without[of] ?? 0)) >= visible);
    if (isSeen) count++;
  }
  return count > mostOfSpeck;
}

/**
 * Whether readers see the number of a banner. A filter, a colour or a mask of the page can hide what the browser calls
 * visible: a picture of the place is then nearly the same with the number and without it.
 * @param nth which of the banners, in the order of the page
 */
async function isInSight(page: Page, nth: number, call: string) {
  // Not by a locator: that would also find the link of the fallback, which is not shown.
  const link = await page
    .locator('havn-hotline-banner')
    .nth(nth)
    .evaluateHandle((banner, href) => banner.shadowRoot?.querySelector(`a[href="${href}"]`), call);
  const number = (await link.asElement()?.$('bdi')) ?? link.asElement();
  if (!number) return false;
  const setVisibility = (visibility: string) =>
    number.evaluate((node, value) => {
      if (!(node instanceof HTMLElement)) return;
      node.scrollIntoView({ block: 'center', behavior: 'instant' });
      node.style.visibility = value;
    }, visibility);
  await setVisibility('');
  const clip = await number.boundingBox();
  if (!clip) return false;
  const picture = () => page.screenshot({ clip, animations: 'disabled', timeout: picturing });
  const withNumber = await picture();
  await setVisibility('hidden');
  const without = await picture();
  await setVisibility('');
  return differs(withNumber, without);
}

/** Looks whether the numbers of banners can be seen, where the browser says so. */
async function lookAtBanners(page: Page, elements: Seen[], call: string) {
  for (const [nth, banner] of elements.filter(({ tag }) => tag === bannerTag).entries()) {
    if (banner.number !== 'seen') continue;
    const isSeen = await isInSight(page, nth, call).catch(() => true);
    if (!isSeen) banner.number = 'hidden';
  }
}

/** The same as those have them for whom no script runs, also if it is Havn's alone that cannot be loaded. */
async function lookWithoutScript(context: BrowserContext, url: string, elements: Seen[]) {
  const banners = elements.filter(({ tag }) => tag === bannerTag);
  if (!banners.some(({ number }) => number === 'seen')) return;
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: settling });
  // Its style sheets may come later.
  await page.waitForLoadState('load', { timeout: settling }).catch(() => {});
  const hidden = listOf(await page.evaluate(inspectFallbacks));
  if (hidden.length !== banners.length) return;
  for (const [nth, banner] of banners.entries()) banner.isHiddenBefore = hidden[nth] === true;
}

/** In milliseconds: what a page moves by itself, once its window is another one. */
const moving = 500;

/** The same as a reader with a telephone has them. Nothing is said where the page moves or leads on meanwhile. */
async function lookOnPhone(page: Page, elements: Seen[], call: string) {
  const address = page.url();
  try {
    await page.setViewportSize(phone);
    let now: Seen[] = [];
    for (let time = 0; time < 2; time++) {
      now = seenOf(await page.evaluate(inspect, call));
      await lookAtBanners(page, now, call);
      if (now.every(({ tag, number }) => tag !== bannerTag || number === 'seen')) break;
      if (!time) await new Promise(resolve => setTimeout(resolve, moving));
    }
    if (now.length !== elements.length || page.url() !== address) return;
    for (const [nth, element] of elements.entries())
      if (now[nth]?.isShown && now[nth].number !== 'missing') element.onPhone = now[nth].number;
  } finally {
    await page.setViewportSize(desk);
  }
}

async function untilShown(
  page: Page,
  embeds: Embed[],
  reference: Reference,
  patience: number,
): Promise<Seen[]> {
  const inHtml = inHtmlOf(embeds, reference);
  const end = Date.now() + patience;
  await page.waitForLoadState('load', { timeout: patience }).catch(() => {});
  for (;;) {
    const elements = seenOf(
      await persist(page, end, () => page.evaluate(inspect, `tel:${reference.helpline}`)),
    );
    const ours = elements.filter(({ tag }) => reference.contracts.has(tag));
    const isDone =
      ours.every(element => element.isShown && isInItsLanguage(element, reference)) &&
      // An application may take them out, and put them there anew.
      !lackingIn(ours, inHtml).length;
    // Where nothing is yet, an application may still be about to put it there.
    if ((isDone && (ours.length || Date.now() > end - patience + 1000)) || Date.now() > end) return ours;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

/** Of the HTML, what becomes an element that `inspect` gets at. */
const inHtmlOf = (embeds: Embed[], { contracts }: Reference) =>
  embeds.filter(
    ({ way, name, node }) =>
      (way === 'tag' || way === 'placeholder') && contracts.has(`havn-${name}`) && !isInClosedRoot(node),
  );

/**
 * What stands in the HTML and not in the browser, or last of all those of its name: a placeholder that nobody has filled, and
 * what a script has taken away.
 */
const lackingIn = (elements: Seen[], inHtml: Embed[]) =>
  inHtml.filter(({ name }, index) => {
    const before = inHtml.slice(0, index).filter(other => other.name === name).length;
    return elements.filter(({ tag }) => tag === `havn-${name}`).length <= before;
  });

/** @param failures tags */
function elementFindings(
  elements: Seen[],
  failures: string[],
  embeds: Embed[],
  reference: Reference,
): Finding[] {
  const inHtml = inHtmlOf(embeds, reference);
  /** The same in the HTML: the how-manyth of its name. */
  const embedOf = ({ tag }: Seen, index: number) => {
    const before = elements.slice(0, index).filter(other => other.tag === tag).length;
    return inHtml.filter(({ name }) => `havn-${name}` === tag)[before];
  };
  const versions = new Set(elements.flatMap(({ version }) => version ?? []));
  return [
    ...[...versions].map(version => finding('version', told`Version ${version} runs.`)),
    ...elements.flatMap((element, index) => {
      const { tag, version, isShown, number, asked, language } = element;
      const embed = embedOf(element, index);
      const place = embed && placeOf(embed.node);
      const findings: Finding[] = [];
      // The menu has nothing to show without script.
      if (!embed && tag !== 'havn-language-menu')
        findings.push(finding('only-with-script', told`<${tag}> is put on the page by a script.`));
      if (!isShown) {
        const why = failures.includes(tag)
          ? 'has failed'
          : version
            ? 'does not show'
            : 'is defined by no script of Havn';
        findings.push(
          finding(
            failures.includes(tag) ? 'element-failed' : 'element-not-shown',
            told`<${tag}> ${why}.`,
            place,
          ),
        );
        return findings;
      }
      const worst = number === 'seen' ? (element.onPhone ?? number) : number;
      if (tag === bannerTag && worst !== 'seen')
        findings.push(
          finding(
            worst === 'covered' ? 'number-covered' : 'number-hidden',
            number === 'seen'
              ? told`In <${tag}> the number is ${worst} on a screen of ${phone.width} pixels.`
              : told`In <${tag}> the number is ${worst}.`,
            place,
          ),
        );
      else if (element.isHiddenBefore)
        findings.push(
          finding('number-hidden', told`In <${tag}> the number is hidden until the script has run.`, place),
        );
      if (!isInItsLanguage(element, reference))
        findings.push(
          finding(
            'language-differs',
            told`<${tag}> stands in lang="${asked ?? ''}" and speaks "${language}".`,
            place,
          ),
        );
      return findings;
    }),
    ...lackingIn(elements, inHtml).map(embed =>
      finding(
        'element-not-shown',
        told`${nameInWords(embed)} ${embed.way === 'placeholder' ? 'has not been filled' : 'is not there any more'}.`,
        placeOf(embed.node),
      ),
    ),
  ];
}

/** @param plain whether the banners in plain HTML, and the frames, are seen, in their order */
function plainFindings([banners = [], frames = []]: Seen['number'][][], embeds: Embed[]): Finding[] {
  const ofHtml = embeds.filter(({ way, name }) => way === 'html' && name === 'hotline-banner');
  const ofFrames = embeds.filter(({ way }) => way === 'frame');
  const unseen = (what: string, states: Seen['number'][], those: Embed[]) =>
    states.flatMap((state, nth) => {
      // What is missing in the HTML is told of without a browser.
      if (state === 'seen' || state === 'missing') return [];
      const embed = states.length === those.length ? those[nth] : undefined;
      return finding(
        state === 'covered' ? 'number-covered' : 'number-hidden',
        told`${embed ? nameInWords(embed) : what} is ${state}.`,
        embed && placeOf(embed.node),
      );
    });
  return [...unseen('Plain HTML', banners, ofHtml), ...unseen('A frame', frames, ofFrames)];
}

/** The folder of a file, from which a script may load. What stands in its own address (`data:`) has none. */
const foldersOf = (url: string) => (URL.canParse('.', url) ? [new URL('.', url).href] : []);

function consoleFindings(said: { type: string; text: string }[], scripts: Script[]): Finding[] {
  const isAbout = (text: string) =>
    scripts.some(({ url }) =>
      [url, ...foldersOf(url).map(folder => `${folder}locales/`)].some(address => text.includes(address)),
    );
  return said.flatMap(({ type, text }) => {
    const line = text.replace(/\s+/g, ' ').trim();
    if (type === 'warning') return finding('console-warning', told`${line}`);
    return type === 'error' && isAbout(text) ? finding('script-blocked', told`${line}`) : [];
  });
}

function requestFindings(
  requests: { url: string; by: string }[],
  embeds: Embed[],
  scripts: Script[],
  page: string,
): Finding[] {
  const named = [
    ...scripts.map(({ node }) => attribute(node, 'data-facts')),
    ...embeds.map(({ attributes }) => attributes.src),
  ].flatMap(address => (address && URL.canParse(address, page) ? new URL(address, page).href : []));
  // The feed of facts has its signature and its languages beside it.
  const folders = [...scripts.map(({ url }) => url), ...named].flatMap(foldersOf);
  const mayAsk = (url: string) =>
    /^(?:blob|data):/.test(url) || folders.some(folder => url.startsWith(folder));
  return requests
    .filter(({ url }) => !mayAsk(url))
    .map(({ url, by }) => finding('request-unexpected', told`${by} has asked ${url}.`));
}

// The walls around what a page runs are the browser's own: chromiumSandbox says whether it has them.
const browserArguments = [
  ...chromiumArguments.filter(argument => argument !== '--no-sandbox'),
  // Calls from browser to browser go past any proxy.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0];

/** @returns rejected, where it takes longer */
async function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> {
  let clock: NodeJS.Timeout | undefined;
  const end = new Promise((_, reject) => {
    clock = setTimeout(
      () => reject(new Error(`not done within ${Math.ceil(milliseconds / 1000)} seconds`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([promise, end as Promise<never>]);
  } finally {
    clearTimeout(clock);
  }
}

/** How long a browser may take to close. */
const closing = 2000;

/** Starts a Chromium, and another one where a page has not let go of it. */
export function browserFor(
  reference: Reference,
  { agent, patience, isWithoutSandbox }: Pick<Settings, 'agent' | 'patience' | 'isWithoutSandbox'>,
) {
  let running: import('playwright-core').Browser | undefined;
  let userAgent = '';

  async function start() {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('there is no Chromium');
    // It takes its time to load, and half of the checks need none of it.
    const { chromium } = await import('playwright-core');
    running = await chromium.launch({
      executablePath,
      args: browserArguments,
      chromiumSandbox: !isWithoutSandbox,
    });
    const probe = await running.newPage();
    userAgent = `${await probe.evaluate(() => navigator.userAgent)} ${agent}`;
    await probe.close();
    return running;
  }

  /** Closes it, at the latest when this process ends. */
  async function close() {
    const browser = running;
    running = undefined;
    if (browser) await within(browser.close(), closing).catch(() => {});
  }

  async function look({ address, isPublic }: PageAddress, embeds: Embed[], scripts: Script[]) {
    const browser = running ?? (await start());
    const inside = isPublic ? undefined : { name: hostOf(new URL(address)), isOwn: isInside };
    const proxy = await openProxy(boundsOf(isPublic), inside);
    try {
      const options = {
        userAgent,
        // An attachment may never end.
        acceptDownloads: false,
        viewport: desk,
        proxy: { server: proxy.address, bypass: '<-loopback>' },
      };
      const context = await browser.newContext(options);
      const seen = await watch(context, address, embeds, scripts, reference, patience);
      await context.close();
      const bare = await browser.newContext({ ...options, javaScriptEnabled: false });
      // What the page has shown once, it may refuse to show again: what has been seen stays.
      await lookWithoutScript(bare, address, seen.elements).catch(() => {});
      await bare.close();
      return seen;
    } finally {
      proxy.close();
    }
  }

  return {
    /** @returns why there is none */
    async hindrance(): Promise<string | undefined> {
      try {
        running ??= await start();
        return undefined;
      } catch (error) {
        await close();
        return reasonOf(error);
      }
    },

    /**
     * @param embeds those of the HTML
     * @param most how long it may take, in milliseconds
     */
    async visit(
      place: PageAddress,
      embeds: Embed[],
      scripts: Script[],
      most: number,
    ): Promise<{
      elements: Seen[];
      findings: Finding[];
      /** what scripts have made of it, and where it is then */
      later?: { html: string; address: string };
    }> {
      try {
        const { elements, plain, failures, said, requests, html, address } = await within(
          look(place, embeds, scripts),
          most,
        );
        return {
          elements,
          later: { html, address },
          findings: [
            ...elementFindings(elements, failures, embeds, reference),
            ...plainFindings(plain, embeds),
            ...consoleFindings(said, scripts),
            ...requestFindings(requests, embeds, scripts, place.address),
          ],
        };
      } catch (error) {
        // With whatever of the page still runs in it.
        await close();
        return { elements: [], findings: [finding('browser-failed', told`Chromium: ${reasonOf(error)}`)] };
      }
    },

    close,
  };
}

export type Browser = ReturnType<typeof browserFor>;
