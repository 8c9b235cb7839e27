/** Checks the fields of a service and of an organisation that fit the schema. */
import { dialable, safeLink } from '../../safety/links.js';
import type { OverlayError, Service } from '../types.js';
import { domainOf, hostOf, isWebHost, posesAsNational, withoutScheme } from './addresses.js';
import { withoutNumbers } from './as-seen.js';
import {
  faultOfMisdirecting,
  faultOfOtherText,
  faultOfShownName,
  faultsOfTexts,
  nearHelpline,
  networkCode,
  otherNumber,
  otherShown,
  refuseTexts,
} from './card-texts.js';
import { isLabelOfAnother } from './danger.js';
import { faultOfPastDay, refuseSchedules } from './days-and-hours.js';
import type { Gate } from './gate.js';
import { criticalName, type NameRules } from './names.js';
import { holdsCode, numbersShown, showsOther } from './numbers-in-figures.js';
import { figuresIn, looksLikeEmergency } from './numbers-in-words.js';
import { misdirects } from './own-texts.js';
import {
  type Check,
  type Fields,
  forTexts,
  has,
  isObject,
  type Kind,
  nameFields,
  type Refuse,
  type Steps,
  sourceOf,
  step,
  textIn,
} from './record.js';
import { namesPlace, refuseForgotten, refuseWhereabouts } from './safe-houses.js';
import { mostFaults } from './shape.js';

const criticalNumber =
  'is a national emergency or helpline number, which only the national services show: give a number of your own';

const nationalAddress =
  'has the name or the number of the helpline in it, looks like an address of the police or of another authority, or hides where it leads';

const noWebAddress = 'has to begin with https:// or http://';

export const noOrganization = 'has to be an organisation of yours that is not left out';

export const noContact =
  'has to be a service of yours that is active, is not left out and has a number of its own that can be dialled';

/** Checks the fields of a service that fit the schema, as far as this needs no other record. */
export function* refuseService(record: Fields, pointer: string, gate: Gate, refuse: Refuse): Steps {
  const { ids, lists, last, rules } = gate;
  const {
    phones = [],
    schedules = [],
    minimum_age = 0,
    maximum_age = Infinity,
    x_contact_through = '',
    organization_id = '',
  } = record as Partial<Service>;
  const check: Check = (at, fault) => {
    if (fault) refuse(at, fault);
  };
  const dialled = phones.map(({ number }) => dialable(number));
  forTexts(record, pointer, nameFields, (text, at) =>
    check(at, faultOfShownName(textIn(text), dialled, rules)),
  );
  yield* refuseTexts('service', record, pointer, gate, refuse);
  refuseAddresses(record, pointer, gate, check);
  refuseAreas(record, pointer, rules, check);
  refuseSource(record, pointer, gate, check);
  refusePhones(record, pointer, gate, check);
  refuseSchedules(schedules, `${pointer}/schedules`, refuse);
  if (record.x_open_day_and_night && schedules.length)
    refuse(
      `${pointer}/x_open_day_and_night`,
      'says when it is open, as "schedules" does: leave one of them out',
    );
  if (minimum_age > maximum_age) refuse(`${pointer}/maximum_age`, 'may not be below minimum_age');
  for (const field of ['assured_date', 'x_updated'])
    if (has(record, field)) check(step(pointer, field), faultOfPastDay(record[field], last));
  refuseTerms(record, pointer, lists, refuse);
  if (ids.has(organization_id)) refuse(`${pointer}/organization_id`, noOrganization);
  if (ids.has(x_contact_through)) refuse(`${pointer}/x_contact_through`, noContact);
  if (record.x_safe_house) refuseWhereabouts(record, pointer, refuse);
  else refuseForgotten(record, pointer, refuse);
}

/** Refuses needs, groups and areas that the record may not name. */
function refuseTerms(record: Fields, pointer: string, lists: Gate['lists'], refuse: Refuse): void {
  for (const list of Object.keys(lists)) {
    const allowed = lists[list] ?? [];
    const words = (record[list] ?? []) as readonly string[];
    words.forEach((word, index) => {
      if (allowed.indexOf(word) < 0)
        refuse(`${pointer}/${list}/${index}`, `has to be one of: ${allowed.join(', ')}`);
    });
  }
}

function refuseAddresses(record: Fields, pointer: string, gate: Gate, check: Check): void {
  const { url = '', email = '' } = record as Partial<Service>;
  const { rules } = gate;
  if (/^tel:/i.test(textIn(url)) && gate.isCritical(url)) check(`${pointer}/url`, criticalNumber);
  // Any other scheme is shown as text.
  if (/^(?:tel|mailto):/i.test(textIn(url))) check(`${pointer}/url`, noWebAddress);
  for (const [field, given] of Object.entries({ url, email })) {
    const at = `${pointer}/${field}`;
    const address = textIn(given);
    const isNational = gate.addresses.has(hostOf(address)) || gate.domains.has(domainOf(address));
    if (!isNational && posesAsNational(address, rules)) check(at, nationalAddress);
    // An address that cannot be a link is shown on the card as text.
    const isText = address !== '' && safeLink(field === 'email' ? `mailto:${address}` : address) === null;
    if (isText) check(at, faultOfOtherText(address, rules));
    check(at, faultOfMisdirecting(withoutScheme(address), rules));
  }
}

