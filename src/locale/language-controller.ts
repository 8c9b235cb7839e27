import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { dispatch } from '../safety/dispatch.js';
import { knownLanguages, type Localization, localize } from './localization.js';

const watching = new Set<LanguageController>();
let observer: MutationObserver | undefined;
/** The language that the reader chose for all widgets of the page; `''`: each has the language of its place. */
let chosen = '';
let isFollowing = false;
/** Whether this script itself is dispatching the change event. */
let isTelling = false;

/** The element in which the reader chooses a language. */
const menuTag = 'havn-language-menu';
const changeEvent = 'havn-language-change';

// A form or image named after a method of the document shadows it.
const { querySelector } = Document.prototype;

// An ancestor may be a form with <input name="getAttribute">, which shadows its method.
const { getAttribute } = Element.prototype;

/** The element, the host of its shadow tree, the host around that, and so on up to the document. */
function* hostsAround(element: Element): Iterable<Element> {
  for (let node: Element | undefined = element; node; ) {
    yield node;
    node = (node.getRootNode() as Partial<ShadowRoot>).host;
  }
}

/**
 * The nearest `lang` as HTML inherits it: up the tree, then on from the host of the shadow root.
 * Firefox's `:lang()` stops at shadow roots, hence the walk. `null`: there is none.
 */
function inheritedLanguage(element: Element): string | null {
  for (const node of hostsAround(element)) {
    const bearer = node.closest('[lang]');
    if (bearer) return getAttribute.call(bearer, 'lang');
  }
  return null;
}

/** Called with the language tag of each element: loads that language if it is missing. */
let seek: (tag: string | null) => void = () => {};

/** Sets the function that loads missing languages, and calls it for the elements that are there now. */
export function seekLanguages(seeker: (tag: string | null) => void): void {
  seek = seeker;
  refreshLanguages();
}

/** So many elements render in one task: on a page with hundreds of them, the way out has to answer meanwhile. */
const atOnce = 24;
let lastRound = 0;

/** Makes every element check its language again. */
export function refreshLanguages(): void {
  lastRound += 1;
  refreshInTurns([...watching], lastRound);
}

function refreshInTurns(waiting: readonly LanguageController[], round: number): void {
  let changed = 0;
  let at = 0;
  for (; at < waiting.length && changed < atOnce; at++) {
    const controller = waiting[at] as LanguageController;
    // It may have left the page while it waited.
    if (!watching.has(controller) || !controller.refresh()) continue;
    controller.onChange();
    changed += 1;
  }
  if (at === waiting.length) return;
  setTimeout(() => {
    try {
      // A later change goes through all of them.
      if (round === lastRound) refreshInTurns(waiting.slice(at), round);
    } catch {
      // The page has replaced a function that is used here: the others keep their language.
    }
  });
}

/**
 * Makes every element render again, with the current texts of its language. Not through `onChange`: that would take the
 * English original from a reader who has asked for it.
 */
export function renderAnew(): void {
  for (const controller of watching) {
    controller.refresh();
    controller.host.requestUpdate();
  }
}

export const chosenLanguage = (): string => chosen;

/**
 * Shows all widgets of the page in one language, or (`''`) each in the language of its place again. Every script on the
 * page has its own copy of this module, hence the event. It carries no data: its listeners ask the menu.
 */
export function chooseLanguage(language: string, menu: EventTarget): void {
  chosen = language;
  refreshLanguages();
  isTelling = true;
  dispatch(menu, changeEvent);
  isTelling = false;
}

/** Reads the choice from the menu that dispatched the event, or from a menu that is already on the page. */
function askMenu(event?: Event): void {
  if (isTelling) return;
  try {
    const origin = event?.composedPath()[0] as Partial<Element> | undefined;
    const menu = origin?.localName === menuTag ? origin : querySelector.call(document, menuTag);
    const { value } = (menu || {}) as { value?: unknown };
    chosen = typeof value === 'string' ? value : '';
    refreshLanguages();
  } catch {
    // An element with that name that is not ours: each widget keeps its language.
  }
}

/** Keeps the language of an element up to date: that of its place, or the one that the reader chose. */
export class LanguageController implements ReactiveController {
  /** Set once the element is connected. */
  localization!: Localization;

  constructor(
    readonly host: Element & ReactiveControllerHost,
    readonly onChange: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    watching.add(this);
    observer ??= new MutationObserver(refreshLanguages);
    // A `lang` in any of these trees may be the one that applies.
    for (const node of hostsAround(this.host)) {
      observer.observe(node.getRootNode(), { subtree: true, attributes: true, attributeFilter: ['lang'] });
    }
    if (!isFollowing) {
      isFollowing = true;
      // In the capture phase, before a listener of the host page can stop the event.
      addEventListener(changeEvent, askMenu, true);
      askMenu();
    }
    this.refresh();
  }

  hostDisconnected(): void {
    watching.delete(this);
    if (!watching.size) observer?.disconnect();
  }

  /** Looks up the language again, and returns whether it has changed. */
  refresh(): boolean {
    // The choice may be a language that only another script on the page has.
    const tag = knownLanguages().indexOf(chosen) < 0 ? inheritedLanguage(this.host) : chosen;
    seek(tag);
    const localization = localize(tag);
    const hasChanged = localization !== this.localization;
    this.localization = localization;
    return hasChanged;
  }
}
