import { str } from '@lit/localize';
import { repeat } from 'lit/directives/repeat.js';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { critical } from '../../directory/critical.js';
import type { Directory, Service, TaxonomyTerm } from '../../directory/types.js';
import type { Localization } from '../../locale/localization.js';
import { neutralName } from '../../locale/neutral-name.js';
import { formatPhone } from '../../safety/index.js';
import { nameAndGroups } from '../../views/ask.view.js';
import { countInWords } from '../../views/count.js';
import { callLink, criticalLink, mailLink, webLink } from '../../views/links.js';
import { once } from '../../views/once.js';
import { leftOutView, originView, wordsView } from '../../views/service.view.js';
import { hoursView } from '../service-card/service-card.view.js';
import type { ContactRow, Sort, SortColumn } from './contact-directory.rows.js';

export interface ContactsState {
  readonly need: string;
  /** Whether the reader has chosen the need: then it is said how many services fit. */
  readonly isChosen?: boolean;
  /** The time for which a row says whether the service is open; without it, it says only the hours. */
  readonly now?: Date;
  /** Missing: the order of the directory, the helpline first. */
  readonly sort?: Sort | undefined;
  /**
   * The ids of two services: the one whose contact was copied, and the one whose contact is selected since copying
   * failed.
   */
  readonly copied?: string | undefined;
  readonly selected?: string | undefined;
  /** Whether files can be saved. If missing, contacts can only be copied. */
  readonly canSave?: boolean;
  /** Whether a contact is copied and saved under a neutral name, which does not tell what the number is for. */
  readonly isNeutral?: boolean;
}

export interface ContactsFacts {
  readonly directory: Directory;
  /** The needs that at least one contact helps with, for this audience. */
  readonly needs: readonly TaxonomyTerm[];
  readonly rows: readonly ContactRow[];
  /** How many of the page's own services are left out, and how many national ones the page hides. */
  readonly refused?: number | undefined;
  readonly hidden?: number | undefined;
}

/** What a reader can do. Nothing leaves the page except through the reader's own clipboard or files. */
export interface ContactsActions {
  readonly choose: (need: string) => void;
  readonly sort: (column: SortColumn) => void;
  readonly copy: (service: Service) => void;
  readonly save: (service: Service) => void;
  readonly saveAll: () => void;
}

/** The parts of a contact that are copied or saved. */
export type Contact = Pick<Service, 'name'> & Partial<Pick<Service, 'phones' | 'email' | 'url'>>;

/**
 * A contact for a device that others may look into. It is only the number, as on the small printed card: an e-mail or
 * web address has the name in it.
 */
export const neutralContact = ({ phones = [] }: Service, localization: Localization): Contact => ({
  name: neutralName(localization),
  phones,
});

/** A contact as text to paste, with one line for each part. */
export const contactText = ({ name, phones = [], email, url }: Contact): string =>
  [name, ...phones.map(({ number }) => formatPhone(number)), email, url].filter(Boolean).join('\n');

/** Only the table if there are no `actions`, as without a script. */
export function contactsView(
  state: ContactsState,
  facts: ContactsFacts,
  actions: ContactsActions | undefined,
  localization: Localization,
): TemplateResult {
  const { language, direction, msg } = localization;
  const { rows } = facts;
  const { helpline } = critical;
  return html`<div class="panel" part="base" lang=${language} dir=${direction}>
    <h2 part="title">${msg('Who to contact', { id: 'contacts.title', desc: 'Heading.' })}</h2>
    ${actions ? filterView(state, facts, actions, localization) : nothing}
    ${
      rows.length
        ? tableView(state, facts, actions, localization)
        : html`<p>
            ${msg('No service here matches that. You can ask the helpline what help there is.', {
              id: 'finder.empty',
              desc: 'Where the search finds no service. A button that calls the helpline follows.',
            })}
          </p>`
    }
    ${leftOutView(facts, localization)}
    ${
      rows.some(({ service }) => service.id === helpline.id)
        ? nothing
        : html`<p>${criticalLink('helpline', localization)}</p>`
    }
    ${actions ? [state.canSave ? saveAllView(state, actions, localization) : nothing, statusView(state, facts, localization)] : nothing}
  </div>`;
}

const helpInWords = ({ msg }: Localization) =>
  msg('Type of help', { id: 'contacts.help', desc: 'Label of a choice, and heading of a column.' });

