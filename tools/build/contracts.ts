/**
 * Fills values of the country into the contracts of the elements, which are the doc comments of their classes:
 * `%emergency%` becomes the emergency number. So the manifest and the types are true for every country.
 */
import { country } from './country.js';
import { criticalService, readFactFile } from './fact-files.js';

/** @returns a function that fills in the values */
export function contractsOfCountry(): (text: string) => string {
  const services = readFactFile('directory/services.json');
  const { needs, areas } = readFactFile('directory/taxonomies.json');
  const union = (terms: readonly { id: string }[]) => terms.map(({ id }) => `"${id}"`).join(' | ');
  const values: Record<string, string> = {
    emergency: criticalService(services, 'x_emergency').number,
    helpline: criticalService(services, 'x_helpline').id,
    exit: country().exit,
    needs: union(needs),
    areas: union(areas),
    'whole-country': country().whole_country,
    steps: String(readFactFile('guidance/pathway.json').steps.length),
  };
  return text => text.replace(/%([a-z-]+)%/g, (mark, name) => values[name] ?? mark);
}
