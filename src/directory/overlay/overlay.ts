/** A host's own services: they are added to the national services on its pages, and can never change those. */

import { isCriticalService } from '../critical.js';
import { defaultLanguage, wholeCountry } from '../generated/country.js';
import type { Directory, Organization, Overlay, OverlayError, Service } from '../types.js';
import { acceptedOrganizations, acceptedServices } from './accepted.js';
import { cleanOrganization, cleanService } from './clean.js';
import { faultOfPastDay } from './days-and-hours.js';
import { gateOf } from './gate.js';
import { has, isObject, type Kind, type Refuse, type Steps, step, textFields } from './record.js';
import { refuseKeys } from './shape.js';

/** The limits of a file, so that reading it never takes long. */
export const overlayLimits = {
  /** In UTF-8: 256 kB. */
  bytes: 262_144,
  records: 5000,
  /** Levels of nested brackets. */
  depth: 32,
} as const;

/** See public-api.ts. The directory has to have all its lists. */
export const readOverlay = (text: string, directory: Directory, today?: Date): Overlay =>
  toItsEnd(readingOverlay(text, directory, today));

/**
 * The same with a `yield` after each record and before each translation, so that a long file does not block a page and the
 * way out of it.
 */
export function* readingOverlay(text: string, directory: Directory, today?: Date): Steps<Overlay> {
  const errors: OverlayError[] = [];
  const refuse: Refuse = (pointer, message) => {
    errors.push({ pointer, message });
  };
  const empty = { services: [], organizations: [], hidden: [], refused: 0, language: defaultLanguage };
  try {
    return { ...empty, ...(yield* read(text, directory, today ?? new Date(), refuse)), errors };
  } catch {
    // Host pages replace built-ins, so anything can throw.
    return { ...empty, errors: [{ pointer: '', message: 'could not be read' }] };
  }
}

function* read(
  text: string,
  directory: Directory,
  today: Date,
  refuse: Refuse,
): Steps<Partial<Omit<Overlay, 'errors'>>> {
  const tooMuch = faultOfSize(text);
  if (tooMuch) {
    refuse('', tooMuch);
    return {};
  }
  let file: unknown;
  try {
    file = JSON.parse(text[0] === '\ufeff' ? text.slice(1) : text);
  } catch {
    refuse('', 'is not JSON');
    return {};
  }
  if (!isObject(file) || !has(file, 'services')) {
    refuse('', 'has to be an object with a list of services: {"services": […]}');
    return {};
  }
  const listed = (key: string): readonly unknown[] => {
    const list = has(file, key) ? file[key] : [];
    if (!Array.isArray(list)) refuse(`/${key}`, 'has to be a list: […]');
    else if (list.length > overlayLimits.records)
      refuse(`/${key}`, `may hold at most ${overlayLimits.records} records`);
    else return list;
    return [];
  };
  const known = ['services', 'organizations', 'hidden_services'];
  for (const key of Object.keys(file)) {
    if (known.indexOf(key) >= 0) continue;
    if (/^(x_|\$)/.test(key)) refuseKeys({ [key]: file[key] }, '', refuse);
    else
      refuse(step('', key), `has no effect: there are ${known.join(', ')}, and keys that begin with x_ or $`);
  }

  const gate = gateOf(directory, today);
  const organizations = yield* acceptedOrganizations(listed('organizations'), gate, refuse);
  const records = listed('services');
  const services = yield* acceptedServices(records, organizations, gate, refuse);
  const hidden = acceptedHidden(listed('hidden_services'), directory, refuse);

  const updated = has(file, 'x_updated') ? file.x_updated : undefined;
  const fault = updated === undefined ? undefined : faultOfPastDay(updated, gate.last);
  if (fault) refuse('/x_updated', fault);
  const language = has(file, 'x_language') ? file.x_language : defaultLanguage;
  const isTag = typeof language === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/.test(language);
  if (!isTag) refuse('/x_language', 'has to be a language tag, such as nb');
  return {
    services: [...services.values()].map(({ record }) => cleanService(record)),
    organizations: [...organizations.values()].map(({ record }) => cleanOrganization(record)),
    hidden,
    refused: records.length - services.size,
    ...(updated !== undefined && !fault && { updated: updated as string }),
    language: isTag ? language : defaultLanguage,
  };
}

