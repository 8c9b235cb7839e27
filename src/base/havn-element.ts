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

/** The widgets on the page that can carry a notice on their translation. */
const drafts = new Set<HavnElement>();
/** Of them the first in each language, once somebody has asked for it. */
const firstDrafts = new Map<string, HavnElement>();

/** In document order. They connect in the order in which their tags are defined. */
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
  /** The attributes of its own, by the field that mirrors each (`exitHref`: `exit-href`). */
  static readonly attributeTypes: Readonly<Record<string, AttributeType<unknown>>> = {};

  /** What a page can set beside the attributes. */
  static readonly pageProperties: readonly string[] = [];

  /** Read once, when the tag is defined. */
  static get observedAttributes(): string[] {
    mirrorAttributes(this.prototype, this.attributeTypes);
    return Object.keys(this.attributeTypes).map(attributeName);
  }

  /**
   * Renders an element that has come to the page. At once: the number is there when the tag is. The script with all
   * elements has those take turns that are on the page when it starts.
   */
  static start: (element: HavnElement) => Promise<void> | undefined = element => element.update();

  /** Whether it says that nobody has reviewed its translation; not where a word or two are all it has. */
  static readonly saysDraft: boolean = true;

  /** The page has much to show: what is long begins with its beginning, and brings the rest by itself. @internal */
  declare isBrief?: boolean;

  private readonly language = new LanguageController(this, () => {
    this.isOriginal = false;
    this.requestUpdate();
    // Another widget may be the first in its language now.
    firstDrafts.clear();
    for (const other of drafts) other.requestUpdate();
  });
  /** The reader wants the English original. */
  private isOriginal = false;
  // Filled before there is a shadow root, since a shadow root without content hides the fallback. Lit keeps to its own
  // marks in what it has rendered, wherever that is.
  private content: DocumentFragment | undefined;
  private frameFoot: HTMLElement | undefined;
  /** The language of what is on screen. */
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
      // Capturing: before a listener of the host's can stop it.
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
        // A task later, when all have gone that go together: WebKit runs microtasks after each of them.
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
        // The value itself is not repeated: it may be markup, or very long.
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

  /** Strings, facts and direction for where the element stands. */
  protected get localization(): Localization {
    return this.isOriginal ? localize('en') : this.language.localization || localize(null);
  }

  /** Renders anew, once for all changes of this moment. @internal */
  requestUpdate(): void {
    // What is set before is in the first one.
    if (this.isReady) this.pending ??= Promise.resolve().then(() => this.update());
  }

  /** Does what may fail. Then the fallback shows: the page never sees an exception of ours. */
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

  // A browser may keep the page as it is, to go back to: then it must not show what a reader typed, chose and opened.
  private readonly atPageHide = () =>
    this.attempt(() => {
      this.isOriginal = false;
      this.forget();
      if (!this.isReady) return;
      // From scratch: of what a reader has opened the template knows nothing.
      this.content = undefined;
      this.update();
    });

  /** Renders now what was to be rendered. @internal */
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

  /** Firefox keeps telling screen readers the language in which a text was first drawn: Arabic in an English voice. */
  private drawAnew(): void {
    const frame = this.shadowRoot?.querySelector<HTMLElement>('[part=base]');
    frame?.classList.add('undrawn');
    // Asking for a size has it go, before it comes again.
    void frame?.offsetWidth;
    frame?.classList.remove('undrawn');
  }

  /** Puts a content in the place of what is on screen. */
  private putOnScreen(content: DocumentFragment): void {
    // On pages that have replaced what templates are made by.
    if (!content.querySelector('[part=base],slot,p')) throw Error('blank');
    const root = (this.isReady && this.shadowRoot) || this.openShadowRoot();
    // A declarative shadow root is replaced, not hydrated.
    root.textContent = '';
    root.appendChild(content);
    if (this.isReady) return;
    this.isReady = true;
    // Angular puts an element on the page before it listens.
    void Promise.resolve().then(() => this.tell('havn-ready'));
  }

  /** The first widget on the page in the language of this one: it shows the notice on the translation in full. */
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

  /** What stands at the end of the frame: the notice that nobody has reviewed the translation. */
  protected foot(): TemplateResult | typeof nothing {
    if (!drafts.has(this)) return nothing;
    return draftView(this.language.localization, this.isOriginal, this.firstDraft === this, () => {
      this.isOriginal = !this.isOriginal;
      this.requestUpdate();
    });
  }

  /** Renders the foot and puts it at the end of the frame. @param root what holds the frame now */
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

  // Frameworks may set `element.layout` before our script has run: then the field hides the accessor of the class.
  private adoptPropertiesSetBeforeUpgrade(): void {
    const { pageProperties } = this.constructor as typeof HavnElement;
    for (const property of [...Object.keys(this.types), ...pageProperties]) {
      const own = Object.getOwnPropertyDescriptor(this, property);
      if (!own) continue;
      delete (this as Record<string, unknown>)[property];
      (this as Record<string, unknown>)[property] = own.value;
    }
  }

  /** Shows what was pasted inside the tag, or failing that the bare links, and says so. Never throws. */
  private fail(error: unknown): void {
    this.hasFailed = true;
    try {
      removeEventListener('pagehide', this.atPageHide, true);
      this.language.disconnect();
      drafts.delete(this);
      firstDrafts.clear();
      // Without a shadow root what was pasted inside the tag shows by itself.
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

  // Events carry nothing: least of all what a reader typed or chose.
  private tell(type: 'havn-ready' | 'havn-error'): void {
    try {
      this.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    } catch {
      // The host has replaced Event.
    }
  }

  /** What shows where it cannot render and nothing was pasted inside the tag: a number beats everything. */
  protected bareLinks(): BareLink[] {
    return bareNumbers();
  }

  /** What has to be done when it is on screen. */
  protected rendered(): void {}

  /** Forgets what a reader typed and chose: what the attributes say holds again. What is open closes by itself. */
  protected forget(): void {}

  /** What has to be done when it is gone. */
  protected removed(): void {}

  /** What is on screen. */
  protected abstract render(): TemplateResult;
}
