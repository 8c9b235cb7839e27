import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { attribute, dataAddress, oneOf, wholeNumber } from '../../base/attributes.js';
import { ClockController } from '../../base/clock-controller.js';
import { HavnElement } from '../../base/havn-element.js';
import { areas, needs } from '../../directory/generated/directory.js';
import { loadLexicons, withKeywords } from '../../directory/search/lexicon.js';
import type { ServiceSource } from '../../directory/source.js';
import { type Audience, audiences, type Directory } from '../../directory/types.js';
import { criticalFirst, type Find, type Findings, findingsIn } from '../../services-on-page/findings.js';
import { pageDirectory } from '../../services-on-page/page-directory.js';
import { ServicesController } from '../../services-on-page/services-controller.js';
import { base } from '../../styles/base.js';
import { panel } from '../../styles/panel.js';
import { sourceStyles } from '../../views/source.styles.js';
import { cardStyles } from '../service-card/service-card.styles.js';
import { type Card, cardsFor } from './cards.js';
import { afterStep, type FinderStep, untouched } from './finder-input.js';
import { finderStyles } from './service-finder.styles.js';
import {
  cardsWhileTyping,
  type FinderActions,
  type FinderState,
  fewCards,
  fewNeeds,
  finderView,
  mostCards,
  placelessLast,
} from './service-finder.view.js';

/** In pixels: from this width on there is room for all needs and filters above the first results. */
const wide = 640;
/** In milliseconds: longer than the time between two keys, and too short to notice after the last one. */
const pause = 150;
const idsOf = (terms: readonly { readonly id: string }[]) => terms.map(({ id }) => id);

/**
 * Search the services and filter them by need, by whom they are for and by place. What is typed and chosen stays in the
 * element: nothing of it reaches the address, the history or storage, and no word of it is sent; with a folder of shards
 * in `src` its server can guess roughly what is searched for, and a source set in `directory` is told.
 *
 * @summary Search and filter the services.
 * @tagname havn-service-finder
 *
 * @attr {%needs%} need - The need that is selected at the start.
 * @attr {%areas%} area - The area that is selected at the start; "%whole-country%" selects services for the whole country.
 * @attr {"person" | "helper" | "professional"} [audience=person] - Who is reading. Services that take no individual cases are shown only to professionals.
 * @range page-size 1 50
 * @attr {number} [page-size=50] - How many services are shown at a time, 1 to 50. Of 50, only the first 6 are unfolded at the start.
 * @attr {string} src - The page's own services: the path or http(s) address of a JSON file (docs/local-services.md). You can put the JSON inside the tag instead, in `<script type="application/json">`. An address that ends in a slash is a folder of shards (docs/large-directories.md), which is searched once the reader types or chooses something.
 *
 * @slot - The fallback, shown before the script runs, without it, and if it fails: put the helpline's number here.
 *
 * @event havn-ready - The finder is on screen for the first time.
 * @event havn-error - The element failed, and the content of its tag is shown instead. Or the page's own services, or its `directory`, have errors: `detail.errors` lists them (of a directory the first) by `pointer` and `message`, and the rest is shown. Or the `directory` failed (no `detail`): the national services are searched.
 *
 * @csspart base - The whole widget.
 * @csspart title - The heading.
 * @csspart search - The search field.
 * @csspart need - A button that chooses a need.
 * @csspart more-needs - The button that shows the other needs, if there is room for only a few.
 * @csspart filter - The fold with the choices: who the service is for, and where it is.
 * @csspart select - A choice: who the service is for, or where it is.
 * @csspart count - How many services were found.
 * @csspart card - The card of one service.
 * @csspart service-name - The name of a service.
 * @csspart hours - When a service is open.
 * @csspart call - A link that calls.
 * @csspart emergency - The link that calls %emergency%.
 * @csspart email - A link to an e-mail address.
 * @csspart website - A link to a website.
 * @csspart source - Where a fact comes from.
 * @csspart local - Says that a service is one of the page's own.
 * @csspart refused - Says that some of the page's own services are left out.
 * @csspart hidden - Says how many national services the page leaves out.
 * @csspart empty - What is shown if nothing is found.
 * @csspart nearest - A button that switches to a need, if nothing is found.
 * @csspart clear - The button that clears the search.
 * @csspart more - The button that shows more services.
 *
 * @cssproperty [--havn-accent=#0b5563] - Colour of links and buttons; kept readable on its background.
 * @cssproperty [--havn-text=CanvasText] - Colour of the text.
 * @cssproperty [--havn-surface=Canvas] - Background of the element and its cards.
 * @cssproperty [--havn-tint=#eef4f4] - Background of highlighted boxes.
 * @cssproperty [--havn-border=#748487] - Colour of borders and lines.
 * @cssproperty [--havn-radius=8px] - Corner radius.
 */
export class ServiceFinder extends HavnElement {
  static override readonly tag = 'havn-service-finder';
  static override styles = [base, panel, sourceStyles, cardStyles, finderStyles];

