import { html, nothing, type TemplateResult } from 'lit/html.js';
import { critical } from '../../directory/critical.js';
import type { Audience, ServiceContact } from '../../directory/types.js';
import { callLink } from '../../element/links.js';
import type { Entitlement, Entitlements } from '../../guidance/types.js';
import type { Localization } from '../../locale/localization.js';

export interface EntitlementsState {
  readonly audience: Audience;
  readonly open: boolean;
}

export interface EntitlementsFacts extends Entitlements {
  readonly contacts: readonly ServiceContact[];
}

export function entitlementsView(
  { audience, open }: EntitlementsState,
  facts: EntitlementsFacts,
  localization: Localization,
): TemplateResult {
  const { language, direction, msg } = localization;
  const { statements, entitlements } = facts;
  return html`<div class="entitlements" part="base" lang=${language} dir=${direction}>
    <h2 part="title">
      ${
        audience === 'person'
          ? msg('What you may be entitled to', {
              id: 'entitlements.title',
              desc: 'Heading. "May" has to stay.',
            })
          : msg('What a presumed victim may be entitled to', {
              id: 'entitlements.titleForHelpers',
              desc: 'Heading for helpers and professionals. "May" has to stay.',
            })
      }
    </h2>
    ${
      audience === 'person'
        ? nothing
        : html`<p>${msg('The texts below speak to that person.', { id: 'entitlements.address', desc: 'Under the heading, for helpers and professionals.' })}</p>`
    }
    <p class="lead">${statements.lead}</p>
    <p>${statements.presumed}</p>
    <ul role="list" class="list">
      ${entitlements.map(
        entitlement => html`<li>
          <details part="entitlement" ?open=${open}>
            <summary part="summary">${entitlement.name}</summary>
            <div class="details">${entitlementDetails(entitlement, facts, localization)}</div>
          </details>
        </li>`,
      )}
    </ul>
    <p>${statements.cooperation}</p>
    <p>${statements.threshold}</p>
    ${callLink(critical.helpline.number, localization, {
      part: 'call',
      whose: localization.fact(`service.${critical.helpline.id}.name`, critical.helpline.name),
    })}
  </div>`;
}

function entitlementDetails(
  { description, conditions, provider, services }: Entitlement,
  { contacts }: EntitlementsFacts,
  localization: Localization,
) {
  const { msg } = localization;
  return html`
    <p>${description}</p>
    ${
      conditions.length
        ? html`<p class="label">${msg('What counts', { id: 'entitlements.conditions', desc: 'Small heading over the conditions of an entitlement.' })}</p>
            <ul class="conditions">${conditions.map(condition => html`<li>${condition}</li>`)}</ul>`
        : nothing
    }
    <p class="label">${msg('Who provides it', { id: 'entitlements.provider', desc: 'Small heading.' })}</p>
    <p>
      ${provider ?? msg('We do not know who provides this. Ask the helpline.', { id: 'entitlements.providerUnknown', desc: 'Where the source does not say who provides an entitlement.' })}
    </p>
    <p class="label">${msg('Who can help', { id: 'entitlements.services', desc: 'Small heading over a list of services.' })}</p>
    <ul role="list" class="services">
      ${services.map(id => helper(contactOf(id, contacts), contacts, localization))}
    </ul>
  `;
}

const contactOf = (id: string, contacts: readonly ServiceContact[]) =>
  contacts.find(contact => contact.id === id);

function helper(
  contact: ServiceContact | undefined,
  contacts: readonly ServiceContact[],
  localization: Localization,
) {
  if (!contact) return nothing;
  const { msg } = localization;
  const through = contact.x_contact_through ? contactOf(contact.x_contact_through, contacts) : undefined;
  const number = (through ?? contact).phones?.[0]?.number;
  return html`<li>
    <span>
      ${contact.name}${
        through
          ? html` <span class="through">${msg(html`(ask ${through.name})`, { id: 'entitlements.through', desc: 'Behind the name of a service without a contact of its own. {0}: the service to ask.' })}</span>`
          : nothing
      }
    </span>
    ${number ? callLink(number, localization, { part: 'service-call' }) : nothing}
  </li>`;
}