function filterView(
  { need }: ContactsState,
  { needs }: ContactsFacts,
  actions: ContactsActions,
  localization: Localization,
) {
  const { msg } = localization;
  const any = msg('All types of help', {
    id: 'contacts.anyHelp',
    desc: 'The first choice of "Type of help".',
  });
  return html`<label class="select no-print">
    <span>${helpInWords(localization)}</span>
    <select
      class="target"
      part="select"
      @change=${(event: Event) => actions.choose((event.target as HTMLSelectElement).value)}
    >
      ${[{ id: '', name: any }, ...needs].map(
        ({ id, name }) => html`<option value=${id} .selected=${id === need}>${name}</option>`,
      )}
    </select>
  </label>`;
}

function saveAllView({ isNeutral }: ContactsState, actions: ContactsActions, localization: Localization) {
  const { msg } = localization;
  return html`<div class="foot no-print">
    <button type="button" class="target" part="csv" aria-describedby="hint" @click=${actions.saveAll}>
      ${msg('Save all as CSV', { id: 'contacts.csv', desc: 'Button: saves the whole table as a file for a spreadsheet.' })}
    </button>
    <p id="hint">
      ${msg('What you save stays on this device until you delete it.', {
        id: 'contacts.saveHint',
        desc: 'Beside the buttons that save a file: somebody else may look into the phone.',
      })}
      ${
        isNeutral
          ? ` ${msg(
              str`A contact is saved under the name “${neutralName(localization)}”, which tells others nothing.`,
              {
                id: 'contacts.saveName',
                desc: 'Beside the buttons that save a contact: somebody else may look into the phone. {0}: a word that does not tell what the number is for.',
              },
            )}`
          : nothing
      }
    </p>
  </div>`;
}

/*
 * These roles repeat those of the tags. In a narrow column CSS lays out a row as a card instead of a table row, and
 * Safari and older Chrome then hide the table from screen readers, too.
 */
function tableView(
  state: ContactsState,
  facts: ContactsFacts,
  actions: ContactsActions | undefined,
  localization: Localization,
) {
  const { msg } = localization;
  const heading = (column: SortColumn, name: string) => {
    const { sort } = state;
    const order = sort?.column === column ? (sort.isDescending ? 'descending' : 'ascending') : nothing;
    return html`<th role="columnheader" scope="col" aria-sort=${order}>
      ${
        actions
          ? html`<button type="button" class="sort no-print" part="sort" @click=${() => actions.sort(column)}>${name}</button><span class="on-paper">${name}</span>`
          : name
      }
    </th>`;
  };
  return html`<table role="table" part="table">
    <caption>${msg('Organisations and how to reach them', { id: 'contacts.caption', desc: 'Caption of the table.' })}</caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heading('help', helpInWords(localization))}
        ${heading('name', msg('Organisation', { id: 'contacts.organization', desc: 'Heading of a column.' }))}
        <th role="columnheader" scope="col">${contactInWords(localization)}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        facts.rows,
        ({ service }) => service.id,
        row => rowView(row, state, facts, actions, localization),
      )}
    </tbody>
  </table>`;
}

const contactInWords = ({ msg }: Localization) =>
  msg('Contact', { id: 'contacts.contact', desc: 'Heading of a column: numbers and addresses.' });

function rowView(
  { service, help, others }: ContactRow,
  state: ContactsState,
  { directory }: ContactsFacts,
  actions: ContactsActions | undefined,
  localization: Localization,
) {
  const { id, name, phones = [], email, url, x_emergency, x_helpline } = service;
  const organization = directory.organizations.find(({ id }) => id === service.organization_id);
  // Without this, a reader who has chosen "Children" would not see why the helpline is in the table.
  const isForOthers = Boolean(state.need) && !service.x_needs.includes(state.need);
  // The header of a row has no label: Orca would not read what is in it, in a reading of the whole page.
  return html`<tr role="row" part="row" data-service=${id}>
    <td role="cell">${help}</td>
    <th role="rowheader" scope="row">
      ${wordsView(service, html`<p class="name" part="service-name" id=${actions ? `name-${id}` : nothing}>${name}</p>`)}
      ${service.x_local ? originView(service, localization, undefined) : nothing}
      ${wordsView(
        service,
        html`${organization && organization.name !== name ? html`<p><bdi>${organization.name}</bdi></p>` : nothing}
          ${[service.alternate_name, service.eligibility_description, service.application_process]
            .filter(Boolean)
            .map(text => html`<p>${text}</p>`)}
          ${service.alert ? html`<p class="alert">${service.alert}</p>` : nothing}`,
      )}
      ${service.description || others.length ? moreView(service, others, isForOthers, organization?.description, directory.groups, localization) : nothing}
    </th>
    <td role="cell">
      <div class="contacts">
        ${phones.map(({ number, description }) =>
          callLink(number, localization, {
            part: x_emergency ? 'emergency' : 'call',
            of: name,
            about: description,
            aboutLanguage: service.x_language,
            isQuiet: !x_helpline,
          }),
        )}
        ${email ? mailLink(email) : nothing} ${url ? webLink(url) : nothing}
        ${x_emergency ? nothing : hoursView(service, state.now, localization)}
        ${actions ? keepView(service, state, actions, localization) : nothing}
      </div>
    </td>
  </tr>`;
}

