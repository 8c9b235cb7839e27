/** How libraries find: with the same records, on a machine four times slower. */
import type { KeyInput, Page as Tab } from 'puppeteer-core';
import { interleaved, quantile, type Spread, spread } from './figures.js';
import { type Finder, finderPages } from './finder-pages.js';
import type { Lab } from './lab.js';
import { ownCount, wanted } from './records.js';

export interface FinderRow {
  name: string;
  packages: string[];
  /** of scripts, styles and WebAssembly, compressed */
  bytes: number;
  /** bytes of records or index that were fetched until the first query was answered, compressed */
  data: number;
  /** from the beginning of the visit until a query typed at once is answered, in ms */
  ready: Spread;
  /** p95 from a key to the paint of what it changes in sight, in ms */
  keystroke: number;
  /** how many keys that is of */
  keys: number;
  /** in the page after a query that finds some, those in shadow roots too */
  elements: number;
  finds: { typo: boolean; substring: boolean; folded: boolean } | undefined;
}

const slow = { cpu: 4 } as const;

/** Typed letter by letter. */
const typed = ['safe house', 'reflection'];

const queries = { typo: 'dagsentrehjelp', substring: 'senterhjelp', folded: 'maneskjoen' };

/** How long nothing has changed when a query is taken for answered, in ms. Longer than any of them waits for more keys. */
const quiet = 500;

type Page = Window & {
  finder?: Finder;
  answeredAt?: number;
  labKeys?: { start: number; painted: number; last: number };
};

/** Runs in the page before all else: types as soon as it can, and notes when the answer is painted. */
function askAtOnce(query: string, expected: string) {
  const page = window as Page;
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
  const page = window as Page;
  const { input, results } = page.finder as Finder;
  const times = { start: 0, painted: 0, last: 0 };
  page.labKeys = times;
  const textAt = (x: number, y: number): string => {
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

/** Runs in the page. */
const isQuiet = (quiet: number) => {
  const { start, last } = (window as Page).labKeys ?? { start: 0, last: 0 };
  return last >= start && performance.now() - last > quiet;
};

/** Runs in the page. */
function countElements() {
  const count = (root: Document | ShadowRoot): number =>
    [...root.querySelectorAll('*')].reduce(
      (sum, { shadowRoot }) => sum + 1 + (shadowRoot ? count(shadowRoot) : 0),
      0,
    );
  return count(document);
}

/**
 * @param what it is waited for, in words
 * @param condition runs in the page
 */
const until = (page: Tab, what: string, condition: () => unknown) =>
  page.waitForFunction(condition, { timeout: 60_000 }).catch(cause => {
    throw new Error(`${what} has not come`, { cause });
  });

/** Runs in the page. */
const hasFinder = () => Boolean((window as Page).finder);
/** Runs in the page. */
const hasAnswered = () => Boolean((window as Page).answeredAt);

const settled = (page: Tab) => page.waitForFunction(isQuiet, { polling: 50 }, quiet);

/**
 * Types a query, a key at a time.
 * @returns ms of each key
 */
async function type(page: Tab, query: string): Promise<number[]> {
  const times: number[] = [];
  for (const letter of query) {
    await page.keyboard.press(letter as KeyInput);
    await settled(page);
    times.push(
      await page.evaluate(() => {
        const { start, painted } = (window as unknown as Required<Page>).labKeys;
        return painted - start;
      }),
    );
  }
  return times;
}

async function clear(page: Tab) {
  await page.evaluate(() => (window as Page).finder?.input.select());
  await page.keyboard.press('Backspace');
  await settled(page);
}

const isCode = (path: string) => /\.(?:js|css)$|wasm/.test(path);

export async function measureFinding(
  lab: Lab,
  count: number,
  { rounds }: { rounds: number },
): Promise<FinderRow[]> {
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
      ready: [] as number[],
      keys: [] as number[],
      elements: 0,
      bytes: 0,
      data: 0,
      finds: undefined as FinderRow['finds'],
    };
  });

  const isOwn = count === ownCount();
  const [atOnce, expected] = isOwn ? ['Lauras', 'Lauras hus'] : [wanted.name.replace(/ .*/, ''), wanted.name];
  for (const round of interleaved(measured, rounds))
    for (const one of round) {
      const first = await lab.visit(one.path, {
        ...slow,
        prepare: page => page.evaluateOnNewDocument(askAtOnce, atOnce, expected),
      });
      await until(first.page, `${one.page.name}: the answer`, hasAnswered);
      one.ready.push(Number(await first.page.evaluate(() => (window as Page).answeredAt)));
      const sent = first.sent.filter(({ path }) => path !== one.path);
      const sum = (requests: typeof sent) => requests.reduce((sum, { bytes }) => sum + bytes, 0);
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
      const finds = async (query: string) => {
        await clear(page);
        await page.keyboard.type(query);
        await settled(page);
        const text = await page.evaluate(() => (window as Page).finder?.text());
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
