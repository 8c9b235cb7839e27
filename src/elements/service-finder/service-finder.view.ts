import { html, noChange, nothing, type TemplateResult } from 'lit/html.js';
import { wholeCountry } from '../../directory/generated/country.js';
import type { Query } from '../../directory/search.js';
import type { Directory, Service, TaxonomyTerm } from '../../directory/types.js';
import type { Findings } from '../../element/findings.js';
import { criticalLink } from '../../element/links.js';
import { refusedView } from '../../element/service.view.js';
import { pluralOf } from '../../locale/format.js';
import { anywhere, nationwide } from '../../locale/generated/country-messages.js';
import type { Localization } from '../../locale/localization.js';
import { serviceCardView } from '../service-card/service-card.view.js';

/** What is searched, with how many cards are on screen at most. */
export interface FinderState extends Required<Query> {
  readonly pageSize: number;
  readonly now: Date;
  /** Whether only the first cards are rendered: those after them stay as they were, unseen. */
  readonly isBrief: boolean;
}

/** What a reader does; each does nothing but change the state in memory. */
export interface FinderActions {
  readonly search: (text: string) => void;
  readonly choose: (filter: 'need' | 'group' | 'area', id: string) => void;
  readonly clear: () => void;
  readonly showMore: () => void;
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

/** What is typed is nobody's: tools that record visits leave out a field with their marks (`data-hj-…` is Hotjar's, and so on). */
function formView(
  state: FinderState,
  facts: Findings,
  actions: FinderActions,
  { direction, msg }: Localization,
) {
  const { needs, directory } = facts;
  return html`<div role="search" aria-labelledby="title" class="form">
    <h2 id="title" part="title">
      <label for="text">
        ${
          state.audience === 'person'
            ? msg('What do you need help with?', {
                id: 'finder.title',
                desc: 'Heading, and label of the search field.',
              })
            : msg('What kind of help is needed?', {
                id: 'finder.titleForHelpers',
                desc: 'Heading and label of the search field, for helpers and professionals.',
              })
        }
      </label>
    </h2>
    <input
      id="text"
      class="no-print ph-no-capture"
      part="search"
      type="search"
      dir=${state.text ? 'auto' : direction}
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      enterkeyhint="search"
      maxlength="200"
      data-private
      data-hj-suppress
      data-sentry-mask
      data-clarity-mask="true"
      data-dd-privacy="mask"
      placeholder=${msg('For example: a place to sleep', { id: 'finder.placeholder', desc: 'In the empty search field. At most 30 characters.' })}
      .value=${state.text}
      @input=${(event: Event) => actions.search(valueFrom(event))}
    />
    <div role="group" class="needs no-print" aria-label=${msg('Kind of help', { id: 'finder.needs', desc: 'Names the row of buttons for screen readers.' })}>
      ${needs.map(
        ({ id, name }) =>
          html`<button
            type="button"
            class="target need"
            part="need"
            aria-pressed=${state.need === id ? 'true' : 'false'}
            @click=${() => actions.choose('need', state.need === id ? '' : id)}
          >
            ${name}
          </button>`,
      )}
    </div>
    <div class="selects no-print">
      ${selectView(
        'group',
        msg('Who it is for', {
          id: 'finder.group',
          desc: 'Label of a choice: for everyone, women, men, children.',
        }),
        [{ id: '', name: msg('Everyone', { id: 'finder.everyone' }) }, ...directory.groups],
        state.group,
        actions,
      )}
      ${selectView(
        'area',
        msg('Where', { id: 'finder.area', desc: 'Label of a choice of places.' }),
        [
          { id: '', name: anywhere(msg) },
          ...directory.areas.map(area =>
            area.id === wholeCountry ? { ...area, name: nationwide(msg) } : area,
          ),
        ],
        state.area,
        actions,
      )}
    </div>
  </div>`;
}

function selectView(
  filter: 'group' | 'area',
  label: string,
  choices: readonly TaxonomyTerm[],
  chosen: string,
  actions: FinderActions,
) {
  return html`<label class="select">
    <span>${label}</span>
    <select class="target" part="select" @change=${(event: Event) => actions.choose(filter, valueFrom(event))}>
      ${choices.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
    </select>
  </label>`;
}

function resultView(state: FinderState, facts: Findings, actions: FinderActions, localization: Localization) {
  const { msg } = localization;
  const { result, directory } = facts;
  const { services, total } = result;
  const more = Math.min(total - services.length, state.pageSize);
  return html`
    <p role="status" class="count" part="count">${countInWords(total, localization)}</p>
    ${refusedView(facts.refused, localization)}
    ${total ? nothing : emptyView(actions, localization)}
    ${cardsView(services, directory, state.now, localization, state.isBrief)}
    ${
      more > 0
        ? html`<button type="button" class="target more no-print" part="more" @click=${actions.showMore}>
            ${msg(html`Show ${more} more`, { id: 'finder.more', desc: 'Button. {0}: how many more services it shows.' })}
          </button>`
        : nothing
    }
  `;
}

/** More than a phone shows at once, and as many as the rows of a wide screen have. */
const fewCards = 6;

/** The cards alone, as they also stand where there is no script. */
export function cardsView(
  services: readonly Service[],
  directory: Directory,
  now: Date | undefined,
  localization: Localization,
  isBrief?: boolean,
): TemplateResult {
  const most = isBrief ? fewCards : services.length;
  return html`<ul role="list" class=${services[most] ? 'cards brief' : 'cards'}>
    ${services.map((service, index) =>
      index < most
        ? html`<li class="card" part="card" data-service=${service.id}>
            ${serviceCardView(service, directory, now, localization)}
          </li>`
        : noChange,
    )}
  </ul>`;
}

/** Every language takes the forms it has; English has two. */
function countInWords(total: number, { language, msg }: Localization) {
  switch (pluralOf(language, total)) {
    case 'zero':
      return msg(html`${total} services`, { id: 'finder.count.zero', desc: 'Plural form "zero".' });
    case 'one':
      return msg(html`${total} service`, {
        id: 'finder.count.one',
        desc: 'Plural form "one": how many services were found.',
      });
    case 'two':
      return msg(html`${total} services`, { id: 'finder.count.two', desc: 'Plural form "two".' });
    case 'few':
      return msg(html`${total} services`, { id: 'finder.count.few', desc: 'Plural form "few".' });
    case 'many':
      return msg(html`${total} services`, { id: 'finder.count.many', desc: 'Plural form "many".' });
    default:
      return msg(html`${total} services`, { id: 'finder.count.other', desc: 'Plural form "other".' });
  }
}

function emptyView(actions: FinderActions, localization: Localization) {
  const { msg } = localization;
  return html`<div class="empty" part="empty">
    <p>
      ${msg('Nothing here fits. The helpline knows more, and you can ask about anything.', {
        id: 'finder.empty',
        desc: 'Where the search finds no service. A button that calls the helpline follows.',
      })}
    </p>
    <p class="contacts">
      ${criticalLink('helpline', localization)} ${criticalLink('emergency', localization)}
      <button type="button" class="target" part="clear" @click=${actions.clear}>
        ${msg('Clear the search', { id: 'finder.clear', desc: 'Button: shows all services again.' })}
      </button>
    </p>
  </div>`;
}
