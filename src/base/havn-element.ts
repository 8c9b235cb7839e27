import { nothing, render, type TemplateResult } from 'lit/html.js';
import { LanguageController } from '../locale/language-controller.js';
import { type Localization, localize } from '../locale/localization.js';
import { createElement } from '../safety/create-element.js';
import { type Css, sheetOf } from '../styles/css.js';
import { type AttributeType, attributeName, isUnreadable, mirrorAttributes } from './attributes.js';
import { draftView } from './draft.view.js';
import { type BareLink, bareNumbers, hasFallback, lastResort } from './last-resort.js';
import { roomOfFallback } from './room-of-fallback.js';
import { warn } from './warn.js';

/** The widgets on the page that can show a notice about their translation. */
const drafts = new Set<HavnElement>();
/** A cache: the first of these widgets on the page for each language. */
const firstDrafts = new Map<string, HavnElement>();

/** Compares by document order, since widgets connect in the order in which their tags are defined. */
const isBefore = (one: Node, other: Node): boolean =>
  !!(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING);

/**
 * What every widget stands on: attributes that cannot throw, the language of its place, and the promise that
 * something useful is on screen whatever fails.
 *
 * On lit-html alone. LitElement costs 2.7 kB of the 12 that the banner may have, and of what it brings we would use only
 * the batching of updates: our attributes are the state, and every step of the life cycle has to catch its errors.
 */
export abstract class HavnElement extends HTMLElement {
  /** The tag, e.g. `havn-hotline-banner`. */
  static readonly tag: string;
  static readonly styles: readonly Css[] = [];
  /** The element's own attributes, by the property that mirrors each (`exitHref` for `exit-href`). */
  static readonly attributeTypes: Readonly<Record<string, AttributeType<unknown>>> = {};

  /** The properties without an attribute that a page can set. */
  static readonly pageProperties: readonly string[] = [];

  /** The browser reads this once, when the tag is defined. */
  static get observedAttributes(): string[] {
    mirrorAttributes(this.prototype, this.attributeTypes);
    return Object.keys(this.attributeTypes).map(attributeName);
  }

  /**
   * Renders an element that was added to the page. At once, so that the number is there as soon as the tag is. The
   * script with all elements replaces this function while it starts: the elements already on the page then take turns.
   */
  static start: (element: HavnElement) => Promise<void> | undefined = element => element.update();

  /** Whether the element says that nobody has reviewed its translation. Not if its text is only a word or two. */
  static readonly saysDraft: boolean = true;

  /** The page has many elements: a long element renders its first part, and the rest later by itself. @internal */
  declare isBrief?: boolean;

  private readonly language = new LanguageController(this, () => {
    this.isOriginal = false;
    this.requestUpdate();
    // Another widget may be the first in its language now.
    firstDrafts.clear();
    for (const other of drafts) other.requestUpdate();
  });
  /** Whether the reader wants the English original. */
  private isOriginal = false;
  // Rendered before there is a shadow root, since an empty shadow root hides the fallback. Lit finds what it has
  // rendered by its own markers, so it can update the nodes after they have moved to the shadow root.
  private content: DocumentFragment | undefined;
  private frameFoot: HTMLElement | undefined;
  /** The language of the text that is on screen. */
  private drawnLanguage: string | undefined;
  private pending: Promise<void> | undefined;
  private isReady = false;
  private hasFailed = false;

  constructor() {
    super();
    this.attempt(() => this.adoptPropertiesSetBeforeUpgrade());
  }

  connectedCallback(): void {
    this.attempt(() => {
      this.language.connect();
      if ((this.constructor as typeof HavnElement).saysDraft) {
        const first = this.firstDraft;
        drafts.add(this);
        if (first && isBefore(this, first)) {
          firstDrafts.set(this.language.localization.language, this);
          first.requestUpdate();
        }
      }
      // In the capture phase: before a listener of the host page can stop the event.
      addEventListener('pagehide', this.atPageHide, true);
      this.pending = HavnElement.start(this) || this.pending;
    });
  }

  disconnectedCallback(): void {
    this.attempt(() => {
      drafts.delete(this);
      const { language } = this.language.localization;
      if (firstDrafts.get(language) === this) {
        firstDrafts.delete(language);
        // In a new task, when all elements that are removed together are gone: WebKit runs microtasks after each
        // removal.
        setTimeout(() => this.attempt(() => this.firstDraft?.requestUpdate()));
      }
      this.language.disconnect();
      removeEventListener('pagehide', this.atPageHide, true);
      this.removed();
    });
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return;
    this.attempt(() => {
      for (const [property, type] of Object.entries(this.types)) {
        // The warning does not repeat the value, which may be markup, or very long.
        if (attributeName(property) === name && isUnreadable(this, name, type)) {
          warn(this.localName, `ignores its "${name}". Allowed: ${type.allowed}.`);
        }
      }
      this.requestUpdate();
    });
  }

  /** Settles when what has been set is on screen. */
  get updateComplete(): Promise<void> {
    return this.pending ?? Promise.resolve();
  }

  /** Strings, facts and direction in the language that the element shows. */
  protected get localization(): Localization {
    return this.isOriginal ? localize('en') : this.language.localization || localize(null);
  }

  /** Schedules one render for all changes that are made before it runs. @internal */
  requestUpdate(): void {
    // Changes made earlier are part of the first render.
    if (this.isReady) this.pending ??= Promise.resolve().then(() => this.update());
  }

  /** Runs an action that may fail. If it fails, the fallback shows: the page never sees an exception of ours. */
  protected attempt(action: () => void): void {
    if (this.hasFailed) return;
    try {
      action();
    } catch (error) {
      this.fail(error);
    }
  }

