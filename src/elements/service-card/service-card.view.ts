import { str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { critical, nameOf } from '../../directory/critical.js';
import {
  dayInCountry,
  EVERY_DAY,
  isElsewhere,
  kindOfDayAt,
  nextOpening,
  openState,
  phaseOf,
} from '../../directory/opening-hours.js';
import type { Directory, OpenState, OrganizationKind, Schedule, Service } from '../../directory/types.js';
import { formatDate, formatWeekday, listInWords } from '../../locale/format.js';
import { ourClock } from '../../locale/generated/country-messages.js';
import type { Localization } from '../../locale/localization.js';
import { dialable } from '../../safety/index.js';
import { askHereInWords } from '../../views/ask.view.js';
import { few } from '../../views/few.js';
import { callLink, mailLink, webLink } from '../../views/links.js';
import { once } from '../../views/once.js';
import { originView, wordsView } from '../../views/service.view.js';

interface CardOptions {
  readonly directory: Directory;
  /** The time for which the card says whether the service is open. Without it, as on paper, it shows only the hours. */
  readonly now: Date | undefined;
  /** Puts the contacts before the texts: the part of a card that fits on a phone must have the number in it. */
  readonly isCallFirst?: boolean;
}

/** Everything known about one service. */
export function serviceCardView(
  service: Service,
  { directory, now, isCallFirst }: CardOptions,
  localization: Localization,
): TemplateResult {
  const { msg } = localization;
  const contacts = contactsView(service, localization);
  const { alternate_name, description, eligibility_description, application_process } = service;
  const texts = few(
    [alternate_name, description, eligibility_description, application_process]
      .filter(Boolean)
      .map(text => html`<p>${text}</p>`),
  );
  const leads = isCallFirst && service.phones?.length;
  const through = directory.services.find(({ id }) => id === service.x_contact_through);
  return html`
    ${wordsView(service, html`<h3 class="name" part="service-name" tabindex="-1">${service.name}</h3>`)}
    ${service.x_local ? originView(service, localization, undefined) : nothing}
    ${leads ? contacts : nothing}
    ${wordsView(service, service.alert ? html`${texts}<p class="alert">${service.alert}</p>` : texts)}
    ${service.x_emergency || through ? nothing : hoursView(service, now, localization)}
    ${
      service.x_safe_house
        ? html`<p>${msg('The address is not shown here.', { id: 'service.addressSecret', desc: 'On the card of a safe house.' })}</p>`
        : nothing
    }
    ${through ? throughView(service, through, localization) : nothing}
    ${leads ? nothing : contacts} ${footView(service, directory, localization)}
  `;
}

/** A card on its own. The helpline is added below it, unless the card leads to the helpline anyway. */
export function oneCardView(
  service: Service,
  directory: Directory,
  now: Date | undefined,
  localization: Localization,
): TemplateResult {
  const { language, direction, fact } = localization;
  const { helpline } = critical;
  return html`<div class="card" part="base" data-service=${service.id} lang=${language} dir=${direction}>
    ${serviceCardView(service, { directory, now }, localization)}
    ${
      service.id === helpline.id || service.x_contact_through === helpline.id
        ? nothing
        : html`<p>${callLink(helpline.number, localization, { part: 'call', whose: nameOf(helpline, fact), isQuiet: true })}</p>`
    }
  </div>`;
}

function throughView(service: Service, through: Service, localization: Localization) {
  const { msg } = localization;
  // Only a number that can be dialled: other text in that field could tell where a safe house is.
  const number = through.phones?.find(({ number }) => dialable(number))?.number;
  return html`
    <p>
      ${
        service.x_role
          ? msg(str`The source gives no number for it. Ask here: ${through.name}`, {
              id: 'service.throughRole',
              desc: 'On the card of a public service without a contact of its own. {0}: the service to ask. A button that calls it follows.',
            })
          : askHereInWords(through, localization)
      }
    </p>
    ${number ? html`<p class="contacts">${callLink(number, localization, { part: 'call', of: through.name, isQuiet: service.x_local })}</p>` : nothing}
  `;
}

function contactsView(service: Service, localization: Localization) {
  const { name, phones = [], email, url, x_emergency, x_audience, x_local, x_language } = service;
  if (!phones.length && !email && !url) return nothing;
  return html`<p class="contacts">
    ${few(
      phones.map(({ number, description }) =>
        callLink(number, localization, {
          part: x_emergency ? 'emergency' : 'call',
          of: name,
          about: description,
          aboutLanguage: x_language,
          // Filled buttons are for national services only. The card can be on any page, so a service that takes no
          // cases from the public has an outlined button too.
          isQuiet: x_local || !x_audience.includes('person'),
        }),
      ),
    )}
    ${email ? mailLink(email) : nothing}
    ${url ? webLink(url) : nothing}
  </p>`;
}

export function hoursView(service: Service, now: Date | undefined, localization: Localization) {
  const { x_local, x_open_day_and_night } = service;
  if (x_local && x_open_day_and_night)
    return html`<p class="hours unknown" part="hours">
      <span>
        ${localization.msg('Open day and night, as its own page says', {
          id: 'hours.dayAndNight',
          desc: 'On a service that the owner of the page has added and that says so of itself: nobody else has checked it.',
        })}
      </span>
    </p>`;
  const today = now || new Date();
  const schedules = (service.schedules || []).filter(schedule => phaseOf(schedule, today) !== 'after');
  const isWeekly = schedules.some(({ byday }) => byday);
  // Without a time, weekly hours do not tell whether the service is open. Hours that are always the same do.
  const state = isWeekly && !now ? 'unknown' : openState(schedules, today);
  return html`<p class=${`hours ${state}`} part="hours">
    ${now || !isWeekly ? html`<span class=${isWeekly ? 'no-print' : nothing}>${stateInWords(state, schedules, now, localization)}</span>` : nothing}
    ${state === 'closed' && now ? opensView(schedules, now, localization) : nothing}
    ${few(schedules.map(schedule => (schedule.byday ? html`<span>${hoursInWords(schedule, localization)}${daysOf(schedule, today, localization)}</span>` : nothing)))}
    ${isWeekly && now && isElsewhere(now) ? html`<span>${ourClock(localization.msg)}</span>` : nothing}
  </p>`;
}

/** When the service opens next. If that is today, only the time. */
function opensView(schedules: readonly Schedule[], now: Date, localization: Localization) {
  const next = nextOpening(schedules, now);
  if (!next) return nothing;
  const day = next.isToday ? '' : `${formatWeekday(localization, next.weekday)} `;
  const when = day + next.time;
  const [before, after] = localization
    .msg(str`Opens: ${when}`, {
      id: 'hours.opens',
      desc: 'Beside "Closed now". {0}: an hour, or a weekday (as it stands alone) and an hour, e.g. Monday 08:00.',
    })
    .split(next.time);
  return html`<span class="now no-print">${before}<bdi dir="ltr">${next.time}</bdi>${after}</span>`;
}

function stateInWords(
  state: OpenState,
  schedules: readonly Schedule[],
  now: Date | undefined,
  localization: Localization,
) {
  const { msg } = localization;
  const kind = now && schedules.some(({ byday }) => byday) && kindOfDayAt(now);
  // A half-holiday is not a public holiday, so its date is shown as the reason.
  const today =
    kind === 'holiday'
      ? msg('Public holiday today', { id: 'hours.holiday', desc: 'In hours.mayBeClosed.' })
      : kind && formatDate(localization, dayInCountry(now) ?? '');
  switch (state) {
    case 'open':
      return schedules.some(({ x_always_open }) => x_always_open)
        ? msg('Open day and night', { id: 'hours.always' })
        : msg('Open now', { id: 'hours.open' });
    case 'closed':
      return msg('Closed now', { id: 'hours.closed' });
    case 'appointment':
      return msg('By appointment', { id: 'hours.appointment' });
    default:
      return kind
        ? msg(str`${today}: may be closed. Usual hours:`, {
            id: 'hours.mayBeClosed',
            desc: '{0}: "Public holiday today", or the date of a day that is half a holiday, e.g. 24 December 2026. Weekdays and hours follow.',
          })
        : msg('Opening hours not known. Call and ask.', {
            id: 'hours.unknown',
            desc: 'Where nobody has said when it is open. Never "closed".',
          });
  }
}

function hoursInWords({ byday = '', opens_at, closes_at }: Schedule, localization: Localization) {
  const days = byday.split(',').map(day => formatWeekday(localization, day));
  const times = html`<bdi dir="ltr">${opens_at}–${closes_at}</bdi>`;
  const [first] = days;
  const last = days[days.length - 1];
  const isSpan = days.length > 2 && EVERY_DAY.includes(byday);
  return isSpan
    ? html`${localization.msg(str`${first} to ${last}`, {
        id: 'hours.span',
        desc: '{0} and {1}: weekdays, e.g. Monday and Friday. Times follow.',
      })} ${times}`
    : html`${listInWords(localization, days)} ${times}`;
}

/**
 * The first and last day of hours, if they have a last day or have not begun: hours are printed too, and summer hours
 * end.
 */
function daysOf(schedule: Schedule, today: Date, localization: Localization) {
  const { valid_from, valid_to } = schedule;
  if (!valid_to && phaseOf(schedule, today) === 'during') return nothing;
  const first = valid_from ? `${formatDate(localization, valid_from)} ` : '';
  const last = valid_to ? ` ${formatDate(localization, valid_to)}` : '';
  return [' ', html`<bdi>(${first}–${last})</bdi>`];
}

function footView(service: Service, directory: Directory, localization: Localization) {
  const organization = directory.organizations.find(({ id }) => id === service.organization_id);
  const kind = organization?.x_kind && kindInWords(organization.x_kind, localization);
  const place = placesOf(service, directory, localization);
  return html`<div class="foot">
    <p><bdi lang=${organization?.x_language || nothing}>${organization?.name}</bdi>${once(
      [kind, place]
        .filter(Boolean)
        .map(words => `\u00a0· ${words}`)
        .join(''),
    )}</p>
    ${service.x_local ? nothing : originView(service, localization, organization?.description)}
  </div>`;
}

/** Whether the place of a service is not stated. */
export const isPlaceless = ({ x_areas, service_areas }: Service): boolean =>
  !x_areas?.length && !service_areas?.length;

/** The places of a service. Empty for a safe house: readers would take the area that it serves for its location. */
export function placesOf(service: Service, { areas }: Directory, localization: Localization): string {
  const places = [
    ...areas.filter(({ id }) => service.x_areas?.includes(id)),
    ...(service.service_areas || []),
  ].map(({ name }) => name);
  return service.x_safe_house ? '' : listInWords(localization, places) || placeUnknown(localization);
}

export const placeUnknown = ({ msg }: Localization) =>
  msg('Place not stated', {
    id: 'service.placeUnknown',
    desc: 'Where the source does not say where a service is.',
  });

function kindInWords(kind: OrganizationKind, { msg }: Localization) {
  switch (kind) {
    case 'public':
      return msg('Public service', { id: 'kind.public', desc: 'Who runs a service.' });
    case 'ngo':
      return msg('Independent organisation (NGO)', { id: 'kind.ngo', desc: 'Who runs a service.' });
    default:
      return msg('Intergovernmental organisation', {
        id: 'kind.intergovernmental',
        desc: 'Who runs a service: e.g. IOM.',
      });
  }
}
