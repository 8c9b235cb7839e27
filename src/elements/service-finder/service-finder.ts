import type { TemplateResult } from 'lit/html.js';
import { loadDirectory } from '../../directory/directory.js';
import { areas, needs } from '../../directory/generated/directory.js';
import { search } from '../../directory/search.js';
import { type Audience, audiences, type Directory } from '../../directory/types.js';
import { oneOf, wholeNumber } from '../../element/attributes.js';
import { foldAway } from '../../element/fold-away.js';
import { HavnElement } from '../../element/havn-element.js';
import { sourceStyles } from '../../element/source.styles.js';
import type { Localization } from '../../locale/localization.js';
import { base } from '../../styles/base.js';
import { cardStyles } from '../service-card/service-card.styles.js';
import { finderStyles } from './service-finder.styles.js';
import { type FinderActions, finderView } from './service-finder.view.js';

const mostCards = 50;
const directories = new Map<string, Directory>();

function directoryIn({ language, fact }: Localization): Directory {
  const directory = directories.get(language) ?? loadDirectory(fact);
  directories.set(language, directory);
  return directory;
}

const idsOf = (terms: readonly { readonly id: string }[]) => terms.map(({ id }) => id);

/**
 * Search the services and filter them by need, by whom they are for and by place. What is typed and chosen stays in
 * memory: nothing of it reaches the address, the history, storage or the network.
 *
 * @summary Search and filter the services.
 * @tagname havn-service-finder
 *
 * @attr {"emergency" | "shelter" | "counselling" | "information" | "health" | "money" | "residence-permit" | "police" | "work" | "follow-up" | "child-welfare" | "return" | "coordination"} need - The need that is chosen at first.
 * @attr {"norway" | "oslo"} area - The place that is chosen at first; "norway" is what covers the whole country.
 * @attr {"person" | "helper" | "professional"} [audience=person] - Who is reading. Services that take no individual cases are shown to professionals alone.
 * @attr {number} [page-size=50] - How many services show at a time, 1 to 50.
 *
 * @slot - What shows before the script has run, without it, and whenever it fails: put the helpline's number here.
 *
 * @event havn-ready - The finder is on screen for the first time.
 * @event havn-error - It could not be shown; what stands inside the tag shows instead.
 *
 * @csspart base - The whole widget.
 * @csspart title - The heading.
 * @csspart search - The search field.
 * @csspart need - A button that chooses a need.
 * @csspart select - A choice of whom it is for, or where.
 * @csspart count - How many services were found.
 * @csspart card - The card of one service.
 * @csspart service-name - The name of a service.
 * @csspart hours - When a service is open.
 * @csspart call - A link that calls.
 * @csspart emergency - The link that calls 112.
 * @csspart email - A link to an e-mail address.
 * @csspart website - A link to a website.
 * @csspart source - Where a fact comes from.
 * @csspart empty - What shows where nothing is found.
 * @csspart clear - The button that clears the search.
 * @csspart more - The button that shows more services.
 *
 * @cssproperty [--havn-accent=#0b5563] - Colour of links and buttons; kept readable on its ground.
 * @cssproperty [--havn-text=#17201f] - Colour of the text.
 * @cssproperty [--havn-surface=#fff] - Ground of the widget and of the cards.
 * @cssproperty [--havn-tint=#eef4f4] - Ground of what is set off.
 * @cssproperty [--havn-border=#6b7c7e] - Colour of lines.
 * @cssproperty [--havn-radius=8px] - Roundness of corners.
 */
export class ServiceFinder extends HavnElement {
  static override readonly tag = 'havn-service-finder';
  static override readonly styles = [base, sourceStyles, cardStyles, finderStyles];
  static override readonly attributeTypes = {
    need: oneOf(idsOf(needs), ''),
    area: oneOf(idsOf(areas), ''),
    audience: oneOf(audiences, 'person'),
    pageSize: wholeNumber(1, mostCards, mostCards),
  };

  declare need: string;
  declare area: string;
  declare audience: Audience;
  declare pageSize: number;

  private text = '';
  /** What the reader has chosen; missing: what the attribute says. */
  private chosen: { need?: string; group?: string; area?: string } = {};
  private pages = 1;
  private clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // "Open now" must not outlive closing time on a page that stays open.
    this.clock = setInterval(() => this.requestUpdate(), 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (name === 'need' || name === 'area') delete this.chosen?.[name];
    super.attributeChangedCallback(name, before, now);
  }

  private readonly actions: FinderActions = {
    search: text => this.show(() => (this.text = text)),
    choose: (filter, id) => this.show(() => (this.chosen[filter] = id)),
    clear: () => {
      this.show(() => {
        this.text = '';
        this.chosen = { need: '', group: '', area: '' };
      });
      // The button that was pressed is gone with the empty answer.
      this.focusAfterUpdate('input');
    },
    showMore: () => {
      const next = this.pages++ * this.pageSize + 1;
      this.requestUpdate();
      // The reader goes on at the first new card, also where the button is gone.
      this.focusAfterUpdate(`.card:nth-child(${next}) .name`);
    },
  };

  private show(change: () => void): void {
    change();
    foldAway(this);
    this.pages = 1;
    this.requestUpdate();
  }

  private focusAfterUpdate(selector: string): void {
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>(selector)?.focus());
  }

  protected override render(): TemplateResult {
    const { text, audience, pageSize, chosen } = this;
    const { need = this.need, group = '', area = this.area } = chosen;
    const directory = directoryIn(this.localization);
    const answered = search(directory, { audience }).services.flatMap(({ x_needs }) => x_needs);
    return finderView(
      { text, need, group, area, audience, pageSize, shown: this.pages * pageSize, now: new Date() },
      {
        directory,
        needs: directory.needs.filter(({ id }) => answered.includes(id)),
        result: search(directory, { text, need, group, area, audience }),
      },
      this.actions,
      this.localization,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'havn-service-finder': ServiceFinder;
  }
}
