/** Chromium on a real WordPress: accounts, the editor, and the pages that readers get. All errors are collected. */
import type { BrowserContext, ElementHandle, Frame, HTTPRequest, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { chromiumArguments, chromiumPath } from './chromium.js';
import { passwords } from './wordpress-host.js';

type Account = keyof typeof passwords;

/** Polls with a timer, not with animation frames: on a busy machine, a browser may not paint for a while. */
export const often = { polling: 100 };

/** The parts of the editor's scripts that the tests use. */
interface Block {
  name: string;
  clientId: string;
  isValid: boolean;
}
interface Stores {
  'core/editor': {
    select: {
      getCurrentPost: () => { id?: number } | undefined;
      getCurrentPostId: () => number;
      getEditedPostAttribute: (name: string) => unknown;
      getEditedPostContent: () => string;
      getPermalink: () => string;
      didPostSaveRequestFail: () => boolean;
    };
    dispatch: {
      editPost: (changes: { title?: string; status?: string }) => void;
      savePost: () => Promise<void>;
    };
  };
  'core/block-editor': {
    select: { getBlocks: () => Block[]; getSelectedBlockClientId: () => string | null };
    dispatch: { insertBlocks: (blocks: Block[]) => void; selectBlock: (clientId: string) => void };
  };
}
export type Editor = typeof window & {
  wp: {
    blocks: {
      createBlock: (name: string, attributes?: object) => Block;
      getBlockType: (name: string) => { title: string };
    };
    data: {
      select: <Name extends keyof Stores>(name: Name) => Stores[Name]['select'];
      dispatch: <Name extends keyof Stores>(name: Name) => Stores[Name]['dispatch'];
    };
  };
};

export async function logIn(page: Page, origin: string, who: Account) {
  await page.goto(`${origin}/wp-login.php?redirect_to=${encodeURIComponent(`${origin}/sample-page/`)}`);
  await page.evaluate(
    (name, password) => {
      const field = (id: string) => document.getElementById(id) as HTMLInputElement;
      field('user_login').value = name;
      field('user_pass').value = password;
    },
    who,
    passwords[who],
  );
  await Promise.all([page.waitForNavigation(), page.click('#wp-submit')]);
}

export async function openBrowser(origin: string) {
  const browser = await puppeteer.launch({
    executablePath: chromiumPath(),
    args: chromiumArguments,
    headless: true,
    protocolTimeout: 60_000,
  });
  /** Console messages and exceptions. */
  const complaints: string[] = [];
  /** Requests that would have left the site. */
  const strays: string[] = [];
  /** Requests of open pages that have no answer yet. */
  const unanswered: Map<unknown, string> = new Map();
  let isWatched = true;

  async function watch(page: Page) {
    await page.setViewport({ width: 1280, height: 900 });
    page.setDefaultTimeout(30_000);
    page.on('console', message => {
      const text = message.text();
      // WordPress's own jQuery logs that it has loaded.
      const isOfJquery = /^(?:log|debug)$/.test(message.type()) && text.startsWith('JQMIGRATE');
      if (isWatched && !isOfJquery) complaints.push(`${page.url()} ${message.type()}: ${text}`);
    });
    page.on('pageerror', error => {
      if (isWatched) complaints.push(`${page.url()} ${error instanceof Error ? error.message : error}`);
    });
    for (const end of ['requestfinished', 'requestfailed'] as const)
      page.on(end, request => unanswered.delete(request));
    page.on('close', () => {
      for (const request of unanswered.keys())
        if ((request as HTTPRequest).frame()?.page() === page) unanswered.delete(request);
    });
    page.on('request', request => {
      const url = request.url();
      if (!/^(?:blob|data|about):/.test(url)) unanswered.set(request, `${request.method()} ${url}`);
      if (!url.startsWith(origin) && !/^(?:blob|data|about):/.test(url)) strays.push(url);
    });
    return page;
  }

  const contexts: Map<string, BrowserContext> = new Map();
  /** A page that is logged in to an account, or a page of a reader, who is logged out. */
  async function pageOf(who: Account | 'reader') {
    const known = contexts.get(who);
    if (known) return watch(await known.newPage());
    const context = await browser.createBrowserContext();
    contexts.set(who, context);
    const page = await watch(await context.newPage());
    if (who === 'reader') return page;
    await logIn(page, origin, who);
    return page;
  }

  return {
    complaints,
    strays,
    unanswered,
    pageOf,
    /** Ignores messages and exceptions during `work`. */
    async unwatched(work: () => Promise<void>) {
      isWatched = false;
      await work().finally(() => {
        isWatched = true;
      });
    },
    /** A page that a reader opens, logged out. */
    async read(address: string, { script = true }: { script?: boolean } = {}) {
      const page = await pageOf('reader');
      await page.setJavaScriptEnabled(script);
      await page.goto(address.startsWith('http') ? address : origin + address, { waitUntil: 'load' });
      return page;
    },
    close: () => browser.close(),
  };
}

/** Runs in the page: returns its Havn elements, whether each has rendered, its language and its text. */
export function readElements() {
  return [...document.querySelectorAll('*')]
    .filter(({ localName }) => localName.startsWith('havn-'))
    .map(element => {
      const root = element.shadowRoot;
      return {
        name: element.localName.slice('havn-'.length),
        isUp: Boolean(root?.querySelector('[part~=base]')),
        language: root?.querySelector('[part~=base]')?.getAttribute('lang') ?? null,
        fallback: element.textContent?.trim().length ?? 0,
        attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
        text: root?.querySelector('[part~=base]')?.textContent ?? '',
      };
    });
}

/** Opens the editor of a page. */
export async function openEditor(page: Page, address: string) {
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(() => {
    const { wp } = window as Partial<Pick<Editor, 'wp'>>;
    return wp?.data?.select('core/block-editor') && wp.data.select('core/editor').getCurrentPost()?.id;
  }, often);
  const handle = await page.waitForSelector('iframe[name=editor-canvas]');
  const canvas = (await handle?.contentFrame()) as Frame;
  await canvas.waitForSelector('.editor-post-title, .wp-block-post-title');
  return canvas;
}

/**
 * Chooses a block, and waits for one of its settings in the sidebar. It is chosen until it stays so: when the title of a
 * new page gets the focus, a moment after the page has loaded, the editor takes the choice back.
 *
 * @param setting the selector of something in the sidebar
 */
export const showSettings = async (page: Page, index: number, setting: string, words: string = '') => {
  const found = await page.waitForFunction(
    (index, setting, words) => {
      const { select, dispatch } = (window as Editor).wp.data;
      const { getBlocks, getSelectedBlockClientId } = select('core/block-editor');
      const id = getBlocks().at(index)?.clientId;
      if (id && id !== getSelectedBlockClientId()) dispatch('core/block-editor').selectBlock(id);
      return [...document.querySelectorAll<HTMLElement>(`.block-editor-block-inspector ${setting}`)].find(
        ({ textContent }) => textContent?.includes(words),
      );
    },
    often,
    index,
    setting,
    words,
  );
  return found as ElementHandle<HTMLElement>;
};

/** Saves the page in the editor, and returns its address and content. */
export const savePage = (page: Page, status?: string) =>
  page.evaluate(async status => {
    const { data } = (window as Editor).wp;
    if (status) data.dispatch('core/editor').editPost({ status });
    await data.dispatch('core/editor').savePost();
    const { didPostSaveRequestFail, getPermalink, getCurrentPostId, getEditedPostContent } =
      data.select('core/editor');
    return {
      failed: didPostSaveRequestFail(),
      address: getPermalink(),
      id: getCurrentPostId(),
      content: getEditedPostContent(),
    };
  }, status);