  @attribute(oneOf(idsOf(needs), '')) need!: string;
  @attribute(oneOf(idsOf(areas), '')) area!: string;
  @attribute(oneOf(audiences, 'person')) audience!: Audience;
  @attribute(wholeNumber(1, mostCards, mostCards)) pageSize!: number;
  @attribute(dataAddress) src!: string;

  private readonly services = new ServicesController(this);

  private input = untouched;
  /** Only the first cards are rendered, also while somebody types. The rest follows in a pause. @internal */
  override isBrief = false;
  private cards: readonly Card[] = [];
  /** What the next render shows. */
  private state!: FinderState;
  private findings!: Findings;
  private untilPause: ReturnType<typeof setTimeout> | undefined;
  /** The directory or source that the page has set. */
  private directorySet: unknown;
  /** The function that searches it, once it is loaded. */
  private findInDirectory: Find | undefined;
  private stopAsking: (() => void) | undefined;
  /** The folder whose shards are searched. */
  private openedFolder: string | undefined;
  /** Measured once: turning the device does not fold anything again. */
  private isWide: boolean | undefined;
  /** The reader did something, and its first result may be out of sight. */
  private isAnswering = false;
  /** The need that the page has chosen, in the language in which it was brought into sight. */
  private shownChoice = '';
  /** Where the focus goes, as soon as that element is on screen. */
  private nextFocus: readonly [selector: string, index: number] | undefined;

  /**
   * What is searched instead of the bundled services: a directory of up to 100 000 services in the page, or a source that
   * answers queries (docs/large-directories.md). `null` or `undefined`: the bundled services. There is no attribute for it.
   */
  @property({ attribute: false })
  get directory(): Directory | ServiceSource | null | undefined {
    return this.directorySet as Directory | ServiceSource | null | undefined;
  }

  set directory(directory: Directory | ServiceSource | null | undefined) {
    this.attempt(() => {
      this.directorySet = directory;
      this.searchAnew('');
    });
  }

  constructor() {
    super();
    new ClockController(this);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    if (!this.isBrief) return isDone;
    await new Promise(resolve => setTimeout(resolve, pause));
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    for (const filter of ['need', 'area'] as const)
      if (changed.has(filter)) this.input = afterStep(this.input, { type: 'set by page', filter });
    this.find();
  }

  protected override updated(): void {
    // Before the first render the element has no width.
    if (this.isWide === undefined) {
      this.isWide = this.clientWidth >= wide;
      if (this.isWide) this.requestUpdate();
    }
    if (this.isBrief) {
      clearTimeout(this.untilPause);
      this.untilPause = setTimeout(() => {
        this.isBrief = false;
        this.requestUpdate();
      }, pause);
    }
    // Not with each key: measuring makes the browser lay out the page before it paints the key's answer.
    if (this.isAnswering && !this.isBrief) {
      this.isAnswering = false;
      this.showFirst();
    }
    this.showChosen();
    const [selector, index] = this.nextFocus || [];
    const place = selector && this.shadowRoot?.querySelectorAll<HTMLElement>(selector)[index || 0];
    if (!place) return;
    this.nextFocus = undefined;
    place.focus();
  }

  protected override forget(): void {
    this.input = untouched;
    this.nextFocus = undefined;
    this.isBrief = false;
    this.isAnswering = false;
    // The results would show what was searched for.
    this.searchAnew('');
  }

  private readonly actions: FinderActions = {
    search: text => this.answer({ type: 'typed', text }),
    toResults: () => {
      this.isBrief = false;
      this.nextFocus = ['.empty a, .card .name', 0];
      this.requestUpdate();
    },
    prepare: () =>
      this.attempt(() => {
        // Prepares once what the first key would have to wait for: the lexicon of the language, the words of the
        // services, and the browser's own reading of the functions that search.
        const lexicons = loadLexicons(this.localization.fact);
        const directory = this.services.directoryIn(this.localization);
        const text = directory.needs.map(({ name }) => name).join(' ');
        if (!this.findInDirectory) findingsIn(directory, { text, limit: 0 }, lexicons);
      }),
    choose: (filter, id) => this.answer({ type: 'chosen', filter, id }),
    turnTo: need => this.answer({ type: 'turned', need }),
    clear: () => {
      this.answer({ type: 'cleared' });
      // The button that was pressed disappears with the empty result.
      this.nextFocus = ['input', 0];
    },
    showNeeds: () => {
      this.nextFocus = ['.need', fewNeeds];
      this.step({ type: 'needs shown' });
    },
    showMore: () => {
      this.isBrief = false;
      // The focus goes to the first new card, also if the button is gone.
      const wereHidden = this.state.isFolded;
      this.nextFocus = ['.card .name', wereHidden ? fewCards : this.input.pages * this.pageSize];
      this.step({ type: 'more shown', wereHidden });
    },
  };

  private step(step: FinderStep): void {
    this.input = afterStep(this.input, step);
    this.requestUpdate();
  }