  private get types(): Readonly<Record<string, AttributeType<unknown>>> {
    return (this.constructor as typeof HavnElement).attributeTypes;
  }

  // A browser may keep the page in its back/forward cache: a page that comes back must not show what a reader typed,
  // chose and opened.
  private readonly atPageHide = () =>
    this.attempt(() => {
      this.isOriginal = false;
      this.forget();
      if (!this.isReady) return;
      // Rendered from scratch: the template does not know what a reader has opened, so an update would leave it open.
      this.content = undefined;
      this.update();
    });

  /** Renders at once. @internal */
  update(): undefined {
    this.pending = undefined;
    this.attempt(() => {
      if (!this.isConnected) return;
      const isNew = !this.content;
      this.content ||= new DocumentFragment();
      render(this.render(), this.content);
      this.putFoot(isNew ? this.content : this.shadowRoot);
      if (isNew) this.putOnScreen(this.content);
      const { language } = this.localization;
      if (!isNew && language !== this.drawnLanguage) this.drawAnew();
      this.drawnLanguage = language;
      this.rendered();
    });
  }

  /**
   * Firefox keeps telling screen readers the language in which a text was first drawn: an English voice would go on to
   * read Arabic. So the text is removed from the layout and added again.
   */
  private drawAnew(): void {
    const frame = this.shadowRoot?.querySelector<HTMLElement>('[part=base]');
    frame?.classList.add('undrawn');
    // Reading a size forces a layout without the text, before the text comes back.
    void frame?.offsetWidth;
    frame?.classList.remove('undrawn');
  }

  /** Replaces what is on screen. */
  private putOnScreen(content: DocumentFragment): void {
    // Happens on pages that have replaced the methods with which templates are made.
    if (!content.querySelector('[part=base],slot,p')) throw Error('blank');
    const root = (this.isReady && this.shadowRoot) || this.openShadowRoot();
    // A declarative shadow root is replaced, not hydrated.
    root.textContent = '';
    root.appendChild(content);
    if (this.isReady) return;
    this.isReady = true;
    // Angular puts an element on the page before it adds its event listeners.
    void Promise.resolve().then(() => this.tell('havn-ready'));
  }

  /** The first widget on the page in the language of this widget: only the first one shows the whole notice. */
  private get firstDraft(): HavnElement | undefined {
    const { language } = this.language.localization;
    let first = firstDrafts.get(language);
    if (first) return first;
    for (const other of drafts)
      if (other.language.localization.language === language && (!first || isBefore(other, first)))
        first = other;
    if (first) firstDrafts.set(language, first);
    return first;
  }

  /** The content at the end of the frame: the notice that nobody has reviewed the translation. */
  protected foot(): TemplateResult | typeof nothing {
    if (!drafts.has(this)) return nothing;
    return draftView(this.language.localization, this.isOriginal, this.firstDraft === this, () => {
      this.isOriginal = !this.isOriginal;
      this.requestUpdate();
    });
  }

  /** Renders the foot and puts it at the end of the frame. @param root the node that contains the frame now */
  private putFoot(root: ParentNode | null): void {
    const frame = root?.querySelector('[part=base]');
    const foot = this.foot();
    if (!frame || (foot === nothing && !this.frameFoot)) return;
    if (!this.frameFoot) {
      this.frameFoot = createElement('div');
      this.frameFoot.className = 'frame-foot';
    }
    render(foot, this.frameFoot);
    if (this.frameFoot.parentNode !== frame) frame.append(this.frameFoot);
  }

  private openShadowRoot(): ShadowRoot {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [...(this.constructor as typeof HavnElement).styles, roomOfFallback(this)].map(
      sheetOf,
    );
    return root;
  }

  // Frameworks may set `element.layout` before our script has run: then the element's own property hides the accessor
  // of the class.
  private adoptPropertiesSetBeforeUpgrade(): void {
    const { pageProperties } = this.constructor as typeof HavnElement;
    for (const property of [...Object.keys(this.types), ...pageProperties]) {
      const own = Object.getOwnPropertyDescriptor(this, property);
      if (!own) continue;
      delete (this as Record<string, unknown>)[property];
      (this as Record<string, unknown>)[property] = own.value;
    }
  }

  /** Shows what was pasted inside the tag, or else the bare links, and reports the error. Never throws. */
  private fail(error: unknown): void {
    this.hasFailed = true;
    try {
      removeEventListener('pagehide', this.atPageHide, true);
      this.language.disconnect();
      drafts.delete(this);
      firstDrafts.clear();
      // Without a shadow root, the browser shows what was pasted inside the tag.
      if (this.shadowRoot || !hasFallback(this)) {
        const links = lastResort(this, this.bareLinks());
        const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
        root.textContent = '';
        root.append(...links);
      }
    } catch {
      // What is on screen stays.
    }
    warn(this.localName, `could not be shown: ${error}`);
    this.tell('havn-error');
  }

  // Events carry no data, least of all what a reader typed or chose.
  private tell(type: 'havn-ready' | 'havn-error'): void {
    try {
      this.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    } catch {
      // The host page has replaced Event.
    }
  }

  /**
   * The links that show if the element cannot render and nothing was pasted inside the tag. Above all, a number to
   * call.
   */
  protected bareLinks(): BareLink[] {
    return bareNumbers();
  }

  /** Called after every render, when the result is on screen. */
  protected rendered(): void {}

  /**
   * Forgets what a reader typed and chose, so that the attributes apply again. Closing what is open is not needed:
   * after `pagehide` the element is rendered from scratch.
   */
  protected forget(): void {}

  /** Called when the element is removed from the page. */
  protected removed(): void {}

  /** The content of the element. */
  protected abstract render(): TemplateResult;
}