function moreView(
  service: Service,
  others: readonly Service[],
  isOpen: boolean,
  about: string | undefined,
  groups: readonly TaxonomyTerm[],
  localization: Localization,
) {
  const { msg } = localization;
  const nameOf = (other: Service) =>
    other.x_local ? other.name : nameAndGroups(other, groups, localization);
  const label = msg('What they do', { id: 'contacts.more', desc: 'Opens to what a service does.' });
  return html`<details part="more" ?open=${isOpen}>
    <summary aria-label=${once(`${label}: ${service.name}`)}>${label}</summary>
    ${wordsView(service, html`<p>${service.description}</p>`)}
    ${
      others.length
        ? html`<p>${msg('Ask here about this too:', { id: 'contacts.others', desc: 'A list of services that are reached through the same contact follows.' })}</p>
            <ul>
              ${others.map(other => html`<li>${wordsView(other, html`<b>${nameOf(other)}</b>${other.description ? ': ' : nothing}${other.description}`)}</li>`)}
            </ul>`
        : nothing
    }
    ${service.x_local ? nothing : originView(service, localization, about)}
  </details>`;
}

/** Each button is named by its own text and by the service, since every row has the same buttons. */
function keepView(
  service: Service,
  { selected, canSave, isNeutral }: ContactsState,
  actions: ContactsActions,
  localization: Localization,
) {
  const { msg } = localization;
  const { id, x_emergency, phones } = service;
  // A neutral contact is only a number: without a number there is nothing to copy or save.
  if (isNeutral && !phones?.length) return nothing;
  return html`<p class="keep no-print">
      <button type="button" class="target" part="copy" id="copy-${id}" aria-labelledby="copy-${id} name-${id}" @click=${() => actions.copy(service)}>
        ${msg('Copy', { id: 'contacts.copy', desc: 'Button: copies name, number and addresses.' })}
      </button>
      ${
        canSave && !x_emergency
          ? html`<button type="button" class="target" part="save" id="save-${id}" aria-labelledby="save-${id} name-${id}" @click=${() => actions.save(service)}>
        ${msg('Save as contact', { id: 'contacts.save', desc: 'Button: saves name, number and addresses as a file for the address book of a phone.' })}
      </button>`
          : nothing
      }
    </p>
    ${
      selected === id
        ? html`<textarea class="no-print" part="text" readonly dir="auto" rows="4" aria-label=${contactInWords(localization)} .value=${contactText(isNeutral ? neutralContact(service, localization) : service)}></textarea>`
        : nothing
    }`;
}

function statusView(state: ContactsState, facts: ContactsFacts, localization: Localization) {
  return html`<p role="status" class="status no-print" part="status">${statusInWords(state, facts, localization)}</p>`;
}

function statusInWords(
  { copied, selected, isChosen }: ContactsState,
  { rows }: ContactsFacts,
  localization: Localization,
): string {
  const { msg } = localization;
  const name = rows.find(({ service }) => service.id === copied)?.service.name;
  if (name)
    return msg(str`Copied: ${name}`, {
      id: 'contacts.copied',
      desc: 'Shows until something else is chosen, and is read out. {0}: a service.',
    });
  if (selected)
    return msg('This page is not allowed to copy. The text is selected, so that you can copy it yourself.', {
      id: 'contacts.selected',
      desc: 'Where the browser refuses to copy.',
    });
  return isChosen ? countInWords(rows.length, localization) : '';
}
