/** The helpline's number as pages and documents show it. It is written only in the facts of the country. */
import { asRead } from './country.js';
import { criticalService, readFactFile } from './fact-files.js';

const { number } = criticalService(readFactFile('directory/services.json'), 'x_helpline');

export const helpline = {
  number,
  href: `tel:${number}`,
  /** for HTML, with no-break spaces */
  inHtml: asRead(number, '&nbsp;'),
  /** the link that a host pastes */
  link: `<a href="tel:${number}" dir="ltr">${asRead(number, '&nbsp;')}</a>`,
};
