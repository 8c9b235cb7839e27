/** The process that reads pages: one clock for each page, and bounded memory. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Unreachable } from './fetching.js';

const program = join(import.meta.dirname, 'reader.js');
const megabytes = 1024;
/** How much longer than the clock of a page its own process has to say that it has run out. */
const respite = 4000;

/**
 * @typedef {object} Settings
 * @property {import('./reference.js').Reference} reference
 * @property {string} agent
 * @property {Date} today
 * @property {number} patience how long an element may take until it shows, in milliseconds
 * @property {number} most how long a page may take in all, in milliseconds
 * @property {boolean} isWithoutSandbox
 */

/** @typedef {{kind: 'page', url: string, isNamed: boolean, isPublicOnly: boolean, isWithScript: boolean}} PageQuestion */
/** @typedef {PageQuestion | {kind: 'sitemap', url: string} | {kind: 'browser'}} Question */

/** @param {Settings} settings */
export function openReader(settings) {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let running;
  const kill = () => running?.kill('SIGKILL');
  process.once('exit', kill);

  function start() {
    const child = fork(program, {
      execArgv: [`--max-old-space-size=${megabytes}`],
      // With sets, maps and days as they are.
      serialization: 'advanced',
      // What it would say if it came to grief is nothing for people.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    // That it has ended is said beside.
    child.on('error', () => {});
    child.once('exit', () => {
      if (running === child) running = undefined;
    });
    child.send(settings);
    return child;
  }

  /**
   * @param {Question} question
   * @returns {Promise<unknown>}
   * @throws {Unreachable} with the reason why there is no answer
   */
  function ask(question) {
    running ??= start();
    const child = running;
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(clock);
        child.off('message', take).off('exit', lose);
      };
      const give = (/** @type {string} */ reason) => {
        end();
        reject(new Unreachable(reason));
      };
      const stop = () => {
        running = undefined;
        child.kill('SIGKILL');
        give(`is not done within ${settings.most / 1000} seconds`);
      };
      const lose = () => {
        running = undefined;
        give('takes more memory than it may, or has ended what reads it');
      };
      const take = (/** @type {any} */ { answer, reason }) => {
        if (reason !== undefined) return give(reason);
        end();
        resolve(answer);
      };
      const clock = setTimeout(stop, settings.most + respite);
      child.on('message', take).on('exit', lose);
      child.send(question);
    });
  }

  return {
    /** @param {string} url @returns {Promise<{pages: string[], leftOut: string[], isPublic: boolean}>} */
    sitemap: async url => /** @type {any} */ (await ask({ kind: 'sitemap', url })),
    /** @param {Omit<PageQuestion, 'kind'>} page @returns {Promise<import('./page.js').PageReport>} */
    page: async page => /** @type {any} */ (await ask({ kind: 'page', ...page })),
    /** @returns {Promise<string | undefined>} why there is no browser */
    browserHindrance: async () => /** @type {any} */ (await ask({ kind: 'browser' })),
    close() {
      process.off('exit', kill);
      if (running?.connected) running.disconnect();
      running = undefined;
    },
  };
}
