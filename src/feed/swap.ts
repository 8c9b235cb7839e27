import { textsOf } from './facts.js';
import type { Facts } from './types.js';

/** Replaces the content of an array or object with that of another one. */
function become(value: object, other: object): void {
  if (value === other) return;
  if (Array.isArray(value)) value.splice(0, value.length, ...(other as unknown[]));
  else {
    for (const key of Object.keys(value)) delete (value as Record<string, unknown>)[key];
    Object.assign(value, other);
  }
}

/** Replaces the facts that the views read with newer ones. */
export function replaceFacts(facts: Facts, newer: Facts): void {
  for (const part of Object.keys(facts) as (keyof Facts)[]) become(facts[part], newer[part]);
}

type Records = readonly { readonly id: string }[];

/** The current records with newer content: none is added, removed or moved. */
const inPlace = <T extends Records>(records: T, newer: Records): T =>
  records.map(record => newer.find(({ id }) => id === record.id) ?? record) as unknown as T;

/** The newer records, and those of the current ones that are gone. */
const withFormer = <T extends Records>(records: T, newer: T): T =>
  [...newer, ...records.filter(({ id }) => !newer.some(other => other.id === id))] as unknown as T;

/**
 * The current facts with newer content in each number, service and organisation, so that nothing on screen moves. What
 * is not listed on screen may come: services name newer organisations and sources, and the guides name former sources.
 */
export function inPlaceOf(facts: Facts, newer: Facts): Facts {
  const { contacts, directory } = facts;
  return {
    ...facts,
    contacts: inPlace(contacts, newer.contacts),
    directory: {
      ...directory,
      services: inPlace(directory.services, newer.directory.services),
      organizations: withFormer(directory.organizations, newer.directory.organizations),
    },
    critical: newer.critical,
    sources: withFormer(facts.sources, newer.sources).map(source => {
      const former = facts.sources.find(({ id }) => id === source.id);
      return { ...source, sections: withFormer(former?.sections ?? [], source.sections) };
    }),
  };
}

const places = (facts: Facts) => [...textsOf(facts).keys()].join();

/** Whether both have their texts in the same places. */
export const hasSamePlaces = (facts: Facts, other: Facts): boolean => places(facts) === places(other);

// A form on the page may shadow methods of the document, and its fields may shadow members of the form.
const { querySelectorAll } = Document.prototype;
const rootOf = (element: Element): ShadowRoot | null => Reflect.get(Element.prototype, 'shadowRoot', element);
const tagOf = (element: Element): string => Reflect.get(Element.prototype, 'localName', element);

/** Whether the reader is using one of our elements: it has the focus, or the reader has opened something in it. */
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
      // Not if the page has opened everything in it with `open`. The filter of a wide finder is open by default.
      (!element.hasAttribute('open') && shadowRoot.querySelector('details[open]:not([part=filter])'))
    )
      return true;
  }
  return false;
}

/** The longest wait, in milliseconds. Then newer facts are shown even to somebody who is reading. */
const longest = 60_000;
const often = 1_000;

/** Whether nobody is reading. Also true if the page prevents the check: then there is no wait. */
function isAtRest(): boolean {
  try {
    return document.hidden || !isReading();
  } catch {
    return true;
  }
}

/** Runs an action when nobody is reading or the page is hidden, at the latest after a minute. */
export function whenAtRest(action: () => void): void {
  let waited = 0;
  const timer = setInterval(() => {
    waited += often;
    if (waited < longest && !isAtRest()) return;
    clearInterval(timer);
    try {
      action();
    } catch {
      // The host page has broken something that rendering needs: the facts on screen stay.
    }
  }, often);
}
