/** How libraries find: with the same records, on a machine four times slower. */
import { interleaved, quantile, spread } from './figures.js';
import { finderPages } from './finder-pages.js';
import { ownCount, wanted } from './records.js';

/** @typedef {import('./figures.js').Spread} Spread */

/**
 * @typedef {object} FinderRow
 * @property {string} name
 * @property {string[]} packages
 * @property {number} bytes of scripts, styles and WebAssembly, compressed
 * @property {number} data bytes of records or index that were fetched until the first query was answered, compressed
 * @property {Spread} ready from the beginning of the visit until a query typed at once is answered, in ms
 * @property {number} keystroke p95 from a key to the paint of what it changes in sight, in ms
 * @property {number} keys how many keys that is of
 * @property {number} elements in the page after a query that finds some, those in shadow roots too
 * @property {{typo: boolean, substring: boolean, folded: boolean} | undefined} finds
 */

const slow = /** @type {const} */ ({ cpu: 4 });

/** Typed letter by letter. */
const typed = ['safe house', 'reflection'];

const queries = { typo: 'dagsentrehjelp', substring: 'senterhjelp', folded: 'maneskjoen' };

/** How long nothing has changed when a query is taken for answered, in ms. Longer than any of them waits for more keys. */
const quiet = 500;

/** @typedef {import('./finder-pages.js').Finder} Finder */
/** @typedef {Window & {finder?: Finder, answeredAt?: number, labKeys?: {start: number, painted: number, last: number}}} Page */

/** Runs in the page before all else: types as soon as it can, and notes when the answer is painted. @param {string} query @param {string} expected */
function askAtOnce(query, expected) {
  const page = /** @type {Page} */ (window);
  let isTyped = false;
  requestAnimationFrame(function look() {
    const { finder } = page;
    if (finder && !isTyped) {
      isTyped = true;
      finder.input.focus();
      finder.input.value = query;
      for (const type of ['input', 'keyup'])
        finder.input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
    if (!finder?.text().includes(expected)) return void requestAnimationFrame(look);
    setTimeout(() => {
      page.answeredAt = performance.now();
    });
  });
}

/** Runs in the page: from now on notes when each key was pressed and when what it changed of what is in sight was last painted. */
function watchKeys() {
  const page = /** @type {Page} */ (window);
  const { input, results } = /** @type {Finder} */ (page.finder);
  const times = { start: 0, painted: 0, last: 0 };
  page.labKeys = times;
  /** @param {number} x @param {number} y @returns {string} */
  const textAt = (x, y) => {
    const element = document.elementFromPoint(x, y);
    return (element?.shadowRoot?.elementFromPoint(x, y) ?? element)?.textContent?.slice(0, 100) ?? '';
  };
  const inSight = () => {
    const texts = [];
    for (let y = 10; y < innerHeight; y += 40)
      for (let x = 20; x < innerWidth; x += 160) texts.push(textAt(x, y));
    return texts.join('\n');
  };
  let seen = inSight();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    const before = seen;
    seen = inSight();
    // The key itself shows in the field.
    if (seen !== before || times.painted < times.start) times.painted = now;
    times.last = now;
  };
  // The message is delivered after the frame.
  const note = () => requestAnimationFrame(() => port2.postMessage(0));
  input.addEventListener(
    'keydown',
    event => {
      times.start = event.timeStamp;
      note();
    },
    true,
  );
  new MutationObserver(note).observe(results, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  input.focus();
}

/** Runs in the page. @param {number} quiet */
const isQuiet = quiet => {
  const { start, last } = /** @type {Page} */ (window).labKeys ?? { start: 0, last: 0 };
  return last >= start && performance.now() - last > quiet;
};

/** Runs in the page. */
function countElements() {
  /** @param {Document | ShadowRoot} root @returns {number} */
  const count = root =>
    [...root.querySelectorAll('*')].reduce(
      (sum, { shadowRoot }) => sum + 1 + (shadowRoot ? count(shadowRoot) : 0),
      0,
    );
  return count(document);
}

/** @typedef {import('puppeteer-core').Page} Tab */

/**
 * @param {Tab} page
 * @param {string} what it is waited for, in words
 * @param {() => unknown} condition runs in the page
 */
const until = (page, what, condition) =>
  page.waitForFunction(condition, { timeout: 60_000 }).catch(cause => {
    throw new Error(`${what} has not come`, { cause });
  });

/** Runs in the page. */
const hasFinder = () => Boolean(/** @type {Page} */ (window).finder);
/** Runs in the page. */
const hasAnswered = () => Boolean(/** @type {Page} */ (window).answeredAt);

/** @param {Tab} page */
const settled = page => page.waitForFunction(isQuiet, { polling: 50 }, quiet);

/** Types a query, a key at a time. @param {Tab} page @param {string} query @returns {Promise<number[]>} ms of each key */
async function type(page, query) {
  /** @type {number[]} */
  const times = [];
  for (const letter of query) {
    await page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (letter));
    await settled(page);
    times.push(
      await page.evaluate(() => {
        const { start, painted } = /** @type {Required<Page>} */ (/** @type {unknown} */ (window)).labKeys;
        return painted - start;
      }),
    );
  }
  return times;
}

