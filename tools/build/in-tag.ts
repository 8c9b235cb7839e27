/**
 * What stands inside a tag, before and without the script: whose number it is, in the banner's own words, and the number
 * to call. The builder, the archive, the README and the documentation site all show this.
 */
import type { Fallback } from '../../demo/builder/facts.js';
import { bannerLines } from '../../demo/builder/snippet.js';
import { directionOf } from '../../src/locale/negotiate.js';
import { asRead } from './country.js';
import { criticalService, readFactFile, reviewOf } from './fact-files.js';
import { helpline } from './helpline.js';
import { sourceMessages, unitsIn } from './messages.js';

export function fallbackOf(language: string): Fallback {
  const services = readFactFile('directory/services.json');
  const { id, name } = criticalService(services, 'x_helpline');
  const { number } = criticalService(services, 'x_emergency');
  const isEnglish = language === 'en';
  const units = isEnglish ? undefined : unitsIn(language);
  const text = (message: string) =>
    (units ? units.get(message)?.target : sourceMessages().get(message)) ?? '';
  return {
    words: (units && text(`service.${id}.name`)) || name,
    href: helpline.href,
    // No-break spaces, so that a browser does not break the number over two lines.
    number: asRead(helpline.number, '\u00a0'),
    direction: directionOf(language),
    banner: {
      title: text('banner.title'),
      summary: text(`service.${id}.x_summary`),
      danger: text('banner.danger'),
      emergency: { href: `tel:${number}`, number: asRead(number, '\u00a0') },
      draft: isEnglish || reviewOf(language).reviewed_by ? '' : text('draft.notice'),
    },
  };
}

/** Of the banner, as HTML. */
export const inTag = (language: string): string => bannerLines(fallbackOf(language));
