import { str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { critical } from '../../directory/critical.js';
import type { Place } from '../../guidance/questions.js';
import type { Outcome, Question } from '../../guidance/types.js';
import type { Localization } from '../../locale/localization.js';
import { askView } from '../../views/ask.view.js';
import { sourceView } from '../../views/source.view.js';
import { type GuideActions, type GuideFacts, permitFacts, whomToAskView } from './permit.view.js';

export function questionsView(
  { question, outcome, given, least, most }: Place,
  facts: GuideFacts,
  actions: GuideActions,
  localization: Localization,
): TemplateResult {
  const { msg } = localization;
  // In danger, nothing comes before the number.
  const isUrgent = outcome?.services[0] === critical.emergency.id;
  const privacy = html`<p class="no-print">
    ${msg('Your answers stay here and are gone when you leave this page. Nothing is stored or sent.', {
      id: 'permits.private',
      desc: 'Above the questions.',
    })}
  </p>`;
  return html`
    ${isUrgent ? nothing : privacy}
    <p role="status" class="place" ?hidden=${isUrgent}>
      ${
        outcome
          ? msg('Where your answers lead', { id: 'permits.end', desc: 'Small line above what may apply.' })
          : least === most
            ? msg(str`Question ${given.length + 1} of ${most}`, {
                id: 'permits.place',
                desc: '{0}: its number, {1}: how many there are.',
              })
            : msg(str`Question ${given.length + 1} of at most ${most}`, {
                id: 'permits.placeAtMost',
                desc: '{0}: its number, {1}: how many there are at most: it depends on the answers.',
              })
      }
    </p>
    ${question ? questionView(question, actions) : nothing}
    ${outcome ? (isUrgent ? urgentView : outcomeView)(outcome, facts, localization) : nothing}
    ${outcome ? answersView(given, localization) : nothing}
    ${isUrgent ? privacy : nothing}
    ${
      given.length
        ? html`<p class="steps no-print">
            <button type="button" class="target" part="back" @click=${actions.back}>
              ${msg('Back', { id: 'permits.back', desc: 'Button: to the question before.' })}
            </button>
            <button type="button" class="target" part="restart" @click=${actions.restart}>
              ${msg('Start again', { id: 'permits.restart', desc: 'Button: to the first question; the answers are forgotten.' })}
            </button>
          </p>`
        : nothing
    }
  `;
}

const questionView = ({ text, answers }: Question, actions: GuideActions) =>
  html`<fieldset part="question">
    <legend><h3 class="heading" tabindex="-1">${text}</h3></legend>
    <div class="answers no-print">
      ${answers.map(
        ({ id, text }) => html`<button
          type="button"
          class="target"
          part="answer"
          @click=${(press: MouseEvent) => actions.answer(id, press)}
        >
          ${text}
        </button>`,
      )}
    </div>
  </fieldset>`;

/** In danger: the number first, then what to know, then who may help afterwards. */
function urgentView(
  { name, description, services, x_source }: Outcome,
  { contacts }: GuideFacts,
  localization: Localization,
) {
  const [emergency, ...others] = services;
  return html`<div class="outcome" part="outcome">
    <h3 class="heading" tabindex="-1">${name}</h3>
    ${emergency ? askView([emergency], contacts, localization, { isFilled: true }) : nothing}
    <p>${description}</p>
    ${askView(others, contacts, localization)}
    ${sourceView(x_source, localization, { of: name })}
  </div>`;
}

/** What may apply and whom to ask, then the conditions, the permits, and the source. */
function outcomeView(
  { name, description, conditions, permits, services, x_source }: Outcome,
  facts: GuideFacts,
  localization: Localization,
) {
  return html`<div class="outcome" part="outcome">
    <h3 class="heading" tabindex="-1">${name}</h3>
    <p>${description}</p>
    ${whomToAskView(services, facts.contacts, localization, { isFilled: true })}
    ${conditions.length ? conditionsView(conditions, localization) : nothing}
    ${facts.permits.map(permit =>
      permits.includes(permit.id)
        ? html`<details part="permit">
            <summary>${permit.name}</summary>
            ${permitFacts(permit, localization)}
          </details>`
        : nothing,
    )}
    ${sourceView(x_source, localization, { of: name })}
  </div>`;
}

const conditionsView = (conditions: readonly string[], { msg }: Localization) =>
  html`<p class="label">
      ${
        conditions.length > 1
          ? msg('The conditions that count', {
              id: 'permits.conditions',
              desc: 'Small heading over what decides whether a permit may apply.',
            })
          : msg('The condition that counts', {
              id: 'permits.condition',
              desc: 'Small heading over what decides whether a permit may apply.',
            })
      }
    </p>
    <ul>${conditions.map(condition => html`<li>${condition}</li>`)}</ul>`;

/** Not printed: paper outlives the page, and others can find it. */
const answersView = (given: Place['given'], { msg }: Localization) =>
  html`<details class="no-print" part="answers">
    <summary>${msg('Your answers', { id: 'permits.answers', desc: 'Opens to the answers given so far.' })}</summary>
    <dl>
      ${given.map(
        ({ question, answer }) => html`<div>
          <dt>${question.text}</dt>
          <dd>${answer.text}</dd>
        </div>`,
      )}
    </dl>
  </details>`;
