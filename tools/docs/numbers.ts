/** The numbers in the documents, from which people paste: each is that of the facts. */
import { existsSync, readFileSync } from 'node:fs';
import { asRead } from '../build/country.js';
import { criticalService, readFactFile } from '../build/fact-files.js';
import { helpline } from '../build/helpline.js';
import { readSources } from './documents.js';

const services = readFactFile('directory/services.json');
const known = (['x_helpline', 'x_emergency'] as const).map(mark => criticalService(services, mark).number);

/** Links that call, in HTML and in Markdown, with what they show. */
const links =
  /href="tel:(?<html>[^"]*)"[^>]*>(?<shown>[^<]*)<|\[(?<words>[^\]]*)\]\(tel:(?<markdown>[^)]*)\)/g;

/** Eight digits, as people write a number of the country. */
const numbers = /(?<!\d)(?:\d\d(?: |\u00a0|&nbsp;)?){3}\d\d(?!\d)/g;

const digitsOf = (text: string) => text.replace(/&nbsp;|\D/g, '');

/** How many digits differ between two numbers of the same length. */
const distance = (one: string, other: string) => [...one].filter((digit, at) => digit !== other[at]).length;

/** What in a document calls, or looks like, another number than that of the facts. */
export function faultsOfNumbers(file: string, text: string): string[] {
  const own = digitsOf(asRead(helpline.number));
  return [
    ...[...text.matchAll(links)].flatMap(({ 0: link, groups = {} }) => {
      const number = groups.html ?? groups.markdown ?? '';
      const shown = digitsOf(groups.shown ?? groups.words ?? '');
      const isRight = known.includes(number) && shown === digitsOf(asRead(number));
      return isRight ? [] : [`${file}: ${link} is not the number of the helpline, nor the emergency number`];
    }),
    ...[...text.matchAll(numbers)].flatMap(([number]) =>
      distance(digitsOf(number), own) === 1
        ? [`${file}: ${number} is one digit away from the number of the helpline`]
        : [],
    ),
  ];
}

/** In all documents but those that tell what was, and those that the site makes of the facts. */
export const checkNumbers = (): string[] =>
  readSources()
    .filter(({ file }) => !file.startsWith('CHANGELOG') && existsSync(file))
    .flatMap(({ file }) => faultsOfNumbers(file, readFileSync(file, 'utf8')));
