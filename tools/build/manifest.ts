/** What custom-elements.json says of the elements, in the order in which a page wants them. */
import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Described
 * @property {string} name
 * @property {string} [description]
 * @property {{text: string}} [type]
 * @property {string} [default]
 * @property {string} [fieldName]
 * @property {object} [inheritedFrom]
 *
 * @typedef {object} Declaration
 * @property {string} tagName
 * @property {string} summary
 * @property {string} description
 * @property {Described[]} attributes
 * @property {Described[]} slots
 * @property {Described[]} events those that carry a description: what the analyzer infers is no event of its own
 * @property {Described[]} cssParts
 * @property {Described[]} cssProperties
 * @property {Described[]} properties that have no attribute
 */

/** The banner first: it is what every page wants. */
const first = ['havn-hotline-banner', 'havn-service-finder', 'havn-entitlements-list'];

/** @param {string} tag */
const order = tag => first.indexOf(tag) + 1 || Infinity;

/** @returns {Declaration[]} */
export function readDeclarations() {
  /** @type {{modules: {declarations: any[]}[]}} */
  const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  return modules
    .flatMap(module => module.declarations)
    .filter(({ tagName }) => tagName)
    .map(
      ({
        attributes = [],
        slots = [],
        events = [],
        cssParts = [],
        cssProperties = [],
        members = [],
        ...rest
      }) => ({
        ...rest,
        attributes,
        slots,
        events: events.filter((/** @type {Described} */ { description }) => description),
        cssParts,
        cssProperties,
        properties: members.filter(
          (/** @type {Described} */ { name, description, inheritedFrom }) =>
            description &&
            !inheritedFrom &&
            !attributes.some((/** @type {Described} */ { fieldName }) => fieldName === name),
        ),
      }),
    )
    .sort((one, other) => order(one.tagName) - order(other.tagName));
}

/** The words of `"bar" | "card"`; none where a type is no such list. @param {string} type */
export const valuesOf = type => [...type.matchAll(/"([^"]+)"/g)].map(([, value]) => value);
