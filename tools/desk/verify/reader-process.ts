/** The process that reads pages: one clock for each page, and bounded memory. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { typeScript } from '../../build/type-script.js';
import { Unreachable } from './fetching.js';
import type { PageReport } from './page.js';
import type { Settings } from './reference.js';
import type { Listed } from './sitemap.js';

const program = join(import.meta.dirname, 'reader.ts');
const megabytes = 1024;
/** How much longer than the clock of a page its own process has to say that it has run out. */
const respite = 4000;
/** A browser may need as much to start for the first time: what a page is given is not for that. */
const mostToStart = 60_000;

interface PageQuestion {
  kind: 'page';
  url: string;
  isNamed: boolean;
  isPublicOnly: boolean;
  isWithScript: boolean;
}
export type Question = PageQuestion | { kind: 'sitemap'; url: string } | { kind: 'browser' };

/** by the kind of the question */
interface Answers {
  page: PageReport;
  sitemap: Listed;
  /** why there is none */
  browser: string | undefined;
}
/** what the process says */
export type Reply<Kind extends keyof Answers = keyof Answers> =
  | { answer: Answers[Kind] }
  | { reason: string };

export function openReader(settings: Settings) {
  let running: ChildProcess | undefined;
  const kill = () => running?.kill('SIGKILL');
  process.once('exit', kill);

  function start() {
    const child = fork(program, {
      execArgv: [...typeScript, `--max-old-space-size=${megabytes}`],
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

  /** @throws {Unreachable} with the reason why there is no answer */
  function ask<Kind extends keyof Answers>(question: Question & { kind: Kind }): Promise<Answers[Kind]> {
    running ??= start();
    const child = running;
    const most = question.kind === 'browser' ? Math.max(settings.most, mostToStart) : settings.most;
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(clock);
        child.off('message', take).off('exit', lose);
      };
      const give = (reason: string) => {
        end();
        reject(new Unreachable(reason));
      };
      const stop = () => {
        running = undefined;
        child.kill('SIGKILL');
        give(`is not done within ${most / 1000} seconds`);
      };
      const lose = () => {
        running = undefined;
        give('takes more memory than it may, or has ended what reads it');
      };
      const take = (message: unknown) => {
        const reply = message as Reply<Kind>;
        if ('reason' in reply) return give(reply.reason);
        end();
        resolve(reply.answer);
      };
      const clock = setTimeout(stop, most + respite);
      child.on('message', take).on('exit', lose);
      child.send(question);
    });
  }

  return {
    sitemap: (url: string) => ask({ kind: 'sitemap', url }),
    page: (page: Omit<PageQuestion, 'kind'>) => ask({ kind: 'page', ...page }),
    browserHindrance: () => ask({ kind: 'browser' }),
    close() {
      process.off('exit', kill);
      if (running?.connected) running.disconnect();
      running = undefined;
    },
  };
}
