/** A page as a reader has it, with script: in the Chromium of this machine. */
import { chromiumArguments, findChromium } from '../../test/chromium.js';
import { told } from '../plain.js';
import { boundsOf, hostOf, isPrivate } from './addresses.js';
import { nameInWords } from './embeds.js';
import { attribute, placeOf } from './html.js';
import { openProxy } from './public-proxy.js';
import { languageOf } from './reference.js';
import { finding } from './rules.js';

/** @typedef {import('./embeds.js').Embed} Embed */
/** @typedef {import('./rules.js').Finding} Finding */

const loading = 30_000;

/** How much of what a page does is remembered: of each kind so many, and so many characters of each. */
const mostEvents = 500;
const mostCharacters = 2000;

const short = (/** @type {unknown} */ text) => String(text ?? '').slice(0, mostCharacters);

/**
 * @typedef {object} Seen an element of Havn in the browser
 * @property {string} tag
 * @property {string} [version] of who has defined it
 * @property {boolean} isShown
 * @property {string | null} asked the `lang` of its place
 * @property {string} language that it speaks
 * @property {'seen' | 'hidden' | 'covered' | 'missing'} number
 */

/** What Havn warns of begins with what it is about. */
const isOurs = (/** @type {string} */ text) =>
  /^<(?:havn-[a-z-]+(?:>, <havn-[a-z-]+)*|placeholder|lang=[^>]*)>: |^Havn: /.test(text);

const failed = 'havn-verify-failed';

