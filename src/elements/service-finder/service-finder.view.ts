import { str } from '@lit/localize';
import { repeat } from 'lit/directives/repeat.js';
import { html, noChange, nothing, type TemplateResult } from 'lit/html.js';
import { wholeCountry } from '../../directory/generated/country.js';
import type { Query } from '../../directory/search/search.js';
import type { Directory, Service, TaxonomyTerm } from '../../directory/types.js';
import { listInWords } from '../../locale/format.js';
import { anywhere, elsewhere, nationwide, noChat } from '../../locale/generated/country-messages.js';
import type { Localization } from '../../locale/localization.js';
import type { Findings } from '../../services-on-page/findings.js';
import { countInWords } from '../../views/count.js';
import { criticalLink } from '../../views/links.js';
import { leftOutView } from '../../views/service.view.js';
import { isPlaceless, placesOf, placeUnknown, serviceCardView } from '../service-card/service-card.view.js';
import { type Card, cardsFor } from './cards.js';
import type { Filter } from './finder-input.js';

/** The query, and how its results are shown. */
export interface FinderState extends Required<Query> {
  readonly pageSize: number;
  readonly now: Date;
  /** Whether only the first cards are rendered now. The rest follows in a pause. */
  readonly isBrief: boolean;
  /** Whether somebody is typing: even fewer cards are rendered, and the others stay as they were, but hidden. */
  readonly isTyping: boolean;
  /** The cards of the list. While somebody types, this includes the hidden ones, as they were. */
  readonly cards: readonly Card[];
  /** Whether all but the first cards are hidden. */
  readonly isFolded: boolean;
  /** Whether there is room for all needs and filters above the first results. */
  readonly isWide: boolean;
  /** Whether all needs but the first are hidden. */
  readonly foldsNeeds: boolean;
}

/** What a reader can do. Each action only changes the state in memory. */
export interface FinderActions {
  readonly search: (text: string) => void;
  /** Moves the focus to the first result. */
  readonly toResults: () => void;
  /** Somebody is about to type. */
  readonly prepare: () => void;
  readonly choose: (filter: Filter, id: string) => void;
  /** Chooses a need, in place of a text that found nothing. */
  readonly turnTo: (need: string) => void;
  readonly clear: () => void;
  readonly showMore: () => void;
  readonly showNeeds: () => void;
}

export function finderView(
  state: FinderState,
  facts: Findings,
  actions: FinderActions,
  localization: Localization,
): TemplateResult {
  const { language, direction } = localization;
  return html`<div class="panel" part="base" lang=${language} dir=${direction}>
    ${formView(state, facts, actions, localization)} ${resultView(state, facts, actions, localization)}
  </div>`;
}

const valueFrom = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;

/**
 * Nobody else may read what is typed: tools that record visits skip a field that has their attributes (`data-hj-…` is
 * Hotjar's, and so on).
 */
function formView(state: FinderState, facts: Findings, actions: FinderActions, localization: Localization) {
  const { direction, msg } = localization;
  const { needs } = facts;
  // The chosen need is never folded away.
  const folded = state.foldsNeeds
    ? needs.filter(({ id }, index) => index >= fewNeeds && id !== state.need).length
    : 0;
  const title =
    state.audience === 'person'
      ? msg('What do you need help with?', {
          id: 'finder.title',
          desc: 'Heading, and label of the search field.',
        })
      : msg('What kind of help is needed?', {
          id: 'finder.titleForHelpers',
          desc: 'Heading and label of the search field, for helpers and professionals.',
        });
  // Orca reads a heading that labels something else as "blank", and skips the field.
  return html`<div role="search" aria-label=${title} class="form">
    <h2 part="title">${title}</h2>
    <input
      aria-label=${title}
      class="no-print ph-no-capture"
      part="search"
      type="search"
      dir=${state.text ? 'auto' : direction}
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      writingsuggestions="false"
      enterkeyhint="search"
      maxlength="200"
      data-private
      data-hj-suppress
      data-sentry-mask
      data-clarity-mask="true"
      data-dd-privacy="mask"
      placeholder=${msg('For example: a place to sleep', { id: 'finder.placeholder', desc: 'In the empty search field. At most 30 characters.' })}
      .value=${state.text}
      @focus=${actions.prepare}
      @input=${(event: Event) => actions.search(valueFrom(event))}
      @keydown=${(event: KeyboardEvent) => {
        // Enter may also end the writing of a word, as in Vietnamese. Safari tells of that by the key code alone.
        if (event.key !== 'Enter' || event.isComposing || event.keyCode === 229) return;
        // In Firefox the same press would follow the link that it leads to.
        event.preventDefault();
        actions.toResults();
      }}
    />
    <p role="status" class="count" part="count">
      ${facts.result.total ? countInWords(facts.result.total, localization) : nothingFound(localization)}${noteView(facts.result.meant || [], localization)}
    </p>
    <div class=${state.foldsNeeds ? 'few no-print' : 'no-print'}>
      <div role="group" class="needs" aria-label=${msg('Kind of help', { id: 'finder.needs', desc: 'Names the row of buttons for screen readers.' })}>
        ${needs.map(need => needView(need, state, actions))}
      </div>
      ${
        folded
          ? html`<button type="button" class="target all" part="more-needs" @click=${actions.showNeeds}>
              ${moreView(folded, localization)}
            </button>`
          : nothing
      }
    </div>
    <div class="beside">
      ${
        // No key changes the choices, and on a slow phone they take a tenth of its time: they follow in the pause.
        state.isTyping ? noChange : filterView(state, facts, actions, localization)
      }
      ${criticalLink('helpline', localization, true)}
    </div>
  </div>`;
}

