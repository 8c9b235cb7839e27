import type { Service } from '../directory/types.js';
import { fetchBytes, textOf, within } from '../safety/fetch.js';
import { callingCode } from '../safety/generated/country.js';
import { dialable } from '../safety/index.js';
import { isSigned } from './signature.js';
import type { Bundled, FeedDocument } from './types.js';

/** In bytes. */
export const mostOfFacts = 1_000_000;
const mostOfSignature = 1_000;
/** In milliseconds. */
const patience = 15_000;
/** From the given address only, and a copy in the browser's cache is checked with the server. */
export const asItIsNow: RequestInit = { redirect: 'error', cache: 'no-cache' };

/** The address of the signature, which is beside the facts. `undefined`: the address is not one of facts. */
export function signatureAddress(address: string): string | undefined {
  return /^[^?#]*\.json(?:[?#]|$)/.test(address) ? address.replace(/\.json(?=[?#]|$)/, '.sig') : undefined;
}

/**
 * Whether a number may replace that of the helpline, whoever has signed it. It may be a full number of the country, or
 * one of the six-digit numbers that Europe has reserved, such as 116 006 for victims of crime, but no shorter one.
 */
const mayBeHelpline = (number: string) =>
  number[0] === '+' ? number.startsWith(callingCode) : number.length === 6;

/** Whether there is exactly one helpline, and one emergency service with the script's number, both for everybody. */
function hasNumbers(services: readonly Service[], emergency: string): boolean {
  return (['x_helpline', 'x_emergency'] as const).every(mark => {
    const [service, ...more] = services.filter(service => service[mark]);
    const phones = service?.phones ?? [];
    return (
      !more.length &&
      service?.status === 'active' &&
      service.x_audience.includes('person') &&
      phones.length > 0 &&
      phones.every(({ number }) => {
        const dialled = dialable(number);
        return dialled !== null && (mark === 'x_emergency' ? dialled === emergency : mayBeHelpline(dialled));
      })
    );
  });
}

const isDay = (text: unknown): text is string => {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  // A day that is not in the calendar becomes an invalid date, or another day.
  const date = new Date(text);
  return date.getTime() > 0 && date.toISOString().startsWith(text);
};

/**
 * Returns a signed document if it may replace the facts in the script. `undefined`: it has the same facts. In any other
 * case throws with the reason. `today` is the date of the device.
 */
export function acceptFeed(content: unknown, bundled: Bundled, today: string): FeedDocument | undefined {
  const feed = Object(content) as Partial<FeedDocument>;
  const { country, sequence, valid_until: validUntil, facts, languages } = feed;
  if (country !== bundled.country) throw Error('it is of another country');
  if (!Number.isSafeInteger(sequence)) throw Error('it has no sequence');
  if (sequence === bundled.sequence) return undefined;
  if ((sequence as number) < bundled.sequence) throw Error('it is older than this script');
  // A clock that shows a day before the release of the script is wrong: then the day of the release is used.
  if (!isDay(validUntil) || validUntil < (today > bundled.issued ? today : bundled.issued))
    throw Error('it has expired');
  if (!bundled.validate(facts) || !facts || Object(languages) !== languages)
    throw Error('it is not in the form that this script knows');
  const services = facts['directory/services.json'];
  // If two services had the same id, a page would show one and call the other.
  if (new Set(services.map(({ id }) => id)).size < services.length) throw Error('it has a service twice');
  if (!hasNumbers(services, bundled.emergency)) throw Error('it lacks the helpline or the emergency number');
  return feed as FeedDocument;
}

/** Fetches and checks facts and their signature, see `acceptFeed`. Throws if none of the script's keys signed them. */
export async function readFeed(
  address: string,
  bundled: Bundled,
  today = new Date().toISOString().slice(0, 10),
): Promise<FeedDocument | undefined> {
  const beside = signatureAddress(address);
  if (!beside) throw Error('its address has to end in .json');
  return within(patience, async signal => {
    // Both at once, and not by Promise.all(): pages replace Promise.
    const signing = fetchBytes(beside, mostOfSignature, { ...asItIsNow, signal });
    signing.catch(() => {});
    const bytes = await fetchBytes(address, mostOfFacts, { ...asItIsNow, signal });
    const signature = await signing;
    if (!(await isSigned(bytes, signature, bundled.keys))) throw Error('its signature does not fit');
    // Only bytes that have been checked are ever parsed.
    return acceptFeed(JSON.parse(textOf(bytes)), bundled, today);
  });
}
