/**
 * Reads pages in a process of its own: whatever a page does to it, the one that asks (reader-process.js) ends it, and goes
 * on with the next.
 */
import { browserFor } from './browser.js';
import { fetcher, Unreachable } from './fetching.js';
import { verifyPage } from './page.js';
import type { Question, Reply } from './reader-process.js';
import type { Settings } from './reference.js';
import { pagesOf } from './sitemap.js';

function begin({ reference, agent, today, patience, most, isWithoutSandbox }: Settings) {
  const browser = browserFor(reference, { agent, patience, isWithoutSandbox });
  return { reference, fetcher: fetcher(agent, most), today, most, browser };
}

/** Made of the first message. */
let context: ReturnType<typeof begin> | undefined;

function answerTo(question: Question, { browser, ...withoutScript }: ReturnType<typeof begin>) {
  if (question.kind === 'browser') return browser.hindrance();
  if (question.kind === 'sitemap') return pagesOf(question.url, withoutScript.fetcher);
  return verifyPage(question.url, question, { ...withoutScript, ...(question.isWithScript && { browser }) });
}

const reply = (said: Reply) => process.send?.(said);

process.on('message', async (message: unknown) => {
  if (!context) {
    context = begin(message as Settings);
    return;
  }
  try {
    reply({ answer: await answerTo(message as Question, context) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    reply({ reason: error instanceof Unreachable ? reason : `cannot be looked at: ${reason}` });
  }
});
process.on('disconnect', async () => {
  await context?.browser.close();
  process.exit();
});
