/** The number that every host's page and every document of ours shows: it stands in the country's facts alone. */
import { asRead } from './country.js';
import { criticalService, readFactFile } from './fact-files.js';

const { number } = criticalService(readFactFile('directory/services.json'), 'x_helpline');

export const helpline = {
  number,
  href: `tel:${number}`,
  /** as HTML has it, with no-break spaces */
  inHtml: asRead(number, '&nbsp;'),
  /** what a host pastes */
  link: `<a href="tel:${number}" dir="ltr">${asRead(number, '&nbsp;')}</a>`,
};
