import { str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { byWhomToAsk, localizedGroups } from '../directory/contacts.js';
import type { ServiceContact, TaxonomyTerm } from '../directory/types.js';
import { listInWords } from '../locale/format.js';
import type { Localization } from '../locale/localization.js';
import { few } from './few.js';
import { callLink } from './links.js';
import { once } from './once.js';

/** Where a service without a contact of its own is reached. */
export const askHereInWords = ({ name }: ServiceContact, { msg }: Localization): string =>
  msg(str`Ask here: ${name}`, {
    id: 'service.through',
    desc: 'On the card of a service without a contact of its own. {0}: the service to ask. A button that calls it follows.',
  });

export interface AskOptions {
  /** The first number has a filled button: for widgets with one such list, not many. */
  readonly isFilled?: boolean;
  /** A row of a table keeps the number apart from what stands around it. */
  readonly isInRow?: boolean;
}

/** The name of a service, and behind it whom the service is for: a man should not ring a shelter for women. */
export function nameAndGroups(
  { name, x_groups }: Pick<ServiceContact, 'name' | 'x_groups'>,
  groups: readonly TaxonomyTerm[],
  localization: Localization,
): string {
  const names = groups.filter(({ id }) => x_groups?.includes(id)).map(({ name }) => name);
  return names.length
    ? `${name} (${listInWords(localization, names).toLocaleLowerCase(localization.language)})`
    : name;
}

/**
 * The services to ask, each with the number to call. Without a style sheet, the margin of a paragraph keeps the number
 * apart from what stands around it.
 */
export const askView = (
  ids: readonly string[],
  contacts: readonly ServiceContact[],
  localization: Localization,
  { isFilled, isInRow }: AskOptions = {},
): TemplateResult => {
  const groups = localizedGroups(localization.fact);
  const nameOf = (service: ServiceContact) => nameAndGroups(service, groups, localization);
  const askGroups = byWhomToAsk(ids, contacts);
  // Screen readers say "list with 1 item" and "leaving list", in each row of a table.
  return html`<ul role=${askGroups.length > 1 ? 'list' : 'presentation'} class="services">
    ${askGroups.map(({ ask, services }, index) => {
      const number = ask.phones?.[0]?.number;
      const others = services.filter(service => service !== ask);
      const name = isInRow ? once(nameOf(ask)) : html`<p>${once(nameOf(ask))}</p>`;
      return html`<li>
        ${
          others.length
            ? html`<div>
                ${few(others.map(service => html`<p>${once(nameOf(service))}</p>`))}
                <p>${once(askHereInWords(ask, localization))}</p>
              </div>`
            : name
        }
        ${
          number
            ? callLink(number, localization, {
                part: 'service-call',
                of: ask.name,
                isQuiet: !isFilled || index > 0,
              })
            : nothing
        }
      </li>`;
    })}
  </ul>`;
};
