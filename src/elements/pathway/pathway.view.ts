import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Audience, ServiceContact } from '../../directory/types.js';
import type { PathwayDocument, Step } from '../../guidance/types.js';
import type { Localization } from '../../locale/localization.js';
import { askView } from '../../views/ask.view.js';
import { criticalLink } from '../../views/links.js';
import { sourceView } from '../../views/source.view.js';

export interface PathwayState {
  readonly audience: Audience;
  /** The number of the current step; 0: there is none. */
  readonly step: number;
  /** Whether the steps are drawn; without style sheets they are a plain list. */
  readonly isDrawn: boolean;
}

export interface PathwayFacts extends PathwayDocument {
  readonly contacts: readonly ServiceContact[];
}

/** Statements for professionals alone: a person who looks for help has no use for how the authorities are organised. */
const forProfessionals = ['no-national-referral-mechanism'];

export function pathwayView(
  state: PathwayState,
  facts: PathwayFacts,
  localization: Localization,
): TemplateResult {
  const { language, direction, msg } = localization;
  const statements = facts.statements.filter(
    ({ id }) => state.audience === 'professional' || !forProfessionals.includes(id),
  );
  return html`<div class="panel" part="base" lang=${language} dir=${direction}>
    <h2 part="title">${msg('The way to help', { id: 'pathway.title', desc: 'Heading over the steps from identification to the long term.' })}</h2>
    ${statements.map(({ text }) => html`<p>${text}</p>`)}
    ${criticalLink('helpline', localization)}
    <ol role="list" class="way">
      ${facts.steps.map(
        (step, index) => html`<li>${stepView(step, index + 1, state, facts, localization)}</li>`,
      )}
    </ol>
    ${sourceView(
      statements.map(({ x_source }) => x_source),
      localization,
    )}
  </div>`;
}

function stepView(
  { name, description, services, x_source }: Step,
  number: number,
  state: PathwayState,
  { steps, contacts }: PathwayFacts,
  localization: Localization,
) {
  const isCurrent = number === state.step;
  return html`<details class="step" part="step" ?open=${isCurrent}>
    <summary part="summary" aria-current=${isCurrent ? 'step' : nothing}>
      ${state.isDrawn ? drawing(number, number === steps.length) : nothing}
      <h3 class="name">
        ${name}
        ${
          isCurrent
            ? html`<span class="here" part="current">${localization.msg('You are here', { id: 'pathway.current', desc: 'Marks the current step, as on a map.' })}</span>`
            : nothing
        }
      </h3>
    </summary>
    <div class="facts" part="facts">
      ${state.isDrawn ? html`<p class="again" aria-hidden="true">${number}. ${name}</p>` : nothing}
      <p>${description}</p>
      ${services.length ? askView(services, contacts, localization) : nothing}
      ${sourceView(x_source, localization, { of: name })}
    </div>
  </details>`;
}

/** The drawing of one step: its circle, the line to the next step, and an arrow that shows that the step opens. */
const drawing = (number: number, isLast: boolean) => html`
  <span class="place">${number}</span>
  ${isLast ? nothing : html`<span class="on"></span>`}
  <!-- --><svg class="opens no-print" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 9l6 6 6-6" /></svg>
`;