/** Runs in the page before anything else: remembers who has failed. @param {string} key */
function listen(key) {
  /** @type {string[]} */
  const tags = [];
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

/** Runs in the page: its elements of Havn, also those in open shadow roots. @param {string} call the address that calls the helpline @returns {Seen[]} */
function inspect(call) {
  /** @param {Document | ShadowRoot} root @returns {Element[]} */
  const elementsIn = root =>
    [...root.querySelectorAll('*')].flatMap(element => [
      ...(element.localName.startsWith('havn-') ? [element] : []),
      ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
    ]);
  /** @param {Element} element @returns {string | null} */
  const languageAround = element => {
    const bearer = element.closest('[lang]');
    if (bearer) return bearer.getAttribute('lang');
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? languageAround(root.host) : null;
  };
  /** @param {ShadowRoot | null} root @returns {Seen['number']} */
  const numberIn = root => {
    const link = root?.querySelector(`a[href="${call}"]`);
    if (!root || !link) return 'missing';
    const text = link.querySelector('bdi') ?? link;
    text.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = text.getBoundingClientRect();
    const isSeen = text.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    if (width < 8 || height < 8 || !isSeen) return 'hidden';
    const above = root.elementFromPoint(left + width / 2, top + height / 2);
    return above && (link.contains(above) || above.contains(link)) ? 'seen' : 'covered';
  };
  return elementsIn(document).map(element => {
    const tag = element.localName;
    const base = element.shadowRoot?.querySelector('[part~=base]');
    const version = /** @type {any} */ (customElements.get(tag))?.havn;
    return {
      tag,
      ...(version && { version: String(version) }),
      isShown: Boolean(base),
      asked: languageAround(element),
      language: base?.getAttribute('lang') ?? '',
      number: numberIn(element.shadowRoot),
    };
  });
}

/**
 * What the scripts of Havn on a page have asked for.
 * @param {import('playwright-core').Page} page
 * @param {Set<string>} scripts their addresses
 * @returns {Promise<{url: string, by: string}[]>} grows
 */
async function watchRequests(page, scripts) {
  /** @type {{url: string, by: string}[]} */
  const requests = [];
  const session = await page.context().newCDPSession(page);
  session.on('Network.requestWillBeSent', ({ request, initiator }) => {
    const by = initiator.stack?.callFrames.find(({ url }) => url)?.url;
    if (by && scripts.has(by) && requests.length < mostEvents) requests.push({ url: short(request.url), by });
  });
  await session.send('Network.enable');
  return requests;
}

/** A page may answer anything, and as much as it likes. @param {unknown} value @returns {any[]} */
const listOf = value => (Array.isArray(value) ? value.slice(0, mostEvents) : []);

const states = /** @type {const} */ (['seen', 'hidden', 'covered', 'missing']);

/** @param {unknown} value @returns {Seen[]} */
const seenOf = value =>
  listOf(value).map(element => ({
    tag: short(element?.tag),
    ...(element?.version && { version: short(element.version) }),
    isShown: Boolean(element?.isShown),
    asked: element?.asked == null ? null : short(element.asked),
    language: short(element?.language),
    number: states.find(state => state === element?.number) ?? 'missing',
  }));

/**
 * What a page does in the browser.
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} url
 * @param {import('./scripts.js').Script[]} scripts
 * @param {import('./reference.js').Reference} reference
 * @param {number} patience
 */
async function watch(context, url, scripts, reference, patience) {
  const page = await context.newPage();
  /** @type {{type: string, text: string}[]} */
  const said = [];
  page.on('console', message => {
    const [type, text] = [message.type(), message.text()];
    const isOfUse = type === 'error' || (type === 'warning' && isOurs(text));
    if (isOfUse && said.length < mostEvents) said.push({ type, text: short(text) });
  });
  await page.addInitScript(listen, failed);
  const requests = await watchRequests(page, new Set(scripts.map(script => script.url)));
  await page.goto(url, { waitUntil: 'domcontentloaded', timeout: loading });
  const elements = await untilShown(page, reference, patience);
  const failures = listOf(await page.evaluate(key => /** @type {any} */ (window)[key], failed)).map(short);
  return { elements, failures, said, requests };
}

/** @param {Seen} element @param {import('./reference.js').Reference} reference */
const isInItsLanguage = ({ asked, language }, { languages }) =>
  language === (languageOf(asked ?? '', languages) ?? 'en');

/** @param {import('playwright-core').Page} page @param {import('./reference.js').Reference} reference @param {number} patience @returns {Promise<Seen[]>} */
async function untilShown(page, reference, patience) {
  const end = Date.now() + patience;
  await page.waitForLoadState('load', { timeout: patience }).catch(() => {});
  for (;;) {
    const elements = seenOf(await page.evaluate(inspect, `tel:${reference.helpline}`));
    const ours = elements.filter(({ tag }) => reference.contracts.has(tag));
    const isDone = ours.every(element => element.isShown && isInItsLanguage(element, reference));
    // Where nothing is yet, an application may still be about to put it there.
    if ((isDone && (ours.length || Date.now() > end - patience + 1000)) || Date.now() > end) return ours;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

/** @param {Seen[]} elements @param {string[]} failures tags @param {Embed[]} embeds @param {import('./reference.js').Reference} reference @returns {Finding[]} */
function elementFindings(elements, failures, embeds, reference) {
  const inHtml = embeds.filter(({ way }) => way === 'tag' || way === 'placeholder');
  /** The same in the HTML: the how-manyth of its name. @param {Seen} element @param {number} index */
  const embedOf = ({ tag }, index) => {
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
      /** @type {Finding[]} */
      const findings = [];
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
      if (tag === 'havn-hotline-banner' && number !== 'seen')
        findings.push(
          finding(
            number === 'covered' ? 'number-covered' : 'number-hidden',
            told`In <${tag}> the number is ${number}.`,
            place,
          ),
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
    // A placeholder that nobody has filled is not among them.
    ...inHtml.flatMap(embed => {
      const tag = `havn-${embed.name}`;
      const count = inHtml.filter(({ name }) => name === embed.name).length;
      const isFilled = elements.filter(element => element.tag === tag).length >= count;
      return embed.way === 'placeholder' && reference.contracts.has(tag) && !isFilled
        ? [
            finding(
              'element-not-shown',
              told`${nameInWords(embed)} has not been filled.`,
              placeOf(embed.node),
            ),
          ]
        : [];
    }),
  ];
}

/** The folder that a script may load from. @param {import('./scripts.js').Script} script */
const folderOf = ({ url }) => new URL('.', url).href;

/** @param {{type: string, text: string}[]} said @param {import('./scripts.js').Script[]} scripts @returns {Finding[]} */
function consoleFindings(said, scripts) {
  const isAbout = (/** @type {string} */ text) =>
    scripts.some(script => text.includes(script.url) || text.includes(`${folderOf(script)}locales/`));
  return said.flatMap(({ type, text }) => {
    const line = text.replace(/\s+/g, ' ').trim();
    if (type === 'warning') return finding('console-warning', told`${line}`);
    return type === 'error' && isAbout(text) ? finding('script-blocked', told`${line}`) : [];
  });
}

/** @param {{url: string, by: string}[]} requests @param {Embed[]} embeds @param {import('./scripts.js').Script[]} scripts @param {string} page @returns {Finding[]} */
function requestFindings(requests, embeds, scripts, page) {
  const named = [
    ...scripts.map(({ node }) => attribute(node, 'data-facts')),
    ...embeds.map(({ attributes }) => attributes.src),
  ].flatMap(address => (address && URL.canParse(address, page) ? new URL(address, page) : []));
  const mayAsk = (/** @type {string} */ url) =>
    /^(?:blob|data):/.test(url) ||
    scripts.some(script => url.startsWith(folderOf(script))) ||
    // The feed of facts has its signature and its languages beside it.
    named.some(address => url.startsWith(new URL('.', address).href));
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

/** @param {unknown} error */
const reasonOf = error => (error instanceof Error ? error.message : String(error)).split('\n')[0];

/**
 * @template Value
 * @param {Promise<Value>} promise
 * @param {number} milliseconds
 * @returns {Promise<Value>} rejected, where it takes longer
 */
async function within(promise, milliseconds) {
  /** @type {NodeJS.Timeout | undefined} */
  let clock;
  const end = new Promise((_, reject) => {
    clock = setTimeout(
      () => reject(new Error(`not done within ${Math.ceil(milliseconds / 1000)} seconds`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([promise, /** @type {Promise<never>} */ (end)]);
  } finally {
    clearTimeout(clock);
  }
}

/** How long a browser may take to close. */
const closing = 2000;

/**
 * @typedef {object} Settings
 * @property {string} agent what the fetching half says it is
 * @property {number} patience how long an element may take until it shows, in milliseconds
 * @property {boolean} isWithoutSandbox
 */

/**
 * Starts a Chromium, and another one where a page has not let go of it.
 * @param {import('./reference.js').Reference} reference
 * @param {Settings} settings
 */
export function browserFor(reference, { agent, patience, isWithoutSandbox }) {
  /** @type {import('playwright-core').Browser | undefined} */
  let running;
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

  /** @param {import('./scripts.js').Place} place @param {import('./scripts.js').Script[]} scripts */
  async function look({ address, isPublic }, scripts) {
    const browser = running ?? (await start());
    const inside = isPublic ? undefined : { name: hostOf(new URL(address)), isOwn: isPrivate };
    const proxy = await openProxy(boundsOf(isPublic), inside);
    try {
      const context = await browser.newContext({
        userAgent,
        viewport: { width: 1000, height: 800 },
        proxy: { server: proxy.address, bypass: '<-loopback>' },
      });
      const seen = await watch(context, address, scripts, reference, patience);
      await context.close();
      return seen;
    } finally {
      proxy.close();
    }
  }

  return {
    /** @returns {Promise<string | undefined>} why there is none */
    async hindrance() {
      try {
        running ??= await start();
        return undefined;
      } catch (error) {
        await close();
        return reasonOf(error);
      }
    },

    /**
     * @param {import('./scripts.js').Place} place
     * @param {Embed[]} embeds those of the HTML
     * @param {import('./scripts.js').Script[]} scripts
     * @param {number} most how long it may take, in milliseconds
     * @returns {Promise<{elements: Seen[], findings: Finding[]}>}
     */
    async visit(place, embeds, scripts, most) {
      try {
        const { elements, failures, said, requests } = await within(look(place, scripts), most);
        return {
          elements,
          findings: [
            ...elementFindings(elements, failures, embeds, reference),
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

/** @typedef {ReturnType<typeof browserFor>} Browser */
