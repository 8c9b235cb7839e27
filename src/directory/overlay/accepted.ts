/** Finds the records without faults among those of one file, or of the directory that a host page has set. */
import {
  noContact,
  noOrganization,
  refuseOrganization,
  refuseService,
  withoutRefusedTexts,
} from './checks.js';
import type { Gate } from './gate.js';
import { type Fields, has, isObject, type Kind, type Refuse, type Steps } from './record.js';
import { isCalled, namesPlace, noHouse, noPlaceOfContact, runnersThatLead } from './safe-houses.js';
import { faultsOf } from './shape.js';

/** A record without faults, as the page gave it, and its JSON pointer. */
interface Accepted {
  readonly record: Fields;
  /** The same with its refused texts, which can be read in the file. */
  readonly given?: Fields;
  readonly pointer: string;
}
type AcceptedRecords = ReadonlyMap<string, Accepted>;

/**
 * The records without faults, by id. After each record, and before each of its translations, the caller can let the page
 * respond to input.
 * @param checks checks a record beyond its shape and its id
 */
function* acceptedRecords(
  kind: Kind,
  records: readonly unknown[],
  gate: Gate,
  refuse: Refuse,
  checks: (record: Fields, pointer: string, refuse: Refuse) => Steps,
): Steps<Map<string, Accepted>> {
  const accepted = new Map<string, Accepted>();
  const taken = new Set<unknown>();
  // By index: a hole in a list is a fault too, and `forEach` skips holes.
  for (let index = 0; index < records.length; index++) {
    if (index) yield;
    const record = gate.prepare ? gate.prepare(records[index]) : records[index];
    const pointer = `/${kind}s/${index}`;
    const id = isObject(record) && has(record, 'id') ? record.id : '';
    const national = gate.ids.has(id as string) && gate.nationalFor?.(kind, record as Fields);
    if (national && !taken.has(id)) {
      taken.add(id);
      accepted.set(id as string, { record: national as unknown as Fields, pointer });
      continue;
    }
    const faults = yield* faultsOf(kind, record, pointer, function* (sound, refuseHere) {
      if (gate.ids.has(id as string))
        refuseHere(`${pointer}/id`, 'is the id of a national record: choose another');
      if (taken.has(id)) refuseHere(`${pointer}/id`, `is the id of an earlier ${kind}: choose another`);
      yield* checks(sound, pointer, refuseHere);
    });
    // The id of a refused record is taken too: we cannot know which of the two records the host means.
    taken.add(id);
    for (const fault of faults) refuse(fault.pointer, fault.message);
    const kept = faults.length ? withoutRefusedTexts(kind, record, faults, pointer) : (record as Fields);
    if (kept) accepted.set(id as string, { record: kept, given: record as Fields, pointer });
  }
  return accepted;
}

export function* acceptedOrganizations(
  records: readonly unknown[],
  gate: Gate,
  refuse: Refuse,
): Steps<AcceptedRecords> {
  const good = yield* acceptedRecords('organization', records, gate, refuse, (record, pointer, refuseHere) =>
    refuseOrganization(record, pointer, gate, refuseHere),
  );
  // Walk from organisations without a parent to their children: one that is not reached has no valid parent or is in a
  // cycle.
  const children = new Map<unknown, Fields[]>();
  for (const { record } of good.values()) {
    const siblings = children.get(record.parent_organization_id);
    if (siblings) siblings.push(record);
    else children.set(record.parent_organization_id, [record]);
  }
  const reached = new Set(children.get(undefined));
  // A `for…of` loop also visits items that are added to the set meanwhile.
  for (const { id } of reached) for (const child of children.get(id) ?? []) reached.add(child);
  for (const [id, { record, pointer }] of [...good]) {
    if (reached.has(record) || gate.ids.has(id)) continue;
    good.delete(id);
    refuse(
      `${pointer}/parent_organization_id`,
      'has to be an organisation of yours that is not left out, and never in a circle',
    );
  }
  return good;
}

/** @param organizations the accepted organisations */
export function* acceptedServices(
  records: readonly unknown[],
  organizations: AcceptedRecords,
  gate: Gate,
  refuse: Refuse,
): Steps<AcceptedRecords> {
  const leadsThere = runnersThatLead();
  const good = yield* acceptedRecords(
    'service',
    records,
    gate,
    refuse,
    function* (record, pointer, refuseHere) {
      yield* refuseService(record, pointer, gate, refuseHere);
      if (has(record, 'organization_id') && !organizations.has(record.organization_id as string))
        refuseHere(`${pointer}/organization_id`, noOrganization);
      const runner = organizations.get(record.organization_id as string)?.given;
      if (record.x_safe_house && runner && leadsThere(runner))
        refuseHere(`${pointer}/organization_id`, noHouse);
    },
  );
  const refused: string[] = [];
  for (const [id, { record, pointer }] of good) {
    if (gate.ids.has(id)) continue;
    const { x_contact_through: through } = record;
    const contact = through === undefined ? undefined : good.get(through as string)?.record;
    const isReached =
      through === undefined ||
      Boolean(contact && isCalled(contact) && !contact.x_contact_through && contact.status !== 'inactive');
    if (isReached && !(record.x_safe_house && contact && namesPlace(contact))) continue;
    refused.push(id);
    refuse(`${pointer}/x_contact_through`, isReached ? noPlaceOfContact : noContact);
  }
  for (const id of refused) good.delete(id);
  return good;
}
