import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ServiceContact } from '../../directory/types.js';
import type { ReturnDocument } from '../../guidance/types.js';
import type { Localization } from '../../locale/localization.js';
import { askView } from '../../views/ask.view.js';
import { criticalLink } from '../../views/links.js';
import { marksOf, sourceView } from '../../views/source.view.js';

export interface ReturnFacts extends ReturnDocument {
  readonly contacts: readonly ServiceContact[];
}

export function returnView(
  { statements, steps, contacts }: ReturnFacts,
  localization: Localization,
): TemplateResult {
  const { language, direction, msg } = localization;
  const cited = [...statements, ...steps].map(({ x_source }) => x_source);
  const markOf = marksOf(cited);
  return html`<div class="panel" part="base" lang=${language} dir=${direction}>
    <h2 part="title">
      ${msg('If you want to go back: help to return', {
        id: 'returnGuide.title',
        desc: 'Heading over assisted voluntary return, step by step. Nobody has to return: "if you want" has to stay.',
      })}
    </h2>
    ${statements.map(({ text, services, x_source }) =>
      services ? nothing : html`<p class="lead">${text + markOf(x_source)}</p>`,
    )}
    <p>
      ${msg('You can ask about this before you decide. Are you afraid to go back? Say that too.', {
        id: 'returnGuide.ask',
        desc: 'Before the steps. A button that calls the helpline follows.',
      })}
    </p>
    <div>
      ${criticalLink('helpline', localization)}
    </div>
    ${statements.map(({ text, services, x_source }) =>
      services
        ? html`<div class="ask" part="ask"><p>${text + markOf(x_source)}</p>${askView(services, contacts, localization)}</div>`
        : nothing,
    )}
    <ol role="list">
      ${steps.map(
        ({ name, description, services, x_source }) => html`<li part="step">
          <h3>${name + markOf(x_source)}</h3>
          <p>${description}</p>
          ${services.length ? askView(services, contacts, localization) : nothing}
        </li>`,
      )}
    </ol>
    ${sourceView(cited, localization, { markOf })}
  </div>`;
}
