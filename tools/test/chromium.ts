/** Finds the Chromium that is installed on this machine; nothing is downloaded. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// Debian also packages the engine as a headless shell, without a browser window: a page takes a third of the time.
const shell = 'chromium-headless-shell';
const whole = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Nothing but our own pages may reach the network. */
export const chromiumArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Sends the background requests of a full Chromium or Chrome to Google to a closed port of this machine.
  '--gaia-url=http://127.0.0.1:9',
  '--google-apis-url=http://127.0.0.1:9',
  '--component-updater=url-source=http://127.0.0.1:9',
];

/** Graphics in the browser's own process take a twentieth to a tenth less of the processor. */
export const drawnInOneProcess = ['--in-process-gpu'];

/**
 * So does drawing in the page's own thread. Not with Playwright: there, an element never comes to rest, and so it is not
 * clicked.
 */
export const drawnInOneThread = [...drawnInOneProcess, '--disable-threaded-animation'];

/**
 * Compositing in that thread too takes another fifth less, but a page that is resized or photographed gets no animation
 * frame any more: only for the element tests.
 */
export const composedInOneThread = [...drawnInOneThread, '--disable-threaded-compositing'];

function isExecutable(path: string) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns CHROME_PATH, or else the path of the first name that is installed */
function find(names: string[]): string | undefined {
  const { CHROME_PATH = '', PATH = '' } = process.env;
  const folders = ['/usr/bin', ...PATH.split(delimiter).filter(Boolean)];
  return [
    ...(CHROME_PATH && (names.includes(shell) || !CHROME_PATH.endsWith(shell)) ? [CHROME_PATH] : []),
    ...names.flatMap(name => folders.map(folder => join(folder, name))),
  ].find(isExecutable);
}

/** @returns the path of a Chromium or Chrome, or `undefined` if none is installed */
export const findChromium = (): string | undefined => find([shell, ...whole]);

/**
 * @returns the path of a Chromium or Chrome
 * @throws if none is installed
 */
export function chromiumPath() {
  const path = findChromium();
  if (!path) throw new Error('No Chromium found: install one, or set CHROME_PATH');
  return path;
}

/** @returns the path of a full Chromium or Chrome: unlike the headless shell, it passes `tel:` links to the system */
export const findWholeChromium = (): string | undefined => find(whole);
