import {
  adoptStyles,
  LitElement,
  nothing,
  type PropertyValues,
  render,
  type TemplateResult,
  unsafeCSS,
} from 'lit';
import { LanguageController } from '../locale/language-controller.js';
import { type Localization, localize } from '../locale/localization.js';
import { createElement } from '../safety/create-element.js';
import { type AttributeType, attributeName, isUnreadable } from './attributes.js';
import { draftView } from './draft.view.js';
import { type BareLink, bareNumbers, hasFallback, lastResort } from './last-resort.js';
import { roomOfFallback } from './room-of-fallback.js';
import { warn } from './warn.js';

/** The widgets on the page that can carry a notice on their translation. */
const drafts = new Set<HavnElement>();

/**
 * What every widget stands on: a LitElement whose attributes cannot throw, that speaks the language of its place, and
 * that keeps something useful on screen whatever fails.
 */
export abstract class HavnElement extends LitElement {
  /** The tag, e.g. `havn-hotline-banner`. */
  static readonly tag: string;
  /** The attributes of its own, by the property that mirrors each. Filled by the decorator `attribute`. */
  static attributeTypes: Readonly<Record<string, AttributeType<unknown>>> = {};
  /** Whether it says that nobody has reviewed its translation; not where a word or two are all it has. */
  static readonly saysDraft: boolean = true;
  /** Elements that may have to wait for their first rendering: `inTurns` of embed/turns.ts. @internal */
  static waitForTurn: (element: HavnElement) => Promise<void> | undefined = () => undefined;

  /** The page has much to show: a long element begins with its first items, and brings the rest by itself. @internal */
  declare isBrief?: boolean;

  private readonly language = new LanguageController(this, () => {
    this.isOriginal = false;
    this.requestUpdate();
    // Another widget may be the first in its language now.
    for (const other of drafts) other.requestUpdate();
  });
  /** The reader wants the English original. */
  private isOriginal = false;
  private frameFoot: HTMLElement | undefined;
  private turn: Promise<void> | undefined;
  private hasFailed = false;

  /** Strings, facts and direction for where the element stands. */
  protected get localization(): Localization {
    return this.isOriginal ? localize('en') : this.language.localization;
  }

  override connectedCallback(): void {
    this.attempt(() => {
      super.connectedCallback();
      if ((this.constructor as typeof HavnElement).saysDraft) {
        const first = this.firstDraft;
        drafts.add(this);
        if (this.firstDraft === this) first?.requestUpdate();
      }
      // Capturing: before a listener of the host's can stop it.
      addEventListener('pagehide', this.atPageHide, true);
      this.requestUpdate();
      if (!this.hasUpdated) this.turn = HavnElement.waitForTurn(this);
      // At once, not in a microtask: the number is there when the tag is.
      if (!this.turn) this.performUpdate();
    });
  }

  override disconnectedCallback(): void {
    this.attempt(() => {
      drafts.delete(this);
      this.firstDraft?.requestUpdate();
      super.disconnectedCallback();
      removeEventListener('pagehide', this.atPageHide, true);
    });
  }

  // Of a property with `@attribute` the attribute is the state: Lit has nothing to convert.
  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return;
    this.attempt(() => {
      const { attributeTypes } = this.constructor as typeof HavnElement;
      const property = Object.keys(attributeTypes).find(key => attributeName(key) === name);
      const type = property && attributeTypes[property];
      if (!type) {
        super.attributeChangedCallback(name, before, now);
        return;
      }
      // The value itself is not repeated: it may be markup, or very long.
      if (isUnreadable(this, name, type))
        warn(this.localName, `ignores its "${name}". Allowed: ${type.allowed}.`);
      this.requestUpdate(property);
    });
  }

  protected override scheduleUpdate(): Promise<unknown> | undefined {
    if (this.turn) return this.turn.then(() => this.performUpdate());
    this.performUpdate();
    return undefined;
  }

  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  protected override performUpdate(): void {
    this.turn = undefined;
    this.attempt(() => super.performUpdate());
  }

  // Out of sight: a shadow root without content would hide the fallback. Lit finds its place again by the comment.
  protected override createRenderRoot(): DocumentFragment {
    const content = new DocumentFragment();
    this.renderOptions.renderBefore = content.appendChild(new Comment());
    return content;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    this.putFoot();
    if (!this.hasUpdated) this.putOnScreen();
  }

  protected override firstUpdated(): void {
    // Angular puts an element on the page before it listens.
    void Promise.resolve().then(() => this.tell('havn-ready'));
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

  /** Moves the first rendering into the shadow root. */
  private putOnScreen(): void {
    // On pages that have replaced what templates are made by.
    if (!this.renderRoot.querySelector('[part=base],slot,p')) throw Error('blank');
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const room = roomOfFallback(this);
    const { elementStyles } = this.constructor as typeof HavnElement;
    adoptStyles(root, room ? [...elementStyles, unsafeCSS(room)] : elementStyles);
    // A declarative shadow root is replaced, not hydrated.
    root.textContent = '';
    root.appendChild(this.renderRoot);
    (this as { renderRoot: DocumentFragment }).renderRoot = root;
  }

  /** The first widget on the page in the language of this one: it shows the notice on the translation in full. */
  private get firstDraft(): HavnElement | undefined {
    const { language } = this.language.localization;
    let first: HavnElement | undefined;
    for (const other of drafts) {
      if (other.language.localization.language !== language) continue;
      // In document order. They connect in the order in which their tags are defined.
      if (!first || first.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING) first = other;
    }
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

  /** Renders the foot and puts it at the end of the frame. */
  private putFoot(): void {
    const frame = this.renderRoot.querySelector('[part=base]');
    const foot = this.foot();
    if (!frame || (foot === nothing && !this.frameFoot)) return;
    if (!this.frameFoot) {
      this.frameFoot = createElement('div');
      this.frameFoot.className = 'frame-foot';
    }
    render(foot, this.frameFoot);
    if (this.frameFoot.parentNode !== frame) frame.append(this.frameFoot);
  }

  // A browser may keep the page as it is, to go back to: then it must not show what a reader typed, chose and opened.
  private readonly atPageHide = () =>
    this.attempt(() => {
      this.isOriginal = false;
      this.forget();
      if (!this.hasUpdated) return;
      // From scratch: of what a reader has opened the template knows nothing.
      render(nothing, this.renderRoot as ShadowRoot, this.renderOptions);
      this.requestUpdate();
      this.performUpdate();
    });

  /** Shows what was pasted inside the tag, or failing that the bare links, and says so. Never throws. */
  private fail(error: unknown): void {
    this.hasFailed = true;
    try {
      removeEventListener('pagehide', this.atPageHide, true);
      this.language.hostDisconnected();
      drafts.delete(this);
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

  /** Forgets what a reader typed and chose: what the attributes say holds again. What is open closes by itself. */
  protected forget(): void {}
}