  /** A step that changes the query. */
  private answer(step: FinderStep): void {
    this.isBrief = step.type === 'typed';
    this.openFolder();
    this.nextFocus = undefined;
    this.isAnswering = true;
    this.step(step);
  }

  /** Searches the directory or source that the page has set, the folder of shards in `src`, or the bundled services. */
  private searchAnew(folder: string): void {
    this.stopAsking?.();
    this.openedFolder = folder;
    const settle = (find?: Find) => {
      this.findInDirectory = find;
      this.requestUpdate();
    };
    if (folder || this.directorySet != null)
      this.stopAsking = pageDirectory(
        this,
        this.directorySet,
        folder,
        () => this.directoryWithKeywords,
        settle,
      );
    else settle();
  }

  /**
   * The services that are searched together with the shards. That search goes word by word, so every need has its
   * keywords.
   */
  private get directoryWithKeywords() {
    const { fact, language } = this.localization;
    const directory = this.services.directoryIn(this.localization);
    const needs = directory.needs.map(need => withKeywords(need, loadLexicons(fact)));
    return { directory: { ...directory, needs }, language };
  }

  /** Opens the folder of shards as soon as a reader types or chooses something, and no sooner. */
  private openFolder(): void {
    const folder = this.directorySet ? '' : this.services.shardFolder;
    if (folder !== this.openedFolder) this.searchAnew(folder);
  }

  /** A reader who types or chooses something sees the first result. What is typed stays in sight, whatever the room. */
  private showFirst(): void {
    const root = this.shadowRoot;
    const link = root?.querySelector('.card a');
    if (!root || !link) return;
    // The keyboard of a phone takes room from the visual viewport alone. The way out stands at its end.
    const { offsetTop = 0, height = innerHeight } = visualViewport ?? {};
    const endOf = (of: Element) =>
      of.getBoundingClientRect().bottom + (Number.parseFloat(getComputedStyle(of).scrollMarginBottom) || 0);
    if (link.getBoundingClientRect().top >= 0 && endOf(link) <= Math.min(innerHeight, offsetTop + height))
      return;
    // A need is pressed low in the window: a second press there must not call.
    if (!this.input.isTyping) {
      link.scrollIntoView({ block: 'center' });
      return;
    }
    const field = root.querySelector('input')?.getBoundingClientRect().top ?? 0;
    // Large text leaves no room for both: then for the helpline, or for what was found.
    const place = [link, root.querySelector('.beside a')].find(
      one => one && endOf(one) - field <= Math.min(innerHeight, height),
    );
    (place ?? root.querySelector('.count'))?.scrollIntoView({ block: 'nearest' });
  }

  /** A need that the page has chosen may lie outside the row that scrolls: it is why so few services are shown. */
  private showChosen(): void {
    const chosen = this.input.chosen.need === undefined ? `${this.need} ${this.localization.language}` : '';
    if (chosen === this.shownChoice) return;
    this.shownChoice = chosen;
    const need = this.shadowRoot?.querySelector(".few [aria-pressed='true']");
    const row = need?.parentElement;
    if (!chosen || !need || !row) return;
    const { left, right } = need.getBoundingClientRect();
    const seen = row.getBoundingClientRect();
    // Only the row scrolls: `scrollIntoView` would scroll the page too.
    row.scrollLeft += Math.max(0, right - seen.right) + Math.min(0, left - seen.left);
  }

  /** Searches, and decides which cards show. */
  private find(): void {
    const { audience, pageSize, input } = this;
    const national = this.services.directoryIn(this.localization);
    const { need = this.need, group = '', area = this.area } = input.chosen;
    const query = { text: input.text, need, group, area, audience, limit: input.pages * pageSize };
    const isWide = this.isWide === true;
    const lexicons = loadLexicons(this.localization.fact);
    const found = this.findInDirectory?.(query, national);
    const findings = found
      ? criticalFirst(found, query, national, lexicons)
      : findingsIn(national, query, lexicons, this.services.own);
    const services = placelessLast(findings.result.services, area);
    const isTyping = this.isBrief && input.isTyping;
    const filled = cardsFor(
      isTyping ? services.slice(0, cardsWhileTyping({ isWide })) : services,
      this.cards,
      { isByPlace: input.isTyping },
    );
    this.cards = isTyping ? [...filled, ...this.cards.slice(filled.length)] : filled;
    this.findings = { ...findings, result: { ...findings.result, services } };
    this.state = {
      ...query,
      pageSize,
      now: new Date(),
      isBrief: this.isBrief,
      isTyping,
      cards: this.cards,
      // Not if `page-size` is below its default, or if not all results fit on one page.
      isFolded: input.isFolded && pageSize === mostCards && findings.result.total <= mostCards,
      isWide,
      foldsNeeds: input.foldsNeeds && !isWide,
    };
  }

  protected override render(): TemplateResult {
    return finderView(this.state, this.findings, this.actions, this.localization);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'havn-service-finder': ServiceFinder;
  }
}
