import { createElement } from './create-element.js';

/**
 * Leaving the page. Nothing here tells the host: no event, no log, no storage.
 */

// Forms and images named after a member of the document take its place.
const { querySelector, querySelectorAll, open } = Document.prototype;

// Before a page that is left loses it.
const { preventDefault } = Event.prototype;

let isOnWay = false;
/** The next page has been asked for. */
let isAsked = false;

const keepQuiet = (event: Event) => {
  if (isOnWay) event.stopImmediatePropagation();
  // A timer of the page that goes elsewhere, such as to "you have been logged out", would stop the next page from loading.
  if (isAsked) preventDefault.call(event);
};

/** Escape would stop the next page from loading, and leave an empty one under the address of this one. */
const keepAsking = (event: Event) => {
  if ((event as KeyboardEvent).key === 'Escape') preventDefault.call(event);
};

/**
 * Where leaving leads is heard by nobody who listens to the Navigation API after this. Not taken back: of an element that
 * goes with the page it would be too soon.
 */
export function keepWayQuiet(): void {
  attempt(() => {
    const { navigation } = window as { navigation?: EventTarget };
    navigation?.addEventListener('navigate', keepQuiet, true);
  });
}

/** Does a step that a page may have broken (`var navigation`, frozen events): it may not keep the reader here. */
export function attempt(step: () => void): void {
  try {
    step();
  } catch {
    // The next one is done all the same.
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

/** Our window and those around its frame, from the inside out. */
function windowsAround(): (Window | null)[] {
  const all: (Window | null)[] = [];
  // A page may have something else called `parent`.
  attempt(() => {
    for (let at: Window = window; all.indexOf(at) < 0; at = at.parent) all.push(at);
  });
  if (all.indexOf(top) < 0) all.push(top);
  return all;
}

/** Takes the frames out of a page, but for that in which ours is: what stands in them could ask whether one is sure. */
function removeFrames(page: Document, ours: readonly unknown[]): void {
  const frames = [...querySelectorAll.call(page, 'iframe,frame,object,embed')] as HTMLIFrameElement[];
  const others = frames.filter(frame => ours.indexOf(frame) < 0 && ours.indexOf(frame.contentWindow) < 0);
  // Where ours is not found, it may be any of them.
  if (page === document || others.length < frames.length) for (const frame of others) frame.remove();
}

/** By which a listener holds a page that is left: with `beforeunload`, or with `navigate` of the Navigation API. */
const holds = [
  ['Event', 'preventDefault'],
  ['Event', 'returnValue'],
  ['BeforeUnloadEvent', 'returnValue'],
  ['NavigateEvent', 'intercept'],
  // A counter in the title would bring it back while the next page loads.
  ['Document', 'title'],
] as const;

/**
 * From now on nobody can hold a page: for one that is left at once. Its listeners cannot be taken away where
 * `document.open()` does not, and Chromium calls them in the order in which they came.
 * @returns gives it back
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
    // The next page could read what this one has called the tab.
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

/** Nothing but a title in the place of all that was in a document. */
function blank(page: Document, title: string, icon: HTMLLinkElement | null): void {
  const root = createElement('html');
  const name = createElement('title');
  name.textContent = title;
  root.append(name);
  // Nor is seen what a timer of the page puts beside it.
  root.hidden = true;
  // Where a page has no icon of its own, one could be against its policy.
  if (icon) {
    icon.href = 'data:,';
    root.append(icon);
  }
  const old = rootOf(page);
  // A document takes no second root.
  if (old) Element.prototype.replaceWith.call(old, root);
  else Node.prototype.appendChild.call(page, root);
  page.adoptedStyleSheets = [];
}

/**
 * Goes to an address in place of this page, and of the page around its frame: it is blank before the next one answers,
 * with what was typed and answered in it, and Back does not lead to it. The browser's list of visited pages keeps it.
 * `false`: the frame must not move the page around it, and all stays as it is, but for a referrer policy that tells the
 * next page nothing.
 */
export function leavePage(href: string): boolean {
  // Reading aloud would go on until the next page has loaded.
  attempt(() => speechSynthesis.cancel());
  const around = windowsAround();
  const pages = around.filter(canTouch) as Window[];
  // Once a page around is blank, ours is gone.
  const documents = pages.map(({ document }) => document);
  const icons = documents.map(document => {
    attempt(() => {
      const referrer = createElement('meta');
      // location.replace() has no option for it.
      referrer.name = 'referrer';
      referrer.content = 'no-referrer';
      rootOf(document)?.append(referrer);
    });
    return querySelector.call(document, 'link[rel~=icon i]') as HTMLLinkElement | null;
  });
  // Where the page around may not be moved, all stays.
  if (canTouch(top)) {
    // An `<embed>` does not tell its window.
    const ours = [...around, ...pages.map(({ frameElement }) => frameElement)];
    for (const document of documents) attempt(() => removeFrames(document, ours));
  }
  // Takes all listeners of the page away: a host that asks whether one is sure has no say. XHTML has no such method.
  if (top === window) attempt(() => (open as () => Document).call(document));
  const undo = pages.map(letGo);
  isOnWay = true;
  try {
    (top as Window).location.replace(href);
  } catch {
    isOnWay = false;
    for (const step of undo) step();
    return false;
  }
  isAsked = true;
  // From the inside out: with a page around our frame is gone.
  pages.forEach((page, index) => {
    attempt(() => {
      // On the tab it has the name of the next one.
      blank(documents[index] as Document, href.split('/')[2] as string, icons[index] ?? null);
      page.addEventListener('keydown', keepAsking, true);
    });
  });
  // A browser may keep the page as it is now, to go back to.
  attempt(() =>
    addEventListener('pageshow', () => {
      isAsked = false;
      location.reload();
    }),
  );
  return true;
}
