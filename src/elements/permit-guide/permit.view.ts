import { str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { critical, nameOf } from '../../directory/critical.js';
import type { ServiceContact } from '../../directory/types.js';
import type { Permit, PermitsDocument } from '../../guidance/types.js';
import { permits } from '../../locale/generated/country-messages.js';
import type { Localization } from '../../locale/localization.js';
import { type AskOptions, askView } from '../../views/ask.view.js';
import { sourceView } from '../../views/source.view.js';

export interface GuideFacts extends PermitsDocument {
  readonly contacts: readonly ServiceContact[];
}

/** What a reader can do. Each action only changes the state in memory. */
export interface GuideActions {
  readonly answer: (id: string, press: MouseEvent) => void;
  readonly back: (press: MouseEvent) => void;
  readonly restart: (press: MouseEvent) => void;
  readonly changeView: () => void;
}

export const permitsTitle = ({ msg }: Localization): string => permits(msg);

export interface Row {
  readonly label: string;
  readonly field: Exclude<keyof Permit, 'id' | 'name' | 'gist' | 'services' | 'x_source'>;
}

/** The facts about each permit, in the order in which people ask. */
export const permitRows = ({ msg }: Localization): readonly Row[] => [
  { field: 'description', label: msg('What it is', { id: 'permits.description', desc: 'Row of a table.' }) },
  { field: 'purpose', label: msg('What it is for', { id: 'permits.purpose', desc: 'Row of a table.' }) },
  { field: 'length', label: msg('How long', { id: 'permits.length', desc: 'Row of a table.' }) },
  {
    field: 'renewal',
    label: msg('Can it be renewed?', { id: 'permits.renewal', desc: 'Row of a table.' }),
  },
  {
    field: 'conditions',
    label: msg('Conditions', {
      id: 'entitlements.conditions',
      desc: 'Small heading over the conditions of an entitlement.',
    }),
  },
  {
    field: 'application',
    label: msg('How and where to apply', { id: 'permits.application', desc: 'Row of a table.' }),
  },
  {
    field: 'decision',
    label: msg('Who processes the application', { id: 'permits.decision', desc: 'Row of a table.' }),
  },
  { field: 'outcome', label: msg('What it can lead to', { id: 'permits.outcome', desc: 'Row of a table.' }) },
];

/** One fact about a permit; `undefined` if the source does not state it. */
export function permitFact(permit: Permit, { field }: Row): TemplateResult | string | undefined {
  const fact = permit[field];
  if (!fact || typeof fact === 'string') return fact;
  return fact.length ? html`<ul>${fact.map(condition => html`<li>${condition}</li>`)}</ul>` : undefined;
}

/** What the source does not say about a permit: said once, with the number to call. */
export function notSaidView(permit: Permit, localization: Localization): TemplateResult | typeof nothing {
  const { helpline } = critical;
  const labels = permitRows(localization)
    .filter(row => !permitFact(permit, row))
    .map(({ label }) => label)
    .join(' · ');
  return labels
    ? html`<p class="not-said">
        ${localization.msg(str`The source does not say. Please ask: ${labels}`, {
          id: 'permits.notSaid',
          desc: '{0}: names of rows, such as "How long". A button that calls the helpline follows.',
        })}
        <a part="call" href=${`tel:${helpline.number}`}>${nameOf(helpline, localization.fact)}: <bdi dir="ltr" translate="no">${helpline.shown}</bdi></a>
      </p>`
    : nothing;
}

/** Everything known about a permit, one fact below the other. */
export const permitFacts = (permit: Permit, localization: Localization): TemplateResult =>
  html`<dl>
      ${permitRows(localization).map(row => {
        const fact = permitFact(permit, row);
        return fact
          ? html`<div>
              <dt>${row.label}</dt>
              <dd>${fact}</dd>
            </div>`
          : nothing;
      })}
    </dl>
    ${notSaidView(permit, localization)}
    ${sourceView(permit.x_source, localization, { of: permit.name })}`;

export const whomToAskView = (
  services: readonly string[],
  contacts: readonly ServiceContact[],
  localization: Localization,
  options?: AskOptions,
): TemplateResult =>
  html`<h3>${localization.msg('Whom to ask', { id: 'permits.ask', desc: 'Heading over services with their numbers.' })}</h3>
    ${askView(services, contacts, localization, options)}`;
