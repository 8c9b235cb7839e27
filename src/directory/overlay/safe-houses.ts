/** Keeps the place of a safe house secret: nothing in its record, nor on its card, may tell where it is. */
import { claims } from '../generated/national-names.js';
import { isWebHost } from './addresses.js';
import { anyOf, joined } from './as-seen.js';
import { isUsed } from './clean.js';
import {
  type Fields,
  forTexts,
  isDialable,
  phonesOf,
  type Refuse,
  sourceOf,
  step,
  textFields,
  textIn,
} from './record.js';
import { sentencesOf } from './sentences.js';
import { leads, leadsById, namesStreet } from './whereabouts.js';

const noWayInFile =
  'tells where a safe house may be, and anybody can read the file: take it out, though it has no effect';

const noWay = 'may not tell where a safe house is or how to reach it';

const noStreet = 'names a street, and this seems to be a safe house: take it out, and set x_safe_house';

export const noHouse =
  'is of an organisation whose name or description tells where to reach it, and a safe house may not be reached';

export const noPlaceOfContact =
  'is a service whose name tells a place or a number, or that has more than digits in a number, and it stands on the card of a safe house';

/** Whether a service has a number that can be dialled, so that other services can be reached through it. */
export const isCalled = (service: Fields): boolean => phonesOf(service).some(isDialable);

/**
 * Whether the service to ask, which is shown on the card of a safe house, tells where the house is: in its name, in any
 * language, or in a `number` field with other text than a number that can be dialled.
 */
export const namesPlace = (service: Fields): boolean =>
  textsLead(service, ['name']) || !phonesOf(service).every(isDialable);

/** Whether the texts of an organisation, which are shown on the card of its safe house, tell where the house is. */
const leadsThere = (organization: Fields): boolean =>
  leads(textIn(organization.name)) || textsLead(organization, textFields.organization);

function textsLead(record: Fields, fields: readonly string[]): boolean {
  let found = false;
  forTexts(record, '', fields, text => {
    found ||= leads(textIn(text));
  });
  return found;
}

/** `leadsThere` with a cache, so that an organisation with many safe houses is checked once. */
export function runnersThatLead(): (organization: Fields) => boolean {
  const known = new Map<Fields, boolean>();
  return organization => {
    const found = known.get(organization) ?? leadsThere(organization);
    known.set(organization, found);
    return found;
  };
}

/** Refuses what may tell where a safe house is, or how to reach it. */
export function refuseWhereabouts(record: Fields, pointer: string, refuse: Refuse): void {
  forTexts(record, pointer, textFields.service, (text, at) => {
    if (leads(textIn(text))) refuse(at, noWay);
  });
  const { document, section } = sourceOf(record);
  // Many sources are named after a website. That name is allowed, though it has dots, unless it contains a street.
  const place = isWebHost(textIn(document)) ? textIn(document).replace(/[.-]/g, ' ') : document;
  if (leads(textIn(place))) refuse(`${pointer}/x_source/document`, noWay);
  if (leads(textIn(section))) refuse(`${pointer}/x_source/section`, noWay);
  // Fields that have no effect can be read in the file too.
  for (const field of Object.keys(record))
    if (!isUsed(field) && tellsPlace(record[field])) refuse(step(pointer, field), noWayInFile);
  for (const field of ['id', 'organization_id', 'x_contact_through'])
    if (leadsById(textIn(record[field]))) refuse(step(pointer, field), noWay);
}

/** Whether a value that is not shown tells a place: in a text, or as coordinates. */
function tellsPlace(value: unknown): boolean {
  if (typeof value === 'string') return leads(textIn(value));
  if (typeof value === 'number') return !Number.isInteger(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(tellsPlace);
}

const secretHouse = new RegExp(anyOf(claims.secret_houses.map(joined)));

const secretPlace = new RegExp(anyOf(claims.secret_places.map(joined)));

/** Refuses a street where the mark of a safe house has been forgotten. */
export function refuseForgotten(record: Fields, pointer: string, refuse: Refuse): void {
  const isHouse = secretHouse.test(joined(textIn(record.name)));
  const tells = (text: string) =>
    isHouse
      ? namesStreet(text)
      : sentencesOf(text).some(sentence => secretPlace.test(joined(sentence)) && namesStreet(sentence));
  forTexts(record, pointer, textFields.service, (text, at) => {
    if (tells(textIn(text))) refuse(at, noStreet);
  });
  const areas = (record.service_areas ?? []) as readonly Fields[];
  areas.forEach(({ name }, index) => {
    if (isHouse && namesStreet(textIn(name))) refuse(`${pointer}/service_areas/${index}/name`, noStreet);
  });
}
