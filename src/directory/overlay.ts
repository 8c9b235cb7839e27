/** A host's own services: added to the national ones on its pages, never able to change them. */
import { defaultLanguage } from './generated/country.js';
import {
  cleanOrganization,
  cleanService,
  faultOfPastDay,
  faultsOf,
  has,
  isCriticalService,
  isObject,
  type Kind,
  lastDay,
  type National,
  nationalOf,
  type Refuse,
  refuseKeys,
  refuseService,
  textFields,
} from './overlay-records.js';
import type { Directory, Organization, Overlay, OverlayError, Service } from './types.js';

/** What a file may measure, so that reading it always ends soon. */
export const overlayLimits = {
  /** In UTF-8: 256 kB. */
  bytes: 262_144,
  records: 5000,
  /** So many brackets within each other. */
  depth: 32,
} as const;

/** See for-others.ts. Of a directory with all its lists. */
export function readOverlay(text: string, directory: Directory, today?: Date): Overlay {
  const errors: OverlayError[] = [];
  const refuse: Refuse = (pointer, message) => {
    errors.push({ pointer, message });
  };
  const nothing = { services: [], organizations: [], hidden: [], refused: 0, language: defaultLanguage };
  try {
    return { ...nothing, ...read(text, directory, today ?? new Date(), refuse), errors };
  } catch {
    // What a page has done to built-ins cannot be foreseen.
    return { ...nothing, errors: [{ pointer: '', message: 'could not be read' }] };
  }
}

