import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Audience, ServiceContact } from '../../directory/types.js';
import type { Entitlement, EntitlementsDocument } from '../../guidance/types.js';
import type { Localization } from '../../locale/localization.js';
import { askView } from '../../views/ask.view.js';
import { few } from '../../views/few.js';
import { criticalLink } from '../../views/links.js';
import { marksOf, sourceView } from '../../views/source.view.js';

export interface EntitlementsState {
  readonly audience: Audience;
  readonly open: boolean;
}

export interface EntitlementsFacts extends EntitlementsDocument {
  readonly contacts: readonly ServiceContact[];
}

export function entitlementsView(
  state: EntitlementsState,
  facts: EntitlementsFacts,
  localization: Localization,
): TemplateResult {
  const { audience, open } = state;
  const { language, direction, msg } = localization;
  const { statements, entitlements } = facts;
  const cited = statements.map(({ x_source }) => x_source);
  const markOf = marksOf(cited);
  const statement = (id: string) =>
    statements.map(other => (other.id === id ? other.text + markOf(other.x_source) : '')).join('');
  return html`<div class="panel" part="base" lang=${language} dir=${direction}>
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
        : html`<p>${msg('The text below is written to that person.', { id: 'entitlements.address', desc: 'Under the heading, for helpers and professionals.' })}</p>`
    }
    <p class="lead">${statement('threshold')}</p>
    <p>${statement('presumed')}</p>
    <p>${statement('cooperation')}</p>
    ${criticalLink('helpline', localization)}
    <p>${statement('lead')}</p>
    <ul role="list" class="list">
      ${entitlements.map(
        entitlement => html`<li>
          <details part="entitlement" ?open=${open}>
            <summary part="summary"><h3>${entitlement.name}</h3></summary>
            ${entitlementDetails(entitlement, state, facts, localization)}
          </details>
        </li>`,
      )}
    </ul>
    ${statements.map(({ text, services, x_source }) =>
      services
        ? html`<p>${text + markOf(x_source)}</p>${askView(services, facts.contacts, localization)}`
        : nothing,
    )}
    ${sourceView(cited, localization, { markOf })}
  </div>`;
}

/** A single condition is a paragraph rather than a list. */
const conditionsView = (conditions: readonly string[]) =>
  conditions.length > 1
    ? html`<ul class="conditions">${conditions.map(condition => html`<li>${condition}</li>`)}</ul>`
    : html`<p>${few(conditions)}</p>`;

function entitlementDetails(
  { name, description, conditions, provider, services, x_source }: Entitlement,
  { audience }: EntitlementsState,
  { contacts }: EntitlementsFacts,
  localization: Localization,
) {
  const { msg } = localization;
  return html`
    <p>${description}</p>
    ${
      conditions.length
        ? html`<p class="label">${msg('Conditions', { id: 'entitlements.conditions', desc: 'Small heading over the conditions of an entitlement.' })}</p>
            ${conditionsView(conditions)}`
        : nothing
    }
    ${
      // A person is not told that the provider is unknown: whom to ask, which follows, helps more.
      provider || audience !== 'person'
        ? html`<p class="label">${msg('Who provides it', { id: 'entitlements.provider', desc: 'Small heading.' })}</p>
            <p>${provider || msg('The source does not say who provides it.', { id: 'entitlements.providerUnknown', desc: 'To helpers and professionals.' })}</p>`
        : nothing
    }
    <p class="label">${msg('Who can help', { id: 'entitlements.services', desc: 'Small heading over a list of services.' })}</p>
    ${askView(services, contacts, localization)}
    ${sourceView(x_source, localization, { of: name })}
  `;
}
