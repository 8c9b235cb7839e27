import { str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { dayInCountry } from '../../directory/opening-hours.js';
import type { Directory, Source } from '../../directory/types.js';
import type { ProfessionId, ReferralDocument, ReferralPart } from '../../guidance/types.js';
import { formatDate } from '../../locale/format.js';
import type { Localization } from '../../locale/localization.js';
import { askView } from '../../views/ask.view.js';
import { few } from '../../views/few.js';
import { criticalLink } from '../../views/links.js';
import { marksOf, sourceView } from '../../views/source.view.js';
import { serviceCardView } from '../service-card/service-card.view.js';

/** What a reader can do. */
export interface ReferralActions {
  readonly choose: (profession: string) => void;
  readonly print: (press: Event) => void;
}

export interface ReferralFacts extends ReferralDocument {
  readonly directory: Directory;
}

export interface ReferralState {
  readonly profession: ProfessionId | '';
  /** Undefined if no script runs. */
  readonly now?: Date;
}

/** Without `actions`, as without a script, there are no controls. */
export function referralView(
  { profession, now }: ReferralState,
  facts: ReferralFacts,
  actions: ReferralActions | undefined,
  localization: Localization,
): TemplateResult {
  const { language, direction, msg } = localization;
  const { statements, professions, steps, referrals, directory } = facts;
  const today = now && dayInCountry(now);
  const own = professions.find(({ id }) => id === profession);
  const cited = [...statements, ...professions, ...steps, ...referrals].map(({ x_source }) => x_source);
  const markOf = marksOf(cited);
  const taken = own?.takes ?? [];
  const textsOf = (wanted: ReferralPart) =>
    statements
      .filter(({ part, referral }) => part === wanted && !(referral && taken.includes(referral)))
      .map(({ text, x_source }) => text + markOf(x_source));
  // The text for "another profession" names all who are likely to be the first to meet a victim. It is shown only once:
  // not here if the reader has chosen that profession.
  const first = professions.filter(({ id }) => id === 'other' && own?.id !== id);
  // The source has no list of what to say or what to avoid, so readers have to know that these two are our advice.
  const isAdvice = (part: ReferralPart) => part === 'say' || part === 'avoid';
  const partView = (name: ReferralPart, heading: string, texts = textsOf(name)) =>
    texts.length
      ? html`<section class=${name}>
          <h3>${heading}</h3>
          ${
            isAdvice(name)
              ? html`<p class="advice">${msg('Our advice. It follows from what the source says.', {
                  id: 'referralGuide.advice',
                  desc: 'Below a heading: the source has no such list.',
                })}</p>`
              : nothing
          }
          ${texts.length > 1 ? html`<ul>${texts.map(text => html`<li>${text}</li>`)}</ul>` : html`<p>${few(texts)}</p>`}
        </section>`
      : nothing;
  return html`<div class="panel" part="base" lang=${language} dir=${direction}>
    <h2 part="title">
      ${msg('When you meet a presumed victim of human trafficking', {
        id: 'referralGuide.title',
        desc: 'Heading, to professionals.',
      })}
    </h2>
    <p class="numbers">
      ${criticalLink('helpline', localization)}
      ${criticalLink('emergency', localization)}
      ${
        today
          ? html`<span class="printed">${msg(str`Printed on ${formatDate(localization, today)}.`, {
              id: 'referralGuide.printed',
              desc: 'On paper alone. {0}: a date.',
            })}</span>`
          : nothing
      }
    </p>
    ${actions ? controlsView(profession, facts, actions, localization) : nothing}
    <div role="status" class="own">${own ? html`<h3>${own.name}</h3><p part="own">${own.description + markOf(own.x_source)}</p>` : nothing}</div>
    <div class="work"><div class="column">
      ${partView(
        'signs',
        msg('Signs', {
          id: 'referralGuide.signs',
          desc: 'Heading, to professionals: signs of human trafficking.',
        }),
      )}
      ${partView(
        'say',
        msg('What to say first', {
          id: 'referralGuide.say',
          desc: 'Heading, to professionals: what to tell a presumed victim first.',
        }),
      )}
      <section>
        <h3>${msg('What to do', { id: 'referralGuide.steps', desc: 'Heading over numbered steps.' })}</h3>
        <ol role="list">
          ${steps.map(
            ({ name, description, services, x_source }) => html`<li part="step">
              <p class="name">${name + markOf(x_source)}</p>
              <p>${description}</p>
              ${services.length ? askView(services, directory.services, localization) : nothing}
            </li>`,
          )}
        </ol>
      </section>
      ${partView(
        'entitled',
        msg('What the person may be entitled to', {
          id: 'referralGuide.entitled',
          desc: 'Heading, to professionals. "May" has to stay "may".',
        }),
      )}
    </div>
    <div class="column whom">
      ${referralsView(taken, facts, markOf, localization)} ${forProfessionalsView(directory, now, localization)}
    </div>
    <div class="column">
      ${partView(
        'avoid',
        msg('What not to do', { id: 'referralGuide.avoid', desc: 'Heading, to professionals.' }),
      )}
      ${partView(
        'duty',
        msg('What is expected of you', {
          id: 'referralGuide.expected',
          desc: 'Heading over the duty of professionals.',
        }),
      )}
      ${partView(
        'responsible',
        msg('Who is responsible', {
          id: 'referralGuide.responsible',
          desc: 'Heading over what agencies and professions answer for.',
        }),
        [
          ...first.map(({ description, x_source }) => description + markOf(x_source)),
          ...textsOf('responsible'),
        ],
      )}
    </div></div>
    ${sourceView(cited, localization, { markOf })}
  </div>`;
}

function controlsView(
  profession: string,
  { professions }: ReferralFacts,
  actions: ReferralActions,
  { msg }: Localization,
) {
  return html`<div class="controls no-print">
    <label class="select">
      <span>${msg('Your profession', { id: 'referralGuide.profession', desc: 'Label of a choice.' })}</span>
      <select
        class="target"
        part="select"
        @change=${(event: Event) => actions.choose((event.target as HTMLSelectElement).value)}
      >
        <option value="" .selected=${!profession}>
          ${msg('Choose your profession', { id: 'referralGuide.choose', desc: 'In a choice where nothing is chosen yet.' })}
        </option>
        ${professions.map(({ id, name }) => html`<option value=${id} .selected=${id === profession}>${name}</option>`)}
      </select>
    </label>
    <button type="button" class="target" part="print" @click=${actions.print}>
      ${msg('Print one page', { id: 'referralGuide.print', desc: 'Button: prints this guide alone, on one page.' })}
    </button>
  </div>`;
}

/**
 * A table that is laid out as cards in a narrow column. Its roles are written out, since `display` would remove them.
 * @param own the referrals that lead to the reader's own profession, which are left out: nobody is told to ask
 * themselves
 */
function referralsView(
  own: readonly string[],
  { referrals, directory }: ReferralFacts,
  markOf: (source: Source) => string,
  localization: Localization,
) {
  const { msg } = localization;
  return html`<section>
    <h3>
      ${msg('Whom to refer to for what', { id: 'referralGuide.referrals', desc: 'Heading over a table.' })}
    </h3>
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">${msg('What is needed', { id: 'referralGuide.need', desc: 'Heading of a column.' })}</th>
          <th role="columnheader">${msg('Whom to ask', { id: 'referralGuide.whom', desc: 'Heading of a column: services with their numbers.' })}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${referrals
          .filter(({ id }) => !own.includes(id))
          .map(
            ({ name, services, x_source }) => html`<tr role="row" part="referral">
            <th role="rowheader" scope="row">${name + markOf(x_source)}</th>
            <td role="cell">${askView(services, directory.services, localization, { isInRow: true })}</td>
          </tr>`,
          )}
      </tbody>
    </table>
  </section>`;
}

/**
 * The services that help professionals and take no cases from the public: one card for each contact, with what they do.
 */
function forProfessionalsView(directory: Directory, now: Date | undefined, localization: Localization) {
  const services = directory.services.filter(({ x_audience }) => !x_audience.includes('person'));
  return services
    .filter(({ x_contact_through }) => !x_contact_through)
    .map(service => {
      const description = [
        service,
        ...services.filter(({ x_contact_through }) => x_contact_through === service.id),
      ]
        .map(({ description }) => description)
        .join(' ');
      return html`<section class="card" part="card">
        ${serviceCardView({ ...service, description }, { directory, now }, localization)}
      </section>`;
    });
}
