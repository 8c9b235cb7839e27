import { adoptStyles, LitElement, nothing, type PropertyValues, type TemplateResult, unsafeCSS } from 'lit';
import { LanguageController } from '../locale/language-controller.js';
import { type Localization, localize } from '../locale/localization.js';
import { dispatch } from '../safety/dispatch.js';
import { type AttributeType, propertyOf } from './attributes.js';
import { DraftController } from './draft-controller.js';
import { FrameFoot } from './frame-foot.js';
import { type BareLink, bareNumbers, showLastResort } from './last-resort.js';
import { RedrawController } from './redraw-controller.js';
import { roomOfFallback } from './room-of-fallback.js';
import { warn } from './warn.js';

/**
 * What every widget stands on: a LitElement whose attributes cannot throw, which speaks the language of its place, and
 * which has something useful on screen whatever fails.
 */
export abstract class HavnElement extends LitElement {
  /** The tag, e.g. `havn-hotline-banner`. */
  static readonly tag: string;
  /** The element's own attributes, by property. The decorator `@attribute` adds them. */
  static attributeTypes: Readonly<Record<string, AttributeType<unknown>>> = {};
  /** Whether the element says that nobody has reviewed its translation. Not if its text is only a word or two. */
  static readonly saysDraft: boolean = true;
  /** Elements that wait for their first render: `inTurns` of embed/turns.ts replaces this. @internal */
  static waitForTurn: (element: HavnElement) => Promise<void> | undefined = () => undefined;

  /** The page has many elements: a long element renders its first part, and the rest later by itself. @internal */
  declare isBrief?: boolean;

  private readonly language = new LanguageController(this, () => {
    this.draft?.changeLanguage();
    this.requestUpdate();
  });
  private readonly draft = (this.constructor as typeof HavnElement).saysDraft
    ? new DraftController(this, () => this.language.localization)
    : undefined;
  private frameFoot = new FrameFoot();
  private turn: Promise<void> | undefined;
  private hasFailed = false;

  constructor() {
    super();
    new RedrawController(this, () => this.localization.language);
  }

  /** Strings, facts and direction in the language that the element shows. */
  protected get localization(): Localization {
    return this.draft?.isOriginal ? localize('en') : this.language.localization || localize(null);
  }

  override connectedCallback(): void {
    this.attempt(() => {
      super.connectedCallback();
      // In the capture phase: before a listener of the host page can stop the event.
      addEventListener('pagehide', this.atPageHide, true);
      this.requestUpdate();
      if (!this.hasUpdated) this.turn = HavnElement.waitForTurn(this);
      // At once, not in a microtask: the number is there as soon as the tag is.
      if (!this.turn) this.performUpdate();
    });
  }

  override disconnectedCallback(): void {
    this.attempt(() => {
      super.disconnectedCallback();
      removeEventListener('pagehide', this.atPageHide, true);
    });
  }

  // The attribute itself is the state of a property with `@attribute`, so Lit has nothing to convert.
  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before !== now) this.attempt(() => this.requestUpdate(propertyOf(this, name)));
  }

  // Rendered out of sight first, since an empty shadow root hides the fallback. Lit renders before this comment.
  protected override createRenderRoot(): DocumentFragment {
    const content = new DocumentFragment();
    this.renderOptions.renderBefore = content.appendChild(new Comment());
    return content;
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
    this.attempt(() => {
      try {
        super.performUpdate();
      } catch (error) {
        if (!this.hasUpdated) throw error;
        // The translator of Firefox removes the comments by which Lit finds its place.
        const restore = this.clear();
        this.requestUpdate();
        super.performUpdate();
        restore();
      }
    });
  }

  protected override update(changed: PropertyValues): void {
    // Other translators wrap each text in this. Lit would leave it there, beside the number of another service.
    const restore = this.hasUpdated && this.renderRoot.querySelector('font') ? this.clear() : undefined;
    super.update(changed);
    restore?.();
    this.frameFoot.render(this.foot(), this.renderRoot);
    if (!this.hasUpdated) this.putOnScreen();
  }

  protected override firstUpdated(): void {
    // Angular puts an element on the page before it adds its event listeners.
    void Promise.resolve().then(() => dispatch(this, 'havn-ready'));
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

  /** Moves the first rendering into the shadow root. */
  private putOnScreen(): void {
    // Happens on pages that have replaced the methods with which templates are made.
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

  /**
   * Empties the shadow root, so that the next update renders from scratch.
   * @returns opens again what was open, and puts the focus back
   */
  private clear(): () => void {
    const root = this.renderRoot as ShadowRoot;
    const foldsIn = () => root.querySelectorAll<HTMLDetailsElement>('details:not([part=hand-over])');
    const controlsIn = () => [...root.querySelectorAll<HTMLElement>('a,button,input,select,summary')];
    const open = [...foldsIn()].map(fold => fold.open);
    const focused = root.activeElement as HTMLInputElement | null;
    const index = controlsIn().indexOf(focused as HTMLElement);
    const caret = focused?.selectionStart ?? null;
    root.textContent = '';
    this.renderOptions.renderBefore = root.appendChild(new Comment());
    this.frameFoot = new FrameFoot();
    return () => {
      foldsIn().forEach((fold, at) => {
        fold.open = open[at] ?? fold.open;
      });
      const control = controlsIn()[index] as HTMLInputElement | undefined;
      control?.focus({ preventScroll: true });
      if (caret !== null) control?.setSelectionRange?.(caret, caret);
    };
  }

  /** The content at the end of the frame: the notice that nobody has reviewed the translation. */
  protected foot(): TemplateResult | typeof nothing {
    return this.draft?.view() ?? nothing;
  }

  // A browser may keep the page in its back/forward cache: a page that comes back must not show what a reader typed,
  // chose and opened.
  private readonly atPageHide = () =>
    this.attempt(() => {
      if (this.draft) this.draft.isOriginal = false;
      this.forget();
      if (!this.hasUpdated) return;
      // The template does not know what a reader has opened, so an update would leave it open.
      this.clear();
      this.requestUpdate();
      this.performUpdate();
    });

  /** Shows the fallback, and reports the error. Never throws. */
  private fail(error: unknown): void {
    this.hasFailed = true;
    try {
      removeEventListener('pagehide', this.atPageHide, true);
      super.disconnectedCallback();
    } catch {
      // What it has registered stays.
    }
    showLastResort(this, () => this.bareLinks());
    warn(this.localName, `could not be shown: ${error}`);
    dispatch(this, 'havn-error');
  }

  /**
   * The links that show if the element cannot render and nothing was pasted inside the tag. Above all, a number to
   * call.
   */
  protected bareLinks(): BareLink[] {
    return bareNumbers();
  }

  /**
   * Forgets what a reader typed and chose, so that the attributes apply again. Closing what is open is not needed:
   * after `pagehide` the element is rendered from scratch.
   */
  protected forget(): void {}

  /** The content of the element. */
  protected abstract override render(): TemplateResult;
}