function refuseAreas({ service_areas = [] }: Fields, pointer: string, rules: NameRules, check: Check): void {
  (service_areas as readonly Fields[]).forEach(({ name }, index) => {
    const at = `${pointer}/service_areas/${index}/name`;
    // Digits of a place are not read as one number: a postal code may be before a name.
    const figures = figuresIn(textIn(name));
    const isCritical = looksLikeEmergency(figures) || rules.holdsHelpline(figures);
    check(at, isCritical ? criticalName : faultOfOtherText(name, rules));
    check(at, faultOfMisdirecting(textIn(name), rules));
  });
}

/** The source is shown at the top of the card. */
function refuseSource(record: Fields, pointer: string, { rules, addresses }: Gate, check: Check): void {
  const { document, section } = sourceOf(record);
  const isNational = isWebHost(textIn(document)) && addresses.has(textIn(document).replace(/^www\./, ''));
  if (!isNational) check(`${pointer}/x_source/document`, faultOfOtherText(document, rules));
  const at = `${pointer}/x_source/section`;
  if (!rules.isHeading(textIn(section))) check(at, faultOfOtherText(section, rules));
  check(at, faultOfMisdirecting(`${textIn(document)}: ${textIn(section)}`, rules));
}

/** Replaces letters in a number that look like digits: "22 33 11 6O". */
const inDigits = (text: string) => text.replace(/[Oo\u041e\u043e\u039f\u03bf]/g, '0').replace(/[Il|]/g, '1');

function refusePhones(
  record: Fields,
  pointer: string,
  { rules, isCritical, isNearHelpline }: Gate,
  check: Check,
): void {
  const name = textIn(record.name);
  const { phones = [] } = record as Partial<Service>;
  phones.forEach(({ number, description }, index) => {
    const at = `${pointer}/phones/${index}`;
    if (isCritical(number) || isCritical(inDigits(number))) check(`${at}/number`, criticalNumber);
    else if (isNearHelpline(dialable(number))) check(`${at}/number`, nearHelpline);
    // What nobody can dial otherwise, such as "33", is shown as text; a reader could dial a code.
    if (/\d/.test(number) && /[*#\u2217\u204e\u066d\u266f\u2731\ufe61\uff0a\uff03]/.test(number))
      check(`${at}/number`, networkCode);
    // \p{So}: letters in squares and circles are symbols.
    if (/[\p{L}\p{So}\p{Nl}\p{No}]/u.test(number)) {
      // It is shown as text, so the rules for names and for labels apply to it.
      const text = textIn(number);
      const shown = numbersShown(text);
      check(`${at}/number`, faultOfShownName(text, shown, rules));
      check(`${at}/number`, rules.faultOfLabel(withoutNumbers(text), name, shown[0] ?? ''));
      check(`${at}/number`, faultOfMisdirecting(text, rules));
    }
    // The description is the label of the button, so the rules for names apply to it.
    if (description === undefined) return;
    const label = textIn(description);
    const calls = dialable(number);
    const fault =
      rules.faultOfLabel(label, name, calls ?? '') ??
      (isLabelOfAnother(label, name, calls ?? '', rules) ? criticalName : undefined);
    const isOther = showsOther(label, [calls], true);
    check(`${at}/description`, fault ?? (isOther ? otherShown : faultOfMisdirecting(label, rules)));
  });
}

/** Checks the fields of an organisation in the same way. */
export function* refuseOrganization(record: Fields, pointer: string, gate: Gate, refuse: Refuse): Steps {
  yield* refuseTexts('organization', record, pointer, gate, refuse);
  if (!has(record, 'name')) return;
  const { rules } = gate;
  const name = textIn(record.name);
  // A number behind a national name does not make it another one.
  const bare = numbersShown(name).length ? withoutNumbers(name) : name;
  const fault =
    rules.faultOfName(name) ??
    rules.faultOfName(bare) ??
    (misdirects(name, rules) ? otherNumber : holdsCode(name) ? networkCode : undefined);
  if (fault) refuse(`${pointer}/name`, fault);
}

/**
 * A record without its refused translations, or an organisation without its refused description; `undefined` if it has
 * other faults. Readers see the texts in the language of the file instead, which were checked by themselves. A safe house
 * has to be sound as a whole, since anybody can read the file.
 */
export function withoutRefusedTexts(
  kind: Kind,
  record: unknown,
  faults: readonly OverlayError[],
  pointer: string,
): Fields | undefined {
  if (!isObject(record) || faults.length >= mostFaults || record.x_safe_house) return undefined;
  const ofTranslation = /^\/x_translations\/([^/]+)(?:\/\w+)?$/;
  const tags = new Set<string | undefined>();
  let isDescribed = true;
  for (const { pointer: at, message } of faults) {
    const place = at.slice(pointer.length);
    const tag = ofTranslation.exec(place)?.[1];
    if (!faultsOfTexts.has(message)) return undefined;
    if (tag !== undefined) tags.add(tag);
    else if (kind === 'organization' && place === '/description') isDescribed = false;
    else return undefined;
  }
  // A safe house may be reached through it.
  if (kind === 'service' && namesPlace(record)) return undefined;
  const { description, x_translations, ...rest } = record as Fields & { x_translations?: Fields };
  const kept = Object.entries(x_translations ?? {}).filter(([tag]) => !tags.has(tag));
  return {
    ...rest,
    ...(isDescribed && description !== undefined && { description }),
    // A translation of a refused description says the same.
    ...(isDescribed && kept.length && { x_translations: Object.fromEntries(kept) }),
  };
}
