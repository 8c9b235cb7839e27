import { createElement } from './create-element.js';

/**
 * Leaving the page. Nothing here tells the host page: no event, no log, no storage.
 */

// A form or image named after a member of the document shadows it, and so does a field in a form.
const { querySelector, querySelectorAll, open } = Document.prototype;
const { matches } = Element.prototype;

// Kept here, since `letGo` replaces it in a page that is being left.
const { preventDefault } = Event.prototype;

/** An entry in the history of this tab. */
interface Entry {
  readonly key: string;
  readonly sameDocument: boolean;
}
/** What we use of the Navigation API, which Firefox before 147 and Safari before 26.2 do not have. */
interface Navigation extends EventTarget {
  entries(): readonly Entry[];
  traverseTo(key: string): { readonly committed: Promise<unknown> };
  navigate(
    href: string,
    options: { history: 'push' },
  ): Readonly<Record<'committed' | 'finished', Promise<unknown>>>;
}
const navigationOf = (page: Window) => (page as { navigation?: Navigation }).navigation;

/**
 * The same where a script of the page has a variable called `navigation`. The browser's own is on no prototype; a frame
 * of ours has a getter that answers for any window.
 */
function ownNavigationOf(page: Window): Navigation | undefined {
  const found = navigationOf(page);
  if (!('navigation' in page) || typeof found?.traverseTo === 'function') return found;
  const frame = createElement('iframe');
  rootOf(page.document)?.append(frame);
  const { get } = Object.getOwnPropertyDescriptor(frame.contentWindow ?? {}, 'navigation') ?? {};
  frame.remove();
  return get?.call(page);
}

let isOnWay = false;
/** Whether the next page has been requested. */
let isAsked = false;

const keepQuiet = (event: Event) => {
  if (isOnWay) event.stopImmediatePropagation();
  // A timer of the page may navigate elsewhere, such as to "you have been logged out": the next page would not load.
  if (isAsked) preventDefault.call(event);
};

/** Escape would stop the next page from loading, and leave a blank page with the address of this one. */
const keepAsking = (event: Event) => {
  if ((event as KeyboardEvent).key === 'Escape') preventDefault.call(event);
};

/**
 * Hides where the exit leads from listeners of the Navigation API that are added later. Never undone: the element is
 * removed with the page, and that would be too early.
 */
export function keepWayQuiet(): void {
  attempt(() => {
    navigationOf(window)?.addEventListener('navigate', keepQuiet, true);
  });
}

/** Runs a step that a page may have broken (`var navigation`, frozen events): that must not keep the reader here. */
export function attempt<Result>(step: () => Result): Result | undefined {
  try {
    return step();
  } catch {
    // The next step runs anyway.
    return undefined;
  }
}

const rootOf = (page: Document) => querySelector.call(page, ':root');

/** Whether a page, such as the one around our frame, is of the same origin. */
export function canTouch(page: Window | null): boolean {
  try {
    return !!page?.document;
  } catch {
    return false;
  }
}

/** Our window and the windows around its frame, innermost first. */
function windowsAround(): (Window | null)[] {
  // A page may have something else called `parent`.
  if (top === window) return [window];
  const all: (Window | null)[] = [];
  // So may a page in a frame.
  attempt(() => {
    for (let at: Window = window; all.indexOf(at) < 0; at = at.parent) all.push(at);
  });
  if (all.indexOf(top) < 0) all.push(top);
  return all;
}

/** The frames among elements, and in their open shadow trees, such as that of a chat. */
const framesIn = (elements: Iterable<Element>): HTMLIFrameElement[] =>
  [...elements].flatMap(element => [
    ...(matches.call(element, 'iframe,frame,object,embed') ? [element as HTMLIFrameElement] : []),
    ...(element.shadowRoot ? framesIn(element.shadowRoot.querySelectorAll('*')) : []),
  ]);

/** The frames in a page except ours. None if ours is not found among them, since then any of them may contain it. */
function otherFrames(page: Document, ours: readonly unknown[]): readonly HTMLIFrameElement[] {
  const frames = framesIn(querySelectorAll.call(page, '*'));
  // Also by element, since an `<embed>` has no `contentWindow`.
  const others = frames.filter(frame => ours.indexOf(frame) < 0 && ours.indexOf(frame.contentWindow) < 0);
  return page === document || others.length < frames.length ? others : [];
}

/** What a listener of `beforeunload`, or of `navigate` of the Navigation API, can use to keep the reader on a page. */
const holds = [
  ['Event', 'preventDefault'],
  ['Event', 'returnValue'],
  ['BeforeUnloadEvent', 'returnValue'],
  ['NavigateEvent', 'intercept'],
  // A script that counts in the title would bring the title back while the next page loads.
  ['Document', 'title'],
] as const;