/** @param {Tab} page */
async function clear(page) {
  await page.evaluate(() => /** @type {Page} */ (window).finder?.input.select());
  await page.keyboard.press('Backspace');
  await settled(page);
}

const isCode = (/** @type {string} */ path) => /\.(?:js|css)$|wasm/.test(path);

/**
 * @param {import('./lab.js').Lab} lab
 * @param {number} count of records
 * @param {{rounds: number}} options
 * @returns {Promise<FinderRow[]>}
 */
export async function measureFinding(lab, count, { rounds }) {
  const { pages, files } = await finderPages(count);
  for (const { path, body } of files) lab.serve(path, body);
  const measured = pages.map((page, index) => {
    for (const { path, body } of page.files) lab.serve(path, body);
    const path = `/finder-${index}.html`;
    lab.serve(
      path,
      `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${page.name}</title><link rel="icon" href="data:,">${page.head}<body>${page.html}`,
    );
    return {
      page,
      path,
      ready: /** @type {number[]} */ ([]),
      keys: /** @type {number[]} */ ([]),
      elements: 0,
      bytes: 0,
      data: 0,
      finds: /** @type {FinderRow['finds']} */ (undefined),
    };
  });

  const isOwn = count === ownCount();
  const [atOnce, expected] = isOwn ? ['Lauras', 'Lauras hus'] : [wanted.name.split(' ')[0], wanted.name];
  for (const round of interleaved(measured, rounds))
    for (const one of round) {
      const first = await lab.visit(one.path, {
        ...slow,
        prepare: page => page.evaluateOnNewDocument(askAtOnce, atOnce, expected),
      });
      await until(first.page, `${one.page.name}: the answer`, hasAnswered);
      one.ready.push(Number(await first.page.evaluate(() => /** @type {Page} */ (window).answeredAt)));
      const sent = first.sent.filter(({ path }) => path !== one.path);
      /** @param {typeof sent} requests */
      const sum = requests => requests.reduce((sum, { bytes }) => sum + bytes, 0);
      one.bytes = sum(sent.filter(({ path }) => isCode(path)));
      one.data = sum(sent) - one.bytes;
      await first.close();

      const { page, close } = await lab.visit(one.path, slow);
      await until(page, `${one.page.name}: the field`, hasFinder);
      await page.evaluate(watchKeys);
      for (const query of typed) {
        one.keys.push(...(await type(page, query)));
        if (query === typed[0]) one.elements = await page.evaluate(countElements);
        await clear(page);
      }
      await close();
    }

  if (!isOwn)
    for (const one of measured) {
      const { page, close } = await lab.visit(one.path);
      await until(page, `${one.page.name}: the field`, hasFinder);
      await page.evaluate(watchKeys);
      /** @param {string} query */
      const finds = async query => {
        await clear(page);
        await page.keyboard.type(query);
        await settled(page);
        const text = await page.evaluate(() => /** @type {Page} */ (window).finder?.text());
        return Boolean(text?.includes(wanted.name));
      };
      one.finds = {
        typo: await finds(queries.typo),
        substring: await finds(queries.substring),
        folded: await finds(queries.folded),
      };
      await close();
    }

  return measured.map(({ page: { name, packages }, ready, keys, elements, bytes, data, finds }) => ({
    name,
    packages,
    bytes,
    data,
    ready: spread(ready),
    keystroke: quantile(keys, 0.95),
    keys: keys.length,
    elements,
    finds,
  }));
}
