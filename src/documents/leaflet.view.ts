import { html, nothing, type TemplateResult } from 'lit/html.js';
import { draftInWords } from '../base/draft.view.js';
import { critical, isCriticalService } from '../directory/critical.js';
import { loadDirectory } from '../directory/directory.js';
import { loadSources } from '../directory/sources.js';
import type { Service } from '../directory/types.js';
import { contactRows } from '../elements/contact-directory/contact-directory.rows.js';
import { hoursView } from '../elements/service-card/service-card.view.js';
import { loadEntitlements } from '../guidance/entitlements.js';
import { ownName } from '../locale/language-names.js';
import type { Localization } from '../locale/localization.js';
import { neutralTitle } from '../locale/neutral-name.js';
import { callLink } from '../views/links.js';
import { ageView, documentView } from '../views/source.view.js';

/**
 * A leaflet to print: one sheet of A4, on both sides, folded in three. Anybody who sees it lying there sees only a word
 * that reveals nothing; what it is about and its sources are inside. The inner side comes first, since on a screen the
 * number has to be first.
 */
export function leafletView(localization: Localization): TemplateResult {
  const { msg } = localization;
  return html`<p class="fold">
      ${msg('Print this on both sides of one sheet, turned over on the short edge. Fold it in three.', {
        id: 'leaflet.fold',
        desc: 'Over a leaflet on the screen; not printed.',
      })}
    </p>
    <div class="side">
      <div class="leaf">${helpView(localization)}</div>
      <div class="leaves">${rightsView(localization)} ${originView(localization)}</div>
    </div>
    <div class="side">
      <div class="leaf others">${othersView(localization)}</div>
      <div class="leaf"></div>
      <div class="leaf front">
        <h1>${neutralTitle(localization)}</h1>
        <p>${ownName(localization.language)}</p>
      </div>
    </div>`;
}

function helpView(localization: Localization) {
  const { msg, fact } = localization;
  const { services } = loadDirectory(fact);
  const { helpline, emergency } = critical;
  const [helplineService, emergencyService] = [helpline, emergency].map(({ id }) =>
    services.find(service => service.id === id),
  );
  return html`<h2>
      ${msg('Forced, threatened or exploited?', {
        id: 'banner.title',
        desc: 'Headline of the banner. At most 40 characters.',
      })}
    </h2>
    <p class="great">${callLink(helpline.number, localization, { part: 'call', whose: helplineService?.name ?? '', hasCode: true })}</p>
    ${helplineService ? hoursView(helplineService, undefined, localization) : nothing}
    <p>${helplineService?.description}</p>
    <p>${helplineService?.eligibility_description}</p>
    <h3>${msg('In danger now?', { id: 'banner.danger', desc: 'Stands before a button that calls the emergency number.' })}</h3>
    <p class="great">${callLink(emergency.number, localization, { part: 'emergency' })}</p>
    <p>${emergencyService?.description}</p>
    <h3>${msg('Calls and messages', { id: 'trace.calls', desc: 'Headline: telephone calls and text messages.' })}</h3>
    <p>
      ${msg('Calls stay in the call list, and messages stay on the phone, until you delete them.', {
        id: 'trace.calls.list',
        desc: 'Telephone calls and text messages.',
      })}
      ${msg('If you save the number of the helpline, do not save it under its real name.', {
        id: 'trace.calls.name',
        desc: 'Among the contacts of the phone.',
      })}
    </p>`;
}

function rightsView({ msg, fact }: Localization) {
  const { statements, entitlements } = loadEntitlements(fact);
  const statement = (id: string) => html`<p>${statements.find(other => other.id === id)?.text}</p>`;
  return html`<h2>
      ${msg('What you may be entitled to', {
        id: 'entitlements.title',
        desc: 'Heading. "May" has to stay.',
      })}
    </h2>
    ${['threshold', 'presumed', 'lead'].map(statement)}
    ${entitlements.map(
      ({ name, description, conditions }) =>
        html`<h3>${name}</h3>
          <p>${[description, ...conditions].join(' ')}</p>`,
    )}`;
}

/** Where else to call: without the helpline and 112, which are on the inner side. */
function othersView(localization: Localization) {
  const { msg, fact } = localization;
  const directory = loadDirectory(fact);
  const rows = contactRows(directory, 'person', localization).filter(
    ({ service }) => !isCriticalService(service),
  );
  const placesOf = ({ x_safe_house, x_areas }: Service) =>
    directory.areas.filter(({ id }) => !x_safe_house && x_areas?.includes(id)).map(({ name }) => name);
  return html`<h2>${msg('Who to contact', { id: 'contacts.title', desc: 'Heading.' })}</h2>
    ${rows.map(({ service, help }) => {
      const { name, phones = [], eligibility_description, alert } = service;
      return html`<h3>${name}</h3>
        <p>${phones.map(({ number }) => callLink(number, localization, { part: 'call', hasCode: true }))} ${[help, ...placesOf(service)].join(' · ')}</p>
        <p>${eligibility_description} ${alert}</p>`;
    })}`;
}

/** Where the facts come from, how old they are, and a note if nobody has checked the translation. */
function originView(localization: Localization) {
  return html`<div class="origin">
    ${loadSources(localization.fact).map(
      source =>
        html`<div>
          ${documentView({ ...source, sections: [] }, ageView(source.assured_date, source.captured, localization))}
        </div>`,
    )}
    <p>${draftInWords(localization) || nothing}</p>
  </div>`;
}