/**
 * Lets nobody keep the reader on a page that is left at once. Where `document.open()` does not remove its listeners
 * nothing else can, and Chromium calls listeners in the order in which they were added.
 * @returns undoes it
 */
function letGo(page: Window): () => void {
  const undo: (() => void)[] = [];
  for (const [type, name] of holds) {
    const { prototype } = (page as unknown as Record<string, { prototype: object } | undefined>)[type] ?? {};
    const own = prototype && Object.getOwnPropertyDescriptor(prototype, name);
    if (!own) continue;
    const nothing = () => {};
    attempt(() => {
      Object.defineProperty(prototype, name, { ...own, [own.get ? 'set' : 'value']: nothing });
      undo.push(() => Object.defineProperty(prototype, name, own));
    });
  }
  attempt(() => {
    const { name, onbeforeunload } = page;
    // The next page could read the `window.name` that this page has set.
    page.name = '';
    page.onbeforeunload = null;
    undo.push(() => {
      page.name = name;
      page.onbeforeunload = onbeforeunload;
    });
  });
  return () => {
    for (const step of undo) attempt(step);
  };
}

/** More than a page has made. A script that fakes timers may give them any number. */
const mostTimers = 100_000;

/**
 * Clears the timers of a page that is being left: one that goes forward or back, stops the page or sends a form while the
 * next page loads would keep the reader on a blank page with this address. In every browser timers count up from 1.
 */
function clearTimers(page: Window): void {
  const last = page.setTimeout(() => {});
  for (let before = 0; before < Math.min(last, mostTimers); before++) page.clearTimeout(last - before);
}

/** Removes everything in a document but an element and what is around it. */
function removeAllBut(kept: Element, root: HTMLElement): void {
  const range = new Range();
  range.selectNodeContents(root);
  range.setEndBefore(kept);
  range.deleteContents();
  range.selectNodeContents(root);
  range.setStartAfter(kept);
  range.deleteContents();
  // The page may have a style that shows what is hidden.
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
}

/**
 * Replaces everything in a document with a title.
 * @param frame our frame, where it must go on: one that is removed stops
 */
function blank(page: Document, title: string, icon: HTMLLinkElement | null, frame: Element | null): void {
  const old = rootOf(page) as HTMLElement | null;
  const root = frame && old ? old : createElement('html');
  if (frame) removeAllBut(frame, root);
  const name = createElement('title');
  name.textContent = title;
  root.append(name);
  // Also hides what a timer of the page adds to it.
  root.hidden = true;
  // Only in a page that has an icon: in another one the policy of the page may forbid it.
  if (icon) {
    icon.href = 'data:,';
    root.append(icon);
  }
  // A document cannot have a second root element.
  if (!old) Node.prototype.appendChild.call(page, root);
  else if (old !== root) Element.prototype.replaceWith.call(old, root);
}

/** In milliseconds: the page is blank while we wait. */
const longestWayBack = 300;

/** The entries of the history that lead to a page: a link within the page, or a script of it, may have added some. */
const ownEntries = (navigation: Navigation | undefined): readonly Entry[] =>
  attempt(() => navigation?.entries().filter(({ sameDocument }) => sameDocument)) ?? [];

/**
 * Goes back to the first entry that leads to these pages, ours and those around our frame, and makes it lead to the
 * front page of the site. If this is the front page, to a file that most sites have and that tells nothing.
 */
async function goToFirst(navigations: readonly (Navigation | undefined)[]): Promise<void> {
  const { document, location, history } = top as Window;
  // Firefox keeps 50 entries, but lists older ones too and refuses to go to those: then the next one is tried.
  for (const navigation of navigations)
    for (const { key } of ownEntries(navigation).slice(-history.length)) {
      const isThere = navigation?.traverseTo(key).committed.then(
        () => true,
        () => false,
      );
      const isLate = new Promise<true>(resolve => setTimeout(resolve, longestWayBack, true));
      if (await Promise.race([isThere, isLate])) break;
    }
  // From the prototype, since scripts that count visits replace the method, or have a global of their own called
  // `History`. Only now, since the interface takes memory.
  (Object.getPrototypeOf(history) as History).replaceState.call(
    history,
    null,
    '',
    location.pathname === '/' ? '/robots.txt' : '/',
  );
  // The entry keeps the title of the page until the title changes after that.
  const title = querySelector.call(document, 'title');
  if (title) title.textContent = location.hostname;
}

