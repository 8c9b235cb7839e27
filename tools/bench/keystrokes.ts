/**
 * From the key to the picture: how long after a key is pressed in the search field the finder has painted what it found,
 * in Chromium with a CPU four times slower, among the bundled, 10 000 and 100 000 services. And how long the index takes,
 * at full speed, with the longest time in which the page could not answer until the finder searched it.
 */
import type { Page } from 'playwright-core';
import { openBrowser } from '../test/harness.js';
import { withDistractors } from './distractors.js';
import { median } from './figures.js';
import { bundledIn } from './quality.js';
import { ownCount } from './records.js';

/** In milliseconds, by the number of services. None: a bare field, which tells what the machine takes anyway. */
const budgets = { 0: 0, [ownCount()]: 50, 10000: 50, 100000: 64 };

/** Each key of these, and the one that clears the field after it, is one measurement: letters that fit nearly everything, words, sentences, a slip. */
const typed = ['krisesenter', 'hjelp til barn', 'noen aa snakke med', 'oppholdstilatelse', 'mat og penger'];

interface Row {
  /** how many there are: the bundled ones alone, or so many more; 0: a bare field */
  services: number;
  /** in milliseconds, from the key to the picture */
  p95: number;
  /** for p95; 0: there is none */
  budget: number;
  /** how long the index takes, in milliseconds at full speed; 0: there is none to build */
  index: number;
  /** task of the page until the finder searches them: each record has passed the gate, too */
  longest: number;
}

export async function measureKeystrokes(): Promise<Row[]> {
  const browser = await openBrowser();
  try {
    const rows = [];
    for (const [services, budget] of Object.entries(budgets)) {
      const directory = withDistractors(bundledIn('nb'), Number(services), 'nb');
      browser.serve('/directory.json', { body: JSON.stringify(directory), type: 'application/json' });
      rows.push(await measureAmong(browser, Number(services), budget));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

/** How often each key is pressed, on a page of its own: its time is the median, as a shared machine stops now and then. */
const rounds = 3;

async function measureAmong(
  browser: Awaited<ReturnType<typeof openBrowser>>,
  services: number,
  budget: number,
): Promise<Row> {
  const all: number[][] = [];
  let built = { index: 0, longest: 0 };
  for (let round = 0; round < rounds; round++) {
    const { page } = await browser.open(
      `<!doctype html><html lang="nb"><meta charset="utf-8"><title>Test</title>
       ${services ? '<script src="/dist/havn.js"></script><havn-service-finder></havn-service-finder>' : '<input>'}`,
    );
    if (services > ownCount()) built = await setDirectory(page);
    all.push(await timesOfKeys(page));
    await page.close();
  }
  const [first = []] = all;
  const times = sorted(first.map((_, key) => median(all.map(round => round[key] ?? Number.NaN))));
  const p95 = times[Math.floor(times.length * 0.95)] ?? Number.NaN;
  return { services, p95, budget, ...built };
}

const sorted = (numbers: number[]) => numbers.toSorted((one, other) => one - other);

/** @returns in the order of the keys */
async function timesOfKeys(page: Page): Promise<number[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate(observeKeys);
  for (const words of typed) {
    // The whole line again each time, as somebody does who thinks of other words.
    await page.locator('input').fill('');
    await page.locator('input').focus();
    for (const letter of words) {
      const before = await page.evaluate('times.length');
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await page.waitForFunction(`times.length > ${before}`);
    }
  }
  return page.evaluate('times');
}

const setDirectory = (page: Page): Promise<Pick<Row, 'index' | 'longest'>> =>
  page.evaluate(async directoryModule => {
    const { indexDirectory }: typeof import('havn-widgets/directory') = await import(directoryModule);
    const directory = await (await fetch('/directory.json')).json();
    const finder = document.querySelector('havn-service-finder') as Element;
    let longest = 0;
    const observer = new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    // Reading the directory is not of the finder's doing.
    await new Promise(resolve => setTimeout(resolve, 500));
    const start = performance.now();
    await indexDirectory(directory);
    const index = performance.now() - start;
    observer.observe({ type: 'longtask' });
    Object.assign(finder, { directory });
    const label = () => finder.shadowRoot?.querySelector('[part=count]')?.textContent;
    const before = label();
    while (label() === before) await new Promise(resolve => setTimeout(resolve, 1));
    await new Promise(resolve => setTimeout(resolve, 200));
    return { index, longest };
  }, '/dist/npm/directory/index.js');

/** Runs in the page: from the time stamp of the key to after the frame that it led to. */
function observeKeys() {
  const times: number[] = [];
  Object.assign(window, { times });
  let pressed = 0;
  addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
  addEventListener(
    'input',
    () => {
      const start = pressed;
      requestAnimationFrame(() => {
        // A message is heard after the frame has been painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - start);
        port2.postMessage(0);
      });
    },
    true,
  );
}
