/** The Chromium of the machine: nothing is downloaded. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// Debian packs the same engine without the windows of the browser, too: its pages cost a third.
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
  // What a whole Chromium or Chrome asks of its maker ends at a closed port of this machine.
  '--gaia-url=http://127.0.0.1:9',
  '--google-apis-url=http://127.0.0.1:9',
  '--component-updater=url-source=http://127.0.0.1:9',
];

function isExecutable(path: string) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns the path of the first that is here, or of what CHROME_PATH names */
function find(names: string[]): string | undefined {
  const { CHROME_PATH = '', PATH = '' } = process.env;
  const folders = ['/usr/bin', ...PATH.split(delimiter).filter(Boolean)];
  return [
    ...(CHROME_PATH && (names.includes(shell) || !CHROME_PATH.endsWith(shell)) ? [CHROME_PATH] : []),
    ...names.flatMap(name => folders.map(folder => join(folder, name))),
  ].find(isExecutable);
}

/** @returns the path of a Chromium or Chrome; `undefined`: there is none */
export const findChromium = (): string | undefined => find([shell, ...whole]);

/**
 * @returns the same
 * @throws where there is none
 */
export function chromiumPath() {
  const path = findChromium();
  if (!path) throw new Error('No Chromium found: install one, or set CHROME_PATH');
  return path;
}

/** @returns the path of one that hands telephone numbers on to the system */
export const findWholeChromium = (): string | undefined => find(whole);