/** Whether the text is too large or too deep, asked before `JSON.parse`, which cannot be stopped. */
function faultOfSize(text: unknown): string | undefined {
  const { bytes, depth } = overlayLimits;
  const tooLarge = `is larger than ${bytes / 1024} kB`;
  if (typeof text !== 'string') return 'is no text';
  // A text has at least as many bytes as characters: a text of 100 MB is refused without a loop.
  if (text.length > bytes) return tooLarge;
  let level = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inText && character === '\\') at++;
    else if (character === '"') inText = !inText;
    else if (!inText && (character === '{' || character === '[')) level++;
    else if (!inText && (character === '}' || character === ']')) level--;
    if (level > depth) return `has more than ${depth} levels of brackets within each other`;
  }
  return new TextEncoder().encode(text).length > bytes ? tooLarge : undefined;
}

/** Runs a generator to its end without pauses. */
export function toItsEnd<T>(steps: Iterator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function acceptedHidden(ids: readonly unknown[], { services }: Directory, refuse: Refuse): string[] {
  const byId = new Map(services.map(service => [service.id, service]));
  /** Ids of the services to hide, each with its index in the list. */
  const hidden = new Map<string, number>();
  ids.forEach((id, index) => {
    const service = byId.get(id as string);
    if (!service) refuse(`/hidden_services/${index}`, 'has to be the id of a national service');
    else if (isCriticalService(service))
      refuse(`/hidden_services/${index}`, 'may not be hidden: it is the helpline or the emergency number');
    else if (!hidden.has(service.id)) hidden.set(service.id, index);
  });
  // A host may leave out national services that are of no use on its pages, but not most of them.
  const most = Math.floor(services.filter(({ x_local }) => !x_local).length / 2);
  for (const [id, index] of [...hidden].slice(most)) {
    hidden.delete(id);
    refuse(
      `/hidden_services/${index}`,
      `may not be hidden too: a page may hide half of the national services, which is ${most}`,
    );
  }
  // Of each need a service for the whole country stays, beside the helpline and the emergency number.
  const isEverywhere = ({ x_areas }: Service) => !x_areas || x_areas.indexOf(wholeCountry) >= 0;
  const others = services.filter(
    service => !service.x_local && !isCriticalService(service) && isEverywhere(service),
  );
  for (const [id, index] of [...hidden].reverse()) {
    const service = byId.get(id) as Service;
    const need = service.x_needs.find(one =>
      others.every(other => other.x_needs.indexOf(one) < 0 || hidden.has(other.id)),
    );
    if (need === undefined || others.indexOf(service) < 0) continue;
    hidden.delete(id);
    refuse(
      `/hidden_services/${index}`,
      `may not be hidden too: it is the last service of the whole country for the need "${need}"`,
    );
  }
  // If a service is shown, the service through which it is reached has to be shown too, and so on.
  const shown = services.filter(({ id }) => !hidden.has(id));
  for (let at = 0; at < shown.length; at++) {
    const { id, x_contact_through: through = '' } = shown[at] as Service;
    const contact = byId.get(through);
    const index = hidden.get(through);
    if (!contact || index === undefined) continue;
    refuse(
      `/hidden_services/${index}`,
      `may not be hidden while "${id}", which is reached through it, is not`,
    );
    hidden.delete(through);
    shown.push(contact);
  }
  return [...hidden.keys()];
}

/**
 * A host's own records with their texts in a language. A text without translation stays as it is, and so does a record
 * without translations for exactly this tag. `x_language` is the language of the texts in the result.
 */
export function localizedOverlay(
  { services, organizations, language: own, updated }: Overlay,
  language: string,
): { services: Service[]; organizations: Organization[] } {
  const localized = <T extends Service | Organization>(kind: Kind, record: T): T => {
    const translations = record.x_translations ?? {};
    const texts = language !== own && has(translations, language) ? (translations[language] ?? {}) : {};
    const copy: Record<string, unknown> = { ...record };
    for (const field of textFields[kind]) if (has(texts, field)) copy[field] = texts[field];
    return { ...copy, x_language: Object.keys(texts).length ? language : own } as T;
  };
  return {
    services: services.map(service => ({
      ...localized('service', service),
      ...(updated && { x_updated: updated }),
    })),
    organizations: organizations.map(organization => localized('organization', organization)),
  };
}

/** See public-api.ts. */
export function mergeOverlay(directory: Directory, overlay: Overlay, language: string): Directory {
  const { services, organizations } = localizedOverlay(overlay, language);
  const national = directory.services.filter(
    service => isCriticalService(service) || overlay.hidden.indexOf(service.id) < 0,
  );
  return {
    ...directory,
    services: [
      ...national.filter(({ x_helpline }) => x_helpline),
      ...national.filter(({ x_helpline }) => !x_helpline),
      // The search never finds inactive services, and they must add no filter.
      ...services.filter(({ status }) => status === 'active'),
    ],
    organizations: [...directory.organizations, ...organizations],
  };
}
