import type { nothing, ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Localization } from '../locale/localization.js';
import { draftView } from './draft.view.js';

/** The widgets on the page that can show a notice about their translation. */
const drafts = new Set<DraftController>();
/** A cache: the first of these widgets on the page for each language. */
const firsts = new Map<string, DraftController>();

/** Compares by document order, since widgets connect in the order in which their tags are defined. */
const isBefore = (one: DraftController, other: DraftController): boolean =>
  !!(other.host.compareDocumentPosition(one.host) & Node.DOCUMENT_POSITION_PRECEDING);

/** The button stays under the finger, however long the other text is. */
function keepInPlace(button: Element, top: number): void {
  try {
    scrollBy({ top: button.getBoundingClientRect().top - top, behavior: 'instant' });
  } catch {
    // The page has something else called `scrollBy`.
  }
}

/** The notice that nobody has reviewed a translation, and the switch to the English original and back. */
export class DraftController implements ReactiveController {
  /** Whether the reader wants the English original. */
  isOriginal = false;

  constructor(
    readonly host: Element & ReactiveControllerHost,
    private readonly localization: () => Localization,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const { first } = this;
    drafts.add(this);
    if (first && isBefore(this, first)) {
      firsts.set(this.localization().language, this);
      first.host.requestUpdate();
    }
  }

  hostDisconnected(): void {
    drafts.delete(this);
    const { language } = this.localization();
    if (firsts.get(language) !== this) return;
    firsts.delete(language);
    // In a new task, when all elements that are removed together are gone: WebKit runs microtasks after each removal.
    setTimeout(() => this.first?.host.requestUpdate());
  }

  /** The widget has another language now: it is in the translation, and another widget may be the first in its language. */
  changeLanguage(): void {
    this.isOriginal = false;
    firsts.clear();
    for (const { host } of drafts) host.requestUpdate();
  }

  /** The first widget on the page in the language of this widget: only the first one shows the whole notice. */
  private get first(): DraftController | undefined {
    const { language } = this.localization();
    let first = firsts.get(language);
    if (first) return first;
    for (const other of drafts)
      if (other.localization().language === language && (!first || isBefore(other, first))) first = other;
    if (first) firsts.set(language, first);
    return first;
  }

  view(): TemplateResult | typeof nothing {
    const toggle = ({ currentTarget }: Event) => {
      const button = currentTarget as Element;
      const { top } = button.getBoundingClientRect();
      this.isOriginal = !this.isOriginal;
      this.host.requestUpdate();
      void this.host.updateComplete.then(() => keepInPlace(button, top));
    };
    return draftView(
      { isOriginal: this.isOriginal, isFirst: this.first === this },
      toggle,
      this.localization(),
    );
  }
}
