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
/** From where it is named: what is kept by the browser is asked for again. */
export const asItIsNow: RequestInit = { redirect: 'error', cache: 'no-cache' };

/** The signature lies beside the facts. `undefined`: the address is none of facts. */
export function signatureAddress(address: string): string | undefined {
  return /^[^?#]*\.json(?:[?#]|$)/.test(address) ? address.replace(/\.json(?=[?#]|$)/, '.sig') : undefined;
}

/**
 * What may stand in the place of the helpline's number, whoever has signed it: a whole number of the country or one of the
 * six digits that Europe has set aside, such as 116 006 for victims of crime, and no shorter one.
 */
const mayBeHelpline = (number: string) =>
  number[0] === '+' ? number.startsWith(callingCode) : number.length === 6;

/** There are a helpline and the emergency number of the script, one each, which anybody may call. */
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
  // One that is not in the calendar is no date, or another one.
  const date = new Date(text);
  return date.getTime() > 0 && date.toISOString().startsWith(text);
};

/**
 * What a signed document says, if it may take the place of the facts that the script carries. `undefined`: it is those
 * very facts. Throws with the reason of anything else. `today` is what the device says.
 */
export function acceptFeed(content: unknown, bundled: Bundled, today: string): FeedDocument | undefined {
  const feed = Object(content) as Partial<FeedDocument>;
  const { country, sequence, valid_until: validUntil, facts, languages } = feed;
  if (country !== bundled.country) throw Error('it is of another country');
  if (!Number.isSafeInteger(sequence)) throw Error('it has no sequence');
  if (sequence === bundled.sequence) return undefined;
  if ((sequence as number) < bundled.sequence) throw Error('it is older than this script');
  // A clock that stands before the day of the script is wrong: then that day is the best that is known.
  if (!isDay(validUntil) || validUntil < (today > bundled.issued ? today : bundled.issued))
    throw Error('it has expired');
  if (!bundled.validate(facts) || !facts || Object(languages) !== languages)
    throw Error('it is not in the form that this script knows');
  const services = facts['directory/services.json'];
  // Of two with the same id, a page would show one and call the other.
  if (new Set(services.map(({ id }) => id)).size < services.length) throw Error('it has a service twice');
  if (!hasNumbers(services, bundled.emergency)) throw Error('it lacks the helpline or the emergency number');
  return feed as FeedDocument;
}

/** Fetches the facts and their signature. As `acceptFeed`, and throws if nobody whose key is here has signed them. */
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