const needView = ({ id, name }: TaxonomyTerm, { need }: FinderState, actions: FinderActions) =>
  html`<button
    type="button"
    class="target need"
    part="need"
    aria-pressed=${need === id ? 'true' : 'false'}
    @click=${() => actions.choose('need', need === id ? '' : id)}
  >
    ${name}
  </button>`;

/**
 * The filters for whom and where. They are folded, since a phone has room for either the first result or the filters.
 */
function filterView(
  state: FinderState,
  { directory }: Findings,
  actions: FinderActions,
  localization: Localization,
) {
  const { msg } = localization;
  const { groups, areas } = directory;
  const chosen = [
    groups.find(({ id }) => id === state.group)?.name,
    state.area === wholeCountry ? nationwide(msg) : areas.find(({ id }) => id === state.area)?.name,
  ].filter(name => name !== undefined);
  return html`<details class="filter no-print" part="filter" ?open=${state.isWide}>
    <summary class="target">
      ${msg('Filter', { id: 'finder.filter', desc: 'Opens the choices: for whom, and where. What is chosen follows.' })}${
        chosen.length ? html`: ${listInWords(localization, chosen)}` : nothing
      }
    </summary>
    <div class="selects">
      ${selectView(
        'group',
        msg('Who it is for', {
          id: 'finder.group',
          desc: 'Label of a choice: for everyone, women, men, children.',
        }),
        [{ id: '', name: msg('Everyone', { id: 'finder.everyone' }) }, ...groups],
        state.group,
        actions,
      )}
      ${selectView(
        'area',
        msg('Where', { id: 'finder.area', desc: 'Label of a choice of places.' }),
        [
          { id: '', name: anywhere(msg) },
          ...areas.map(area => (area.id === wholeCountry ? { ...area, name: nationwide(msg) } : area)),
        ],
        state.area,
        actions,
      )}
    </div>
  </details>`;
}

/** Not "0 services": those that always help are shown all the same. */
const nothingFound = ({ msg }: Localization) =>
  msg('No service here matches that. You can ask the helpline what help there is.', {
    id: 'finder.empty',
    desc: 'Where the search finds no service. A button that calls the helpline follows.',
  });

/** The notes about the results as a whole. */
function noteView(meant: readonly string[], { msg }: Localization) {
  return [meant.includes('chat') ? noChat(msg) : '', meant.includes('elsewhere') ? elsewhere(msg) : ''].map(
    note => (note ? [' ', html`<span class="note">${note}</span>`] : nothing),
  );
}

