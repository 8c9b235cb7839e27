/** `facts due`: which facts a human should check again, oldest first, as a list to tick off, with what to call and ask. */
import type { Service } from '../../src/directory/types.js';
import { asRead, inCountry } from '../build/country.js';
import type { Facts } from '../build/fact-files.js';
import { type Assurable, assurableRecords, isShipped, kinds, recordsOf } from '../build/fact-records.js';
import { dayHere, Misused, readDay, readWords } from './command.js';
import { here, readVersion } from './facts-versions.js';
import { countInWords, dayInWords, hoursInWords, nameOf, sourceInWords } from './facts-words.js';
import { usages } from './usage.js';

/**
 * After so many days a fact is to be checked again. Half of the year after which readers are told that a fact is old
 * (src/views/source.view.ts): there is time to reach people before.
 */
export const dueAfterDays = 180;

interface Due {
  id: string;
  name: string;
  /** the day it was assured, or else captured */
  since: string;
  isAssured: boolean;
  /** what to call, write to or open */
  reach: string[];
  ask: string[];
  /** where the fact comes from */
  from: string;
}

const contactsOf = ({ phones = [], email, url }: Service) => [
  ...phones.map(({ number }) => `Call ${asRead(number)}`),
  ...(email ? [`Write to ${email}`] : []),
  ...(url ? [`Open ${url}`] : []),
];

/** How to reach an organisation: by the contacts of its services. An emergency number is not for questions. */
const contactsOfOrganization = (id: string, services: readonly Service[]) => [
  ...new Set(
    services
      .filter(service => service.organization_id === id && isShipped(service) && !service.x_emergency)
      .flatMap(contactsOf),
  ),
];

const isCall = (way: string) => way.startsWith('Call');

function reachService(service: Service, services: readonly Service[]) {
  const { organization_id, phones = [], x_contact_through, x_emergency, x_role, x_safe_house } = service;
  if (x_role) return ['A role, not one office: there is nobody to call. Read the source again'];
  const own = x_emergency ? [] : contactsOf(service);
  const ways = own.some(isCall)
    ? own
    : [...new Set([...own, ...contactsOfOrganization(organization_id, services)])];
  const through = services.find(({ id }) => id === x_contact_through);
  return [
    ...(x_emergency
      ? phones.map(({ number }) => `Never call ${asRead(number)} to ask: it is for people in danger`)
      : []),
    ...(x_safe_house ? ['Do not ask where it is, and write down no address and no number of it'] : []),
    ...(ways.some(isCall) || !through
      ? []
      : [`Ask ${through.name} how to reach them`, ...contactsOf(through)]),
    ...ways.filter(isCall),
    ...ways.filter(way => !isCall(way)),
  ];
}

function askService(service: Service) {
  const { phones = [], schedules, x_emergency, x_role, x_contact_through } = service;
  const isWeekly = schedules?.some(({ byday }) => byday);
  const knowsHolidays = schedules?.some(({ x_public_holidays }) => x_public_holidays);
  return [
    ...phones.map(({ number }) => `Is ${asRead(number)} still the number?`),
    ...(service.email ? [`Is ${service.email} still read?`] : []),
    ...(service.url ? [`Is ${service.url} still the website?`] : []),
    ...(schedules ? [`Opening hours: ${hoursInWords(schedules)}. Is that still right?`] : []),
    ...(isWeekly && !knowsHolidays
      ? ['Is it open on public holidays, and on 24 and 31 December? (not known)']
      : []),
    ...(schedules || x_emergency || x_role || x_contact_through ? [] : ['When is it open? (not known)']),
    `Is this still what it does: “${service.description}”`,
    ...(service.eligibility_description
      ? [`Is this still who it is for: “${service.eligibility_description}”`]
      : []),
    ...(service.application_process ? [`Is this still how to get it: “${service.application_process}”`] : []),
    ...(service.alert ? [`Is this still true: “${service.alert}”`] : []),
    ...(service.x_areas ? [] : ['Where is it, and for which places? (not known)']),
  ];
}

function howToCheck(one: Assurable, data: Facts): { reach: string[]; ask: string[] } {
  const services = data[inCountry('directory/services.json')];
  if (one.kind === 'service')
    return { reach: reachService(one.record, services), ask: askService(one.record) };
  if (one.kind === 'organization') {
    const { id, name, description, parent_organization_id } = one.record;
    const organizations = data[inCountry('directory/organizations.json')];
    const parent = organizations.find(other => other.id === parent_organization_id);
    const reach = contactsOfOrganization(id, services);
    return {
      reach: reach.length ? reach : ['No contact of its own is known. Read the source again'],
      ask: [
        `Is its name still “${name}”?`,
        `Is this still what it is: “${description}”`,
        ...(parent ? [`Does it still belong to ${parent.name}?`] : []),
      ],
    };
  }
  const { id, url, sections } = one.record;
  const citing = Object.keys(kinds).flatMap(kind =>
    recordsOf(data, kind).filter(({ x_source }) => x_source?.document === id),
  );
  return {
    reach: [url ? `Open ${url}` : 'Open the document; its address is not recorded'],
    ask: [
      'Is there a newer edition?',
      `Does it still say what the ${countInWords(citing.length, 'record')} say that cite it? Its sections: ${sections.map(nameOf).join('; ')}.`,
    ],
  };
}

/**
 * @param today YYYY-MM-DD
 * @returns what nobody has assured first; then the oldest
 */
export function dueRecords(data: Facts, today: string, days: number = dueAfterDays): Due[] {
  const last = new Date(+new Date(`${today}T00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
  return assurableRecords(data)
    .filter(({ record }) => isShipped(record) && !(record.assured_date && record.assured_date > last))
    .map(one => ({
      id: one.record.id,
      name: nameOf(one.record),
      since: one.record.assured_date ?? one.captured,
      isAssured: Boolean(one.record.assured_date),
      from: [
        ...(one.kind === 'source'
          ? []
          : [sourceInWords(one.record.x_source, data[inCountry('sources.json')])]),
        `captured on ${dayInWords(one.captured)}`,
      ].join(', '),
      ...howToCheck(one, data),
    }))
    .sort((a, b) => Number(a.isAssured) - Number(b.isAssured) || a.since.localeCompare(b.since));
}

const inWords = ({ id, name, since, isAssured, reach, ask, from }: Due, today: string) =>
  [
    `- [ ] ${name} (${id}): ${isAssured ? `last checked on ${dayInWords(since)}` : 'never checked'}`,
    ...reach.map(way => `  - ${way}`),
    ...ask.map(question => `  - Ask: ${question}`),
    `  - From: ${from}`,
    `  - Then: npm run havn -- facts assure ${id} --by "YOUR NAME" --on ${today}`,
  ].join('\n');

export function run(words: string[]) {
  const { values } = readWords(words, usages['facts due']);
  const days = Number(values.days ?? dueAfterDays);
  if (!/^\d+$/.test(values.days ?? '0') || days > 36_500)
    throw new Misused(`"${values.days}" is no number of days`);
  const today = readDay(values.today ?? dayHere());
  // It has all files.
  const { data } = readVersion(here);
  const due = dueRecords(data as Facts, today, days);
  const never = due.filter(({ isAssured }) => !isAssured).length;
  console.log(
    `${countInWords(due.length, 'record')} to check: ${countInWords(never, 'record')} never checked, ${countInWords(due.length - never, 'record')} last checked ${countInWords(days, 'day')} ago or more.`,
  );
  for (const one of due) console.log(`\n${inWords(one, today)}`);
  return 0;
}
