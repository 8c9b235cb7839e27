/**
 * What all records from a host page are checked against: a file, JSON in the tag, the `directory` property, a source,
 * shards. shape.ts checks the shape of a record, checks.ts its fields, and clean.ts keeps what is shown.
 */
import {
  callingCode,
  isEmergency,
  readsAsEmergency,
  shortest,
  withoutCallingCode,
} from '../../safety/generated/country.js';
import { isCriticalService } from '../critical.js';
import { isOneOff } from '../search/understand.js';
import type { Directory, Organization, Service } from '../types.js';
import { domainOf, hostOf } from './addresses.js';
import { asciiDigits } from './as-seen.js';
import { lastDay } from './days-and-hours.js';
import { type NameRules, nameRules } from './names.js';
import { abroad } from './numbers-in-words.js';
import { type Fields, type Kind, textIn } from './record.js';

/** The names and numbers of the national services, and the terms that a record may name. */
export interface Gate {
  /** The national services, by id. */
  readonly services: ReadonlyMap<string, Service>;
  /** Ids of the national services and organisations. */
  readonly ids: ReadonlySet<string>;
  /** The ids that a record may have in its lists of needs, groups and areas, by field. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** The last day that counts as past. */
  readonly last: number;
  readonly rules: NameRules;
  /** The hosts of the websites and the e-mail addresses of the national services. */
  readonly addresses: ReadonlySet<string>;
  /** Their domains, such as "police.example". */
  readonly domains: ReadonlySet<string>;
  /** Whether a text is, or could be dialled as, an emergency number or the number of the helpline. */
  isCritical(number: string): boolean;
  /** Whether a number that is dialled is that of the helpline with one digit wrong, or two swapped. */
  isNearHelpline(called: string | null): boolean;
  /** Turns a record of an application into one as a file has it. */
  prepare?(record: unknown): unknown;
  /** If a page's records may include national ones: the national record to use instead of the given one. */
  nationalFor?(kind: Kind, record: Fields): Service | Organization | undefined;
}

const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

const digitsOf = (text: string) => withoutCallingCode(asciiDigits(text).replace(/\D/g, ''));

/** Whether a text is an emergency number after zeros, or after a full national number: "00112", "40 00 00 00 112". */
function endsAsEmergency(text: string): boolean {
  const isForeign = /^\s*\+/.test(text) && !text.trim().startsWith(callingCode);
  const digits = text.replace(callingCode, '').replace(/\D/g, '').replace(/^0+/, '');
  const behind = isForeign ? '' : digits.slice(shortest);
  return isEmergency(digits) || isEmergency(behind) || abroad.test(digits);
}

/**
 * @param national the national services
 * @param terms the needs, groups and areas that a record may name, where these are not the national ones
 */
export function gateOf(
  national: Directory,
  today: Date,
  { needs, groups, areas }: Pick<Directory, 'needs' | 'groups' | 'areas'> = national,
): Gate {
  const { services, organizations } = national;
  const numbers = services
    .filter(isCriticalService)
    .flatMap(({ phones }) => (phones ?? []).map(({ number }) => digitsOf(number)));
  // Needs that only the emergency number answers are reserved: no other service may name them.
  const needsOf = (records: readonly Service[]) => records.flatMap(({ x_needs }) => x_needs);
  const common = needsOf(services.filter(({ x_emergency }) => !x_emergency));
  const reserved = needsOf(services.filter(({ x_emergency }) => x_emergency)).filter(
    need => common.indexOf(need) < 0,
  );
  const isCritical = (text: string) => {
    const digits = digitsOf(text);
    const read = asciiDigits(text);
    // A text that begins with an emergency number is refused whatever follows, since a reader would dial that number.
    // So is a text that contains the full number of the helpline.
    return (
      isEmergency(digits) ||
      readsAsEmergency(read) ||
      endsAsEmergency(read) ||
      readsAsEmergency(read.replace(/[\s.-]/g, '')) ||
      // One of several numbers: "40 00 00 00 (112)".
      read.split(/[^\d\s+-]+/).some(piece => isEmergency(digitsOf(piece))) ||
      numbers.some(number => (number.length < shortest ? digits === number : digits.indexOf(number) >= 0))
    );
  };
  const addresses = services.flatMap(({ url, email }) => [textIn(url), textIn(email)]);
  const helplines = services.filter(({ x_helpline }) => x_helpline).flatMap(({ phones }) => phones ?? []);
  return {
    services: new Map(services.map(service => [service.id, service])),
    ids: new Set([...idsOf(services), ...idsOf(organizations)]),
    lists: {
      x_needs: idsOf(needs).filter(id => reserved.indexOf(id) < 0),
      x_groups: idsOf(groups),
      x_areas: idsOf(areas),
    },
    last: lastDay(today),
    rules: nameRules(national),
    addresses: new Set(addresses.map(hostOf)),
    domains: new Set(addresses.map(domainOf).filter(Boolean)),
    isCritical,
    isNearHelpline: called =>
      helplines.some(
        ({ number }) => called?.length === number.length && called !== number && isOneOff(called, number),
      ),
  };
}
