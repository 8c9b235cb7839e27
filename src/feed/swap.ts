import { textsOf } from './facts.js';
import type { Facts } from './types.js';

/** What a value holds in place of what it held. */
function become(value: object, other: object): void {
  if (value === other) return;
  if (Array.isArray(value)) value.splice(0, value.length, ...(other as unknown[]));
  else {
    for (const key of Object.keys(value)) delete (value as Record<string, unknown>)[key];
    Object.assign(value, other);
  }
}

/** Puts newer facts in the place of those that the views read. */
export function replaceFacts(facts: Facts, newer: Facts): void {
  facts.forEach((part, index) => {
    become(part, newer[index] as object);
  });
}

type Records = readonly { readonly id: string }[];

/** The records of now, as the newer ones have them: none more, none less, none in another place. */
const inPlace = <T extends Records>(records: T, newer: Records): T =>
  records.map(record => newer.find(({ id }) => id === record.id) ?? record) as unknown as T;

/**
 * Facts as they are, with what is newer of each number, service and organisation: nothing on screen moves to another
 * place by it.
 */
export function inPlaceOf(facts: Facts, newer: Facts): Facts {
  const [contacts, directory, , , ...guidance] = facts;
  const [newerContacts, newerDirectory, critical, sources] = newer;
  return [
    inPlace(contacts, newerContacts),
    {
      ...directory,
      services: inPlace(directory.services, newerDirectory.services),
      organizations: inPlace(directory.organizations, newerDirectory.organizations),
    },
    critical,
    sources,
    ...guidance,
  ];
}

const places = (facts: Facts) => [...textsOf(facts).keys()].join();

/** Whether everything stands where it stood. */
export const hasSamePlaces = (facts: Facts, other: Facts): boolean => places(facts) === places(other);

// A form on the page may shadow the methods of the document, and its fields what every element has.
const { querySelectorAll } = Document.prototype;
const rootOf = (element: Element): ShadowRoot | null => Reflect.get(Element.prototype, 'shadowRoot', element);
const tagOf = (element: Element): string => Reflect.get(Element.prototype, 'localName', element);

/** Whether the reader is within one of our elements: the focus is there, or something has been opened. */
export function isReading(root: Document | ShadowRoot = document): boolean {
  const all: Iterable<Element> =
    root instanceof Document ? querySelectorAll.call(root, '*') : root.querySelectorAll('*');
  for (const element of all) {
    const shadowRoot = rootOf(element);
    if (!shadowRoot) continue;
    if (!tagOf(element).startsWith('havn-')) {
      if (isReading(shadowRoot)) return true;
    } else if (
      element.matches(':focus-within') ||
      // The page has opened all of it; and the filter of a wide finder stands open by itself.
      (!element.hasAttribute('open') && shadowRoot.querySelector('details[open]:not([part=filter])'))
    )
      return true;
  }
  return false;
}

/** In milliseconds. Longer nobody waits for what is right. */
const longest = 60_000;
const often = 1_000;

/** Where the page keeps us from asking, nobody is waited for. */
function isAtRest(): boolean {
  try {
    return document.hidden || !isReading();
  } catch {
    return true;
  }
}

/** Does it when nobody is in the midst of reading or nobody sees it, at the latest after a minute. */
export function whenAtRest(action: () => void): void {
  let waited = 0;
  const timer = setInterval(() => {
    waited += often;
    if (waited < longest && !isAtRest()) return;
    clearInterval(timer);
    action();
  }, often);
}
