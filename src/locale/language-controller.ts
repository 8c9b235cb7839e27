import { knownLanguages, type Localization, localize } from './localization.js';

const watching = new Set<LanguageController>();
let observer: MutationObserver | undefined;
/** The language that the reader chose for all widgets of the page; `''`: each has that of its place. */
let chosen = '';
let isFollowing = false;
/** While this script itself tells the others. */
let isTelling = false;

/** The element in which the reader chooses. */
const menuTag = 'havn-language-menu';
const changeEvent = 'havn-language-change';

// Forms and images named after a method of the document take its place.
const { dispatchEvent } = EventTarget.prototype;
const { querySelector } = Document.prototype;

// A form on the way up may hold <input name="getAttribute">, which shadows the method of the form.
const { getAttribute } = Element.prototype;

/** The element, the host of its shadow tree, and so on to the document. */
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

/** Asked for the language of every place where it is not here. */
let seek: (tag: string | null) => void = () => {};

/** Names who gets a language that a place asks for and that is not here, and asks for those of now. */
export function seekLanguages(seeker: (tag: string | null) => void): void {
  seek = seeker;
  refreshLanguages();
}

/** Every element looks again which language it is to speak. */
export function refreshLanguages(): void {
  for (const controller of watching) if (controller.refresh()) controller.onChange();
}

/**
 * Every element renders anew, by what its language says now. Not by `onChange`, which would take the English original from
 * a reader who has asked for it.
 */
export function renderAnew(): void {
  for (const controller of watching) {
    controller.refresh();
    controller.element.requestUpdate();
  }
}

export const chosenLanguage = (): string => chosen;

/**
 * Shows the widgets of the page in a language, or (`''`) each in that of its place again. Every script on the page has
 * its own copy of this module, hence the event, which carries nothing: those who hear it ask the menu.
 */
export function chooseLanguage(language: string, menu: EventTarget): void {
  chosen = language;
  refreshLanguages();
  isTelling = true;
  try {
    dispatchEvent.call(menu, new Event(changeEvent, { bubbles: true, composed: true }));
  } catch {
    // The host has replaced Event.
  }
  isTelling = false;
}

/** Asks the menu that has spoken, or one that stands on the page already. */
function askMenu(event?: Event): void {
  if (isTelling) return;
  try {
    const origin = event?.composedPath()[0] as Partial<Element> | undefined;
    const menu = origin?.localName === menuTag ? origin : querySelector.call(document, menuTag);
    const { value } = (menu || {}) as { value?: unknown };
    chosen = typeof value === 'string' ? value : '';
    refreshLanguages();
  } catch {
    // Somebody else's element of that name: each element keeps its language.
  }
}

/** Keeps an element in the language of its place, or in the one that the reader chose, live. */
export class LanguageController {
  /** There once it is connected. */
  localization!: Localization;

  constructor(
    readonly element: Element & { requestUpdate(): void },
    readonly onChange: () => void,
  ) {}

  connect(): void {
    watching.add(this);
    observer ??= new MutationObserver(refreshLanguages);
    // A `lang` in any of the trees may be the one that counts.
    for (const node of hostsAround(this.element)) {
      observer.observe(node.getRootNode(), { subtree: true, attributes: true, attributeFilter: ['lang'] });
    }
    if (!isFollowing) {
      isFollowing = true;
      // Capturing: before a listener of the host's can stop it.
      addEventListener(changeEvent, askMenu, true);
      askMenu();
    }
    this.refresh();
  }

  disconnect(): void {
    watching.delete(this);
    if (!watching.size) observer?.disconnect();
  }

  /** Whether the language has changed. */
  refresh(): boolean {
    // Another script may know a language that this one has not.
    const tag = knownLanguages().indexOf(chosen) < 0 ? inheritedLanguage(this.element) : chosen;
    seek(tag);
    const localization = localize(tag);
    const hasChanged = localization !== this.localization;
    this.localization = localization;
    return hasChanged;
  }
}
