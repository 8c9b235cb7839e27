import { isContactField } from '../directory/contact-fields.js';
import type { CriticalContact } from '../directory/critical.js';
import { localizedRecords, type Translate } from '../directory/localized.js';
import type { Service, ServiceContact } from '../directory/types.js';
import { formatPhone } from '../safety/index.js';
import type { FactFiles, Facts } from './types.js';

const contactOf = (service: Service) =>
  Object.fromEntries(
    Object.entries(service).filter(([field]) => isContactField(field)),
  ) as unknown as ServiceContact;

function criticalOf(services: readonly Service[], mark: 'x_helpline' | 'x_emergency'): CriticalContact {
  const { id, name, x_summary, phones } = services.find(service => service[mark]) as Service;
  const number = phones?.[0]?.number as string;
  return { id, name, summary: x_summary ?? '', number, shown: formatPhone(number) };
}

/** The facts in data/ as the views read them. A test checks that tools/build/facts.ts does the same at build time. */
export function factsFrom(files: FactFiles): Facts {
  const services = files['directory/services.json'];
  const { needs, groups, areas } = files['directory/taxonomies.json'];
  return {
    contacts: services.map(contactOf),
    directory: { services, organizations: files['directory/organizations.json'], needs, groups, areas },
    critical: {
      helpline: criticalOf(services, 'x_helpline'),
      emergency: criticalOf(services, 'x_emergency'),
    },
    sources: files['sources.json'],
    entitlements: files['guidance/entitlements.json'],
    permits: files['guidance/permits.json'],
    referral: files['guidance/referral.json'],
    assistedReturn: files['guidance/return.json'],
    pathway: files['guidance/pathway.json'],
  };
}

/** Every English text in the facts, by its place, which is also the id of its message. */
export function textsOf(facts: Facts): ReadonlyMap<string, string> {
  const { directory, sources, entitlements, permits, referral, assistedReturn, pathway } = facts;
  const records: Readonly<Record<string, readonly { readonly id: string }[]>> = {
    service: directory.services,
    organization: directory.organizations,
    need: directory.needs,
    group: directory.groups,
    area: directory.areas,
    statement: entitlements.statements,
    entitlement: entitlements.entitlements,
    'permit-statement': permits.statements,
    'permit-sentence': permits.sentences,
    permit: permits.permits,
    question: permits.questions,
    outcome: permits.outcomes,
    'referral-statement': referral.statements,
    profession: referral.professions,
    'referral-step': referral.steps,
    referral: referral.referrals,
    'return-statement': assistedReturn.statements,
    'return-step': assistedReturn.steps,
    'pathway-statement': pathway.statements,
    'pathway-step': pathway.steps,
  };
  const texts = new Map<string, string>();
  const note: Translate = (place, english) => {
    texts.set(place, english);
    return english;
  };
  for (const [kind, list] of Object.entries(records)) localizedRecords(kind, list, note);
  for (const { id, title, sections } of sources) {
    note(`source.${id}.title`, title);
    for (const section of sections) note(`source.${id}.sections.${section.id}`, section.title);
  }
  return texts;
}
