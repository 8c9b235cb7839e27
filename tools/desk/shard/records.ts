/** What stands in a folder of HSDS files, checked as a host's own services are, record by record. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Directory, type Organization, readOverlay, type Service } from 'havn-widgets/directory';
import { checkedFile } from '../command.js';

/** What is asked of a record before it is checked. */
type Unchecked = { readonly id: string } & Readonly<
  Partial<Record<'organization_id' | 'parent_organization_id' | 'x_contact_through', unknown>>
>;
/** `place`: the file, and the pointer to the record in it; `letters`: how many it is long */
interface Listed {
  record: Unchecked;
  place: string;
  letters: number;
}
type Refuse = (place: string, message: string) => void;

/** The folder cannot be read as one of HSDS files. */
export class Broken extends Error {}

function jsonOf(file: string): unknown {
  let bytes: Buffer;
  try {
    bytes = readFileSync(checkedFile(file));
  } catch (error) {
    throw new Broken(`${file}: ${(error as Error).message}`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Broken(`${file}: is not in UTF-8: save it again with that encoding`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Broken(`${file}: is not JSON: ${(error as Error).message}`);
  }
}

/** The records of a kind, of `services.json` and of `services/*.json`: a list in a file, or one record. */
function* listed(
  folder: string,
  kind: 'services' | 'organizations',
): Generator<{ record: unknown; place: string }> {
  const files = existsSync(join(folder, `${kind}.json`)) ? [`${kind}.json`] : [];
  if (statSync(join(folder, kind), { throwIfNoEntry: false })?.isDirectory())
    for (const name of readdirSync(join(folder, kind)).sort())
      if (name.endsWith('.json')) files.push(`${kind}/${name}`);
  if (!files.length) throw new Broken(`${folder}: has neither ${kind}.json nor ${kind}/*.json`);
  for (const file of files) {
    const content = jsonOf(join(folder, file));
    if (!Array.isArray(content)) yield { record: content, place: `${file}: ` };
    else for (const [index, record] of content.entries()) yield { record, place: `${file}: /${index}` };
  }
}

/** In levels: more than a record has, and less than what the stack holds where it is written as JSON. */
const mostLevels = 64;

const isDeep = (value: unknown, levels: number = mostLevels): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (!levels || Object.values(value).some(inner => isDeep(inner, levels - 1)));

/** By id; the first of those that share one. */
function byId(records: Iterable<{ record: unknown; place: string }>, refuse: Refuse): Map<unknown, Listed> {
  const map: Map<unknown, Listed> = new Map();
  for (const { record: unchecked, place } of records) {
    const record: Unchecked = Object(unchecked);
    const { id } = record;
    if (typeof id !== 'string') refuse(place, 'has no id, which has to be there');
    else if (isDeep(record)) refuse(place, 'is nested too deep');
    else if (map.has(id)) refuse(`${place}/id`, 'is the id of an earlier record: choose another');
    else map.set(id, { record, place, letters: JSON.stringify(record).length });
  }
  return map;
}

/** In letters: less than what `readOverlay` takes at once. */
const mostAtOnce = 100_000;
/** Of an organisation and those above it: what it takes at once. */
const mostOfParents = 262_144;
/** Organisations above one another. */
const mostParents = 32;

/** Those above an organisation are looked up for each of its services: too many are refused before. */
function refuseParents(organizations: Map<unknown, Listed>, refuse: Refuse) {
  const below = [...organizations].filter(([, { record, letters: own }]) => {
    let one = organizations.get(record.parent_organization_id);
    let letters = own;
    let levels = 0;
    for (; one && levels <= mostParents && letters <= mostOfParents; levels++) {
      letters += one.letters;
      one = organizations.get(one.record.parent_organization_id);
    }
    return levels > mostParents || letters > mostOfParents;
  });
  for (const [id, { place }] of below) {
    refuse(
      `${place}/parent_organization_id`,
      `has more than ${mostParents} organisations above it, is in a circle, or is too large with them`,
    );
    organizations.delete(id);
  }
}

/** What is good of a folder, clean as `readOverlay` makes it. A fault is told, and its record left out. */
export function recordsOf(folder: string, national: Directory, refuse: Refuse) {
  const organizations = byId(listed(folder, 'organizations'), refuse);
  refuseParents(organizations, refuse);
  const services = byId(listed(folder, 'services'), refuse);
  const goodOrganizations: Map<string, Organization> = new Map();
  const goodServices: Map<string, Service> = new Map();
  /** An organisation is checked with each of its services, and told once. */
  const told: Set<string> = new Set();

  function check(some: Listed[]) {
    // Whoever is to be asked instead, and who runs it, up to the last parent.
    const asked = [...new Set(some.map(({ record }) => record.x_contact_through))]
      .filter(id => id && !some.some(({ record }) => record.id === id))
      .flatMap(id => services.get(id) ?? []);
    const runners: Map<unknown, Listed> = new Map();
    for (const { record } of [...some, ...asked]) {
      let id = record.organization_id;
      for (let one = organizations.get(id); one && !runners.has(id); one = organizations.get(id)) {
        runners.set(id, one);
        id = one.record.parent_organization_id;
      }
    }
    const lists = { services: [...some, ...asked], organizations: [...runners.values()] };
    const text = JSON.stringify({
      services: lists.services.map(({ record }) => record),
      organizations: lists.organizations.map(({ record }) => record),
    });
    const overlay = readOverlay(text, national);
    // Too large or too deep: which of them is it?
    if (overlay.errors[0]?.pointer === '' && some.length > 1) {
      for (const one of some) check([one]);
      return;
    }
    for (const { pointer, message } of overlay.errors) {
      const [, kind, index = '0', rest = ''] = /^\/(services|organizations)\/(\d+)(.*)$/s.exec(pointer) ?? [];
      const list = lists[kind === 'organizations' ? kind : 'services'];
      const place = list[Number(index)]?.place ?? '';
      if (list === lists.services && Number(index) >= some.length) continue;
      if (list === lists.organizations && told.has(place + rest)) continue;
      if (list === lists.organizations) told.add(place + rest);
      refuse(place + rest, message);
    }
    const ids = new Set(some.map(({ record }) => record.id));
    for (const service of overlay.services)
      if (ids.has(service.id) && service.status === 'active') goodServices.set(service.id, written(service));
    for (const organization of overlay.organizations)
      if (!goodOrganizations.has(organization.id))
        goodOrganizations.set(organization.id, written(organization));
  }

  let some: Listed[] = [];
  let letters = 0;
  for (const one of services.values()) {
    some.push(one);
    letters += one.letters;
    if (letters < mostAtOnce) continue;
    check(some);
    some = [];
    letters = 0;
  }
  if (some.length) check(some);
  return { services: goodServices, organizations: goodOrganizations };
}

/** A record as a file holds it: `readOverlay` says itself that it is a host's, and takes nothing that is empty. */
const written = <Clean extends object>(clean: Clean) =>
  Object.fromEntries(
    Object.entries(clean).filter(
      ([field, value]) => field !== 'x_local' && value !== '' && !(Array.isArray(value) && !value.length),
    ),
  ) as Clean;
