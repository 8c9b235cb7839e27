/**
 * What the contracts of the elements, the comments over their classes, say of the country: `%emergency%` is its number.
 * So they are true in the manifest and in the types of every country.
 */
import { readFileSync } from 'node:fs';
import { country, inCountry } from './country.js';

const json = (file: string) => JSON.parse(readFileSync(inCountry(file), 'utf8'));

/** @returns fills it in */
export function contractsOfCountry(): (text: string) => string {
  const services: any[] = json('directory/services.json');
  const { needs, areas } = json('directory/taxonomies.json');
  const marked = (mark: string) => services.find(service => service[mark]);
  const union = (terms: { id: string }[]) => terms.map(({ id }) => `"${id}"`).join(' | ');
  const values: Record<string, string> = {
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
