/**
 * What the builder knows. tools/build/builder-facts.ts reads it from the build and the manifest, so that nothing of it is written
 * here a second time; the page has it as `facts.js` beside it.
 */

/**
 * @typedef {object} Attribute
 * @property {string} name
 * @property {string} type `boolean`, `number` or `string`
 * @property {string[]} values of a union; none where any text may stand there
 * @property {string | undefined} preset what it is where nothing is said
 * @property {number} least of a number
 * @property {number | undefined} most of a number
 * @property {string} description
 *
 * @typedef {object} ElementFacts
 * @property {string} name without `havn-`
 * @property {string} className
 * @property {string} summary
 * @property {Attribute[]} attributes
 * @property {Record<string, string>} properties custom properties and their defaults
 * @property {boolean} hasPlain whether it is there as plain HTML
 * @property {Record<string, string>} titles of its frame, by language
 *
 * @typedef {object} Fallback
 * @property {string} words before the number
 * @property {string} href
 * @property {string} number as it is shown
 * @property {string} direction `ltr` or `rtl`
 *
 * @typedef {object} General what holds for every choice
 * @property {string} version
 * @property {boolean} hasFeed whether it follows newer facts
 * @property {number} archiveSize of havn.zip, in bytes
 * @property {Record<string, string>} integrity by file, of those that a page may name
 * @property {ElementFacts[]} elements
 * @property {string[]} languages
 * @property {string[]} bundled languages that every script carries
 * @property {string[]} services their ids
 * @property {string[]} forProfessionals ids of those that are for no person
 * @property {Record<string, Fallback>} fallbacks by language
 * @property {Record<string, {words: string, href: string}>} exits by language
 * @property {Record<string, Record<string, string>>} names of services, needs, places and professions, by language and by `<attribute>.<id>`
 *
 * @typedef {General & {element: ElementFacts, fallback: Fallback, exit?: {words: string, href: string}, title: string, plain: string, styleHash?: string}} Facts
 * what holds for one choice: `title` of its frame; `plain` its plain HTML, empty where the choice needs none
 */

/** @param {General} general @param {string} name @returns {ElementFacts} */
export function elementOf({ elements }, name) {
  const found = elements.find(element => element.name === name);
  if (!found) throw new Error(`The manifest has no element "${name}"`);
  return found;
}

/**
 * @param {General} general
 * @param {import('./snippet.js').Choice} choice
 * @param {string} [plain]
 * @returns {Facts}
 */
export function factsOf(general, { element: name, language }, plain = '') {
  const element = elementOf(general, name);
  return {
    ...general,
    element,
    fallback: general.fallbacks[language],
    ...(name === 'quick-exit' && { exit: general.exits[language] }),
    title: element.titles[language],
    plain,
  };
}
