/**
 * What the contracts of the elements, the comments over their classes, say of the country: `%emergency%` is its number.
 * So they are true in the manifest and in the types of every country.
 */
import { readFileSync } from 'node:fs';
import { country, inCountry } from './country.js';

/** @param {string} file */
const json = file => JSON.parse(readFileSync(inCountry(file), 'utf8'));

/** @returns {(text: string) => string} fills it in */
export function contractsOfCountry() {
  /** @type {any[]} */
  const services = json('directory/services.json');
  const { needs, areas } = json('directory/taxonomies.json');
  const marked = (/** @type {string} */ mark) => services.find(service => service[mark]);
  const union = (/** @type {{id: string}[]} */ terms) => terms.map(({ id }) => `"${id}"`).join(' | ');
  /** @type {Record<string, string>} */
  const values = {
    emergency: marked('x_emergency').phones[0].number,
    helpline: marked('x_helpline').id,
    exit: country().exit,
    needs: union(needs),
    areas: union(areas),
    'whole-country': country().whole_country,
    steps: String(json('guidance/pathway.json').steps.length),
  };
  return text => text.replace(/%([a-z-]+)%/g, (mark, name) => values[name] ?? mark);
}