/**
 * Adds the next page to the history. Chromium lets `location.assign` replace an entry in a page that loads, as it does
 * after `document.open()`, unless a press came before it, and Shift is none: Forward would lead to what came later.
 */
function push(href: string, navigation: Navigation | undefined): void {
  // `navigate()` to another site now and then ends the whole browser (WebKitGTK 2.54).
  if (!navigation || navigator.userActivation?.isActive) {
    (top as Window).location.assign(href);
    return;
  }
  const { committed, finished } = navigation.navigate(href, { history: 'push' });
  for (const promise of [committed, finished]) promise.catch(() => {});
}

/** `location.replace()` has no option for the referrer. */
function sendNoReferrer(page: Document): void {
  const referrer = createElement('meta');
  referrer.name = 'referrer';
  referrer.content = 'no-referrer';
  rootOf(page)?.append(referrer);
}

const iconOf = (page: Document) => querySelector.call(page, 'link[rel~=icon i]') as HTMLLinkElement | null;

/**
 * Removes the frames that are not ours: a page in one could ask "are you sure?" before we leave.
 * @returns whether there were any
 */
function removeFrames(pages: readonly Document[], ours: readonly unknown[]): boolean {
  const others = pages.flatMap(page => attempt(() => otherFrames(page, ours)) ?? []);
  for (const frame of others) attempt(() => frame.remove());
  return others.length > 0;
}

/** A browser may keep the blank page in its back/forward cache. */
function reloadWhenBack(page: Window): void {
  addEventListener('pageshow', ({ persisted }) => {
    // In XHTML the page that is being left may still finish loading.
    if (!persisted) return;
    isAsked = false;
    page.location.reload();
  });
}

/**
 * Replaces this page, and the page around its frame, with another one. The page is blanked at once, with all that was
 * typed and answered in it, and Back does not lead to it. It stays in the history of the browser.
 * `false`: the frame is not allowed to navigate the page around it. Nothing changes then, except that the page has a
 * referrer policy that tells the next page nothing.
 */
export function leavePage(href: string): boolean {
  // Reading aloud would go on until the next page has loaded.
  attempt(() => speechSynthesis.cancel());
  const around = windowsAround();
  const pages = around.filter(canTouch) as Window[];
  // Read first: once a page around our frame is blank, our document is gone.
  const documents = pages.map(({ document }) => document);
  for (const document of documents) attempt(() => sendNoReferrer(document));
  const icons = documents.map(iconOf);
  const frames = pages.map(({ frameElement }) => frameElement);
  const navigations = pages.map(page => attempt(() => ownNavigationOf(page)));
  // If the page around is of another origin, we may not be allowed to navigate it: then nothing may change.
  const hasFrames = canTouch(top) && removeFrames(documents, [...around, ...frames]);
  // Removes all listeners of the page, so that it cannot ask "are you sure?". Not possible in XHTML.
  if (top === window) attempt(() => (open as () => Document).call(document));
  const undo = pages.map(letGo);
  isOnWay = true;
  // Whether our frame can be kept alone in each page around it: not in a shadow tree.
  const isKept = documents.slice(1).every((outer, index) => rootOf(outer)?.contains(frames[index] ?? null));
  // A frame that loaded another page added an entry to the history, but not to the entries of the page around it.
  const mayHaveMore = hasFrames && navigations.every(Boolean);
  const hasMore =
    isKept &&
    pages.length === around.length &&
    (mayHaveMore || navigations.some(one => ownEntries(one).length > 1));
  const replace = () => {
    (top as Window).location.replace(href);
    isAsked = true;
  };
  try {
    if (!hasMore) replace();
  } catch {
    isOnWay = false;
    for (const step of undo) step();
    return false;
  }
  for (const page of pages) attempt(() => clearTimers(page));
  // Back would lead to the other entries, and Forward too, unless the next page is added after the first of them.
  if (hasMore)
    goToFirst(navigations)
      .then(() => {
        push(href, navigations[navigations.length - 1]);
        isAsked = true;
      })
      .catch(replace);
  // Innermost first: blanking a page around our frame removes the frame, unless it must go on.
  pages.forEach((page, index) => {
    attempt(() => {
      // The tab shows the host name of the next page.
      const frame = hasMore ? frames[index - 1] : null;
      blank(documents[index] as Document, href.split('/')[2] as string, icons[index] ?? null, frame ?? null);
      page.addEventListener('keydown', keepAsking, true);
    });
  });
  attempt(() => reloadWhenBack(hasMore ? (top as Window) : window));
  return true;
}
