/**
 * What stands inside a tag, before and without the script: whose number it is, in the banner's own words, and the number
 * to call. The builder, the archive, the README and the documentation site all show this.
 */
import { readFileSync } from 'node:fs';
import type { Fallback } from '../../demo/builder/facts.js';
import { numberLine } from '../../demo/builder/snippet.js';
import { directionOf } from '../../src/locale/negotiate.js';
import { asRead, inCountry } from './country.js';
import { criticalService, readFactFile } from './fact-files.js';
import { helpline } from './helpline.js';
import { unitsOf } from './messages.js';

export function fallbackOf(language: string): Fallback {
  const { id, name } = criticalService(readFactFile('directory/services.json'), 'x_helpline');
  const translated = () =>
    unitsOf(readFileSync(inCountry(`locales/${language}.xlf`), 'utf8')).get(`service.${id}.name`)?.target;
  return {
    words: (language !== 'en' && translated()) || name,
    href: helpline.href,
    // No-break spaces, so that a browser does not break the number over two lines.
    number: asRead(helpline.number, '\u00a0'),
    direction: directionOf(language),
  };
}

/** As HTML. */
export const inTag = (language: string): string => numberLine(fallbackOf(language));