function selectView(
  filter: Filter,
  label: string,
  choices: readonly TaxonomyTerm[],
  chosen: string,
  actions: FinderActions,
) {
  return html`<label class="select">
    <span>${label}</span>
    <select class="target" part="select" @change=${(event: Event) => actions.choose(filter, valueFrom(event))}>
      ${choices.map(({ id, name }) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`)}
    </select>
  </label>`;
}

function resultView(state: FinderState, facts: Findings, actions: FinderActions, localization: Localization) {
  const { result, directory } = facts;
  const { services, total } = result;
  const more = state.isFolded
    ? services.length - fewCards
    : Math.min(total - services.length, state.pageSize);
  return html`
    ${leftOutView(facts, localization)}
    ${
      total
        ? cardsView(services, directory, state.now, localization, state)
        : emptyView(state, facts, actions, localization)
    }
    ${
      more > 0
        ? html`<button type="button" class="target more no-print" part="more" @click=${actions.showMore}>
            ${moreView(more, localization)}
          </button>`
        : nothing
    }
  `;
}

const moreView = (more: number, { msg }: Localization) =>
  msg(str`Show ${more} more`, { id: 'finder.more', desc: 'Button. {0}: how many more services it shows.' });

/** How many needs stand in the row on a phone until the others are shown. */
export const fewNeeds = 3;

const isCritical = ({ x_helpline, x_emergency }: Service) => x_helpline || x_emergency;

/** More cards than a phone shows at once, and full rows on a wide screen. */
export const fewCards = 6;
/**
 * How many cards are drawn while somebody types: on a phone, whose keyboard covers the others, the first. Each takes a
 * slow phone some 10 milliseconds for each key. The rest follows in a pause.
 */
export const cardsWhileTyping = ({ isWide }: Pick<FinderState, 'isWide'>): number => (isWide ? 2 : 1);
/** The most cards that are shown at a time: more are slow to paint. */
export const mostCards = 50;

/** The cards alone, which are also used without a script. */
export function cardsView(
  services: readonly Service[],
  directory: Directory,
  now: Date | undefined,
  localization: Localization,
  {
    isBrief,
    isTyping,
    isFolded,
    isWide = false,
    area,
    cards = cardsFor(services),
  }: Partial<FinderState> = {},
): TemplateResult {
  const most = isTyping ? cardsWhileTyping({ isWide }) : isBrief ? fewCards : services.length;
  const placeless = area ? services.findIndex(isPlaceless) : -1;
  const hasMore = services[most];
  const folds = [hasMore && 'brief', hasMore && isTyping && (isWide ? 'typing' : 'typing narrow')].filter(
    Boolean,
  );
  return html`<ul role="list" class=${['cards', ...folds].join(' ')}>
    ${repeat(
      // While somebody types, the other cards are hidden and not rendered again, but keep their place.
      isTyping ? cards.slice(0, services.length) : cards.slice(0, most),
      ({ key }) => key,
      (_, index) => {
        const service = services[index];
        if (!service || index >= most) return noChange;
        const isOut = isFolded && index >= fewCards;
        const fold = isOut ? ' folded' : '';
        return html`${index === placeless ? html`<li class=${`group${fold}`} ?inert=${isOut}>${placeUnknown(localization)}</li>` : nothing}
          <li class=${`card${fold}`} part="card" data-service=${service.id} ?inert=${isOut}>
            ${placeView(service, directory, area, localization)}
            ${serviceCardView(service, { directory, now, isCallFirst: true }, localization)}
          </li>`;
      },
    )}
  </ul>`;
}

/** If a place is chosen, the services whose place is not stated come last, as a group of their own. */
export const placelessLast = (services: readonly Service[], area: string | undefined): readonly Service[] =>
  area ? [...services.filter(one => !isPlaceless(one)), ...services.filter(isPlaceless)] : services;

/** If a place is chosen: the places of a service, which tell whether it is there or in the whole country. */
function placeView(
  service: Service,
  directory: Directory,
  area: string | undefined,
  localization: Localization,
) {
  const place = area && !isPlaceless(service) && placesOf(service, directory, localization);
  return place ? html`<p class="place">${place}</p>` : nothing;
}

function emptyView(state: FinderState, facts: Findings, actions: FinderActions, localization: Localization) {
  const { msg } = localization;
  const { directory, nearest = [] } = facts;
  return html`<div class="empty" part="empty">
    <p class="contacts">${criticalLink('helpline', localization)} ${criticalLink('emergency', localization)}</p>
    <p class="contacts">
      ${nearest.map(
        ({ id, name }) =>
          html`<button type="button" class="target" part="nearest" @click=${() => actions.turnTo(id)}>${name}</button>`,
      )}
      <button type="button" class="target" part="clear" @click=${actions.clear}>
        ${msg('Clear the search', { id: 'finder.clear', desc: 'Button: shows all services again.' })}
      </button>
    </p>
    </div>
    ${cardsView(directory.services.filter(isCritical), directory, state.now, localization)}`;
}