function read(
  text: string,
  directory: Directory,
  today: Date,
  refuse: Refuse,
): Partial<Omit<Overlay, 'errors'>> {
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
    const pointer = `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    if (/^(x_|\$)/.test(key)) refuseKeys({ [key]: file[key] }, '', refuse);
    else refuse(pointer, `has no effect: there are ${known.join(', ')}, and keys that begin with x_ or $`);
  }

  const national = nationalOf(directory);
  const last = lastDay(today);
  const organizations = acceptedOrganizations(listed('organizations'), national, refuse);
  const records = listed('services');
  const services = acceptedServices(records, organizations, national, last, refuse);
  const hidden = acceptedHidden(listed('hidden_services'), directory, refuse);

  const updated = has(file, 'x_updated') ? file.x_updated : undefined;
  const fault = updated === undefined ? undefined : faultOfPastDay(updated, last);
  if (fault) refuse('/x_updated', fault);
  const language = has(file, 'x_language') ? file.x_language : defaultLanguage;
  const isTag = typeof language === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$/.test(language);
  if (!isTag) refuse('/x_language', 'has to be a language tag, such as nb');
  return {
    services,
    organizations: [...organizations.values()],
    hidden,
    refused: records.length - services.length,
    ...(updated !== undefined && !fault && { updated: updated as string }),
    language: isTag ? language : defaultLanguage,
  };
}

/** Before JSON.parse, which cannot be stopped: whether the text is too large or too deep. */
function faultOfSize(text: unknown): string | undefined {
  const { bytes, depth } = overlayLimits;
  const tooLarge = `is larger than ${bytes / 1024} kB`;
  if (typeof text !== 'string') return 'is no text';
  // No text is longer than its bytes, and a text of 100 MB need not be looked at.
  if (text.length > bytes) return tooLarge;
  let size = 0;
  let level = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Half of a character outside the basic plane: two of its four bytes.
    const isHalf = code >= 0xd800 && code < 0xe000;
    size += code < 0x80 ? 1 : code < 0x800 || isHalf ? 2 : 3;
    const character = text[at];
    if (inText && character === '\\') {
      at++;
      size++;
    } else if (character === '"') inText = !inText;
    else if (!inText && (character === '{' || character === '[')) level++;
    else if (!inText && (character === '}' || character === ']')) level--;
    if (level > depth) return `has more than ${depth} levels of brackets within each other`;
  }
  return size > bytes ? tooLarge : undefined;
}

/**
 * The records without fault, by their id.
 * @param checks what is to be asked of a record beyond its shape and its id
 */
function acceptedRecords<T extends { readonly id: string }>(
  kind: Kind,
  records: readonly unknown[],
  national: National,
  errorsTo: Refuse,
  clean: (record: unknown) => T,
  checks: (record: T, pointer: string, refuse: Refuse) => void,
): Map<string, { readonly record: T; readonly pointer: string }> {
  const accepted = new Map<string, { readonly record: T; readonly pointer: string }>();
  const taken = new Set<string>();
  records.forEach((record, index) => {
    const pointer = `/${kind}s/${index}`;
    const id = isObject(record) && has(record, 'id') ? (record.id as string) : '';
    const faults = faultsOf(kind, record, pointer, refuse => {
      if (national.ids.has(id)) refuse(`${pointer}/id`, 'is the id of a national record: choose another');
      if (taken.has(id)) refuse(`${pointer}/id`, `is the id of an earlier ${kind}: choose another`);
      checks(record as T, pointer, refuse);
    });
    // Also that of a refused record: which of two is meant is not ours to guess.
    taken.add(id);
    for (const fault of faults) errorsTo(fault.pointer, fault.message);
    if (!faults.length) accepted.set(id, { record: clean(record), pointer });
  });
  return accepted;
}

function acceptedOrganizations(
  records: readonly unknown[],
  national: National,
  refuse: Refuse,
): ReadonlyMap<string, Organization> {
  const good = acceptedRecords('organization', records, national, refuse, cleanOrganization, () => {});
  // From those without a parent down to their children: what is not reached leads nowhere, or in a circle.
  const children = new Map<string | undefined, Organization[]>();
  for (const { record } of good.values()) {
    const siblings = children.get(record.parent_organization_id);
    if (siblings) siblings.push(record);
    else children.set(record.parent_organization_id, [record]);
  }
  const reached = new Set(children.get(undefined));
  // A set that grows is walked to its end.
  for (const { id } of reached) for (const child of children.get(id) ?? []) reached.add(child);
  const accepted = new Map<string, Organization>();
  for (const [id, { record, pointer }] of good) {
    if (reached.has(record)) accepted.set(id, record);
    else
      refuse(
        `${pointer}/parent_organization_id`,
        'has to be an organisation of this file that is not refused, and never in a circle',
      );
  }
  return accepted;
}

function acceptedServices(
  records: readonly unknown[],
  organizations: ReadonlyMap<string, Organization>,
  national: National,
  last: number,
  refuse: Refuse,
): Service[] {
  const good = acceptedRecords(
    'service',
    records,
    national,
    refuse,
    cleanService,
    (record, pointer, refuseHere) => {
      refuseService(record, pointer, national, last, refuseHere);
      if (!organizations.has(record.organization_id))
        refuseHere(
          `${pointer}/organization_id`,
          'has to be an organisation of this file that is not refused',
        );
    },
  );
  const services: Service[] = [];
  for (const { record, pointer } of good.values()) {
    const { x_contact_through: through } = record;
    const contact = through === undefined ? undefined : good.get(through)?.record;
    if (through === undefined || (contact?.phones && !contact.x_contact_through)) services.push(record);
    else
      refuse(
        `${pointer}/x_contact_through`,
        'has to be a service of this file that is not refused and has a number of its own',
      );
  }
  return services;
}

function acceptedHidden(ids: readonly unknown[], { services }: Directory, refuse: Refuse): string[] {
  const byId = new Map(services.map(service => [service.id, service]));
  /** Each with its place, and with who is to be asked about it. */
  const hidden = new Map<string, number>();
  ids.forEach((id, index) => {
    const service = byId.get(id as string);
    if (!service) refuse(`/hidden_services/${index}`, 'has to be the id of a national service');
    else if (isCriticalService(service))
      refuse(`/hidden_services/${index}`, 'may not be hidden: it is the helpline or the emergency number');
    else if (!hidden.has(service.id)) hidden.set(service.id, index);
  });
  // Whoever is shown keeps the service through which it is reached, which then is shown and keeps its own.
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
 * A host's own records with their texts in a language, as far as the host gives them: a text without translation stays.
 * Without any translation for exactly this tag a record stays as it is. `x_language` says in which language it now is.
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

/** See for-others.ts. */
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
      // An inactive one is found never, and offers no filter.
      ...services.filter(({ status }) => status === 'active'),
    ],
    organizations: [...directory.organizations, ...organizations],
  };
}
