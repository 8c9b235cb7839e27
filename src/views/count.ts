import { str } from '@lit/localize';
import { pluralOf } from '../locale/format.js';
import type { Localization } from '../locale/localization.js';

/** Every language uses the plural forms that it has; English has two. */
export function countInWords(total: number, { language, msg }: Localization): string {
  switch (pluralOf(language, total)) {
    case 'zero':
      return msg(str`${total} services`, { id: 'finder.count.zero', desc: 'Plural form "zero".' });
    case 'one':
      return msg(str`${total} service`, {
        id: 'finder.count.one',
        desc: 'Plural form "one": how many services were found.',
      });
    case 'two':
      return msg(str`${total} services`, { id: 'finder.count.two', desc: 'Plural form "two".' });
    case 'few':
      return msg(str`${total} services`, { id: 'finder.count.few', desc: 'Plural form "few".' });
    case 'many':
      return msg(str`${total} services`, { id: 'finder.count.many', desc: 'Plural form "many".' });
    default:
      return msg(str`${total} services`, { id: 'finder.count.other', desc: 'Plural form "other".' });
  }
}
