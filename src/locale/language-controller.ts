import { type Localization, localize } from './localization.js';

const watching = new Set<LanguageController>();
let observer: MutationObserver | undefined;

// A form on the way up may hold <input name="getAttribute">, which shadows the method of the form.
const { getAttribute } = Element.prototype;

/** Every tree from the element to the document: a `lang` in any of them may be the one that counts. */
function* treesAround(element: Element): Iterable<Document | ShadowRoot> {
  for (let node: Element | undefined = element; node; ) {
    const root = node.getRootNode() as Document | ShadowRoot;
    yield root;
    node = (root as Partial<ShadowRoot>).host;
  }
}

/**
 * The nearest `lang` as HTML inherits it: up the tree, then on from the host of the shadow root.
 * Firefox's `:lang()` stops at shadow roots, hence the walk. `null`: there is none.
 */
export function inheritedLanguage(element: Element): string | null {
  for (let node: Element | undefined = element; node; ) {
    const bearer: Element | null = node.closest('[lang]');
    if (bearer) return getAttribute.call(bearer, 'lang');
    node = (node.getRootNode() as Partial<ShadowRoot>).host;
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

/** Keeps an element in the language of its place, live. */
export class LanguageController {
  localization: Localization = localize(null);

  constructor(
    private readonly element: Element,
    readonly onChange: () => void,
  ) {}

  connect(): void {
    watching.add(this);
    observer ??= new MutationObserver(refreshLanguages);
    for (const tree of treesAround(this.element)) {
      observer.observe(tree, { subtree: true, attributes: true, attributeFilter: ['lang'] });
    }
    this.refresh();
  }

  disconnect(): void {
    watching.delete(this);
    if (!watching.size) observer?.disconnect();
  }

  /** Whether the language has changed. */
  refresh(): boolean {
    const tag = inheritedLanguage(this.element);
    seek(tag);
    const localization = localize(tag);
    const hasChanged = localization !== this.localization;
    this.localization = localization;
    return hasChanged;
  }
}
