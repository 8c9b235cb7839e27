/**
 * What the contracts of the elements, the comments over their classes, say of the country: `%emergency%` is its number.
 * So they are true in the manifest and in the types of every country.
 */
import { country } from './country.js';
import { criticalService, readFactFile } from './fact-files.js';

/** @returns fills it in */
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
