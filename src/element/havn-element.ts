import { LitElement, type PropertyValues } from 'lit';
import { LanguageController } from '../locale/language-controller.js';
import type { Localization } from '../locale/localization.js';
import { type AttributeType, isUnreadable } from './attributes.js';
import { lastResort } from './last-resort.js';
import { warn } from './warn.js';

/**
 * What every widget stands on: attributes that cannot throw, the language of its place, and the promise that
 * something useful is on screen whatever fails.
 */
export abstract class HavnElement extends LitElement {
  /** The tag, e.g. `havn-hotline-banner`. */
  static readonly tag: string;
  /** By attribute name; filled by the `attribute` decorator. */
  static attributeTypes: ReadonlyMap<string, AttributeType<unknown>> = new Map();
  /** The fields that mirror attributes; filled by the `attribute` decorator. */
  static mirroredProperties: readonly string[] = [];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...this.attributeTypes.keys()];
  }

  private readonly language = new LanguageController(this);
  private failed = false;

  constructor() {
    super();
    this.adoptPropertiesSetBeforeUpgrade();
  }

  override connectedCallback(): void {
    try {
      super.connectedCallback();
      // The first rendering does not wait for a microtask: the number is there when the tag is, also on pages that
      // have replaced Promise by one that never settles.
      if (!this.hasUpdated) this.performUpdate();
    } catch (error) {
      this.fail(error);
    }
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    super.attributeChangedCallback(name, before, now);
    const type = (this.constructor as typeof HavnElement).attributeTypes.get(name);
    if (!type || before === now) return;
    // The value itself is not repeated: it may be markup, or very long.
    if (isUnreadable(this, name, type)) {
      warn(this.localName, `cannot read its attribute "${name}", and goes on without. Allowed: ${type.allowed}.`);
    }
    this.requestUpdate();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // A declarative shadow root of the host's or of an earlier rendering is replaced, not hydrated.
    this.shadowRoot?.replaceChildren();
    return super.createRenderRoot();
  }

  protected override performUpdate(): void {
    if (this.failed) return;
    try {
      super.performUpdate();
    } catch (error) {
      this.fail(error);
    }
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.tell('havn-ready');
  }

  /** Strings, facts and direction for where the element stands. */
  protected get localization(): Localization {
    return this.language.localization;
  }

  // Frameworks may set `element.layout` before our script has run: then the field hides the accessor of the class.
  private adoptPropertiesSetBeforeUpgrade(): void {
    for (const property of (this.constructor as typeof HavnElement).mirroredProperties) {
      const own = Object.getOwnPropertyDescriptor(this, property);
      if (!own) continue;
      delete (this as Record<string, unknown>)[property];
      (this as Record<string, unknown>)[property] = own.value;
    }
  }

  /** Shows what was pasted inside the tag, or failing that the bare numbers, and says so. Never throws. */
  private fail(error: unknown): void {
    if (this.failed) return;
    this.failed = true;
    try {
      this.shadowRoot?.replaceChildren(...lastResort(this));
    } catch {
      // What is on screen stays.
    }
    warn(this.localName, `could not be shown, its fallback is. ${error}`);
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
}
